// Dates of FHIR: a year, a month, a day, or an instant with its zone.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rheobase::read::fhir {

struct When {
    enum class Known { year, month, day } known = Known::day;
    long day = 0; ///< of the calendar as written, counted from 1970-01-01; the first of a year or month
    std::optional<double> minute; ///< where a clock was written: minutes from 1970 in universal time
};

/// Nothing for what is no date of the calendar.
std::optional<When> when(std::string_view written);

/// "2026-03-01".
std::string iso_day(long day);

/// "1 March 2026".
std::string spoken_day(long day);

} // namespace rheobase::read::fhir
