// What blood does to a nerve and what of it is noticed, on a plain surface in the place of the ensemble's, so
// that what is tested is how it is asked.
#include "model/felt/felt.hpp"
#include "model/felt/firing.hpp"
#include "model/felt/muscles.hpp"

#include "engine/elementary.hpp"
#include "engine/random.hpp"
#include "model/ions/calcium.rows.hpp"
#include "model/ions/magnesium.rows.hpp"
#include "model/ions/potassium.rows.hpp"
#include "model/ions/sodium.rows.hpp"
#include "model/twitch/rival_curves.hpp"
#include "tests/verdict/told.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;
using blood::Ion, felt::Felt, felt::Noticed;

namespace {

/// Thresholds that fall with calcium and rise with less potassium, by about as much as those of an axon that
/// was fitted to the norms; axons lie 10 % around the middle of the change.
nerve::Response plain(nerve::Medium<double> const& at) {
    double const log_change = 2.4 * engine::log(at.calcium / nerve::ordinary_medium.calcium) -
                              1.25 * engine::log(at.potassium / nerve::ordinary_medium.potassium);
    auto const percent = [](double log_ratio) { return 100 * (engine::exp(log_ratio) - 1); };
    double const wide = 0.1 * (log_change < 0 ? -log_change : log_change);
    double const fires = std::clamp(2 * (0.9 - at.calcium), 0.0, 1.0);
    return {percent(log_change - wide), percent(log_change), percent(log_change + wide), fires,
            at.calcium < 0.7};
}

/// The same in every blood, but axons differ.
nerve::Response spread(nerve::Medium<double> const&) {
    return {-20, -5, 15, 0.3, false};
}

constexpr std::array<double, blood::ion_count> ordinary{
    ions::usual_calcium.ionised, ions::usual_magnesium.serum, ions::usual_potassium.serum,
    ions::usual_sodium.serum};

/// A crowd with these levels in the middle and 2 % between people.
blood::Prediction crowd(std::array<double, blood::ion_count> const& levels, int people = 1000) {
    blood::Prediction out;
    out.people = people;
    out.weights.assign(static_cast<std::size_t>(people), 1);
    constexpr std::array<std::string_view, blood::ion_count> analytes{"calcium_ionised", "magnesium",
                                                                      "potassium", "sodium"};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        out.ions[i].analyte = analytes[i];
        for (std::uint32_t person = 0; person < static_cast<std::uint32_t>(people); ++person)
            out.ions[i].level.push_back(levels[i] * (1 + 0.02 * engine::standard_normal(1, person, i + 1)));
    }
    return out;
}

blood::Prediction crowd_with(Ion ion, double level) {
    auto levels = ordinary;
    levels[static_cast<std::size_t>(ion)] = level;
    return crowd(levels);
}

Felt felt_by(blood::Prediction const& blood, felt::Surface surface = plain) {
    auto const evidence = verdict::told("age 40; sex female");
    verdict::Findings const findings;
    return felt::felt(blood, verdict::Chart(evidence, findings), surface);
}

Noticed noticed(Felt const& felt, std::string_view sign) {
    for (auto const& one : felt.signs)
        if (one.sign == sign)
            return one.noticed;
    ADD_FAILURE() << sign;
    return Noticed::nothing;
}

} // namespace

TEST(Felt, OrdinaryBloodDoesNothingThatAnybodyWouldNotice) {
    auto const felt = felt_by(crowd(ordinary));
    ASSERT_TRUE(felt.said());
    EXPECT_EQ(felt.noticed(), Noticed::nothing);
    EXPECT_EQ(felt.without_potassium_percent.mid, 0);
    EXPECT_NEAR(felt.threshold_change_percent.mid, 0, 1);
    EXPECT_FALSE(felt.beyond);
}

