#include "app/read/medium.hpp"

#include "base/number.hpp"
#include "model/nerve/medium_readings.rows.hpp"

#include <fmt/core.h>

namespace rheobase::read {

namespace {

std::string with_unit(double value, std::string_view unit) {
    return unit == "1" ? fmt::format("{:.6g}", value) : fmt::format("{:.6g} {}", value, unit);
}

/// What a value was probably meant as, in sentences; empty when nothing is known that looks like it.
std::string other_reading(std::string_view what, double value, std::string_view unit) {
    for (auto const& row : nerve::medium_readings_rows) {
        if (row.what != what || value < row.low || value > row.high)
            continue;
        std::string out(row.text);
        if (known(row.times))
            out += fmt::format(" {} {} is {:.3g} {}.", value, row.unit, row.times * value + row.plus, unit);
        return out;
    }
    return {};
}

void read_one(nerve::MediumLimitsRow const& limit, std::string const& text, double& into, MediumRead& read) {
    auto const where = "--" + std::string(limit.what);
    auto const value = number_with_grouping(text);
    if (!value) {
        read.faults.push_back({fmt::format("'{}' is no number", text), where,
                               limit.unit == "1" ? "Write the number alone"
                                                 : fmt::format("Write the number alone, in {}", limit.unit)});
        return;
    }
    auto const other = other_reading(limit.what, *value, limit.unit);
    if (*value < limit.low || *value > limit.high) {
        read.faults.push_back(
            {fmt::format("{} is {} than {}, the {} that is accepted", with_unit(*value, limit.unit),
                         *value < limit.low ? "less" : "more",
                         with_unit(*value < limit.low ? limit.low : limit.high, limit.unit),
                         *value < limit.low ? "least" : "most"),
             where, other.empty() ? std::string(limit.because) : other});
        return;
    }
    if (!other.empty())
        read.notes.push_back(
            fmt::format("{}: {} is taken as it stands. {}", where, with_unit(*value, limit.unit), other));
    into = *value;
}

} // namespace

MediumRead read_medium(WrittenMedium const& written) {
    MediumRead read;
    for (std::size_t i = 0; i < written.size(); ++i)
        if (!written[i].empty())
            read_one(nerve::medium_limits_rows[i], written[i],
                     i < nerve::medium_parts.size() ? read.medium.*nerve::medium_parts[i].at : read.myelin,
                     read);
    return read;
}

} // namespace rheobase::read
