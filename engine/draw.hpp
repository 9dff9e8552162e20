// The value of a fact for one person of a crowd.
#pragma once

#include "base/spread.hpp"
#include "engine/random.hpp"

namespace rheobase::engine {

/// The sigma of a lognormal with this coefficient of variation.
constexpr double lognormal_sigma(double cv) {
    return sqrt(log(1 + cv * cv));
}

/// Depends on seed, person and the fact's name alone. A lognormal has the fact's value as its median; a
/// normal is cut at three standard deviations, where a body that far from the usual would be a slip of
/// chance.
inline double draw(FactSpread const& fact, std::uint64_t seed, std::uint32_t person) {
    auto const& [shape, first, second] = fact.variation;
    if (shape == Shape::fixed)
        return fact.value;
    double const share = uniform(seed, person, fact_key(fact.name));
    switch (shape) {
    case Shape::lognormal:
        return fact.value * exp(lognormal_sigma(first) * normal_quantile(share));
    case Shape::normal: {
        constexpr double cut_off = normal_below(-3);
        return fact.value + first * normal_quantile(cut_off + share * (1 - 2 * cut_off));
    }
    case Shape::range:
        return first + share * (second - first);
    case Shape::choice:
        return share < first ? 1 : 0;
    case Shape::fixed:
        break;
    }
    return fact.value;
}

} // namespace rheobase::engine
