// Days and times as exports write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rheobase::read {

/// Which of 3/4/2026's first two numbers is the month.
enum class DayOrder { unsure, month_first, day_first };

struct Moment {
    std::string day;  ///< ISO date
    std::string time; ///< "HH:MM", or ""
};

/// "2026-01-05", "2011-4-18", "2026-01-05T12:15:00Z", "01/15/2026", "11/5/2021 7:00", "15.01.2026", "5 Jan
/// 2026", "January 5, 2026"; nothing for what is no day of the calendar. The clock is kept as written: no
/// zone is applied.
std::optional<Moment> moment(std::string_view text, DayOrder order);

/// "9:00 AM", "21:15", "21:15:03.000", "9pm" as "HH:MM"; "" for anything else.
std::string time_of_day(std::string_view text);

/// What one date tells of the order: a 13 or more in one of the two places settles it.
DayOrder order_shown_by(std::string_view text);

/// True for 3/4/2026 and 3.4.2026, where only the habits of a country tell the month.
bool written_with_slashes(std::string_view text);

} // namespace rheobase::read
