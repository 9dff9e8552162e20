// One step of a stiff system for several people at once: RODAS (Hairer and Wanner 1996), six stages, order 4, stiffly
// accurate and L-stable, so that a meal needs no restart and a mode of a minute does not limit a step of hours. The
// matrix is factored anew at each step, for each lane, in the pattern that the laws have.
#pragma once

#include "engine/sparsity.hpp"

namespace rheobase::engine {

// Every place of the plan is known while compiling, so the sums below unroll into loads, products and stores. They and
// the rates are called, not inlined, since six copies of them would not fit where a core keeps its instructions; and they
// are static, so that each file that was compiled for an instruction set has its own.

/// The triangles of (1/(h gamma)) - J, in the packed places of an Elimination. Pivots are kept as reciprocals.
template <class Real, auto const& plan>
[[gnu::noinline]] static void factor(Real* __restrict a) {
    diff::each<plan.order.size()>([&](auto turn) __attribute__((always_inline)) {
        constexpr std::size_t p = plan.order[turn], first = plan.pivot_scales[turn];
        Real const inverse = Real(1.0) / a[plan.where[p][p]];
        a[plan.where[p][p]] = inverse;
        diff::each<plan.pivot_scales[turn + 1] - first>([&](auto s) __attribute__((always_inline)) {
            constexpr auto scale = plan.scales[first + s];
            Real const ratio = a[scale.entry] * inverse;
            a[scale.entry] = ratio;
            diff::each<scale.last - scale.first>([&](auto u) __attribute__((always_inline)) {
                constexpr auto update = plan.updates[scale.first + u];
                a[update.target] = a[update.target] - ratio * a[update.right];
            });
        });
    });
}

/// x becomes the solution of the factored system with right side x.
template <class Real, auto const& plan>
[[gnu::noinline]] static void solve(Real const* __restrict a, Real* __restrict x) {
    constexpr std::size_t n = plan.order.size();
    diff::each<plan.forward_count>([&](auto t) __attribute__((always_inline)) {
        constexpr auto term = plan.forward[t];
        x[term.row] = x[term.row] - a[term.entry] * x[term.column];
    });
    diff::each<n>([&](auto turn) __attribute__((always_inline)) {
        constexpr std::size_t p = plan.order[n - 1 - turn], first = plan.backward_rows[turn];
        Real sum = x[p];
        diff::each<plan.backward_rows[turn + 1] - first>([&](auto t) __attribute__((always_inline)) {
            constexpr auto term = plan.backward[first + t];
            sum = sum - a[term.entry] * x[term.column];
        });
        x[p] = sum * a[plan.where[p][p]];
    });
}

template <class Real, class System>
[[gnu::noinline]] static void rates_of(System const& system, Real const* y, Real* f) {
    system.rates(y, f);
}

/// The method's own numbers, in the form of Hairer and Wanner (stages scaled by 1/h).
struct Rodas4 {
    static constexpr double gamma = 0.25;
    static constexpr std::size_t stages = 6;
    /// Where the rates of a stage are evaluated: y plus these parts of the stages before. The last is the result, but for
    /// the last stage itself.
    static constexpr double reach[stages][stages - 1] = {
        {},
        {1.544},
        {0.9466785280815826, 0.2557011698983284},
        {3.314825187068521, 2.896124015972201, 0.9986419139977817},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950},
        {1.221224509226641, 6.019134481288629, 12.53708332932087, -0.6878860361058950, 1}};
    /// What a stage takes over from the slopes of those before, over h.
    static constexpr double coupling[stages][stages - 1] = {
        {},
        {-5.6688},
        {-2.430093356833875, -0.2063599157091915},
        {-0.1073529058151375, -9.594562251023355, -20.47028614809616},
        {7.496443313967647, -10.24680431464352, -33.99990352819905, 11.70890893206160},
        {8.083246795921522, -7.981132988064893, -31.52159432874371, 16.31930543123136, -6.058818238834054}};
};

/// From y at t to `next` at t + h, and the `error` that a method one order lower would have made. h may differ between
/// lanes. `System` says what is integrated: `size`, `plan` (an Elimination), `rates(y, f)` and `rates_and_slopes(y, f, a)`,
/// which writes the negative Jacobian into the packed places.
template <class Real, class System>
RHEOBASE_INLINE void rodas4_try(System const& system, Real const& h, Real const* y, Real* next, Real* error) {
    constexpr auto const& plan = System::plan;
    constexpr std::size_t n = System::size;
    Real a[plan.entries], k[Rodas4::stages][n];
    Real const inverse_h = Real(1.0) / h;
    Real const diagonal = inverse_h * Real(1.0 / Rodas4::gamma);

    system.rates_and_slopes(y, k[0], a);
    for (std::size_t i = 0; i < n; ++i)
        a[plan.where[i][i]] = a[plan.where[i][i]] + diagonal;
    factor<Real, System::plan>(a);
    solve<Real, System::plan>(a, k[0]);

    diff::each<Rodas4::stages - 1>([&](auto before) __attribute__((always_inline)) {
        constexpr std::size_t s = decltype(before)::value + 1;
        if constexpr (s + 1 < Rodas4::stages) {
            for (std::size_t i = 0; i < n; ++i) {
                Real sum = y[i];
                diff::each<s>([&](auto j) __attribute__((always_inline)) {
                    sum = sum + Real(Rodas4::reach[s][j]) * k[j][i];
                });
                next[i] = sum;
            }
        } else {
            for (std::size_t i = 0; i < n; ++i)
                next[i] = next[i] + k[s - 1][i];
        }
        rates_of<Real>(system, next, k[s]);
        Real taken[s];
        diff::each<s>([&](auto j) __attribute__((always_inline)) { taken[j] = inverse_h * Real(Rodas4::coupling[s][j]); });
        for (std::size_t i = 0; i < n; ++i) {
            Real sum = k[s][i];
            diff::each<s>([&](auto j) __attribute__((always_inline)) { sum = sum + taken[j] * k[j][i]; });
            k[s][i] = sum;
        }
        solve<Real, System::plan>(a, k[s]);
    });
    for (std::size_t i = 0; i < n; ++i) {
        error[i] = k[Rodas4::stages - 1][i];
        next[i] = next[i] + error[i];
    }
}

/// Takes y from t to t + h in one step, whatever the error.
template <class Real, class System>
RHEOBASE_INLINE void rodas4_step(System const& system, double h, Real* y) {
    constexpr std::size_t n = System::size;
    Real next[n], error[n];
    rodas4_try(system, Real(h), y, next, error);
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
