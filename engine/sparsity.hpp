// Which rates depend on which states, found while compiling by running the rate laws on numbers that are only names, and
// the order of elimination and the list of operations that follow from it.
#pragma once

#include "engine/diff.hpp"

#include <array>

namespace rheobase::engine {

/// A number without a value: laws run on it leave nothing but the set of states they used.
struct Blank {
    constexpr Blank() = default;
    constexpr Blank(double) {}
    friend constexpr Blank operator+(Blank, Blank) { return {}; }
    friend constexpr Blank operator-(Blank, Blank) { return {}; }
    friend constexpr Blank operator*(Blank, Blank) { return {}; }
    friend constexpr Blank operator/(Blank, Blank) { return {}; }
    friend constexpr Blank operator-(Blank) { return {}; }
};
constexpr Blank exp(Blank) { return {}; }
constexpr Blank log(Blank) { return {}; }
constexpr Blank power(Blank, Blank) { return {}; }
constexpr Blank softplus(Blank) { return {}; }
constexpr Blank positive_part(Blank) { return {}; }
constexpr Blank step(Blank) { return {}; }
constexpr Blank larger(Blank, Blank) { return {}; }
constexpr Blank reciprocal(Blank) { return {}; }
constexpr Blank value_of(Blank) { return {}; }

/// For each rate, the states it depends on; the rate's own state is always among them.
template <std::size_t N>
using Pattern = std::array<StateSet, N>;

/// A matrix of this pattern factored into triangles in place: where each entry lies, and what is done to it, in order.
/// Diagonal pivots are safe here because 1/(h gamma) on the diagonal outweighs the couplings at the steps we take.
template <std::size_t N>
struct Elimination {
    static constexpr std::size_t most_entries = N * N;
    static constexpr std::size_t most_updates = N * N * 8;

    std::array<std::size_t, N> order{};                 ///< pivots, first to last
    std::array<StateSet, N> filled{};                   ///< pattern of a row with the fill-in
    std::array<std::array<std::uint16_t, N>, N> where{}; ///< place of entry (row, column) in the packed values
    std::size_t entries = 0;
    std::array<std::uint16_t, most_entries> blanks{}; ///< places that the laws do not write: fill-in and bare diagonals
    std::size_t blank_count = 0;

    struct Update {
        std::uint16_t target, left, right; ///< target -= left * right
    };
    struct Scale {
        std::uint16_t entry, pivot; ///< entry *= 1 / pivot
        std::uint16_t first, last;  ///< the updates that follow
    };
    std::array<Update, most_updates> updates{};
    std::size_t update_count = 0;
    std::array<Scale, most_entries> scales{};
    std::size_t scale_count = 0;
    std::array<std::uint16_t, N + 1> pivot_scales{}; ///< scales of pivot k are [k], [k+1)

    struct Term {
        std::uint16_t row, column, entry; ///< x[row] -= entry * x[column]
    };
    std::array<Term, most_entries> forward{}, backward{};
    std::size_t forward_count = 0, backward_count = 0;
    std::array<std::uint16_t, N + 1> backward_rows{}; ///< terms of the k-th row from the end
};

/// Symbolic factorisation: at each turn the pivot that couples fewest others (Markowitz's count).
template <std::size_t N>
constexpr Elimination<N> eliminate(Pattern<N> const& pattern) {
    Elimination<N> e;
    Pattern<N> rows = pattern;
    for (std::size_t i = 0; i < N; ++i)
        rows[i] |= only(i);
    StateSet left = 0;
    for (std::size_t i = 0; i < N; ++i)
        left |= only(i);
    for (std::size_t turn = 0; turn < N; ++turn) {
        std::size_t best = N, best_cost = ~std::size_t{0};
        for (std::size_t p = 0; p < N; ++p) {
            if (!holds(left, p))
                continue;
            std::size_t in_column = 0;
            for (std::size_t r = 0; r < N; ++r)
                in_column += r != p && holds(left, r) && holds(rows[r], p);
            auto const in_row = static_cast<std::size_t>(std::popcount(rows[p] & left)) - 1;
            if (in_row * in_column < best_cost) {
                best_cost = in_row * in_column;
                best = p;
            }
        }
        e.order[turn] = best;
        left &= ~only(best);
        for (std::size_t r = 0; r < N; ++r)
            if (holds(left, r) && holds(rows[r], best))
                rows[r] |= rows[best] & left;
    }
    e.filled = rows;
    for (std::size_t r = 0; r < N; ++r)
        for (std::size_t c = 0; c < N; ++c)
            if (holds(rows[r], c)) {
                if (!holds(pattern[r], c))
                    e.blanks[e.blank_count++] = static_cast<std::uint16_t>(e.entries);
                e.where[r][c] = static_cast<std::uint16_t>(e.entries++);
            }

    StateSet done = 0;
    for (std::size_t turn = 0; turn < N; ++turn) {
        std::size_t const p = e.order[turn];
        e.pivot_scales[turn] = static_cast<std::uint16_t>(e.scale_count);
        done |= only(p);
        for (std::size_t r = 0; r < N; ++r) {
            if (holds(done, r) || !holds(rows[r], p))
                continue;
            auto& scale = e.scales[e.scale_count++];
            scale = {e.where[r][p], e.where[p][p], static_cast<std::uint16_t>(e.update_count), 0};
            for (std::size_t c = 0; c < N; ++c)
                if (!holds(done, c) && holds(rows[p], c))
                    e.updates[e.update_count++] = {e.where[r][c], e.where[r][p], e.where[p][c]};
            scale.last = static_cast<std::uint16_t>(e.update_count);
            e.forward[e.forward_count++] = {static_cast<std::uint16_t>(r), static_cast<std::uint16_t>(p), e.where[r][p]};
        }
    }
    e.pivot_scales[N] = static_cast<std::uint16_t>(e.scale_count);
    for (std::size_t turn = N; turn-- > 0;) {
        std::size_t const p = e.order[turn];
        e.backward_rows[N - 1 - turn] = static_cast<std::uint16_t>(e.backward_count);
        for (std::size_t later = turn + 1; later < N; ++later)
            if (holds(rows[p], e.order[later]))
                e.backward[e.backward_count++] = {static_cast<std::uint16_t>(p),
                                                  static_cast<std::uint16_t>(e.order[later]),
                                                  e.where[p][e.order[later]]};
    }
    e.backward_rows[N] = static_cast<std::uint16_t>(e.backward_count);
    return e;
}

} // namespace rheobase::engine
