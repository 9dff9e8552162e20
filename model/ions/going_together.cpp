#include "model/ions/going_together.hpp"

#include "base/expects.hpp"
#include "engine/elementary.hpp"
#include "model/ions/intake_rank_correlation.rows.hpp"

#include <numbers>

namespace rheobase::ions {

namespace {

using Square = std::array<PerSurveyed, surveyed_count>;

std::size_t place_of(std::string_view name) {
    std::size_t place = 0;
    while (place < surveyed_count && surveyed[place] != name)
        ++place;
    RHEOBASE_EXPECTS(place < surveyed_count);
    return place;
}

/// Pairs that the table does not name are taken to be independent.
Square correlations() {
    Square all{};
    for (std::size_t i = 0; i < surveyed_count; ++i)
        all[i][i] = 1;
    for (auto const& row : intake_rank_correlation_rows) {
        std::size_t const a = place_of(row.quantity), b = place_of(row.other);
        all[a][b] = all[b][a] = normal_correlation(row.rank_correlation);
    }
    return all;
}

/// Cholesky's lower triangle.
Square root_of(Square const& all) {
    Square lower{};
    for (std::size_t row = 0; row < surveyed_count; ++row) {
        for (std::size_t column = 0; column <= row; ++column) {
            double left = all[row][column];
            for (std::size_t k = 0; k < column; ++k)
                left -= lower[row][k] * lower[column][k];
            if (row == column) {
                RHEOBASE_EXPECTS(left > 0); // else the table names correlations that cannot hold together
                lower[row][row] = engine::sqrt(left);
            } else {
                lower[row][column] = left / lower[column][column];
            }
        }
    }
    return lower;
}

} // namespace

double normal_correlation(double rank_correlation) {
    // Pearson's 2 sin(pi r / 6); the series is short, because the angle is at most half a radian.
    double const angle = std::numbers::pi * rank_correlation / 6;
    double sine = 0;
    double term = angle;
    for (int odd = 1; odd < 20; odd += 2) {
        sine += term;
        term *= -angle * angle / ((odd + 1) * (odd + 2));
    }
    return 2 * sine;
}

PerSurveyed going_together(PerSurveyed const& independent) {
    static Square const lower = root_of(correlations());
    PerSurveyed together{};
    for (std::size_t row = 0; row < surveyed_count; ++row)
        for (std::size_t k = 0; k <= row; ++k)
            together[row] += lower[row][k] * independent[k];
    return together;
}

} // namespace rheobase::ions
