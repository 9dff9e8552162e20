#include "model/ions/percentiles.hpp"

#include "engine/elementary.hpp"
#include "engine/normal_quantile.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace rheobase::ions {

namespace {

constexpr std::array<double, 5> shares{0.10, 0.25, 0.50, 0.75, 0.90};

constexpr std::array<double, 5> places = [] {
    std::array<double, 5> z{};
    for (std::size_t i = 0; i < shares.size(); ++i)
        z[i] = engine::normal_quantile(shares[i]);
    return z;
}();

} // namespace

double value_at(Percentiles const& known, double z) {
    std::array<double, 5> const values{known.p10, known.p25, known.p50, known.p75, known.p90};
    std::size_t left = 0;
    while (left + 2 < places.size() && z > places[left + 1])
        ++left;
    double const way = (z - places[left]) / (places[left + 1] - places[left]);
    double const low = values[left], high = values[left + 1];
    if (low > 0)
        return engine::exp(engine::log(low) + way * (engine::log(high) - engine::log(low)));
    return std::max(0.0, low + way * (high - low));
}

} // namespace rheobase::ions
