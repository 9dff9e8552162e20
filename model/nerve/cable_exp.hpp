// Two to the power x for the rates of gates, where most of a node's arithmetic goes: fewer terms than
// engine/lanes.hpp has for laws in general, and no guard at the ends of the range.
#pragma once

#include "engine/lanes.hpp"

namespace rheobase::nerve::cable {

inline constexpr double log2_e = 0x1.71547652b82fep0;

/// 2^x within 5e-11 of itself, for |x| < 1000. At x = 0 it is exactly 1, so that 1 - 2^x keeps its digits
/// near it.
template <int W>
RHEOBASE_INLINE engine::Lanes<W> two_to_the(engine::Lanes<W> x) {
    using L = engine::Lanes<W>;
    using Bits = typename L::Bits;
    // x = n + f; adding 1.5 * 2^52 leaves n in the low bits.
    L const shifter(0x1.8p52);
    L const shifted = x + shifter;
    L const f = x - (shifted - shifter);
    // The polynomial of degree 7 in f that is 1 at 0 and nearest to 2^f, |f| <= 1/2, in relative error.
    L const f2 = f * f;
    L const a = L(0.6931471807045319) + f * L(0.24022651066565193);
    L const b = L(0.05550410365992227) + f * L(0.009618038131476788);
    L const c = L(0.00133339350545628) + f * L(0.0001546675651855243);
    L const rest = a + f2 * (b + f2 * (c + f2 * L(1.5196157026996395e-05)));
    L const near = L(1.0) + f * rest;
    // 2^n times that: n is added to the exponent.
    return L(typename L::Vector(Bits(near.v) + (Bits(shifted.v) << 52)));
}

} // namespace rheobase::nerve::cable
