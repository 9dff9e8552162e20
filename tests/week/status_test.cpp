// Where there must be no plan there is none, and one sentence says why.
#include "tests/week/drawn.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;
using testing::HasSubstr;

namespace {

std::string const healthy =
    "age 40; sex male; s twitch since 3; s weakness_objective no; meds whole; conds whole";

Week week_for(std::string const& story, diet::Diary const& diary) {
    return plan_week(answer(verdict::told(story), diary, diet::foods()), diary, {}, diet::foods());
}

/// Why there is none; empty where there is one.
std::string why_not(std::string const& story, diet::Diary const& diary = plain_diary()) {
    auto const week = week_for(story, diary);
    EXPECT_EQ(week.planned(), week.why_not.empty()) << story;
    if (!week.planned()) {
        EXPECT_TRUE(week.menu.halves.empty() && week.changes.empty() && week.shopping.empty()) << story;
        EXPECT_TRUE(week.why_not.ends_with('.') || week.why_not.ends_with('?')) << week.why_not;
        EXPECT_GT(week.why_not.size(), 20u);
    }
    return week.why_not;
}

} // namespace

TEST(WeekStatus, OfAHealthyAdultWithAShortDiaryIsAPlan) {
    EXPECT_EQ(why_not(healthy), "");
}

TEST(WeekStatus, InAnEmergencyHelpComesFirst) {
    EXPECT_THAT(why_not(healthy + "; lab potassium 6.9 mmol/L 0"), HasSubstr("Help comes first"));
}

TEST(WeekStatus, UnderEighteenThereIsNone) {
    EXPECT_THAT(why_not("age 15; sex female; s twitch since 3"), HasSubstr("child"));
}

TEST(WeekStatus, WithAnEatingDisorderThereIsNone) {
    EXPECT_THAT(why_not(healthy + "; cond eating_disorder"), HasSubstr("eating problems"));
    EXPECT_THAT(why_not(healthy + "; s purging"), HasSubstr("eating problems"));
}

TEST(WeekStatus, OnDialysisADietitianMakesIt) {
    EXPECT_THAT(why_not(healthy + "; cond dialysis"), HasSubstr("dietitian"));
}

TEST(WeekStatus, AfterTooLittleFoodThereIsNone) {
    EXPECT_NE(why_not("age 40; sex male; kg 42; cm 180; days 12; loss% 18 100; s twitch since 3; s "
                      "weakness_objective no"),
              "");
}

TEST(WeekStatus, InPregnancyAmountsAreForTheMidwife) {
    EXPECT_THAT(why_not("age 30; sex female; preg 20; s twitch since 3; s weakness_objective no"),
                HasSubstr("midwife"));
}

TEST(WeekStatus, WithWeakKidneysThereIsNone) {
    EXPECT_THAT(why_not(healthy + "; cond ckd_g4"), HasSubstr("dietitian"));
}

TEST(WeekStatus, WithoutADiaryItAsksForOne) {
    EXPECT_THAT(why_not(healthy, {}), HasSubstr("diary"));
}

TEST(WeekStatus, OfADiaryOfWhichNothingWasReadItSaysSo) {
    diet::Diary diary;
    for (int line = 1; line <= 9; ++line)
        diary.unread.push_back({line, "xyzzy", "no food of this name"});
    diary.lines = 9;
    EXPECT_THAT(why_not(healthy, diary), HasSubstr("not one of its lines was recognised"));
    EXPECT_NE(why_not(healthy + "; eats magnesium_mg 150; eats calcium_mg 300", diary), "")
        << "amounts without foods are nothing to plan from";
}

TEST(WeekStatus, OfADiaryThatCouldNotBeOpenedItSaysSo) {
    diet::Diary diary;
    diary.notes.push_back("The diary could not be read. nosuch.csv: the file cannot be opened.");
    EXPECT_EQ(why_not(healthy, diary), diary.notes.front());
}

TEST(WeekStatus, OfADiaryReadWithTooLittleEnergyItSaysWhatIsTooLittle) {
    auto const body = healthy + "; kg 100; cm 190";
    auto const diary = plain_diary(0.9);
    auto const answered = answer(verdict::told(body), diary, diet::foods());
    ASSERT_LT(answered.plate.check.ratio, 1);
    EXPECT_EQ(answered.plate.share_read, 1);
    ASSERT_EQ(answered.plate.check.plausible, false);
    EXPECT_THAT(why_not(body, diary), HasSubstr("must be missing"));
    EXPECT_EQ(answered.verdict.plan.because, why_not(body, diary)) << "the answer says it, too";
}

TEST(WeekStatus, OfAnImpossibleDiaryTheAnswerListsNoFoods) {
    auto const answered = answer(verdict::told(healthy + "; kg 70; cm 175"), plain_diary(10), diet::foods());
    auto const& plan = answered.verdict.plan;
    EXPECT_EQ(plan.status, "needs_data");
    EXPECT_THAT(plan.because, HasSubstr("far more food"));
    EXPECT_TRUE(plan.foods.empty() && plan.short_of.empty() && plan.notes.empty());
    // Help that comes first is not said away by a diary.
    auto const urgent =
        answer(verdict::told(healthy + "; kg 70; cm 175; cond dialysis"), plain_diary(10), diet::foods());
    EXPECT_EQ(urgent.verdict.plan.status, "withheld");
}

TEST(WeekStatus, OfTwentyThousandCaloriesADayItAsksWhoAte) {
    constexpr auto energy = diet::nutrient("energy_kcal");
    auto const diary = plain_diary(10);
    for (auto const* body : {"; kg 70; cm 175", ""}) {
        auto const answered = answer(verdict::told(healthy + body), diary, diet::foods());
        EXPECT_GT(answered.plate.nutrients[energy].intake.per_day.mid, 15000);
        auto const why = why_not(healthy + body, diary);
        EXPECT_THAT(why, HasSubstr("far more food")) << body;
    }
}

TEST(WeekStatus, OfFoodBelowWhatABodyUsesAtRestIsNone) {
    EXPECT_NE(why_not(healthy + "; kg 70; cm 175", plain_diary(0.2)), "");
}

TEST(WeekStatus, OfAnAllergyThatNobodyUnderstandsIsNone) {
    EXPECT_NE(why_not(healthy + "; allergy zorblax fruit"), "");
}
