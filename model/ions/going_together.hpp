// Quantities of one person that go together: draws whose ranks correlate as they do in a survey.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace rheobase::ions {

/// What adult_intake.csv and intake_rank_correlation.csv are about.
inline constexpr std::array<std::string_view, 13> surveyed{
    "energy", "calcium",  "magnesium", "phosphorus", "potassium", "sodium", "vitamin_d",
    "b12",    "caffeine", "alcohol",   "water",      "weight",    "height"};
inline constexpr std::size_t surveyed_count = surveyed.size();

using PerSurveyed = std::array<double, surveyed_count>;

/// Independent standard normal draws into ones that are normal, each with standard deviation 1, and go
/// together.
PerSurveyed going_together(PerSurveyed const& independent);

/// The correlation of two quantities on the normal scale, from that of their ranks.
double normal_correlation(double rank_correlation);

} // namespace rheobase::ions
