// The curves that rate laws are made of, for plain numbers and for numbers with slopes alike.
#pragma once

#include "engine/diff.hpp"

namespace rheobase::engine {

template <int W>
RHEOBASE_INLINE Lanes<W> reciprocal(Lanes<W> x) {
    return Lanes<W>(1.0) / x;
}

/// x to a power that depends on no state, for x > 0.
template <int W>
RHEOBASE_INLINE Lanes<W> power(Lanes<W> x, std::type_identity_t<Lanes<W>> exponent) {
    return exp<W>(exponent * log<W>(x));
}

/// ln(1 + e^x): nothing far below zero, x far above, and smooth between.
template <int W>
RHEOBASE_INLINE Lanes<W> softplus(Lanes<W> x) {
    Lanes<W> const zero(0.0);
    Lanes<W> const fading = exp<W>(-larger<W>(x, -x));
    return larger<W>(x, zero) + log<W>(Lanes<W>(1.0) + fading);
}

template <int W>
RHEOBASE_INLINE Lanes<W> positive_part(Lanes<W> x) {
    return larger<W>(x, Lanes<W>(0.0));
}

/// The value alone, whatever the kind of number.
template <int W>
RHEOBASE_INLINE Lanes<W> value_of(Lanes<W> x) {
    return x;
}
template <class Real, StateSet S>
RHEOBASE_INLINE constexpr Real value_of(Diff<Real, S> const& x) {
    return x.value;
}

template <class Real, StateSet S>
RHEOBASE_INLINE constexpr auto exp(Diff<Real, S> const& x) {
    Real const value = exp(x.value);
    return diff::chain(value, value, x);
}

template <class Real, StateSet S>
RHEOBASE_INLINE constexpr auto log(Diff<Real, S> const& x) {
    return diff::chain(log(x.value), reciprocal(x.value), x);
}

template <class Real, StateSet S>
RHEOBASE_INLINE constexpr auto power(Diff<Real, S> const& x, std::type_identity_t<Real> exponent) {
    Real const value = power(x.value, exponent);
    // A soft excess far below its threshold is exactly nothing, where the slope is nothing too and not 0 / 0.
    return diff::chain(value, exponent * value / larger(x.value, Real(1e-150)), x);
}

template <class Real, StateSet S>
RHEOBASE_INLINE constexpr auto softplus(Diff<Real, S> const& x) {
    // The slope of ln(1 + e^x) is 1 / (1 + e^-x).
    return diff::chain(softplus(x.value), reciprocal(Real(1.0) + exp(-x.value)), x);
}

template <class Real, StateSet S>
RHEOBASE_INLINE constexpr auto positive_part(Diff<Real, S> const& x) {
    return diff::chain(positive_part(x.value), step(x.value), x);
}

/// 1 where x > 0, else 0.
template <int W>
RHEOBASE_INLINE Lanes<W> step(Lanes<W> x) {
    return select<W>(x > Lanes<W>(0.0), Lanes<W>(1.0), Lanes<W>(0.0));
}

/// x^n / (x^n + half^n): the share of receptors that are filled.
template <class X, class Half, class Exponent>
RHEOBASE_INLINE constexpr auto hill(X const& x, Half const& half, Exponent const& n) {
    auto const raised = power(x / half, n);
    return raised / (raised + 1.0);
}

/// x where x is about 1, and never more than `most`.
template <class X, class Most>
RHEOBASE_INLINE constexpr auto up_to(X const& x, Most const& most) {
    return most * x / (x + (most - 1.0));
}

/// x / (x + half).
template <class X, class Half>
RHEOBASE_INLINE constexpr auto saturation(X const& x, Half const& half) {
    return x / (x + half);
}

} // namespace rheobase::engine
