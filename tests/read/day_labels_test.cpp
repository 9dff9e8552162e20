#include "app/read/day_labels.hpp"
#include "model/diet/intake.hpp"

#include "tests/read/samples.hpp"

#include <set>

namespace rheobase::read {

using namespace samples;

namespace {

/// "day|meal|time|food" of a line.
std::string head(std::string_view line, bool weekdays = false) {
    auto const found = head_of(line, weekdays, DayOrder::unsure);
    std::string const day = found.date ? found.date->day : found.label.value_or("");
    return day + "|" + found.meal + "|" + found.time + "|" + std::string(found.food);
}

std::vector<std::string> days_and_meals(std::string const& text) {
    std::vector<std::string> all;
    for (auto const& eaten : diary_of(text).eaten)
        if (auto const one = eaten.day + "|" + eaten.meal; all.empty() || all.back() != one)
            all.push_back(one);
    return all;
}

} // namespace

TEST(DayLabels, ALineMayBeginWithItsDayAndMeal) {
    EXPECT_EQ(head("Tuesday: two eggs"), "Tuesday|||two eggs");
    EXPECT_EQ(head("2026-01-05 lunch: soup"), "2026-01-05|lunch||soup");
    EXPECT_EQ(head("Monday"), "Monday|||");
    EXPECT_EQ(head("Day 2"), "Day 2|||");
    EXPECT_EQ(head("day three: toast"), "Day 3|||toast");
    EXPECT_EQ(head("breakfast:"), "|breakfast||");
    EXPECT_EQ(head("Thu 8 Jan 2026, dinner - pasta"), "2026-01-08|dinner||pasta");
    EXPECT_EQ(head("Monday, 5 January"), "5 January|||");
    EXPECT_EQ(head("Jan 5th: cheese"), "5 January|||cheese");
    EXPECT_EQ(head("2026-01-07 08:30 toast"), "2026-01-07||08:30|toast");
    EXPECT_EQ(head("- Lunch (12:30): toast"), "|Lunch|12:30|toast");
    EXPECT_EQ(head("8pm tea and biscuits"), "||20:00|tea and biscuits");
    EXPECT_EQ(head("Yesterday: crisps"), "Yesterday|||crisps");
    EXPECT_EQ(head("Afternoon snack: a pear"), "|Afternoon snack||a pear");
}

TEST(DayLabels, WordsOfFoodAreLeftAlone) {
    for (auto const* line : {"Sunday roast with gravy", "breakfast sausage", "tea, two biscuits", "2 eggs",
                             "100 g: rice", "snack bar", "lunch meat on rye", "may contain nuts",
                             "toast: two slices", "12 oz latte", "1/2 avocado"})
        EXPECT_EQ(head(line), std::string("|||") + line) << line;
}

TEST(DayLabels, AWeekOfLinesNeedsNoColons) {
    EXPECT_EQ(head("Monday two eggs", true), "Monday|||two eggs");
    EXPECT_TRUE(weekdays_lead("Monday eggs\nTues toast\n"));
    EXPECT_FALSE(weekdays_lead("Sunday roast\nchicken\nSunday roast\n"));
}

TEST(DayLabels, NamesOfDaysPartADiary) {
    auto const diary =
        diary_of("Monday\nbreakfast: porridge with milk\nTuesday: two eggs\n2026-01-05 lunch: soup\n"
                 "Day 2\nan apple\nMonday: a pear\n");
    EXPECT_EQ(diet::days_of(diary),
              (std::vector<std::string>{"Monday", "Tuesday", "2026-01-05", "Day 2", "Monday (2)"}));
    EXPECT_TRUE(diary.unread.empty()) << "no label was read as food";
    EXPECT_EQ(diary.eaten.front().meal, "breakfast");
    EXPECT_TRUE(notes_say(diary, "Monday comes again"));
}

TEST(DayLabels, AMealAndADayHoldForTheLinesBelow) {
    EXPECT_EQ(days_and_meals("Monday lunch: a pear\na banana\nDinner: rice\nTuesday: toast\n"),
              (std::vector<std::string>{"Monday|lunch", "Monday|Dinner", "Tuesday|"}));
    EXPECT_EQ(days_and_meals("Breakfast: eggs. Lunch: soup; Dinner: rice"),
              (std::vector<std::string>{"|Breakfast", "|Lunch", "|Dinner"}));
}

TEST(DayLabels, LinesAboveTheFirstDayDoNotSwellIt) {
    auto const diary = diary_of("a banana\nTuesday: two eggs\n");
    EXPECT_EQ(diary.eaten.front().day, "");
    EXPECT_TRUE(notes_say(diary, "a day of its own"));
    auto const intake = diet::eaten_per_day(diary, {}, diet::foods());
    EXPECT_EQ(intake.days, 2);
    ASSERT_EQ(intake.day_totals.size(), 2u);
}

TEST(DayLabels, OneDateTellsTheOrderOfAll) {
    auto const diary = diary_of("03/04/2026: eggs\n13/04/2026: toast\n");
    EXPECT_EQ(diary.eaten.front().day, "2026-04-03");
}

TEST(DayLabels, ANameIsReadBackAsItIsWritten) {
    for (auto const* text : {"Monday", "Monday (2)", "Day 12", "5 January", "Today"})
        EXPECT_EQ(day_label(text), text);
    for (auto const* text : {"", "Monday roast", "soup", "2 eggs", "the day", "day"})
        EXPECT_FALSE(day_label(text)) << text;
    auto const diary = diary_of("a banana\nMonday: eggs\nTuesday: toast\nMonday: rice\n");
    auto const again = diary_of(write_diary_csv(diary, diet::foods()));
    ASSERT_EQ(again.eaten.size(), diary.eaten.size());
    for (std::size_t i = 0; i < diary.eaten.size(); ++i)
        EXPECT_EQ(again.eaten[i].day, diary.eaten[i].day);
}

} // namespace rheobase::read
