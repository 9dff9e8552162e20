// Axons left alone for a while, side by side.
#pragma once

#include "model/nerve/axon_kernel.hpp"
#include "model/nerve/ensemble.hpp"

#include <span>
#include <vector>

namespace rheobase::nerve {

/// What one branch did, nobody stimulating.
struct Alone {
    double spikes = 0;
    double interval_mean = 0; ///< ms; unknown where it fired less than twice
    double interval_cv =
        0; ///< SD of its intervals over their mean; unknown where it fired less than three times
};

/// As many members as the kernel has lanes, or fewer, each in its situation, for so many seconds after the
/// warm-up. The noise is a function of the seed and the axon's number alone. `louder` multiplies the
/// noise.
std::vector<Alone> watch(AxonKernel const& kernel, std::span<Member const> members,
                         std::span<Situation<double> const> in, unsigned long long seed, double seconds,
                         double louder = 1);

} // namespace rheobase::nerve
