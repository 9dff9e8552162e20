// The parts of docs/validation-nerve.md.
#pragma once

#include "tests/nerve/directions.hpp"

#include <string>
#include <vector>

namespace rheobase::nerve {

std::string page_of_indices(std::vector<Tracked> const& axons);
std::string page_of_curves(std::vector<Tracked> const& axons);
std::string page_of_correlations(std::vector<Tracked> const& axons);

std::string page_of_directions(std::size_t axons);
std::string page_of_calm(std::size_t axons);
std::string page_of_onset(std::size_t axons);
std::string page_of_dependence(std::size_t axons);

} // namespace rheobase::nerve
