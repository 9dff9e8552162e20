#include "app/read/diary_dates.hpp"

namespace rheobase::read {
namespace {

std::string day(std::string_view text, DayOrder order = DayOrder::unsure) {
    auto const when = moment(text, order);
    return when ? when->day : "none";
}

} // namespace

TEST(Dates, ReadsWhatExportsWrite) {
    for (auto const* text : {"2026-01-05", "2026-1-5", "2026/01/05", "20260105", "2026-01-05T12:15:00Z",
                             "2026-01-05 08:00:00 +0100", "01/05/2026", "1/5/26", "5 Jan 2026",
                             "January 5, 2026", "Jan. 5 2026", "05.01.2026", "Mon, 5 January 2026"})
        EXPECT_EQ(day(text), "2026-01-05") << text;
}

TEST(Dates, KeepsTheClockOfADateWithOne) {
    EXPECT_EQ(moment("11/5/2021 7:00", DayOrder::month_first)->time, "07:00");
    EXPECT_EQ(moment("2026-03-14 23:59:01 +0100", DayOrder::unsure)->time, "23:59");
    EXPECT_EQ(moment("2026-03-14", DayOrder::unsure)->time, "");
}

TEST(Dates, TakesTheOrderThatIsKnown) {
    EXPECT_EQ(day("3/4/2026", DayOrder::month_first), "2026-03-04");
    EXPECT_EQ(day("3/4/2026", DayOrder::day_first), "2026-04-03");
    EXPECT_EQ(day("13/4/2026", DayOrder::month_first), "2026-04-13");
    EXPECT_EQ(order_shown_by("13/4/2026"), DayOrder::day_first);
    EXPECT_EQ(order_shown_by("4/13/2026"), DayOrder::month_first);
    EXPECT_EQ(order_shown_by("4/3/2026"), DayOrder::unsure);
    EXPECT_EQ(order_shown_by("2026-04-13"), DayOrder::unsure);
}

TEST(Dates, RefusesDaysThatNoCalendarHas) {
    for (auto const* text : {"", "2026-02-30", "2026-13-01", "31/31/2026", "99999999", "0000-01-01",
                             "yesterday", "May", "12", "2026", "1.5", "Total", "two eggs"})
        EXPECT_EQ(day(text), "none") << text;
    EXPECT_EQ(day("2024-02-29"), "2024-02-29");
    EXPECT_EQ(day("2023-02-29"), "none");
}

TEST(Dates, ReadsTimesOfDay) {
    EXPECT_EQ(time_of_day("9:00 AM"), "09:00");
    EXPECT_EQ(time_of_day("12:05 am"), "00:05");
    EXPECT_EQ(time_of_day("12:05 PM"), "12:05");
    EXPECT_EQ(time_of_day("21:15:03.000"), "21:15");
    EXPECT_EQ(time_of_day("9pm"), "21:00");
    EXPECT_EQ(time_of_day("25:00"), "");
    EXPECT_EQ(time_of_day("breakfast"), "");
}

} // namespace rheobase::read
