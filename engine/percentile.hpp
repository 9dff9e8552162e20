// What a crowd shows: mean, deviation and percentiles of one quantity.
#pragma once

#include "base/number.hpp"
#include "engine/elementary.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace rheobase::engine {

/// Of those who have a value. Unknown where too few have: the mean of none, the deviation of one.
struct Summary {
    int count = 0;
    double mean = unknown, sd = unknown, p5 = unknown, p50 = unknown, p95 = unknown;
};

/// People are added up in blocks of this size and the blocks in their order, so that a sum has the same bits
/// however the crowd was divided.
inline constexpr std::size_t people_in_a_sum = 256;

/// The sum of what `term` makes of every value that is known.
template <class Term>
double sum_of_known(std::span<double const> values, Term const& term) {
    double sum = 0;
    for (std::size_t begin = 0; begin < values.size(); begin += people_in_a_sum) {
        double of_block = 0;
        for (double const value : values.subspan(begin, std::min(people_in_a_sum, values.size() - begin)))
            if (known(value))
                of_block += term(value);
        sum += of_block;
    }
    return sum;
}

/// The value below which a share (0 to 1) of them lies, in a straight line between neighbours (Hyndman and
/// Fan's type 7). All must be known, at least one; their order changes.
inline double percentile(std::span<double> values, double share) {
    double const place = share * static_cast<double>(values.size() - 1);
    auto const below = static_cast<std::size_t>(place);
    auto const at = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(values.begin(), at, values.end());
    double const lower = *at;
    if (below + 1 == values.size())
        return lower;
    double const upper = *std::min_element(at + 1, values.end());
    return lower + (place - static_cast<double>(below)) * (upper - lower);
}

/// Unknown values are people who failed, and do not count. `scratch` saves an allocation a call.
inline Summary summary(std::span<double const> values, std::vector<double>& scratch) {
    scratch.clear();
    for (double const value : values)
        if (known(value))
            scratch.push_back(value + 0.0); // minus zero and zero are one value and have no order
    Summary of;
    of.count = static_cast<int>(scratch.size());
    if (scratch.empty())
        return of;
    double const mean = sum_of_known(values, [](double value) { return value; }) / of.count;
    of.mean = mean;
    if (of.count > 1)
        of.sd = sqrt(sum_of_known(values, [=](double value) { return (value - mean) * (value - mean); }) /
                     (of.count - 1));
    of.p5 = percentile(scratch, 0.05);
    of.p50 = percentile(scratch, 0.5);
    of.p95 = percentile(scratch, 0.95);
    return of;
}

} // namespace rheobase::engine
