// Days that are named without a date: "Monday", "Day 2", "5 January", and what else stands at the head of a
// line of a diary in words: "2026-01-05 lunch: soup".
#pragma once

#include "app/read/diary_dates.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rheobase::read {

/// "Monday", "Day 2", "5 January", "Today" for a text that is such a name and nothing else ("mon", "day two",
/// "Jan 5th"); nothing for any other text.
std::optional<std::string> day_label(std::string_view text);

/// Tells the Monday of one week from that of the next: a weekday that comes back after other days is a new
/// day, "Monday (2)".
class DaysInOrder {
  public:
    /// The day's name in the diary. `again` is set where a weekday came back.
    std::string day(std::string const& name, bool* again = nullptr);

  private:
    std::string now_, now_as_;
    std::map<std::string, int> weeks_;
};

/// What stands before the food in a line of a diary.
struct LineHead {
    std::optional<Moment> date;
    std::string_view date_written;
    bool slashes = false;             ///< the date is one whose month only a habit tells
    std::optional<std::string> label; ///< a day without a date
    std::string time;
    std::string meal;
    std::string_view written; ///< the whole head
    std::string_view food;    ///< the rest of the line
};

/// `weekdays_lead`: the diary's lines begin with days of the week, so that "Monday two eggs" needs no colon;
/// else "Sunday roast" is a food.
LineHead head_of(std::string_view line, bool weekdays_lead, DayOrder order);

/// True where lines of the text begin with different days of the week.
bool weekdays_lead(std::string_view text);

/// True for "breakfast", "Evening snack", "Meal 2".
bool names_a_meal(std::string_view text);

} // namespace rheobase::read
