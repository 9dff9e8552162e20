// exp, log and the normal distribution from additions and multiplications alone, so that the same input gives
// the same bits whatever C library a machine carries. The quantile is in normal_quantile.hpp.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace rheobase::engine {

// ln 2 in two parts; the first ends in zeros, so that its product with any exponent is exact.
inline constexpr double ln2_high = 0x1.62e42fee00000p-1;
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;

/// e to the power x, within two units in the last place; 0 and infinity beyond the range of a double.
constexpr double exp(double x) {
    if (x != x)
        return x;
    if (x > 709.0)
        return std::numeric_limits<double>::infinity();
    if (x < -708.0)
        return 0;
    // x = n ln 2 + r with |r| <= ln 2 / 2; then e^x = 2^n e^r, and the series of e^r is short.
    double const shifter = 0x1.8p52;
    double const n = (x / ln2_high + shifter) - shifter;
    double const r = (x - n * ln2_high) - n * ln2_low;
    double sum = 1;
    for (int term = 14; term >= 1; --term)
        sum = 1 + r / term * sum;
    auto const exponent = static_cast<std::uint64_t>(static_cast<std::int64_t>(n) + 1023) << 52;
    return sum * std::bit_cast<double>(exponent);
}

/// The natural logarithm of x > 0, within two units in the last place; NaN below zero, minus infinity at
/// zero.
constexpr double log(double x) {
    if (!(x > 0))
        return x == 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
    if (x > std::numeric_limits<double>::max())
        return x;
    double scale = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1p54;
        scale = -54;
    }
    auto bits = std::bit_cast<std::uint64_t>(x);
    double n = static_cast<double>(static_cast<std::int64_t>(bits >> 52) - 1023) + scale;
    double m = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u);
    if (m > 1.4142135623730951) {
        m /= 2;
        n += 1;
    }
    // ln m = 2 artanh(s), s = (m-1)/(m+1), |s| < 0.172.
    double const s = (m - 1) / (m + 1);
    double const s2 = s * s;
    double sum = 0;
    for (int odd = 23; odd >= 3; odd -= 2)
        sum = (sum + 1.0 / odd) * s2;
    return n * ln2_high + (2 * s + (2 * s * sum + n * ln2_low));
}

constexpr double sqrt(double x) {
    if (!(x > 0) || x > std::numeric_limits<double>::max())
        return x == 0 ? 0 : (x > 0 ? x : std::numeric_limits<double>::quiet_NaN());
    double root = exp(log(x) / 2);
    for (int step = 0; step < 2; ++step)
        root = (root + x / root) / 2;
    return root;
}

/// Share of a standard normal distribution below x.
constexpr double normal_below(double x) {
    if (x != x)
        return x;
    if (x > 8.0)
        return 1;
    if (x < -8.0)
        return 0;
    // Phi(x) = 1/2 + phi(x) (x + x^3/3 + x^5/(3*5) + ...): every term has the sign of x, so nothing cancels.
    double const inverse_root_two_pi = 0.3989422804014327;
    double term = x;
    double sum = x;
    for (int odd = 3; odd < 400; odd += 2) {
        term *= x * x / odd;
        if (sum + term == sum)
            break;
        sum += term;
    }
    double const below = 0.5 + inverse_root_two_pi * exp(-x * x / 2) * sum;
    return below < 0 ? 0 : below;
}

} // namespace rheobase::engine
