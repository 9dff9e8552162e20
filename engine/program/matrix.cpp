#include "engine/program/matrix.hpp"

#include <CoinFinite.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rheobase::engine {

namespace {

/// As the solvers write a bound that is none.
double bound(double value) {
    return std::isinf(value) ? std::copysign(COIN_DBL_MAX, value) : value;
}

// A whole number that arithmetic has moved a little is still that number.
constexpr double hair = 1e-9;

} // namespace

bool sound(Program const& program) {
    auto const open = [](double lower, double upper) { return lower < no_bound && upper > -no_bound; };
    auto const place = [](int i, std::size_t size) { return i >= 0 && static_cast<std::size_t>(i) < size; };
    return std::all_of(program.columns.begin(), program.columns.end(),
                       [&](auto const& column) {
                           return open(column.lower, column.upper) && std::isfinite(column.cost);
                       }) &&
           std::all_of(program.rows.begin(), program.rows.end(),
                       [&](auto const& row) { return open(row.lower, row.upper); }) &&
           std::all_of(program.entries.begin(), program.entries.end(), [&](auto const& entry) {
               return place(entry.row, program.rows.size()) && place(entry.column, program.columns.size()) &&
                      std::isfinite(entry.value);
           });
}

Columnwise columnwise(Program const& program, bool whole) {
    Columnwise form;
    for (auto const& column : program.columns) {
        double const lower = whole && column.integer ? std::ceil(column.lower - hair) : column.lower;
        double const upper = whole && column.integer ? std::floor(column.upper + hair) : column.upper;
        form.crossed |= lower > upper;
        form.lower.push_back(bound(lower));
        form.upper.push_back(bound(upper));
        form.cost.push_back(column.cost);
    }
    for (auto const& row : program.rows) {
        form.crossed |= row.lower > row.upper;
        form.row_lower.push_back(bound(row.lower));
        form.row_upper.push_back(bound(row.upper));
    }

    auto entries = program.entries;
    std::stable_sort(entries.begin(), entries.end(), [](auto const& a, auto const& b) {
        return std::tie(a.column, a.row) < std::tie(b.column, b.row);
    });
    std::vector<int> rows, columns;
    std::vector<double> values;
    for (auto const& entry : entries) {
        if (!rows.empty() && rows.back() == entry.row && columns.back() == entry.column) {
            values.back() += entry.value;
            continue;
        }
        rows.push_back(entry.row);
        columns.push_back(entry.column);
        values.push_back(entry.value);
    }
    form.matrix = CoinPackedMatrix(true, rows.data(), columns.data(), values.data(),
                                   static_cast<CoinBigIndex>(values.size()));
    form.matrix.setDimensions(static_cast<int>(program.rows.size()),
                              static_cast<int>(program.columns.size()));
    return form;
}

} // namespace rheobase::engine
