#include "model/twitch/muscle_rest.hpp"

#include "base/expects.hpp"
#include "base/number.hpp"
#include "model/twitch/muscle_lift.hpp"

#include <algorithm>

namespace rheobase::twitch {

namespace {

using One = engine::Lanes<1>;

/// mV: how finely roots are looked for, and how far beyond the potassium equilibrium. Far below it nothing
/// flows outward but what the pump moves, and far above it the delayed rectifier holds the fibre whatever
/// else there is.
constexpr double grid = 1, below = 40, above = 40, least_highest = 0;

struct Curve {
    Bath<One> bath;
    MembraneFacts<One> facts;
    double operator()(double potential) const { return steady_current(One(potential), bath, facts).lane(0); }
};

/// The root between two places of unlike sign, halved down to what a double can tell apart there.
double halved(Curve const& current, double low, double high) {
    bool const rises = current(low) < 0;
    for (int step = 0; step < 42; ++step) {
        double const middle = low + (high - low) / 2;
        ((current(middle) < 0) == rises ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

/// Simpson's rule.
double integral(Curve const& current, double from, double to) {
    constexpr int parts = 64;
    double const width = (to - from) / parts;
    double sum = current(from) + current(to);
    for (int i = 1; i < parts; ++i)
        sum += current(from + i * width) * (i % 2 == 1 ? 4 : 2);
    return sum * width / 3;
}

} // namespace

Rest rest(Bath<double> const& bath, MembraneFacts<double> const& facts) {
    Curve const current{lifted<One>(bath), lifted<One>(facts)};
    Rest found;
    double const lowest = bath.potassium_equilibrium - below;
    double const highest = std::max(least_highest, bath.potassium_equilibrium + above);
    double before = current(lowest);
    for (double at = lowest; at < highest; at += grid) {
        double const after = current(at + grid);
        if ((before < 0) != (after < 0))
            found.roots.push_back({halved(current, at, at + grid), before < after});
        before = after;
    }
    RHEOBASE_ENSURES(!found.roots.empty() && found.roots.front().stable && found.roots.back().stable);
    found.deeper_by = found.two_stable() ? integral(current, found.resting(), found.depolarised()) : unknown;
    return found;
}

} // namespace rheobase::twitch
