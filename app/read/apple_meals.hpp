// What Apple Health's dietary records say was eaten: records gathered into foods and moments, doubles counted
// once.
//
// The export lists each record of a food twice, once inside its Correlation and once at the top, and several
// apps may write the same meal. So the records of one app at one moment are one thing eaten, less what its
// named foods already hold; and a record that another app has too, to the same second and figure, counts
// once.
#pragma once

#include "model/diet/diary.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
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
    /// A record at the top, or inside the food opened last.
    void add(DietaryRecord const& record, bool in_food);

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
    struct Food {
        std::string name;
        int line = 0;
        std::vector<Figure> figures;
    };
    struct Moment {
        int source = 0;
        std::vector<Figure> loose; ///< at the top
        std::vector<Food> foods;
        int line = 0;
    };

    Moment& moment_of(DietaryRecord const& record);
    std::size_t drop_doubles(std::vector<Moment>& at_one_time);

    std::map<std::string, int, std::less<>> sources_;
    std::unordered_map<std::string, std::vector<Moment>> moments_; ///< by start
    bool food_open_ = false;
    std::string food_name_;
    std::string food_start_;
    int food_source_ = -1;
    std::size_t food_place_ = 0;
};

} // namespace rheobase::read
