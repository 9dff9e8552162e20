// What Apple Health's dietary records say was eaten: records gathered into foods and moments, doubles counted
// once.
//
// The export lists each record of a food twice, once inside its Correlation and once at the top, and several
// apps may write the same meal. So the records of one app at one moment are one thing eaten, less what its
// named foods already hold; and a record that another app has too, to the same second and figure, counts
// once. An export is in no order, so nothing can be summed before its end: each record is kept in few bytes,
// and what carries no name becomes one entry a day and app.
#pragma once

#include "model/diet/diary.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct DietaryRecord {
    std::string_view source; ///< the app
    std::string_view start;  ///< "2026-01-05 08:00:00 +0100"
    diet::Nutrient nutrient = 0;
    double amount = 0; ///< in the nutrient's unit
    int line = 0;
};

class AppleMeals {
  public:
    /// A record at the top, or inside the food opened last. False where it names no day of the calendar.
    bool add(DietaryRecord const& record, bool in_food);

    /// Opens a named food; "" until its name is met.
    void open_food();
    void name_food(std::string_view name);
    void close_food();

    /// Everything eaten in order of time, and notes on what was counted once. Calls `named` on what carries a
    /// name.
    void finish(diet::Diary& diary, std::function<void(diet::Eaten&)> const& named);

  private:
    struct Figure {
        diet::Nutrient nutrient;
        double amount;
        bool operator<(Figure const& other) const {
            return nutrient != other.nutrient ? nutrient < other.nutrient : amount < other.amount;
        }
    };
    /// One record as it is kept.
    struct Kept {
        std::uint64_t start; ///< of the whole text of its beginning, to the second and zone
        double amount;
        std::int32_t day; ///< 20260105
        std::int32_t line;
        std::uint32_t food;  ///< which opened food holds it; 0 for none
        std::int16_t minute; ///< of the day; -1 without a clock
        std::uint16_t source;
        std::uint8_t nutrient;
    };
    struct Food {
        std::uint32_t number = 0;
        int line = 0;
        std::vector<Figure> figures;
    };
    struct Moment {
        std::uint16_t source = 0;
        std::vector<Figure> loose; ///< at the top
        std::vector<Food> foods;
        int line = 0;
    };
    /// What one app wrote of one day without a name.
    struct Unnamed {
        diet::Eaten eaten;
        int entries = 0;
    };

    std::vector<Moment> moments(std::vector<Kept>::const_iterator from,
                                std::vector<Kept>::const_iterator to) const;
    static std::size_t drop_doubles(std::vector<Moment>& at_one_time);
    static void drop_copies(Moment& moment);

    std::map<std::string, std::uint16_t, std::less<>> sources_;
    std::map<std::string, std::uint32_t, std::less<>> names_;
    std::vector<std::uint32_t> food_names_{0}; ///< of each opened food: its place in names_, 0 for none
    std::vector<Kept> kept_;
    bool food_open_ = false;
    std::uint32_t food_name_ = 0;
    std::uint32_t food_ = 0; ///< the food that a record belongs to
    std::uint32_t first_food_ = 0;
    std::uint64_t food_start_ = 0;
    int food_source_ = -1;
};

} // namespace rheobase::read
