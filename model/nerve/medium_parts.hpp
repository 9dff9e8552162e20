// The parts of a medium by name, so that options, reports and rows of bounds speak of the same thing.
#pragma once

#include "model/nerve/medium.hpp"
#include "model/nerve/medium_limits.rows.hpp"

#include <array>
#include <string_view>

namespace rheobase::nerve {

struct MediumPart {
    std::string_view key;   ///< as in the table of bounds
    std::string_view words; ///< inside a sentence
    double Medium<double>::*at;
    int decimals;
};

inline constexpr std::array<MediumPart, 6> medium_parts{{
    {"calcium", "ionised calcium", &Medium<double>::calcium, 2},
    {"magnesium", "ionised magnesium", &Medium<double>::magnesium, 2},
    {"potassium", "potassium", &Medium<double>::potassium, 1},
    {"sodium", "sodium", &Medium<double>::sodium, 0},
    {"ph", "pH", &Medium<double>::ph, 2},
    {"temperature", "temperature", &Medium<double>::temperature, 1},
}};

// The bounds hold the parts of the medium in this order, and behind them the myelin.
static_assert([] {
    if (medium_limits_rows.size() != medium_parts.size() + 1 || medium_limits_rows.back().what != "myelin")
        return false;
    for (std::size_t i = 0; i < medium_parts.size(); ++i)
        if (medium_limits_rows[i].what != medium_parts[i].key)
            return false;
    return true;
}());

} // namespace rheobase::nerve