TEST(Felt, TheBodysOrdinaryBloodIsTheNervesOrdinaryMedium) {
    auto const medium = felt::medium_of(ordinary);
    EXPECT_EQ(medium.calcium, nerve::ordinary_medium.calcium);
    EXPECT_EQ(medium.magnesium, nerve::ordinary_medium.magnesium);
    EXPECT_EQ(medium.potassium, nerve::ordinary_medium.potassium);
    EXPECT_EQ(medium.sodium, nerve::ordinary_medium.sodium);
}

TEST(Felt, WhatTheVerdictCallsNormalIsOrdinaryAtTheNerveToo) {
    constexpr std::array<std::string_view, blood::ion_count> labs{"calcium_ionised", "magnesium", "potassium",
                                                                  "sodium"};
    std::array<double, blood::ion_count> low{}, high{};
    for (std::size_t i = 0; i < labs.size(); ++i)
        for (auto const& lab : verdict::labs_rows)
            if (lab.analyte == labs[i]) {
                low[i] = lab.low;
                high[i] = lab.high;
            }
    for (bool const lower : {true, false}) {
        auto const& ends = lower ? low : high;
        auto const at = felt::medium_of(ends), nearest = twitch::nearest_ordinary(at);
        for (auto const ion : nerve::response_variables)
            EXPECT_NEAR(at.*ion, nearest.*ion, 1e-3 * at.*ion) << "the ends are those of the range";
        auto beyond = at;
        for (auto const ion : nerve::response_variables)
            beyond.*ion *= lower ? 0.99 : 1.01;
        auto const back = twitch::nearest_ordinary(beyond);
        for (auto const ion : nerve::response_variables)
            EXPECT_NE(back.*ion, beyond.*ion);
    }
}

TEST(Felt, TheLowerTheCalciumTheMoreEasilyANerveFires) {
    double threshold = 0, a_day = 0, fires = -1;
    for (double const calcium : {1.1, 1.0, 0.9, 0.8}) {
        auto const felt = felt_by(crowd_with(Ion::calcium, calcium));
        EXPECT_LT(felt.beyond_ordinary_percent.mid, threshold) << calcium;
        EXPECT_GT(felt.twitching.a_day.mid, a_day) << calcium;
        EXPECT_GE(felt.fires_alone, fires) << calcium;
        EXPECT_LE(felt.threshold_change_percent.low, felt.threshold_change_percent.mid);
        EXPECT_LE(felt.threshold_change_percent.mid, felt.threshold_change_percent.high);
        threshold = felt.beyond_ordinary_percent.mid;
        a_day = felt.twitching.a_day.mid;
        fires = felt.fires_alone;
    }
}

TEST(Felt, CalciumOfTetanyIsFeltAsTinglingAndTwitches) {
    auto const felt = felt_by(crowd_with(Ion::calcium, 0.8));
    EXPECT_EQ(noticed(felt, "tingling"), Noticed::likely);
    EXPECT_EQ(felt.twitches, Noticed::likely);
    EXPECT_EQ(noticed(felt, "weakness"), Noticed::nothing);
}

TEST(Felt, LowPotassiumIsFeltAsWeaknessAndNotAsTwitches) {
    auto const felt = felt_by(crowd_with(Ion::potassium, 2.2));
    EXPECT_EQ(noticed(felt, "weakness"), Noticed::likely);
    EXPECT_EQ(felt.twitches, Noticed::nothing);
    EXPECT_EQ(noticed(felt, "tingling"), Noticed::nothing);
    EXPECT_GT(felt.beyond_ordinary_percent.mid, 20) << "harder to fire";
    EXPECT_EQ(felt.without_potassium_percent.mid, 0);
    EXPECT_EQ(felt.twitching.blood_factor.mid, 1);
}

