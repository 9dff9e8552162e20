// Where a muscle fibre's potential can stay: the roots of its steady current. A healthy fibre has one. With
// little potassium outside the inward rectifier shuts before it can hold the fibre, and a second one appears
// near -60 mV, where sodium channels are inactivated: paralysis by low potassium. Between the two lies a root
// at which nothing stays.
#pragma once

#include "model/twitch/muscle_membrane.hpp"

#include <vector>

namespace rheobase::twitch {

struct Root {
    double potential = 0; ///< mV
    bool stable = false;  ///< a push away from it dies out
};

struct Rest {
    std::vector<Root> roots; ///< from the most negative
    /// nW/cm2 by which the well of the most negative stable root is deeper than that of the least negative:
    /// the steady current integrated from one to the other. Unknown where there is one.
    double deeper_by = 0;
    double resting() const { return roots.front().potential; }
    double depolarised() const { return roots.back().potential; }
    bool two_stable() const { return roots.size() > 1; }
};

/// Every root from 40 mV below the potassium equilibrium to 0 mV (or 40 above it, if that is more), within
/// 1e-9 mV; two roots less than 1 mV apart may be missed together. There is always one that is stable.
Rest rest(Bath<double> const& bath, MembraneFacts<double> const& facts);

} // namespace rheobase::twitch
