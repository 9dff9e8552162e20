#include "app/read/fhir_date.hpp"

#include <fmt/core.h>

namespace rheobase::read::fhir {

namespace {

constexpr int minutes_an_hour = 60;
constexpr int minutes_a_day = 24 * minutes_an_hour;

/// Figures of a fixed width at a place.
std::optional<int> figures(std::string_view text, std::size_t at, std::size_t width) {
    if (at + width > text.size())
        return std::nullopt;
    int value = 0;
    for (char const c : text.substr(at, width)) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int days_in(int year, int month) {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && leap(year) ? 29 : lengths[month - 1];
}

/// Days since 1970-01-01 of the Gregorian calendar. Years are counted from March, so that the day which comes
/// and goes is the last of a year.
long day_number(int year, int month, int day) {
    long const y = month <= 2 ? year - 1 : year;
    long const m = month <= 2 ? month + 9 : month - 3;
    long const leaps = y / 4 - y / 100 + y / 400;
    constexpr long at_1970 = 719468;
    return 365 * y + leaps + (153 * m + 2) / 5 + day - 1 - at_1970;
}

/// Minutes of "T08:30:00.5+02:00" in universal time, counted from the midnight of the day as written.
std::optional<double> clock(std::string_view text) {
    auto const hour = figures(text, 1, 2);
    if (!hour || *hour > 23)
        return std::nullopt;
    int const minute = text.size() > 5 && text[3] == ':' ? figures(text, 4, 2).value_or(0) : 0;
    int const second = text.size() > 8 && text[6] == ':' ? figures(text, 7, 2).value_or(0) : 0;
    double shift = 0;
    if (auto const zone = text.find_first_of("+-", 3); zone != text.npos) {
        auto const hours = figures(text, zone + 1, 2);
        auto const rest = figures(text, zone + 4, 2);
        if (hours)
            shift = (text[zone] == '-' ? -1 : 1) * (*hours * minutes_an_hour + rest.value_or(0));
    }
    return *hour * minutes_an_hour + minute + second / 60.0 - shift;
}

} // namespace

std::optional<When> when(std::string_view written) {
    auto const year = figures(written, 0, 4);
    if (!year || *year < 1850 || *year > 2200)
        return std::nullopt;
    When out;
    if (written.size() == 4) {
        out.known = When::Known::year;
        out.day = day_number(*year, 1, 1);
        return out;
    }
    auto const month = figures(written, 5, 2);
    if (written[4] != '-' || !month || *month < 1 || *month > 12)
        return std::nullopt;
    if (written.size() == 7) {
        out.known = When::Known::month;
        out.day = day_number(*year, *month, 1);
        return out;
    }
    auto const day = figures(written, 8, 2);
    if (written[7] != '-' || !day || *day < 1 || *day > days_in(*year, *month))
        return std::nullopt;
    out.day = day_number(*year, *month, *day);
    if (written.size() > 10) {
        if (written[10] != 'T' && written[10] != ' ')
            return std::nullopt;
        if (auto const minutes = clock(written.substr(10)))
            out.minute = static_cast<double>(out.day) * minutes_a_day + *minutes;
    }
    return out;
}

namespace {

struct Calendar {
    int year, month;
    long day;
};

Calendar calendar(long day) {
    // The year that holds the day, found from below: good for the few thousand days a record spans.
    int year = 1850;
    while (day_number(year + 1, 1, 1) <= day)
        ++year;
    int month = 1;
    while (month < 12 && day_number(year, month + 1, 1) <= day)
        ++month;
    return {year, month, day - day_number(year, month, 1) + 1};
}

} // namespace

std::string iso_day(long day) {
    auto const date = calendar(day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string spoken_day(long day) {
    constexpr std::string_view months[] = {"January",   "February", "March",    "April",
                                           "May",       "June",     "July",     "August",
                                           "September", "October",  "November", "December"};
    auto const date = calendar(day);
    return fmt::format("{} {} {}", date.day, months[date.month - 1], date.year);
}

} // namespace rheobase::read::fhir
