// What a column of an export holds, from its heading: "B12 (Cobalamin) (µg)" is b12_ug in micrograms.
#pragma once

#include "model/diet/nutrients.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace rheobase::read {

enum class Role {
    none,
    nutrient,
    day,
    time,
    meal,
    food,
    amount,
    quantity,
    unit,
    grams,
    category,
    brand,
    deleted,
    note,
    completed
};

struct Heading {
    std::string written; ///< trimmed, as in the file
    Role role = Role::none;
    diet::Nutrient nutrient = -1; ///< where role is nutrient
    double factor = unknown; ///< from the written figure to the nutrient's unit; unknown when no unit is sure
    std::string why_not;     ///< why the factor is unknown
};

/// Looks a heading up in diary_columns.csv; `format` brings in the rows of one export.
Heading heading(std::string_view written, std::string_view format);

/// Factor from `unit` to the unit of a nutrient, or nothing where that would be a guess (IU of vitamin A,
/// percent).
std::optional<double> to_nutrient_unit(diet::Nutrient nutrient, std::string_view unit);

struct Unit {
    std::string_view measures; ///< mass, energy, volume, iu, percent
    double factor;             ///< to g, kcal, mL
};

/// A unit of diary_units.csv, however it is capitalised, or nothing.
std::optional<Unit> unit_called(std::string_view written);

} // namespace rheobase::read
