#include "engine/program/program.hpp"

#include "base/expects.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::engine {

namespace {

// The solvers keep bounds to 1e-7 of scaled rows; a tenfold of that is what can be promised of plain ones.
constexpr double tolerance = 1e-6;

bool within(double x, double lower, double upper) {
    auto const slack = [](double bound) { return tolerance * std::max(1.0, std::abs(bound)); };
    return (std::isinf(lower) || x >= lower - slack(lower)) &&
           (std::isinf(upper) || x <= upper + slack(upper));
}

} // namespace

int Program::column(double lower, double upper, double cost, bool integer) {
    columns.push_back({lower, upper, cost, integer});
    return static_cast<int>(columns.size()) - 1;
}

int Program::row(double lower, double upper) {
    rows.push_back({lower, upper});
    return static_cast<int>(rows.size()) - 1;
}

void Program::entry(int row, int column, double value) {
    RHEOBASE_EXPECTS(row >= 0 && row < static_cast<int>(rows.size()));
    RHEOBASE_EXPECTS(column >= 0 && column < static_cast<int>(columns.size()));
    entries.push_back({row, column, value});
}

double cost(Program const& program, std::vector<double> const& x) {
    double sum = 0;
    for (std::size_t i = 0; i < program.columns.size(); ++i)
        sum += program.columns[i].cost * x[i];
    return sum;
}

bool feasible(Program const& program, std::vector<double> const& x) {
    if (x.size() != program.columns.size())
        return false;
    for (std::size_t i = 0; i < x.size(); ++i) {
        auto const& column = program.columns[i];
        if (!std::isfinite(x[i]) || !within(x[i], column.lower, column.upper))
            return false;
        if (column.integer && std::abs(x[i] - std::round(x[i])) > tolerance)
            return false;
    }
    std::vector<double> sums(program.rows.size());
    for (auto const& [row, column, value] : program.entries)
        sums[static_cast<std::size_t>(row)] += value * x[static_cast<std::size_t>(column)];
    for (std::size_t i = 0; i < sums.size(); ++i)
        if (!within(sums[i], program.rows[i].lower, program.rows[i].upper))
            return false;
    return true;
}

} // namespace rheobase::engine
