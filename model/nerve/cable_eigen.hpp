// Eigenvalues and vectors of a small symmetric matrix by Jacobi's rotations, which lose no digits of small
// eigenvalues beside large ones when the matrix is positive.
#pragma once

#include "engine/elementary.hpp"

#include <array>
#include <cstddef>

namespace rheobase::nerve::cable {

template <std::size_t N>
using Square = std::array<std::array<double, N>, N>;

/// On return the diagonal of `a` holds the eigenvalues and column k of the result the vector of a[k][k], of
/// length 1.
template <std::size_t N>
Square<N> diagonalise(Square<N>& a) {
    Square<N> vectors{};
    for (std::size_t i = 0; i < N; ++i)
        vectors[i][i] = 1;
    constexpr int sweeps = 50; // quadratic convergence: about eight are used
    for (int sweep = 0; sweep < sweeps; ++sweep) {
        bool rotated = false;
        for (std::size_t p = 0; p + 1 < N; ++p)
            for (std::size_t q = p + 1; q < N; ++q) {
                double const off = a[p][q];
                // Relative to the two diagonals, so that slow modes keep their digits.
                if (!(off * off > 1e-32 * a[p][p] * a[q][q]))
                    continue;
                rotated = true;
                double const half = (a[q][q] - a[p][p]) / (2 * off);
                double const root = engine::sqrt(half * half + 1);
                double const t = half >= 0 ? 1 / (half + root) : 1 / (half - root);
                double const c = 1 / engine::sqrt(t * t + 1), s = t * c;
                a[p][p] -= t * off;
                a[q][q] += t * off;
                a[p][q] = a[q][p] = 0;
                for (std::size_t k = 0; k < N; ++k) {
                    if (k != p && k != q) {
                        double const kp = a[k][p], kq = a[k][q];
                        a[k][p] = a[p][k] = c * kp - s * kq;
                        a[k][q] = a[q][k] = s * kp + c * kq;
                    }
                    double const vp = vectors[k][p], vq = vectors[k][q];
                    vectors[k][p] = c * vp - s * vq;
                    vectors[k][q] = s * vp + c * vq;
                }
            }
        if (!rotated)
            break;
    }
    return vectors;
}

} // namespace rheobase::nerve::cable
