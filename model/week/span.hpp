// What a plan is for: a week, or one ordinary day. Amounts of its foods are half portions in all of its days.
#pragma once

namespace rheobase::week {

enum class Span { week, day };

inline constexpr double days_a_week = 7;

/// The measures of menu.csv that depend on how long a plan is; amounts in half portions in its days.
struct SpanLimits {
    double days;          ///< it is long
    double own_growth;    ///< a food of one's own may grow by, or by half of itself
    double offered_least; ///< of a new food
    double kind_most;     ///< of new foods of one kind, before they cost more
    double aim_share;     ///< of the costs that are weighed against changes, beside a week's
};

SpanLimits limits_of(Span span);

/// Half portions of a new food that a plan may hold, of those that a week may.
int most_of_offered(Span span, int most_a_week);

constexpr double days_in(Span span) {
    return span == Span::day ? 1 : days_a_week;
}

} // namespace rheobase::week
