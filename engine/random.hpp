// Chance without a state: a draw is a function of the seed, the person and the name of what is drawn
// (Philox4x32-10 of Random123; Salmon and others, Parallel random numbers: as easy as 1, 2, 3, 2011). So the
// same person comes back in every experiment, whoever else takes part and whatever else is drawn.
#pragma once

#include "engine/normal_quantile.hpp"

#include <Random123/philox.h>

#include <cstdint>
#include <string_view>

namespace rheobase::engine {

/// The key of what is drawn, from its name (FNV-1a).
constexpr std::uint64_t fact_key(std::string_view name) {
    std::uint64_t key = 0xcbf29ce484222325u;
    for (char const c : name)
        key = (key ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return key;
}

/// Evenly between 0 and 1, neither of them included. `turn` tells repeated draws of one fact apart, such as
/// one measurement from the next.
inline double uniform(std::uint64_t seed, std::uint32_t person, std::uint64_t key, std::uint32_t turn = 0) {
    auto const low = [](std::uint64_t bits) { return static_cast<std::uint32_t>(bits); };
    auto const high = [](std::uint64_t bits) { return static_cast<std::uint32_t>(bits >> 32); };
    r123::Philox4x32::ctr_type const counter{{low(key), high(key), person, turn}};
    r123::Philox4x32::key_type const of_seed{{low(seed), high(seed)}};
    auto const words = r123::Philox4x32{}(counter, of_seed);
    // 52 bits and a half: with 53, the largest would round to 1.
    std::uint64_t const bits = (std::uint64_t{words[0]} << 32 | words[1]) >> 12;
    return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

inline double standard_normal(std::uint64_t seed, std::uint32_t person, std::uint64_t key,
                              std::uint32_t turn = 0) {
    return normal_quantile(uniform(seed, person, key, turn));
}

} // namespace rheobase::engine
