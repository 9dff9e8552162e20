// The percentile of a crowd whose people do not all count alike.
#pragma once

#include "base/number.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace rheobase::engine {

/// The value below which this share of the weight lies. Each value stands in the middle of its own weight;
/// between two of them runs a straight line. Unknown values and weights of zero do not count; unknown where
/// nothing counts.
inline double weighted_percentile(std::span<double const> values, std::span<double const> weights,
                                  double share) {
    std::vector<std::pair<double, double>> known_ones;
    double total = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        if (known(values[i]) && weights[i] > 0) {
            known_ones.emplace_back(values[i] + 0.0, weights[i]); // minus zero and zero are one value
            total += weights[i];
        }
    if (known_ones.empty())
        return unknown;
    std::sort(known_ones.begin(), known_ones.end());
    double const wanted = share * total;
    double before = 0, last_place = 0, last_value = known_ones.front().first;
    for (auto const& [value, weight] : known_ones) {
        double const place = before + weight / 2;
        if (place >= wanted)
            return before == 0
                       ? value
                       : last_value + (value - last_value) * (wanted - last_place) / (place - last_place);
        before += weight;
        last_place = place;
        last_value = value;
    }
    return last_value;
}

} // namespace rheobase::engine
