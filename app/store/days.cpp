#include "app/store/days.hpp"

#include "app/read/fhir_date.hpp"

#include <algorithm>
#include <ctime>
#include <fmt/core.h>

namespace rheobase::store {

std::optional<long> day_number(std::string_view iso) {
    auto const date = read::fhir::when(iso);
    if (iso.size() != 10 || !date || date->known != read::fhir::When::Known::day)
        return std::nullopt;
    return date->day;
}

std::string iso_day(long number) {
    return read::fhir::iso_day(number);
}

long days_between(std::string_view from, std::string_view to) {
    auto const first = day_number(from);
    auto const last = day_number(to);
    return first && last ? std::max(0L, *last - *first) : 0;
}

std::string today() {
    std::time_t const now = std::time(nullptr);
    std::tm parts{};
    localtime_r(&now, &parts);
    return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

Result<std::string> day_read(std::string_view text) {
    if (!day_number(text))
        return fault("day", fmt::format("'{}' is no day of the calendar", text), "Write it as 2026-03-01");
    return std::string(text);
}

Result<std::string> day_said(std::string_view text) {
    auto const now = day_number(today());
    if (text == "today" || text == "yesterday")
        return iso_day(*now - (text == "yesterday" ? 1 : 0));
    return day_read(text);
}

} // namespace rheobase::store
