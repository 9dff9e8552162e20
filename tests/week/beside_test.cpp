// What stands beside the week's food: fluid to thirst with a ceiling where a stop says so, sun with its
// limits, and how far food is processed.
#include "model/verdict/hard_stops.hpp"
#include "tests/verdict/told.hpp"
#include "tests/week/drawn.hpp"
#include "tests/week/made_up.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

namespace {

constexpr auto water = diet::nutrient("water_g"), vitamin_d = diet::nutrient("vitamin_d_ug");

/// Two foods, one of them ultra-processed, of which the plan halves the second.
struct Plan {
    Task task;
    Menu menu;
    explicit Plan(int processing, double vitamin_d_after) {
        task.fixed.amount.fill(0);
        task.items = {made_up("rice", true, 14, 100, 0, 0), made_up("crisps", true, 14, 100, 0, 0)};
        task.items[1].processing = processing;
        for (auto& item : task.items)
            item.held[water] = 350; // two halves of each a day: 1.4 L
        menu.halves = {14, 7};
        BoundMet met;
        met.bound.nutrient = vitamin_d;
        met.bound.floor = met.bound.aim = 10;
        met.before = 3;
        met.after = vitamin_d_after;
        menu.bounds = {met};
        menu.found = true;
    }
};

std::vector<Beside> beside(std::string const& story, Plan const& plan = Plan(4, 8)) {
    auto const evidence = verdict::told(story);
    auto const answered = answer(evidence, {}, diet::foods());
    return beside_food(plan.task, plan.menu, evidence, answered.verdict);
}

std::vector<std::string> codes(std::vector<Beside> const& all) {
    std::vector<std::string> out;
    for (auto const& one : all)
        out.emplace_back(one.code);
    return out;
}

std::string text(std::vector<Beside> const& all, std::string_view code) {
    for (auto const& one : all)
        if (one.code == code)
            return one.text;
    return {};
}

} // namespace

TEST(Beside, FluidIsToThirstWithWhatTheDayHoldsBeforeAndAfter) {
    auto const all = beside("age 40; sex female; s twitch since 3");
    auto const said = text(all, "water");
    EXPECT_THAT(said, HasSubstr("to thirst"));
    EXPECT_THAT(said, HasSubstr("bring 1.4 L of water a day, and 1.1 L with this plan"));
    EXPECT_THAT(said, HasSubstr("no target"));
    EXPECT_THAT(said, Not(HasSubstr("{")));
}

TEST(Beside, FluidHasACeilingWhereTheVerdictSaysSo) {
    for (auto const* story : {"age 60; sex male; cond heart_failure; s twitch since 3",
                              "age 72; sex female; drug sertraline since 400; s twitch since 3",
                              "age 50; sex male; cond cirrhosis; s twitch since 3"}) {
        auto const all = beside(story);
        EXPECT_THAT(codes(all), Not(Contains("water"))) << story;
        EXPECT_THAT(text(all, "water_bounded"), HasSubstr("and no more")) << story;
    }
}

TEST(Beside, FluidAroundExerciseGoesByThirstToo) {
    auto const runner = beside("age 30; sex male; life sweat heavy; s cramp since 3");
    EXPECT_THAT(codes(runner), Contains("water"));
    EXPECT_THAT(text(runner, "exercise"), HasSubstr("not beyond"));
    EXPECT_THAT(codes(beside("age 30; sex male; s cramp since 3")), Not(Contains("exercise")));
    auto const ill = beside("age 60; sex male; cond heart_failure; life sweat heavy; s cramp since 3");
    EXPECT_THAT(codes(ill), Not(Contains("exercise"))) << "no more than thirst asks for";
}

TEST(Beside, SunIsNamedWithItsLimitsWhereVitaminDIsShort) {
    auto const said = text(beside("age 40; sex female; s twitch since 3"), "sun");
    EXPECT_THAT(said, HasSubstr("Never let the skin burn"));
    EXPECT_THAT(said, HasSubstr("winter"));
    Plan enough(4, 12);
    enough.menu.bounds[0].before = 11;
    EXPECT_THAT(codes(beside("age 40; sex female; s twitch since 3", enough)), Not(Contains("sun")));
}

TEST(Beside, SunIsNotAdvisedWithAMedicineOrSkinThatForbidsIt) {
    for (auto const* story : {"age 40; sex female; drug doxycycline since 5; s twitch since 3",
                              "age 40; sex female; cond skin_cancer; s twitch since 3"}) {
        auto const all = beside(story);
        EXPECT_THAT(codes(all), Not(Contains("sun"))) << story;
        EXPECT_THAT(codes(all), Contains("sun_barred")) << story;
    }
}

TEST(Beside, ProcessingIsSaidInOneClassAndOneSentence) {
    EXPECT_THAT(text(beside("age 40; sex male", Plan(4, 8)), "processed"),
                HasSubstr("7 portions a week are ultra-processed (class 4 of 4), and 4 with this plan"));
    auto const none = beside("age 40; sex male", Plan(1, 8));
    EXPECT_THAT(codes(none), Not(Contains("processed")));
    EXPECT_THAT(text(none, "little_processed"), HasSubstr("keeps most of its minerals"));
}

TEST(Beside, StandsInAPlanAndNotWhereThereIsNone) {
    auto const diary = plain_diary();
    std::string const story =
        "age 40; sex male; s twitch since 3; s weakness_objective no; meds whole; conds whole";
    auto const planned =
        plan_week(answer(verdict::told(story), diary, diet::foods()), diary, {}, diet::foods());
    EXPECT_THAT(codes(planned.beside), Contains("water"));
    EXPECT_THAT(codes(planned.beside), Contains("sun"));
    auto const child = "age 15; sex female; s twitch since 3";
    EXPECT_TRUE(plan_week(answer(verdict::told(child), diary, diet::foods()), diary, {}, diet::foods())
                    .beside.empty());
}
