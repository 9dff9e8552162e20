// Several people side by side in one register: W doubles that add, multiply and compare as one. Whatever W, each lane
// sees the same operations in the same order, so a person's result does not depend on the company.
#pragma once

#include <cstdint>

namespace rheobase::engine {

// Everything that touches lanes is inlined into the one function that was compiled for an instruction set, so that no
// machine ever meets an instruction it lacks.
#define RHEOBASE_INLINE [[gnu::always_inline]] inline

// A vector_size that depends on a template's parameter silently becomes a plain double in GCC 12: hence one by one.
template <int W>
struct LaneVector;
template <>
struct LaneVector<1> {
    typedef double Type __attribute__((vector_size(8)));
    typedef std::int64_t Bits __attribute__((vector_size(8)));
    typedef double Loose __attribute__((vector_size(8), aligned(8), may_alias));
};
template <>
struct LaneVector<2> {
    typedef double Type __attribute__((vector_size(16)));
    typedef std::int64_t Bits __attribute__((vector_size(16)));
    typedef double Loose __attribute__((vector_size(16), aligned(8), may_alias));
};
template <>
struct LaneVector<4> {
    typedef double Type __attribute__((vector_size(32)));
    typedef std::int64_t Bits __attribute__((vector_size(32)));
    typedef double Loose __attribute__((vector_size(32), aligned(8), may_alias));
};
template <>
struct LaneVector<8> {
    typedef double Type __attribute__((vector_size(64)));
    typedef std::int64_t Bits __attribute__((vector_size(64)));
    typedef double Loose __attribute__((vector_size(64), aligned(8), may_alias));
};

template <int W>
struct Lanes {
    using Vector = typename LaneVector<W>::Type;
    using Bits = typename LaneVector<W>::Bits;
    static constexpr int width = W;

    Vector v;

    Lanes() = default;
    RHEOBASE_INLINE Lanes(double same) : v(Vector{} + same) {}
    RHEOBASE_INLINE explicit Lanes(Vector vector) : v(vector) {}
    RHEOBASE_INLINE static Lanes load(double const* from) {
        return Lanes(Vector(*reinterpret_cast<typename LaneVector<W>::Loose const*>(from)));
    }
    RHEOBASE_INLINE void store(double* to) const {
        *reinterpret_cast<typename LaneVector<W>::Loose*>(to) = v;
    }
    RHEOBASE_INLINE double lane(int i) const { return v[i]; }

    RHEOBASE_INLINE friend Lanes operator+(Lanes a, Lanes b) { return Lanes(a.v + b.v); }
    RHEOBASE_INLINE friend Lanes operator-(Lanes a, Lanes b) { return Lanes(a.v - b.v); }
    RHEOBASE_INLINE friend Lanes operator*(Lanes a, Lanes b) { return Lanes(a.v * b.v); }
    RHEOBASE_INLINE friend Lanes operator/(Lanes a, Lanes b) { return Lanes(a.v / b.v); }
    RHEOBASE_INLINE friend Lanes operator-(Lanes a) { return Lanes(-a.v); }
    RHEOBASE_INLINE friend Bits operator<(Lanes a, Lanes b) { return Bits(a.v < b.v); }
    RHEOBASE_INLINE friend Bits operator>(Lanes a, Lanes b) { return Bits(a.v > b.v); }
};

template <int W>
RHEOBASE_INLINE Lanes<W> select(typename Lanes<W>::Bits where, Lanes<W> yes, Lanes<W> no) {
    using Bits = typename Lanes<W>::Bits;
    using Vector = typename Lanes<W>::Vector;
    return Lanes<W>(Vector((Bits(yes.v) & where) | (Bits(no.v) & ~where)));
}

template <int W>
RHEOBASE_INLINE Lanes<W> larger(Lanes<W> a, Lanes<W> b) {
    return select<W>(a > b, a, b);
}

template <int W>
RHEOBASE_INLINE Lanes<W> smaller(Lanes<W> a, Lanes<W> b) {
    return select<W>(a < b, a, b);
}

/// e to the power x within 1e-15 of itself, for |x| < 708; beyond, the value at that bound.
template <int W>
RHEOBASE_INLINE Lanes<W> exp(Lanes<W> x) {
    using L = Lanes<W>;
    using Bits = typename L::Bits;
    x = larger<W>(smaller<W>(x, L(708.0)), L(-708.0));
    // x = n ln 2 + r; adding 1.5 * 2^52 leaves n in the low bits, where no conversion instruction is needed.
    L const shifter(0x1.8p52);
    L const shifted = x * L(0x1.71547652b82fep0) + shifter;
    L const n = shifted - shifter;
    L const r = (x - n * L(0x1.62e42fee00000p-1)) - n * L(0x1.a39ef35793c76p-33);
    L const r2 = r * r;
    L const r4 = r2 * r2;
    L const low = (L(1.0) + r) + r2 * (L(1.0 / 2) + r * L(1.0 / 6));
    L const middle = (L(1.0 / 24) + r * L(1.0 / 120)) + r2 * (L(1.0 / 720) + r * L(1.0 / 5040));
    L const high = (L(1.0 / 40320) + r * L(1.0 / 362880)) + r2 * (L(1.0 / 3628800) + r * L(1.0 / 39916800));
    L const highest = L(1.0 / 479001600) + r * L(1.0 / 6227020800);
    L const sum = low + r4 * (middle + r4 * (high + r4 * highest));
    Bits const power = (Bits(shifted.v) + 1023) << 52;
    return L(sum.v * typename L::Vector(power));
}

/// The natural logarithm of x within 1e-15, for normal x > 0; of anything less, the value at the smallest normal number.
template <int W>
RHEOBASE_INLINE Lanes<W> log(Lanes<W> x) {
    using L = Lanes<W>;
    using Bits = typename L::Bits;
    x = larger<W>(x, L(0x1p-1022));
    // x = 2^n m with m between 1/sqrt 2 and sqrt 2; the exponent becomes a double through the bits of 2^52 + exponent.
    std::int64_t const from_root_half = 0x3ff0000000000000 - 0x3fe6a09e667f3bcd;
    Bits const exponent = ((Bits(x.v) + from_root_half) >> 52);
    Bits const m_bits = Bits(x.v) - ((exponent - 1023) << 52);
    L const m{typename L::Vector(m_bits)};
    L const n = L(typename L::Vector(exponent | 0x4330000000000000)) - L(0x1p52 + 1023);
    // ln m = 2 artanh s, s = (m - 1) / (m + 1), |s| < 0.172.
    L const s = (m - L(1.0)) / (m + L(1.0));
    L const s2 = s * s;
    L const s4 = s2 * s2;
    L const a = L(2.0 / 3) + s2 * L(2.0 / 5);
    L const b = L(2.0 / 7) + s2 * L(2.0 / 9);
    L const c = L(2.0 / 11) + s2 * L(2.0 / 13);
    L const d = L(2.0 / 15) + s2 * L(2.0 / 17);
    L const e = L(2.0 / 19) + s2 * L(2.0 / 21);
    L const tail = a + s4 * (b + s4 * (c + s4 * (d + s4 * e)));
    return n * L(0x1.62e42fee00000p-1) + (s * L(2.0) + (s * s2 * tail + n * L(0x1.a39ef35793c76p-33)));
}

} // namespace rheobase::engine
