// One step of a stiff system for several people at once: RODAS3 (Sandu and others 1997), four stages of which three
// evaluate the rates, order 3, stiffly accurate and L-stable, so that a meal needs no restart and a mode of a minute
// does not limit a step of hours. The matrix is factored anew at each step, for each lane, in the pattern that the laws
// have.
#pragma once

#include "engine/sparsity.hpp"

namespace rheobase::engine {

/// The triangles of (1/(h gamma)) - J, in the packed places of an Elimination. Pivots are kept as reciprocals.
template <class Real, auto const& plan>
RHEOBASE_INLINE void factor(Real* a) {
    constexpr std::size_t n = plan.order.size();
    for (std::size_t turn = 0; turn < n; ++turn) {
        std::size_t const p = plan.order[turn];
        Real const inverse = Real(1.0) / a[plan.where[p][p]];
        a[plan.where[p][p]] = inverse;
        for (std::size_t s = plan.pivot_scales[turn]; s < plan.pivot_scales[turn + 1]; ++s) {
            auto const& scale = plan.scales[s];
            Real const ratio = a[scale.entry] * inverse;
            a[scale.entry] = ratio;
            for (std::size_t u = scale.first; u < scale.last; ++u) {
                auto const& update = plan.updates[u];
                a[update.target] = a[update.target] - ratio * a[update.right];
            }
        }
    }
}

/// x becomes the solution of the factored system with right side x.
template <class Real, auto const& plan>
RHEOBASE_INLINE void solve(Real const* a, Real* x) {
    constexpr std::size_t n = plan.order.size();
    for (std::size_t t = 0; t < plan.forward_count; ++t) {
        auto const& term = plan.forward[t];
        x[term.row] = x[term.row] - a[term.entry] * x[term.column];
    }
    for (std::size_t turn = 0; turn < n; ++turn) {
        std::size_t const p = plan.order[n - 1 - turn];
        Real sum = x[p];
        for (std::size_t t = plan.backward_rows[turn]; t < plan.backward_rows[turn + 1]; ++t)
            sum = sum - a[plan.backward[t].entry] * x[plan.backward[t].column];
        x[p] = sum * a[plan.where[p][p]];
    }
}

/// The method's own numbers, in the form of Hairer and Wanner (stages scaled by 1/h).
struct Rodas3 {
    static constexpr double gamma = 0.5;
};

/// Tries a step of h, which may be another in each lane: `next` becomes y at t + h, and `error` how far the embedded
/// solution of order 2 lies from it. `System` says what is integrated: `size`, `plan` (an Elimination), `rates(y, f)` and
/// `rates_and_slopes(y, f, a)`, which writes the negative Jacobian into the packed places.
template <class Real, class System>
RHEOBASE_INLINE void rodas3_try(System const& system, Real const& h, Real const* y, Real* next, Real* error) {
    constexpr auto const& plan = System::plan;
    constexpr std::size_t n = System::size;
    Real a[plan.entries], f[n], k1[n], k2[n], k3[n];
    Real const inverse_h = Real(1.0) / h;
    Real const diagonal = inverse_h * Real(1.0 / Rodas3::gamma);

    system.rates_and_slopes(y, f, a);
    for (std::size_t i = 0; i < n; ++i)
        a[plan.where[i][i]] = a[plan.where[i][i]] + diagonal;
    factor<Real, System::plan>(a);

    for (std::size_t i = 0; i < n; ++i)
        k1[i] = f[i];
    solve<Real, System::plan>(a, k1);

    Real const four_over_h = inverse_h * Real(4.0);
    for (std::size_t i = 0; i < n; ++i)
        k2[i] = f[i] + four_over_h * k1[i];
    solve<Real, System::plan>(a, k2);

    for (std::size_t i = 0; i < n; ++i)
        next[i] = y[i] + Real(2.0) * k1[i];
    system.rates(next, f);
    for (std::size_t i = 0; i < n; ++i)
        k3[i] = f[i] + inverse_h * (k1[i] - k2[i]);
    solve<Real, System::plan>(a, k3);

    for (std::size_t i = 0; i < n; ++i)
        next[i] = next[i] + k3[i];
    system.rates(next, error);
    for (std::size_t i = 0; i < n; ++i)
        error[i] = error[i] + inverse_h * ((k1[i] - k2[i]) - Real(8.0 / 3) * k3[i]);
    solve<Real, System::plan>(a, error);
    for (std::size_t i = 0; i < n; ++i)
        next[i] = next[i] + error[i];
}

/// Takes y from t to t + h, whatever the error.
template <class Real, class System>
RHEOBASE_INLINE void rodas3_step(System const& system, double h, Real* y) {
    constexpr std::size_t n = System::size;
    Real next[n], error[n];
    rodas3_try(system, Real(h), y, next, error);
    for (std::size_t i = 0; i < n; ++i)
        y[i] = next[i];
}

/// One step of a damped Newton search for the state at which `relaxed` rates vanish: implicit Euler over `h`, which tends
/// to Newton's step as h grows.
template <class Real, class System>
RHEOBASE_INLINE void relax_step(System const& system, double h, Real* y) {
    constexpr auto const& plan = System::plan;
    constexpr std::size_t n = System::size;
    Real a[plan.entries], f[n];
    system.rates_and_slopes(y, f, a);
    for (std::size_t i = 0; i < n; ++i)
        a[plan.where[i][i]] = a[plan.where[i][i]] + Real(1.0 / h);
    factor<Real, System::plan>(a);
    solve<Real, System::plan>(a, f);
    for (std::size_t i = 0; i < n; ++i)
        y[i] = y[i] + f[i];
}

} // namespace rheobase::engine
