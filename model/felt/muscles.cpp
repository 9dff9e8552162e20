#include "model/felt/muscles.hpp"

#include "model/felt/noticing.rows.hpp"
#include "model/twitch/muscle.hpp"

#include <algorithm>
#include <span>

namespace rheobase::felt {

namespace {

using Medium = nerve::Medium<double>;

bool ordinary_for_muscle(Medium const& blood) {
    auto const nearest = twitch::nearest_ordinary(blood);
    return blood.potassium == nearest.potassium && blood.calcium == nearest.calcium &&
           blood.magnesium == nearest.magnesium;
}

/// Of a muscle whose facts are all as the tables give them.
double usual_strength(Medium blood) {
    auto const facts = twitch::usual_muscle();
    auto const effort = [&](Medium medium) {
        medium.temperature = facts.force.warmth;
        return twitch::muscle(medium, facts).effort;
    };
    return effort(blood) / effort(twitch::nearest_ordinary(blood));
}

} // namespace

twitch::Interval strength(Asked const& asked, std::uint64_t seed) {
    twitch::Interval out{1, 1, 1};
    if (!ordinary_for_muscle(asked.median)) {
        std::array<Medium, 2> const bloods{asked.median, twitch::nearest_ordinary(asked.median)};
        auto const found = twitch::strength(bloods, static_cast<int>(noticing.muscle_rivals), seed);
        double const usual = found[1].p50;
        out = {found[0].p5 / usual, found[0].p50 / usual, found[0].p95 / usual};
    }
    for (auto const* end : {&asked.low, &asked.high}) {
        if (ordinary_for_muscle(*end))
            continue;
        double const there = usual_strength(*end);
        out.low = std::min(out.low, there);
        out.high = std::max(out.high, there);
    }
    return out;
}

} // namespace rheobase::felt
