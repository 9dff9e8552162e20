// A number with its derivatives by some of the states. Which states is part of the type, so that a law written once
// yields exactly the slopes it has, and no zero is ever stored, multiplied or added.
#pragma once

#include "engine/lanes.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace rheobase::engine {

/// A set of states: bit i stands for state i.
using StateSet = std::uint64_t;

constexpr StateSet only(std::size_t state) { return StateSet{1} << state; }
constexpr bool holds(StateSet set, std::size_t state) { return (set >> state) & 1; }
/// Place of a state among those of the set, counted from the lowest.
constexpr std::size_t place_in(StateSet set, std::size_t state) {
    return static_cast<std::size_t>(std::popcount(set & (only(state) - 1)));
}
constexpr std::size_t state_at(StateSet set, std::size_t place) {
    for (std::size_t skipped = 0; skipped < place; ++skipped)
        set &= set - 1;
    return static_cast<std::size_t>(std::countr_zero(set));
}

template <class Real, StateSet S>
struct Diff {
    static constexpr StateSet states = S;
    static constexpr std::size_t count = static_cast<std::size_t>(std::popcount(S));
    Real value;
    Real slope[count];
};

namespace diff {

// f(place) for each place of the set, unrolled.
template <std::size_t N, class F>
RHEOBASE_INLINE constexpr void each(F const& f) {
    [&]<std::size_t... K>(std::index_sequence<K...>) __attribute__((always_inline)) {
        (f(std::integral_constant<std::size_t, K>{}), ...);
    }(std::make_index_sequence<N>{});
}

/// The chain rule for a function of one number.
template <class Real, StateSet S>
RHEOBASE_INLINE constexpr Diff<Real, S> chain(Real value, Real derivative, Diff<Real, S> const& x) {
    Diff<Real, S> y;
    y.value = value;
    each<Diff<Real, S>::count>([&](auto k) __attribute__((always_inline)) {
        y.slope[k] = derivative * x.slope[k];
    });
    return y;
}

/// The chain rule for a function of two numbers.
template <class Real, StateSet A, StateSet B>
RHEOBASE_INLINE constexpr Diff<Real, A | B> chain(Real value, Real by_a, Diff<Real, A> const& a, Real by_b,
                                                  Diff<Real, B> const& b) {
    Diff<Real, A | B> y;
    y.value = value;
    each<Diff<Real, A | B>::count>([&](auto k) __attribute__((always_inline)) {
        constexpr std::size_t state = state_at(A | B, decltype(k)::value);
        if constexpr (holds(A, state) && holds(B, state))
            y.slope[k] = by_a * a.slope[place_in(A, state)] + by_b * b.slope[place_in(B, state)];
        else if constexpr (holds(A, state))
            y.slope[k] = by_a * a.slope[place_in(A, state)];
        else
            y.slope[k] = by_b * b.slope[place_in(B, state)];
    });
    return y;
}

/// Slopes of a + sign b, which need no multiplication.
template <bool Minus, class Real, StateSet A, StateSet B>
RHEOBASE_INLINE constexpr Diff<Real, A | B> sum(Diff<Real, A> const& a, Diff<Real, B> const& b) {
    Diff<Real, A | B> y;
    y.value = Minus ? a.value - b.value : a.value + b.value;
    each<Diff<Real, A | B>::count>([&](auto k) __attribute__((always_inline)) {
        constexpr std::size_t state = state_at(A | B, decltype(k)::value);
        if constexpr (holds(A, state) && holds(B, state)) {
            Real const x = a.slope[place_in(A, state)], z = b.slope[place_in(B, state)];
            y.slope[k] = Minus ? x - z : x + z;
        } else if constexpr (holds(A, state))
            y.slope[k] = a.slope[place_in(A, state)];
        else
            y.slope[k] = Minus ? -b.slope[place_in(B, state)] : b.slope[place_in(B, state)];
    });
    return y;
}

} // namespace diff

template <class Real, StateSet A, StateSet B>
RHEOBASE_INLINE constexpr auto operator+(Diff<Real, A> const& a, Diff<Real, B> const& b) {
    return diff::sum<false>(a, b);
}
template <class Real, StateSet A, StateSet B>
RHEOBASE_INLINE constexpr auto operator-(Diff<Real, A> const& a, Diff<Real, B> const& b) {
    return diff::sum<true>(a, b);
}
template <class Real, StateSet A, StateSet B>
RHEOBASE_INLINE constexpr auto operator*(Diff<Real, A> const& a, Diff<Real, B> const& b) {
    return diff::chain(a.value * b.value, b.value, a, a.value, b);
}
template <class Real, StateSet A, StateSet B>
RHEOBASE_INLINE constexpr auto operator/(Diff<Real, A> const& a, Diff<Real, B> const& b) {
    Real const inverse = Real(1.0) / b.value;
    Real const value = a.value * inverse;
    return diff::chain(value, inverse, a, -(value * inverse), b);
}
template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator-(Diff<Real, A> const& a) {
    return diff::chain(-a.value, Real(-1.0), a);
}

template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator+(Diff<Real, A> a, std::type_identity_t<Real> b) {
    a.value = a.value + b;
    return a;
}
template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator+(std::type_identity_t<Real> b, Diff<Real, A> a) {
    a.value = b + a.value;
    return a;
}
template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator-(Diff<Real, A> a, std::type_identity_t<Real> b) {
    a.value = a.value - b;
    return a;
}
template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator-(std::type_identity_t<Real> b, Diff<Real, A> const& a) {
    return diff::chain(b - a.value, Real(-1.0), a);
}
template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator*(Diff<Real, A> const& a, std::type_identity_t<Real> b) {
    return diff::chain(a.value * b, b, a);
}
template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator*(std::type_identity_t<Real> b, Diff<Real, A> const& a) {
    return diff::chain(b * a.value, b, a);
}
template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator/(Diff<Real, A> const& a, std::type_identity_t<Real> b) {
    Real const inverse = Real(1.0) / b;
    return diff::chain(a.value * inverse, inverse, a);
}
template <class Real, StateSet A>
RHEOBASE_INLINE constexpr auto operator/(std::type_identity_t<Real> b, Diff<Real, A> const& a) {
    Real const inverse = Real(1.0) / a.value;
    Real const value = b * inverse;
    return diff::chain(value, -(value * inverse), a);
}

} // namespace rheobase::engine
