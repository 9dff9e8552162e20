#include "model/twitch/habits.hpp"

#include "model/twitch/habits.rows.hpp"
#include "model/twitch/medicines.rows.hpp"
#include "model/twitch/twitching.hpp"
#include "model/twitch/usual_habits.rows.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

using namespace rheobase::twitch;
using rheobase::nerve::ordinary_medium;

namespace {

struct Scale {
    double Habits::*habit;
    std::vector<double> less_to_more; ///< in the order in which twitches grow commoner
};

std::vector<Scale> scales() {
    return {{&Habits::caffeine_mg, {0, 50, 200, 400, 800, 1200}},
            {&Habits::sleep_hours, {10, 8, 7, 6, 5, 4, 3, 0}},
            {&Habits::stress, {0, 1, 2}},
            {&Habits::exertion, {1, 2}},
            {&Habits::viral_weeks_ago, {Habits::never, 16, 8, 2, 0}},
            {&Habits::alcohol_withdrawal_days, {Habits::never, 5, 3, 1, 0}},
            {&Habits::screen_hours, {0, 3, 6, 9, 14}}};
}

} // namespace

TEST(TwitchingHabits, MoreOfAHabitNeverMeansFewerTwitchesAtAnyEnd) {
    for (auto const& scale : scales()) {
        Interval last{0, 0, 0};
        for (double const value : scale.less_to_more) {
            Habits habits;
            habits.*scale.habit = value;
            auto const now = twitching({}, habits, ordinary_medium).a_day;
            EXPECT_GE(now.mid, last.mid) << value;
            last = now;
        }
        Habits none, much;
        none.*scale.habit = scale.less_to_more.front();
        much.*scale.habit = scale.less_to_more.back();
        EXPECT_GT(twitching({}, much, ordinary_medium).a_day.mid,
                  twitching({}, none, ordinary_medium).a_day.mid);
    }
}

TEST(TwitchingHabits, AnUnknownHabitIsThePopulationsMixAndWiderThanAKnownOrdinaryOne) {
    for (auto const& [habit, value] :
         std::vector<std::pair<double Habits::*, double>>{{&Habits::caffeine_mg, 170},
                                                          {&Habits::sleep_hours, 7},
                                                          {&Habits::stress, 1},
                                                          {&Habits::exertion, 1},
                                                          {&Habits::screen_hours, 4.8}}) {
        Habits known_habit;
        known_habit.*habit = value;
        auto const unknown_one = twitching({}, {}, ordinary_medium).a_day;
        auto const known_one = twitching({}, known_habit, ordinary_medium).a_day;
        EXPECT_GT(std::log(unknown_one.high / unknown_one.low), std::log(known_one.high / known_one.low));
    }
}

TEST(TwitchingHabits, TheMixOfPeopleHasAFactorOfOne) {
    // A known value is measured against the mix; over the mix it must come to one, or the base rates would be
    // moved.
    for (auto const& row : habits_rows) {
        double mean = 0, shares = 0;
        for (auto const& usual : usual_habits_rows) {
            if (usual.habit != row.habit)
                continue;
            Habits habits;
            for (auto const& scale : scales())
                if (value_of(
                        [&] {
                            Habits h;
                            h.*scale.habit = 1;
                            return h;
                        }(),
                        row.habit) == 1)
                    habits.*scale.habit = usual.value;
            if (row.habit == "female")
                habits.female = usual.value;
            if (row.habit == "age_years")
                habits.age_years = usual.value;
            if (row.habit == "pregnancy_weeks")
                habits.pregnancy_weeks = usual.value;
            for (auto const& factor : factors(habits))
                if (factor.habit == row.habit && factor.on == row.on)
                    mean += usual.share * factor.factor.mid;
            shares += usual.share;
        }
        EXPECT_NEAR(shares, 1, 1e-9) << row.habit;
        EXPECT_NEAR(mean, 1, 1e-9) << row.habit << " on " << row.on;
    }
}

TEST(TwitchingHabits, EveryRowNamesAHabitThatAPersonCanHaveAndGrowsFromLeastToMost) {
    for (auto const& row : habits_rows) {
        EXPECT_FALSE(rheobase::known(value_of(Habits{}, row.habit)));
        EXPECT_LE(row.low, row.mid) << row.habit;
        EXPECT_LE(row.mid, row.high) << row.habit;
        EXPECT_GT((row.to_dose - row.from_dose) / row.step, 0) << row.habit;
        bool usual = false;
        for (auto const& each : usual_habits_rows)
            usual |= each.habit == row.habit;
        EXPECT_TRUE(usual) << row.habit << " has no usual mix";
    }
    for (auto const& row : medicines_rows) {
        EXPECT_LE(row.low, row.mid) << row.drug_class;
        EXPECT_LE(row.mid, row.high) << row.drug_class;
    }
}

TEST(TwitchingHabits, AnUnknownHabitLiesAroundOne) {
    for (auto const& factor : factors({})) {
        EXPECT_FALSE(factor.known);
        EXPECT_EQ(factor.factor.mid, 1) << factor.habit;
        EXPECT_LE(factor.factor.low, 1) << factor.habit;
        EXPECT_GE(factor.factor.high, 1) << factor.habit;
    }
}

TEST(TwitchingHabits, ScreensActOnTheEyelidAlone) {
    Habits little, much;
    little.screen_hours = 2;
    much.screen_hours = 10;
    auto const least = twitching({}, little, ordinary_medium), most = twitching({}, much, ordinary_medium);
    EXPECT_GT(most.chance_noticed_eyelid_in_a_week.mid, 1.5 * least.chance_noticed_eyelid_in_a_week.mid);
    EXPECT_GT(most.places.front().share.mid, least.places.front().share.mid);
    for (std::size_t i = 0; i < most.signs.size(); ++i)
        EXPECT_EQ(most.signs[i].in_a_month.mid, least.signs[i].in_a_month.mid);
}

TEST(TwitchingHabits, HardExerciseTwitchesTheLegs) {
    Habits usual, hard;
    usual.exertion = 1;
    hard.exertion = 2;
    auto const calm = twitching({}, usual, ordinary_medium), tired = twitching({}, hard, ordinary_medium);
    EXPECT_GT(tired.places[1].share.mid, calm.places[1].share.mid);
    EXPECT_EQ(tired.places[1].place, "calf");
}
