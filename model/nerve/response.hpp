// What a medium does to the ensemble, read off a surface instead of simulated: polynomials in the logarithms
// of the concentrations, fitted by tools/nerve_response.cpp, whose error stands in
// response_error.csv.
#pragma once

#include "model/nerve/medium.hpp"
#include "model/nerve/response_box.rows.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace rheobase::nerve {

inline constexpr std::array<double Medium<double>::*, 4> response_variables{
    &Medium<double>::calcium, &Medium<double>::magnesium, &Medium<double>::potassium,
    &Medium<double>::sodium};
inline constexpr std::size_t response_outputs = 4;
/// What is fitted of a threshold is the logarithm of its ratio to the ordinary one plus this, so that axons
/// about to fire alone, whose ratio is nearly nothing, do not rule the fit.
inline constexpr double response_floor = 1.5;
/// Above this ratio an axon counts as hard to fire and no more is said of it.
inline constexpr double response_most = 1.8;

/// Powers of the variables.
using ResponseTerm = std::array<int, response_variables.size()>;

struct Response {
    double threshold_p5 = 0, threshold_p50 = 0,
           threshold_p95 = 0; ///< % change against the ordinary medium, over axons
    double fires_alone = 0;   ///< share of fine branches
    bool beyond = false;      ///< some ion lies outside the box and was read at its edge
};

/// At the pH of ordinary blood and the temperature of the norms, whatever the medium's are.
Response response(Medium<double> const& medium);

/// For the tool that fits: which products of variables there are, and their values in a medium.
std::vector<ResponseTerm> response_terms();
std::vector<double> response_features(Medium<double> const& medium, std::vector<ResponseTerm> const& terms);

} // namespace rheobase::nerve
