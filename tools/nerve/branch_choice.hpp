// A sensitivity to ions and a fine branch for a fitted axon, drawn from those that behave as nerves do.
//
// Candidates are drawn from the spreads of ion_sensitivity.csv and terminal.csv. Each is watched in the media
// that conditions.csv lists, and its onset of firing is sought in falling calcium. Its weight is the product
// of what the conditions give it; one candidate is drawn by weight (importance resampling).
#pragma once

#include "model/nerve/watching.hpp"
#include "tools/nerve/person_fit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rheobase::nerve {

/// A medium to watch in, and the weight of a branch that is silent there or fires.
struct Condition {
    std::string name;
    Medium<double> medium;
    double silent, fires;
};

struct Conditions {
    std::vector<Condition> watched;
    double onset_mean = 0, onset_sd = 0; ///< mmol/L of calcium
};

struct Chosen {
    Member member;
    double calcium_onset = 0;
    std::vector<bool> fires; ///< in the order of the conditions
    double mean_weight = 0;  ///< of the candidates: how well the prior fits the conditions
};

Conditions conditions(std::string const& csv);

/// Nothing where no candidate has any weight, or the one that was drawn is not calm when watched for longer.
std::optional<Chosen> chosen(Fit const& fit, Recordings const& recordings, Conditions const& conditions);

} // namespace rheobase::nerve
