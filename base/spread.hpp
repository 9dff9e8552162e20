// How a physiological number differs between people, as the `spread` column of a table of facts says it.
#pragma once

#include <optional>
#include <string_view>

namespace rheobase {

enum class Shape {
    fixed,     ///< blank: everyone has the value
    lognormal, ///< "cv 0.25": the value is the median, 0.25 the coefficient of variation
    normal, ///< "sd 0.04": the value is the mean; nobody lies further than three standard deviations from it
    range,  ///< "range 0.9 1.6": evenly between the two
    choice  ///< "choice 0.5": 1 in this share of people, else 0
};

struct Variation {
    Shape shape = Shape::fixed;
    double first = 0;  ///< cv, sd, lower end or share
    double second = 0; ///< upper end of a range
    bool operator==(Variation const&) const = default;
};

/// One fact of a table, as far as a draw of it needs to know. factgen writes an array of them for each table.
struct FactSpread {
    std::string_view name; ///< "table.fact": what a draw is keyed by
    double value;
    Variation variation;
    std::string_view unit;
    bool animal_only; ///< no human was measured
    int line;         ///< in the table
};

/// The variation that a cell of the spread column names, or nothing where it names none.
std::optional<Variation> variation(std::string_view cell);

/// Why a fact of this value cannot vary so; blank where it can.
std::string_view impossible(double value, Variation const& variation);

} // namespace rheobase
