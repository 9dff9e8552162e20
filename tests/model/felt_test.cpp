// The nerve's part of a whole answer: from a person by the crowd's blood to what they would notice.
#include "model/rheobase.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;
using felt::Noticed;

namespace {

verdict::Evidence person(double age, diet::Sex sex) {
    verdict::Evidence evidence;
    evidence.person.age_years = age;
    evidence.person.sex = sex;
    evidence.told_whole = {"supplements"};
    return evidence;
}

felt::Felt felt_of(verdict::Evidence const& evidence, blood::Options options = {.people = 200}) {
    return answer(evidence, {}, diet::foods(), options).felt;
}

void measured(verdict::Evidence& evidence, std::string analyte, double value) {
    verdict::Lab lab;
    lab.analyte = std::move(analyte);
    lab.value = value;
    lab.unit = "mmol/L";
    lab.days_ago = 1;
    evidence.labs.push_back(lab);
}

Noticed noticed(felt::Felt const& felt, std::string_view sign) {
    for (auto const& one : felt.signs)
        if (one.sign == sign)
            return one.noticed;
    ADD_FAILURE() << sign;
    return Noticed::nothing;
}

} // namespace

TEST(FeltAnswer, OrdinaryPeopleWouldNoticeNothing) {
    for (auto const sex : {diet::Sex::female, diet::Sex::male})
        for (double const age : {25.0, 70.0}) {
            auto const felt = felt_of(person(age, sex));
            ASSERT_TRUE(felt.said());
            EXPECT_EQ(felt.noticed(), Noticed::nothing) << age;
        }
}

TEST(FeltAnswer, VeryLowMeasuredPotassiumIsFeltAsWeaknessNotAsTwitches) {
    auto evidence = person(50, diet::Sex::female);
    measured(evidence, "potassium", 2.2);
    auto const felt = felt_of(evidence);
    EXPECT_EQ(noticed(felt, "weakness"), Noticed::likely);
    EXPECT_NE(felt.twitches, Noticed::likely);
}

TEST(FeltAnswer, VeryLowMeasuredCalciumIsFelt) {
    auto evidence = person(50, diet::Sex::female);
    measured(evidence, "calcium_ionised", 0.8);
    EXPECT_EQ(noticed(felt_of(evidence), "tingling"), Noticed::likely);
}

TEST(FeltAnswer, GlandsThatAreIllLeaveCalciumAndSoTheNerveUnknown) {
    auto evidence = person(60, diet::Sex::male);
    verdict::Finding ill;
    ill.code = "hypoparathyroidism";
    evidence.conditions.push_back(ill);
    auto const felt = felt_of(evidence);
    EXPECT_FALSE(felt.said());
    EXPECT_THAT(felt.why_not, testing::HasSubstr("calcium"));
}

TEST(FeltAnswer, OfAChildItSaysWhyNothingIsSaid) {
    auto const felt = felt_of(person(9, diet::Sex::male));
    EXPECT_FALSE(felt.said());
    EXPECT_THAT(felt.why_not, testing::HasSubstr("below 18 years"));
}

TEST(FeltAnswer, WithoutACrowdNothingIsAsked) {
    EXPECT_FALSE(felt_of(person(40, diet::Sex::male), {}).asked);
}

TEST(FeltAnswer, HasTheSameBitsForAnyNumberOfThreads) {
    auto evidence = person(60, diet::Sex::female);
    measured(evidence, "potassium", 3.2);
    auto const figures = [&](blood::Options options) {
        auto const felt = felt_of(evidence, options);
        auto const& twitching = felt.twitching;
        std::vector<double> out{felt.fires_alone, felt.medium.potassium, felt.medium.calcium};
        for (auto const& of : {felt.threshold_change_percent, felt.beyond_ordinary_percent,
                               felt.without_potassium_percent, twitching.a_day, felt.signs[2].chance})
            out.insert(out.end(), {of.low, of.mid, of.high});
        return out;
    };
    auto const first = figures({.people = 131, .threads = 1, .lanes = 1});
    EXPECT_EQ(first, figures({.people = 131, .threads = 2}));
    EXPECT_NE(first, figures({.people = 131, .seed = 2}));
}

TEST(FeltAnswer, AnAdjustedCalciumOutOfRangeLeavesTheNerveUnsaidUntilTheIonisedIsKnown) {
    auto evidence = person(50, diet::Sex::female);
    measured(evidence, "calcium_adjusted", 2.05);
    auto const unsaid = felt_of(evidence);
    EXPECT_FALSE(unsaid.said());
    EXPECT_FALSE(unsaid.said());
    EXPECT_NE(unsaid.why_not.find("ionised calcium"), std::string::npos);
    measured(evidence, "calcium_ionised", 1.2);
    EXPECT_TRUE(felt_of(evidence).said());
}