TEST(Felt, TheMuscleLosesStrengthAtBothEndsOfPotassiumAndNotInOrdinaryBlood) {
    auto const strength = [](double potassium) {
        felt::Asked asked;
        asked.low = asked.median = asked.high = nerve::ordinary_medium;
        asked.median.potassium = potassium;
        return felt::strength(asked, 1);
    };
    EXPECT_EQ(strength(4).low, 1);
    EXPECT_EQ(strength(4).high, 1);
    auto const low = strength(2), high = strength(9);
    EXPECT_LT(low.mid, 0.95);
    EXPECT_LT(low.low, low.mid);
    EXPECT_LT(high.mid, 1);
    EXPECT_GT(low.mid, strength(1.6).mid);
}

TEST(Felt, HighPotassiumLowersTheThresholdAndMakesNobodyTwitch) {
    auto const felt = felt_by(crowd_with(Ion::potassium, 6));
    EXPECT_LT(felt.threshold_change_percent.mid, -20);
    EXPECT_EQ(felt.twitches, Noticed::nothing);
}

TEST(Felt, ATailOfTheCrowdThatIsWeakIsNotLeftOut) {
    auto blood = crowd_with(Ion::potassium, 3.4);
    for (std::size_t i = 0; i < blood.weights.size() / 10; ++i)
        blood.ions[static_cast<std::size_t>(Ion::potassium)].level[i] = 2.3;
    auto const felt = felt_by(blood);
    EXPECT_EQ(noticed(felt, "weakness"), Noticed::perhaps);
    EXPECT_EQ(felt.noticed(), Noticed::perhaps);
}

TEST(Felt, AnIonThatIsNotSeenLeavesEverythingUnknownAndSaysWhy) {
    auto blood = crowd(ordinary);
    blood.ions[static_cast<std::size_t>(Ion::potassium)].level.clear();
    auto const felt = felt_by(blood);
    EXPECT_FALSE(felt.said());
    EXPECT_THAT(felt.why_not, testing::HasSubstr("without your potassium"));
    for (auto const ion : {Ion::calcium, Ion::sodium})
        blood.ions[static_cast<std::size_t>(ion)].level.clear();
    EXPECT_THAT(felt_by(blood).why_not, testing::HasSubstr("your ionised calcium, potassium and sodium."));
    EXPECT_FALSE(known(felt.threshold_change_percent.mid));
    EXPECT_FALSE(known(felt.fires_alone));
    EXPECT_FALSE(known(felt.medium.calcium)) << "not even of what is seen";
    EXPECT_FALSE(known(felt.twitching.a_day));
}

TEST(Felt, WithoutACrowdItSaysWhyAsTheBloodDoes) {
    blood::Prediction none;
    none.why_not = "Blood levels are not predicted below 18 years.";
    auto const felt = felt_by(none);
    EXPECT_TRUE(felt.asked);
    EXPECT_EQ(felt.why_not, none.why_not);
}

TEST(Felt, NobodyWhoDidNotAskIsToldAnything) {
    auto const felt = felt_by({});
    EXPECT_FALSE(felt.asked);
    EXPECT_TRUE(felt.why_not.empty());
    EXPECT_FALSE(felt.said());
}

TEST(Felt, TheIntervalHoldsTheAxonsAsWellAsThePeople) {
    auto const felt = felt_by(crowd(ordinary, 4000), spread);
    EXPECT_NEAR(felt.threshold_change_percent.low, -20, 1);
    EXPECT_NEAR(felt.threshold_change_percent.mid, -5, 1);
    EXPECT_NEAR(felt.threshold_change_percent.high, 15, 1.5);
    EXPECT_NEAR(felt.fires_alone, 0.3, 1e-9);
    // One axon is compared with itself, so what it is does not part two bloods.
    EXPECT_EQ(felt.beyond_ordinary_percent.low, 0);
    EXPECT_EQ(felt.beyond_ordinary_percent.high, 0);
}

