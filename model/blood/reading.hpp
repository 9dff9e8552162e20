// How far a blood test strays from what is in the blood.
#pragma once

#include "model/ions/experiment.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rheobase::blood {

/// Coefficient of variation of one test in one person: the laboratory's and the day's.
double noise_cv(ions::Observable what);

/// The levels strayed from by as much as a test strays, each person by a draw of their own; `draw` names it.
std::vector<double> strayed(std::vector<double> levels, ions::Observable what, std::uint64_t seed,
                            std::string const& draw);

} // namespace rheobase::blood
