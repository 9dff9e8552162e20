#include "model/week/span.hpp"

#include "model/week/menu.rows.hpp"

#include <algorithm>

namespace rheobase::week {

SpanLimits limits_of(Span span) {
    double const days = days_in(span);
    if (span == Span::day)
        return {days, menu.day_own_growth, menu.day_offered_least, menu.day_kind_most, days / days_a_week};
    return {days, menu.own_growth, menu.offered_least, menu.kind_most, 1};
}

int most_of_offered(Span span, int most_a_week) {
    if (span == Span::week)
        return most_a_week;
    // What is for some days of a week comes once on a day that has it.
    int const daily = most_a_week / static_cast<int>(days_a_week);
    return std::min(most_a_week, std::max(static_cast<int>(menu.day_once), daily));
}

} // namespace rheobase::week
