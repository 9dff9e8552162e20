// Chances as odds, and intervals that grow by one uncertain thing after another.
#pragma once

#include "engine/elementary.hpp"
#include "model/twitch/interval.hpp"

namespace rheobase::twitch {

/// Logarithm of the odds; finite for chances of none and one.
inline double log_odds(double chance) {
    double const least = 1e-9;
    double const inside = std::clamp(chance, least, 1 - least);
    return engine::log(inside / (1 - inside));
}

inline double chance_of(double log_odds) {
    return 1 / (1 + engine::exp(-log_odds));
}

/// Uncertain things that have nothing to do with one another widen in quadrature, below and above the middle
/// apart.
struct Around {
    double mid = 0, down = 0, up = 0; ///< the middle; squared distances below and above it

    /// Where one thing at its two ends takes the answer. Returns the square of the width it makes alone.
    double add(double one, double other) {
        double const lowest = std::min({one, other, mid}) - mid, highest = std::max({one, other, mid}) - mid;
        down += lowest * lowest;
        up += highest * highest;
        return (highest - lowest) * (highest - lowest);
    }
    double low() const { return mid - engine::sqrt(down); }
    double high() const { return mid + engine::sqrt(up); }
};

} // namespace rheobase::twitch
