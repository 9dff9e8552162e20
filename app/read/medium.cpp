#include "app/read/medium.hpp"

#include "app/read/mem_lines.hpp"
#include "app/read/medium_words.rows.hpp"
#include "base/number.hpp"
#include "model/nerve/medium_readings.rows.hpp"

#include <fmt/core.h>

namespace rheobase::read {

namespace {

std::string with_unit(double value, std::string_view unit, int figures = 6) {
    auto const number = fmt::format("{:.{}g}", value, figures);
    return unit == "1" ? number : number + " " + std::string(unit);
}

/// What a value was probably meant as, in sentences; empty when nothing is known that looks like it.
std::string other_reading(std::string_view what, double value, std::string_view unit) {
    for (auto const& row : nerve::medium_readings_rows) {
        if (row.what != what || value < row.low || value > row.high)
            continue;
        std::string out(row.text);
        if (known(row.times))
            out += fmt::format(" {} {} is {}.", value, row.unit,
                               with_unit(row.times * value + row.plus, unit, 3));
        return out;
    }
    return {};
}

void read_one(nerve::MediumLimitsRow const& limit, std::vector<std::string> const& written, double& into,
              MediumRead& read) {
    auto const where = "--" + std::string(limit.what);
    if (written.size() > 1) {
        read.faults.push_back(
            {"it is given " + given_so_often(written.size()), where, "Leave one of them out"});
        return;
    }
    auto const& text = written.front();
    auto const value = number_with_grouping(text);
    if (!value) {
        bool const blank = text.find_first_not_of(" \t") == text.npos;
        read.faults.push_back({blank ? std::string("nothing is written behind it")
                                     : fmt::format("'{}' is no number", text),
                               where,
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

std::string given_so_often(std::size_t times) {
    return times == 2 ? "twice" : fmt::format("{} times", times);
}

std::string_view medium_part_called(std::string_view written) {
    for (auto const& row : medium_words_rows)
        if (bare(row.written) == bare(written))
            return row.meant;
    return {};
}

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
