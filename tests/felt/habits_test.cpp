#include "model/felt/habits.hpp"

#include "model/felt/habit_signs.rows.hpp"
#include "model/twitch/medicines.rows.hpp"
#include "model/verdict/rules.hpp"
#include "tests/verdict/told.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;

namespace {

twitch::Habits habits_of(std::string const& told, double caffeine_in_diary = unknown) {
    auto const evidence = verdict::told(told);
    verdict::Findings findings;
    findings.nutrient[static_cast<std::size_t>(diet::nutrient("caffeine_mg"))].per_day =
        diet::Range::exactly(caffeine_in_diary);
    verdict::Chart const chart(evidence, findings);
    return felt::habits(chart);
}

} // namespace

TEST(FeltHabits, WhatACaseDoesNotTellStaysUnknown) {
    auto const habits = habits_of("age 34");
    EXPECT_EQ(habits.age_years, 34);
    for (double const each : {habits.caffeine_mg, habits.sleep_hours, habits.stress, habits.exertion,
                              habits.viral_weeks_ago, habits.alcohol_withdrawal_days, habits.screen_hours,
                              habits.female, habits.pregnancy_weeks, habits.lasting_twitches})
        EXPECT_FALSE(known(each));
    EXPECT_TRUE(habits.medicines.empty());
}

TEST(FeltHabits, NumbersAreTakenAsTheyAre) {
    auto const habits =
        habits_of("life caffeine_mg 650; life sleep_h 5; life screen_h 9; sex female; preg 30", 100);
    EXPECT_EQ(habits.caffeine_mg, 650) << "the person's own word before the diary";
    EXPECT_EQ(habits.sleep_hours, 5);
    EXPECT_EQ(habits.screen_hours, 9);
    EXPECT_EQ(habits.female, 1);
    EXPECT_EQ(habits.pregnancy_weeks, 30);
    EXPECT_EQ(habits_of("age 40", 100).caffeine_mg, 100);
}

TEST(FeltHabits, StressAndAnxietyAreReadInSteps) {
    EXPECT_EQ(habits_of("life stress low").stress, 0);
    EXPECT_EQ(habits_of("life stress medium").stress, 1);
    EXPECT_EQ(habits_of("life stress high").stress, 2);
    EXPECT_EQ(habits_of("life stress low; cond anxiety").stress, 2);
    EXPECT_FALSE(known(habits_of("s anxiety no").stress)) << "no anxiety does not tell of stress";
}

TEST(FeltHabits, ExerciseIsReadFromItsWordsAndEvents) {
    EXPECT_EQ(habits_of("life exercise marathon training").exertion, 2);
    EXPECT_EQ(habits_of("event endurance_event 2").exertion, 2);
    EXPECT_FALSE(known(habits_of("event endurance_event 20").exertion));
    EXPECT_EQ(habits_of("life exercise walking").exertion, 1);
    EXPECT_EQ(habits_of("life exercise hardly any").exertion, 0) << "hardly is not hard";
    EXPECT_EQ(habits_of("life exercise hardly any; event new_exercise 1").exertion, 2);
}

TEST(FeltHabits, TheLatestVirusCountsByItsDate) {
    EXPECT_EQ(habits_of("event viral_illness 21; event viral_illness 70").viral_weeks_ago, 3);
    EXPECT_EQ(habits_of("event viral_illness no").viral_weeks_ago, twitch::Habits::never);
    auto const undated = habits_of("event viral_illness").viral_weeks_ago;
    EXPECT_GT(undated, 1);
    EXPECT_LT(undated, 16);
}

TEST(FeltHabits, WithdrawalIsItsPictureInSomebodyWhoDrinksHeavily) {
    EXPECT_EQ(habits_of("cond alcohol_dependence; s tremor; s sweating").alcohol_withdrawal_days, 1);
    EXPECT_EQ(habits_of("life alcohol_units_week 4; s tremor; s sweating").alcohol_withdrawal_days,
              twitch::Habits::never);
    EXPECT_FALSE(known(habits_of("cond alcohol_dependence").alcohol_withdrawal_days));
}

TEST(FeltHabits, LastingTwitchesAreMonthsOldAndWithoutLossOfStrength) {
    EXPECT_EQ(habits_of("s twitch since 400; s weakness_objective no").lasting_twitches, 1);
    EXPECT_EQ(habits_of("s twitch since 10").lasting_twitches, 0);
    EXPECT_EQ(habits_of("s twitch no").lasting_twitches, 0);
    EXPECT_NE(habits_of("s twitch since 400; s weakness_objective").lasting_twitches, 1);
}

TEST(FeltHabits, OnlyMedicinesThatCountTodayAreTaken) {
    EXPECT_THAT(habits_of("drug hydrochlorothiazide since 900; drug omeprazole since 900").medicines,
                testing::ElementsAre("thiazide"));
    EXPECT_TRUE(habits_of("drug lithium stopped 700").medicines.empty());
}

TEST(FeltHabits, MenAreNotPregnantAndWomenOnlyWhereToldNot) {
    EXPECT_EQ(habits_of("sex male").pregnancy_weeks, 0);
    EXPECT_FALSE(known(habits_of("sex female").pregnancy_weeks));
}

TEST(FeltHabits, EveryRowCanBeAskedAndNamesAHabitAndEveryMedicineAClass) {
    twitch::Habits habits;
    for (auto const& row : felt::habit_signs_rows) {
        auto const when = verdict::parse_condition(row.when, verdict::named_condition);
        ASSERT_TRUE(when) << row.when;
        for (auto const& term : verdict::terms_of(*when))
            EXPECT_EQ(verdict::why_not_askable(term), "") << row.when;
        EXPECT_TRUE(row.habit == "lasting_twitches" || row.habit == "stress" || row.habit == "exertion" ||
                    row.habit == "viral_weeks_ago" || row.habit == "alcohol_withdrawal_days" ||
                    row.habit == "pregnancy_weeks")
            << row.habit;
    }
    for (auto const& row : twitch::medicines_rows)
        EXPECT_TRUE(verdict::drug_class_exists(row.drug_class)) << row.drug_class;
}
