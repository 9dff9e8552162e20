// What a diary amounts to in a day, nutrient by nutrient, with what is not known kept apart from what is.
#pragma once

#include "model/diet/diary.hpp"
#include "model/diet/supplement.hpp"

#include <array>
#include <string>
#include <vector>

namespace rheobase::diet {

/// One food's share of a nutrient a day.
struct MainFood {
    std::string name;
    double per_day;
};

struct NutrientIntake {
    Range per_day; ///< low: the unknown counted as nothing; mid and high: from similar foods. Unit of the
                   ///< nutrient
    double coverage = unknown; ///< share of the eaten grams whose value is known, 0 to 1
    bool imputed = false;      ///< mid and high hold figures of similar foods
    double from_food = 0;      ///< known part a day, food as it grows or is cooked
    double from_fortified = 0;
    Range from_supplements =
        Range::exactly(0);            ///< mid and high unknown where a product's dose could not be read
    bool products_unread = false;     ///< there is a product of which nobody knows what it holds
    double stated_share = 0;          ///< share of the known part that the diary's own figures give
    std::vector<MainFood> main_foods; ///< most first
};

/// The known amounts of one day of the diary.
struct DayTotal {
    std::string day; ///< "" when the diary names no days
    Nutrients known;
};

struct Intake {
    double days = 0; ///< days logged; 0 when nothing was
    std::array<NutrientIntake, nutrient_count> nutrients;
    std::vector<DayTotal> day_totals;
    double grams_per_day = 0;

    NutrientIntake const& operator[](Nutrient n) const { return nutrients[static_cast<std::size_t>(n)]; }
    NutrientIntake& operator[](Nutrient n) { return nutrients[static_cast<std::size_t>(n)]; }
};

/// The nutrients in one line of a diary: the diary's own figure where it gives one, else the food table's for
/// the grams eaten; `unknown` where neither knows.
Nutrients amounts_in(Eaten const& eaten, Foods const& table);

/// The mean day of a diary with the supplements taken beside it. `days_logged` overrides the days the diary
/// names.
Intake eaten_per_day(Diary const& diary, std::vector<Supplement> const& supplements, Foods const& table,
                     double days_logged = unknown);

/// What similar foods hold per 100 g, for a food whose value nobody measured.
struct Donors {
    int foods = 0; ///< how many were measured; 0 = nothing is known
    double median = unknown;
    double p95 = unknown;
};

/// Foods of the same family whose value is known.
Donors donors(Foods const& table, Food food, Nutrient nutrient);

/// Where a food's nutrient comes from: grown in it, or added to it.
Part part_of(Foods const& table, Food food, Nutrient nutrient);

} // namespace rheobase::diet
