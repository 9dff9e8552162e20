// A muscle in a medium: where its fibres rest, whether they fire, what they pull; and how strong a person
// would be whose muscles lay in it, with the range over rival sets of facts. Fibres differ, so force is lost
// little by little.
#pragma once

#include "model/twitch/muscle_facts.hpp"
#include "model/twitch/muscle_rest.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace rheobase::twitch {

/// Healthy and rested.
inline constexpr FibreCondition<double> rested{1, 1, 0};

struct MuscleState {
    Rest rest;                    ///< of the median fibre
    double surface_peak = 0;      ///< mV, its action potential where it rests most negative
    double tubule_peak = 0;       ///< mV, behind it in the tubules
    double depolarised_share = 0; ///< of the fibres that the inward rectifier no longer holds
    double firing_share = 0;      ///< of the fibres, when their endplates open
    double twitch = 0;            ///< force against that in the usual medium
    double tetanus = 0;           ///< as `twitch`
    double effort = 0;            ///< the same through the junctions at the rate of a strong effort
};

/// Fibres that have lived in the usual medium and now lie in this one, at its temperature; forces against
/// healthy fibres in the usual medium at the same temperature. Concentrations must be above zero; potassium
/// below 0.5 and above 15 mmol/L was compared with nothing.
MuscleState muscle(nerve::Medium<double> const& medium, MuscleFacts const& facts,
                   FibreCondition<double> const& condition = rested);

/// Strength in a strong effort against the usual, percentiles over rival sets of facts.
struct Strength {
    double p5 = 0, p50 = 0, p95 = 0;
};

/// How strong a person is whose blood has these ions, at a muscle's own warmth: one answer for each blood.
/// Same bytes for the same seed, whatever other bloods are asked of.
std::vector<Strength> strength(std::span<nerve::Medium<double> const> bloods, int rivals, std::uint64_t seed);

} // namespace rheobase::twitch
