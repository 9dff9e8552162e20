// A conclusion is never a point: what rival assumptions and the spread of facts leave open stands beside the
// middle.
#pragma once

#include "base/number.hpp"

#include <algorithm>

namespace rheobase::twitch {

/// low <= mid <= high, all in one unit; unknown where nothing can be said.
struct Interval {
    double low = unknown, mid = unknown, high = unknown;
};

/// Three values in order of size, whichever end they were worked out for.
inline Interval in_order(double a, double mid, double b) {
    return {std::min({a, mid, b}), mid, std::max({a, mid, b})};
}

inline bool known(Interval const& x) {
    return rheobase::known(x.low) && rheobase::known(x.mid) && rheobase::known(x.high);
}
using rheobase::known;

/// Which of its three values an uncertain thing takes.
enum class End { low, mid, high };

inline double at(Interval const& x, End end) {
    return end == End::low ? x.low : end == End::mid ? x.mid : x.high;
}

} // namespace rheobase::twitch