TEST(Felt, WhoCountsNothingIsNotHeard) {
    auto blood = crowd(ordinary);
    for (std::size_t i = 0; i < blood.weights.size(); i += 2) {
        blood.weights[i] = 0;
        for (auto& ion : blood.ions)
            ion.level[i] = unknown;
    }
    blood.weights[1] = 0;
    blood.ions[static_cast<std::size_t>(Ion::calcium)].level[1] = 0.1;
    auto const felt = felt_by(blood);
    EXPECT_EQ(felt.noticed(), Noticed::nothing);
    EXPECT_EQ(felt.fires_alone, 0);
}

TEST(Felt, NothingIsSaidOfANerveThatTheModelDoesNotHold) {
    verdict::Findings const findings;
    auto const said = [&](char const* more) {
        auto const evidence = verdict::told(std::string("age 40; sex female") + more);
        return felt::felt(crowd(ordinary), verdict::Chart(evidence, findings), plain).said();
    };
    EXPECT_TRUE(said("; s tingling"));
    EXPECT_FALSE(said("; s hyperventilation"));
    EXPECT_FALSE(said("; s vomiting"));
    EXPECT_FALSE(said("; cond peripheral_neuropathy"));
    EXPECT_FALSE(said("; cond ckd_g5"));
}

TEST(Felt, BloodOutsideTheSurfaceIsSaidToBe) {
    EXPECT_TRUE(felt_by(crowd_with(Ion::calcium, 0.6)).beyond);
    EXPECT_FALSE(felt_by(crowd_with(Ion::calcium, 0.9)).beyond);
}

TEST(Felt, TheErrorOfTheSurfaceIsLargerOutsideOfOrdinaryBlood) {
    auto const calm = felt_by(crowd(ordinary)), low = felt_by(crowd_with(Ion::calcium, 0.9));
    EXPECT_FALSE(calm.rough);
    EXPECT_TRUE(low.rough);
    EXPECT_GT(low.surface_error_percent, calm.surface_error_percent);
    EXPECT_GT(low.surface_error_share, calm.surface_error_share);
}

TEST(Felt, PeopleBeginToNoticeWhereTheMedianCurveSaysTwiceAsOften) {
    double const fall = felt::noticed_fall_percent();
    EXPECT_GT(fall, 1);
    EXPECT_LT(fall, 99);
    EXPECT_NEAR(twitch::rivals({fall, fall, fall}).mid, 2, 1e-6);
    EXPECT_LT(twitch::rivals({fall - 1, fall - 1, fall - 1}).mid, 2);
}

TEST(Firing, OnePersonsShareIsWhatACrowdOfThatBloodHolds) {
    ions::BloodIons const low{0.72, 0.5, 5.5, 132};
    auto const crowd_of_them = crowd({0.72, 0.5, 5.5, 132}, 1);
    std::array<double, blood::ion_count> levels{};
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] = crowd_of_them.ions[i].level[0];
    EXPECT_EQ(felt::firing_share({levels[0], levels[1], levels[2], levels[3]}),
              felt_by(crowd_of_them, nerve::response).fires_alone);
    EXPECT_GT(felt::firing_share(low), 0);
    EXPECT_LE(felt::firing_share(low), 1);
}

TEST(Firing, EachIonReachesItsPlaceInTheMedium) {
    auto const share = [](std::array<double, blood::ion_count> const& blood) {
        return felt::firing_share(
            {blood[0], blood[1], blood[2], blood[3]}, [](nerve::Medium<double> const& at) {
                auto const& usual = nerve::ordinary_medium;
                nerve::Response out;
                out.fires_alone = at.calcium / usual.calcium + 10 * at.magnesium / usual.magnesium +
                                  100 * at.potassium / usual.potassium + 1000 * at.sodium / usual.sodium;
                return out;
            });
    };
    EXPECT_NEAR(share(ordinary), 1111, 1e-9);
    for (std::size_t i = 0; i < ordinary.size(); ++i) {
        auto twice = ordinary;
        twice[i] *= 2;
        constexpr std::array<double, blood::ion_count> more{1, 10, 100, 1000};
        EXPECT_NEAR(share(twice), 1111 + more[i], 1e-9) << i;
    }
}
