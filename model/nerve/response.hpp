// What a medium does to the ensemble, read off a table of simulated media instead of simulated again: a grid
// of calcium and potassium, in which each crossing also has some media with other magnesium and some with
// other sodium. Made by tools/nerve_response.cpp, which measures the error (response_error.csv).
#pragma once

#include "model/nerve/medium.hpp"
#include "model/nerve/response_box.rows.hpp"

#include <array>
#include <cstddef>

namespace rheobase::nerve {

/// By the rows of response_box.csv.
inline constexpr std::array<double Medium<double>::*, 4> response_variables{
    &Medium<double>::calcium, &Medium<double>::potassium, &Medium<double>::magnesium,
    &Medium<double>::sodium};

/// The levels of a variable for which there are media: `below` steps of equal ratio from the box's low end up
/// to the ordinary medium, `above` steps from there to its high end.
constexpr std::size_t response_levels(std::size_t variable) {
    auto const& row = response_box_rows[variable];
    return static_cast<std::size_t>(row.below + row.above) + 1;
}
double response_level(std::size_t variable, std::size_t place);

/// Media at each crossing of calcium and potassium: all of magnesium's levels, then sodium's other ones.
inline constexpr std::size_t response_beside = response_levels(2) + response_levels(3) - 1;
inline constexpr std::size_t response_media = response_levels(0) * response_levels(1) * response_beside;

/// The medium of a row of response.csv.
/// \pre row < response_media
Medium<double> response_medium(std::size_t row);

/// A threshold's change counts from the one to the other, in %: beyond, an axon is about to fire alone, or
/// hard to fire, and no more is said of it.
inline constexpr double response_least = -98, response_most = 80;

struct Response {
    double threshold_p5 = 0, threshold_p50 = 0,
           threshold_p95 = 0; ///< % change against the ordinary medium, over axons
    double fires_alone = 0;   ///< share of fine branches
    bool beyond = false;      ///< some ion lies outside the box and was read at its edge
};

/// At the pH of ordinary blood and the temperature of the norms, whatever the medium's are. In the ordinary
/// medium all changes are 0.
Response response(Medium<double> const& medium);

} // namespace rheobase::nerve
