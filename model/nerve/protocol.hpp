// What threshold tracking does to an axon (the protocol that QTRAC calls TROND): which stimuli and
// conditioning currents, when. Times in ms from the start of the conditioning, currents in % of the threshold
// of a 1 ms stimulus.
#pragma once

#include <array>
#include <cstddef>

namespace rheobase::nerve {

inline constexpr double test_ms = 1;
/// Lengths of the stimuli of the charge-duration curve.
inline constexpr std::array<double, 5> charge_durations{0.2, 0.4, 0.6, 0.8, 1};
/// Intervals of the recovery cycle.
inline constexpr std::array<double, 18> recovery_intervals{2,  2.5, 3.2, 4,  5,  6.3, 7.9, 10,  13,
                                                           18, 24,  32,  42, 56, 75,  100, 140, 200};
/// Threshold electrotonus: a current of 100 ms, tested at these times after it began.
inline constexpr double electrotonus_ms = 100;
inline constexpr std::array<double, 4> electrotonus_percents{40, -40, 20, -20};
inline constexpr std::array<double, 27> electrotonus_delays{0,   1,   5,   10,  16,  20,  23,  31,  40,
                                                            50,  60,  70,  80,  90,  99,  100, 101, 110,
                                                            120, 130, 140, 150, 160, 170, 180, 190, 200};
/// Current-threshold relation: tested at the end of a current of 200 ms.
inline constexpr double current_threshold_ms = 200;
inline constexpr std::array<double, 16> current_percents{50,  40,  30,  20,  10,  0,   -10, -20,
                                                         -30, -40, -50, -60, -70, -80, -90, -100};
/// What a file or a chart counts from: conditioning begins at 10 ms.
inline constexpr double electrotonus_onset_ms = 10;

/// Everything one recording finds: thresholds in pA.
template <class Real>
struct Recording {
    Real rest_node, rest_internode;                   ///< mV
    Real threshold;                                   ///< of a 1 ms stimulus at rest
    std::array<Real, charge_durations.size()> charge; ///< thresholds at those lengths
    std::array<Real, recovery_intervals.size()> recovery;
    std::array<std::array<Real, electrotonus_delays.size()>, electrotonus_percents.size()> electrotonus;
    std::array<Real, current_percents.size()> current;
    Real node_leak_reversal, leak_reversal; ///< mV
    static constexpr std::size_t count = 5 + charge_durations.size() + recovery_intervals.size() +
                                         electrotonus_percents.size() * electrotonus_delays.size() +
                                         current_percents.size();
};

} // namespace rheobase::nerve
