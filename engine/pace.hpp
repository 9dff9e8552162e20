// A step of the common grid, checked: whoever it was too long for takes it in parts as short as an accuracy asks for, while
// the others, who have arrived, wait. A lane's parts depend on that lane alone, so its result does not depend on the
// company.
#pragma once

#include "engine/curves.hpp"
#include "engine/rosenbrock.hpp"

#include <limits>

namespace rheobase::engine {

struct Accuracy {
    /// Error that one step may seem to add, against the size of a state. What seems to is the error of a method one order
    /// lower: at this bound the step itself adds a hundredth of it or less (docs/solver.md). It is there to catch the step
    /// that went wrong.
    double relative = 0.002;
    double floor = 1e-3;    ///< a state counts as at least this share of its usual size
    double passing = 1;     ///< what is on its way counts as this share of it besides: hours leave a trace
    double tally = 0.1;     ///< what only adds up counts as this share of its usual size, however long it has added up
    double least = 1e-7;    ///< what asks for less than this cannot be followed
};

namespace pace {

// How a step follows from the last one's error: the fourth root, with a margin, and no leaps.
inline constexpr double margin = 0.9, slowest = 0.1, fastest = 5, retreat = 0.7;

template <int W>
RHEOBASE_INLINE Lanes<W> change(Lanes<W> error) {
    Lanes<W> const tiny(1e-12);
    Lanes<W> const wanted = Lanes<W>(margin) * exp<W>(log<W>(larger<W>(error, tiny)) * Lanes<W>(-1.0 / 4));
    return smaller<W>(larger<W>(wanted, Lanes<W>(slowest)), Lanes<W>(fastest));
}

template <int W>
RHEOBASE_INLINE bool any_above(Lanes<W> x, double bound) {
    bool any = false;
    for (int lane = 0; lane < W; ++lane)
        any = any || x.lane(lane) > bound;
    return any;
}

} // namespace pace

/// Takes y over `span`, in one step where its error allows.
/// `System::usual[i]` is the usual size of state i, `System::tallies[i]` says whether no rate depends on it,
/// `System::stores[i]` whether it cannot be less than nothing, `System::passing[i]` whether it is on its way. A lane that
/// cannot be followed becomes NaN.
template <int W, class System>
RHEOBASE_INLINE void follow(System const& system, Accuracy const& accuracy, double span, Lanes<W>* y) {
    using Real = Lanes<W>;
    constexpr std::size_t n = System::size;
    Real next[n], error[n];
    Real left(span), step(span);
    Real const one(1.0), zero(0.0), half(0.5), least(accuracy.least), hopeless_error(1e30), overdrawn(100.0);
    Real const unfollowed(std::numeric_limits<double>::quiet_NaN());
    while (pace::any_above(left, 0.0)) {
        // Two equal steps rather than one and a crumb; a lane that has arrived goes through the motions.
        Real const last = larger<W>(select<W>(left > step, left * half, left), least);
        Real const h = select<W>(left < step * Real(2.0), last, step);
        rodas4_try(system, h, y, next, error);
        Real worst(0.0);
        for (std::size_t i = 0; i < n; ++i) {
            Real const grown = larger<W>(y[i], -y[i]) + larger<W>(next[i], -next[i]);
            double const least_share = System::passing[i] ? accuracy.passing : accuracy.floor;
            Real const size = System::tallies[i] ? Real(accuracy.tally * System::usual[i])
                                                 : half * grown + Real(least_share * System::usual[i]);
            Real const share = larger<W>(error[i], -error[i]) / (Real(accuracy.relative) * size);
            // What is no number is the worst.
            worst = larger<W>(worst, select<W>(share < hopeless_error, share, hopeless_error));
            // An overdrawn store is a step that ran straight on where the law turns, which its error may not show.
            if (System::stores[i])
                worst = larger<W>(worst, select<W>(next[i] < Real(-accuracy.floor * System::usual[i]), overdrawn, zero));
        }
        auto const passed = worst < one;
        auto const moving = left > zero;
        auto const hopeless = ~passed & (h < least * Real(1.5));
        Real const change = pace::change(worst);
        // A step cut short by the end says nothing against longer ones.
        Real const after = select<W>(h < step, larger<W>(step, h * change), h * change);
        Real const again = larger<W>(h * smaller<W>(change, Real(pace::retreat)), least);
        step = select<W>(moving, select<W>(passed, after, again), step);
        for (std::size_t i = 0; i < n; ++i)
            y[i] = select<W>(moving, select<W>(passed, next[i], select<W>(hopeless, unfollowed, y[i])), y[i]);
        left = select<W>(moving, select<W>(passed, left - h, select<W>(hopeless, zero, left)), left);
    }
}

} // namespace rheobase::engine
