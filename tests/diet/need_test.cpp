#include "model/diet/need.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::diet;

namespace {

Person someone(double age, Sex sex) {
    Person person;
    person.age_years = age;
    person.sex = sex;
    return person;
}

constexpr auto magnesium = nutrient("magnesium_mg");

} // namespace

TEST(Need, FollowsAgeSexAndStage) {
    EXPECT_EQ(needed(someone(34, Sex::female), magnesium, "us")->ear, 265);
    EXPECT_EQ(needed(someone(34, Sex::female), magnesium, "us")->rda, 320);
    EXPECT_EQ(needed(someone(25, Sex::male), magnesium, "us")->rda, 400);
    auto expecting = someone(34, Sex::female);
    expecting.pregnant = true;
    EXPECT_EQ(needed(expecting, magnesium, "us")->rda, 360);
    EXPECT_EQ(stage_of(expecting).name, "F 31-50 pregnant");
    EXPECT_EQ(stage_of(someone(34, Sex::female)).name, "F 31-50");
    EXPECT_EQ(stage_of(someone(80, Sex::male)).name, "M 71+");
    EXPECT_EQ(stage_of(someone(5, Sex::male)).name, "4-8");
}

TEST(Need, WithoutAgeAndSexThereAreNoTargetsAndTheAnswerSaysSo) {
    Person person;
    EXPECT_FALSE(needed(person, magnesium, "us"));
    EXPECT_NE(stage_of(person).why_not.find("age"), std::string::npos);
    person.age_years = 34;
    EXPECT_FALSE(needed(person, magnesium, "us") && known(needed(person, magnesium, "us")->rda));
    EXPECT_NE(stage_of(person).why_not.find("sex"), std::string::npos);
    person.age_years = 5;
    EXPECT_TRUE(stage_of(person).why_not.empty()) << "young children have one table for both sexes";
}

TEST(Need, AStageTheTablesDoNotHoldIsNotGuessed) {
    auto expecting = someone(12, Sex::female);
    expecting.pregnant = true;
    EXPECT_TRUE(stage_of(expecting).name.empty());
    EXPECT_FALSE(stage_of(expecting).why_not.empty());
}

TEST(Need, LimitsOfBothAuthoritiesStandBesideEachOther) {
    auto const b6 = needed(someone(34, Sex::female), nutrient("vitamin_b6_mg"), "us");
    ASSERT_TRUE(b6);
    double us = 0, eu = 0;
    for (auto const& limit : b6->limits)
        (limit.authority == "us" ? us : eu) = limit.value;
    EXPECT_EQ(us, 100);
    EXPECT_EQ(eu, 12);
}

TEST(Need, TheMagnesiumLimitCountsSupplementsOnly) {
    auto const need = needed(someone(34, Sex::female), magnesium, "us");
    ASSERT_FALSE(need->limits.empty());
    for (auto const& limit : need->limits)
        EXPECT_TRUE(limit.scope.starts_with("supplements")) << limit.scope;
}

TEST(Need, EveryRequirementLiesBelowItsAllowance) {
    for (double age = 0.2; age < 90; age += 0.9)
        for (auto const sex : {Sex::female, Sex::male})
            for (Nutrient n = 0; n < nutrient_count; ++n)
                for (auto const authority : {"us", "eu"}) {
                    auto const need = needed(someone(age, sex), n, authority);
                    if (need && known(need->ear) && known(need->rda)) {
                        EXPECT_LT(need->ear, need->rda) << about(n).key << " at " << age << ' ' << authority;
                    }
                }
}
