#include "model/verdict/advice.hpp"
#include "model/verdict/causes.hpp"
#include "model/verdict/causes.rows.hpp"
#include "model/verdict/codes.rows.hpp"
#include "model/verdict/verdict.hpp"
#include "tests/verdict/told.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

Findings eating(std::map<diet::Nutrient, double> const& inadequate, Evidence const& evidence) {
    auto findings = findings_from_case(evidence);
    findings.diary = true;
    for (auto const& [nutrient, probability] : inadequate) {
        findings.nutrient[static_cast<std::size_t>(nutrient)].probability_inadequate = probability;
        findings.nutrient[static_cast<std::size_t>(nutrient)].coverage = 0.95;
    }
    return findings;
}

Verdict judged(std::string const& text) {
    auto const evidence = told(text);
    return judge(evidence, findings_from_case(evidence));
}

CauseShare share_in(Verdict const& verdict, std::string const& code) {
    for (auto const& cause : verdict.causes)
        if (cause.code == code)
            return cause;
    return {};
}

int rank_in(Verdict const& verdict, std::string const& code) {
    for (std::size_t i = 0; i < verdict.causes.size(); ++i)
        if (verdict.causes[i].code == code)
            return static_cast<int>(i) + 1;
    return 99;
}

/// Findings of a case that tells what is eaten: "eats magnesium_mg 150 0.97" is the amount and the chance
/// that it is too little.
Findings eaten(std::string const& text, Evidence const& evidence) {
    auto findings = findings_from_case(evidence);
    for (auto const statement : parts_of(text)) {
        std::istringstream in{std::string(statement)};
        std::string kind, key;
        double amount = 0, inadequate = 0;
        if (in >> kind >> key >> amount >> inadequate; kind == "eats" && in) {
            auto& found = findings.nutrient[static_cast<std::size_t>(diet::nutrient_called(key).value())];
            found.per_day = diet::Range::exactly(amount);
            found.probability_inadequate = inadequate;
            found.coverage = 0.95;
            findings.diary = true;
        }
    }
    return findings;
}

std::string shares_of(Verdict const& verdict) {
    std::string out;
    for (auto const& cause : verdict.causes)
        out += "\n    " + cause.code + " " + std::to_string(cause.share.mid);
    return out;
}

std::map<std::string, std::string> read_cause_cases() {
    std::map<std::string, std::string> cases;
    std::ifstream in(RHEOBASE_ROOT "/tests/verdict/cause_cases.csv");
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line))
        if (auto const comma = line.find(','); comma != line.npos)
            cases[line.substr(0, comma)] = line.substr(comma + 1);
    return cases;
}

} // namespace

TEST(Causes, EveryCauseOfTheCodesCanStandAndDoesInACaseMadeForIt) {
    auto const cases = read_cause_cases();
    for (auto const& code : codes_rows)
        if (code.kind == "cause") {
            EXPECT_TRUE(cases.contains(std::string(code.code))) << code.code << " has no case";
        }
    for (auto const& [code, text] : cases) {
        auto const evidence = told(text);
        auto const verdict = judge(evidence, eaten(text, evidence));
        EXPECT_NE(share_in(verdict, code).band, Band::unlikely) << code << ": " << text << shares_of(verdict);
        EXPECT_NE(rank_in(verdict, code), 99) << code << ": " << text << shares_of(verdict);
    }
}

TEST(Causes, EveryRowCanBeParsedAndItsNumbersAreInOrder) {
    for (auto const& problem : faults_of_causes())
        ADD_FAILURE() << in_words(problem);
    for (auto const& problem : faults_of_advice())
        ADD_FAILURE() << in_words(problem);
}

TEST(Causes, ATwitchingEyelidIsHarmlessAndNoDeficiencyLeads) {
    auto const verdict =
        judged("age 30; s twitch since 3 at left_eyelid focal; life sleep_h 5; life screen_h 9; meds whole");
    EXPECT_LE(rank_in(verdict, "condition.eyelid_myokymia"), 3);
    EXPECT_LE(rank_in(verdict, "no_deficiency"), 3);
    EXPECT_EQ(share_in(verdict, "condition.eyelid_myokymia").band, Band::likely);
    EXPECT_EQ(rank_in(verdict, "deficiency.magnesium") < 6, false);
}

TEST(Causes, AnEmptyCaseSaysThatTooLittleIsKnown) {
    EXPECT_EQ(rank_in(judged("age 30"), "insufficient_data"), 1);
    EXPECT_GT(
        rank_in(judged("age 30; s twitch since 3; life caffeine_mg 100; meds whole"), "insufficient_data"),
        4);
}

TEST(Causes, LowIntakeIsAFindingOfItsOwnAndNeverADeficiency) {
    auto const evidence = told("age 30; s twitch since 3; life sleep_h 8");
    auto const verdict = judge(evidence, eating({{diet::nutrient("magnesium_mg"), 0.97}}, evidence));
    EXPECT_NE(share_in(verdict, "deficiency.magnesium_intake").band, Band::unlikely);
    EXPECT_EQ(share_in(verdict, "deficiency.magnesium").band, Band::unlikely);
    EXPECT_LT(rank_in(verdict, "no_deficiency"), rank_in(verdict, "deficiency.magnesium_intake"));
}

TEST(Causes, InAdultsALowCalciumDiaryDoesNotMoveLowBloodCalcium) {
    auto const adult = told("age 40; s cramp since 3; lab calcium_adjusted 2.1 mmol/L 2");
    auto const before = share_in(judge(adult, findings_from_case(adult)), "deficiency.calcium").share.mid;
    auto const after =
        share_in(judge(adult, eating({{diet::nutrient("calcium_mg"), 0.99}}, adult)), "deficiency.calcium")
            .share.mid;
    EXPECT_EQ(before, after);
    auto const child = told("age 2; s cramp since 3; lab calcium_adjusted 2.1 mmol/L 2 2.2 2.7");
    EXPECT_GT(
        share_in(judge(child, eating({{diet::nutrient("calcium_mg"), 0.99}}, child)), "deficiency.calcium")
            .share.mid,
        share_in(judge(child, findings_from_case(child)), "deficiency.calcium").share.mid);
}

TEST(Causes, CaffeineAndShortSleepLeadWhereTheyShould) {
    auto const verdict = judged(
        "age 26; s twitch since 6 focal; life caffeine_mg 700; life sleep_h 5; life stress high; meds whole");
    EXPECT_LE(rank_in(verdict, "excess.caffeine"), 5);
    EXPECT_LE(rank_in(verdict, "lifestyle.stress"), 6);
    EXPECT_EQ(share_in(verdict, "deficiency.magnesium").band, Band::unlikely);
}

TEST(Causes, ALowResultOutranksHarmlessTwitching) {
    auto const verdict =
        judged("age 60; s twitch since 20; drug omeprazole since 1500; lab magnesium 0.55 mmol/L 3");
    EXPECT_EQ(rank_in(verdict, "deficiency.magnesium"), 1);
    EXPECT_LE(rank_in(verdict, "drug.ppi"), 3);
    EXPECT_GT(rank_in(verdict, "no_deficiency"), 4);
}

TEST(Causes, LowMagnesiumLeadsWhereItPullsCalciumAndPotassiumDown) {
    auto const verdict =
        judged("age 66; s carpopedal_spasm; drug omeprazole since 2000; lab magnesium 0.45 mmol/L "
               "1; lab calcium_adjusted 1.95 mmol/L 1; lab potassium 3.1 mmol/L 1");
    EXPECT_LT(rank_in(verdict, "deficiency.magnesium"), rank_in(verdict, "deficiency.calcium"));
    EXPECT_LT(rank_in(verdict, "deficiency.magnesium"), rank_in(verdict, "deficiency.potassium"));
    EXPECT_EQ(share_in(verdict, "drug.ppi").band, Band::likely);
}

TEST(Causes, CaffeineStandsOnce) {
    auto const much = judged("age 26; s twitch since 6; life caffeine_mg 700");
    EXPECT_NE(rank_in(much, "excess.caffeine"), 99);
    EXPECT_EQ(rank_in(much, "lifestyle.caffeine"), 99);
    EXPECT_NE(rank_in(judged("age 26; s twitch since 6; life caffeine_mg 350"), "lifestyle.caffeine"), 99);
}

TEST(Causes, OrdinarySignsMoveADeficiencyALittleAndNeverMakeItPossible) {
    for (std::string const sign : {"twitch", "cramp", "tremor", "spasm", "fatigue", "nausea", "headache"}) {
        auto const with = judged("age 40; s twitch since 3; s " + sign);
        EXPECT_EQ(share_in(with, "deficiency.magnesium").band, Band::unlikely) << sign;
        EXPECT_LT(share_in(with, "deficiency.calcium").share.mid, 0.03) << sign;
    }
    auto const all =
        judged("age 40; s twitch; s cramp; s fatigue; s nausea; s headache; s muscle_ache; s tingling");
    EXPECT_EQ(share_in(all, "deficiency.magnesium").band, Band::unlikely);
    EXPECT_EQ(share_in(all, "deficiency.potassium").band, Band::unlikely);
    for (auto const& cause : all.causes) {
        if (cause.code == "no_deficiency")
            break;
        EXPECT_FALSE(cause.code.starts_with("deficiency.")) << cause.code;
    }
    EXPECT_EQ(share_in(all, "no_deficiency").band, Band::likely);
}

TEST(Causes, EverySignThatTheMissionNamesCountsForItsLack) {
    std::map<std::string, std::vector<std::string>> const signs{
        {"deficiency.magnesium",
         {"twitch", "cramp", "tremor", "spasm", "stiffness", "fatigue", "nausea", "headache"}},
        {"deficiency.calcium",
         {"twitch", "cramp", "spasm", "muscle_ache", "tingling at hand", "numbness", "perioral_tingling",
          "bone_pain", "fatigue"}},
        {"deficiency.potassium",
         {"weakness_felt", "fatigue", "cramp", "twitch", "constipation", "abdominal_pain"}},
        {"deficiency.vitamin_d", {"muscle_pain", "muscle_ache", "weakness_proximal", "bone_pain"}},
        {"deficiency.b12",
         {"numbness", "tingling", "weakness_felt", "fatigue", "cramp", "tremor", "jerks"}},
        {"deficiency.b6", {"tingling", "numbness"}},
        {"deficiency.thiamine", {"numbness"}},
        {"dehydration", {"cramp", "spasm", "twitch"}},
    };
    // What lets a cause stand that stands for nobody without a reason; the others need none.
    std::map<std::string, std::string> const reasons{{"deficiency.b6", "; drug isoniazid since 60"},
                                                     {"deficiency.thiamine", "; cond alcohol_dependence"},
                                                     {"dehydration", "; s thirst; s reduced_urine"}};
    for (auto const& [cause, codes] : signs)
        for (auto const& code : codes) {
            auto const reason = reasons.find(cause);
            auto const story = "age 40; s tic since 3" + (reason == reasons.end() ? "" : reason->second);
            auto const without = judged(story), with = judged(story + "; s " + code);
            EXPECT_GT(share_in(with, cause).because.size(), share_in(without, cause).because.size())
                << cause << ", " << code;
        }
}

TEST(Causes, ABetweenResultOfVitaminB12AsksForAFinerTest) {
    auto const between = judged("age 54; s tingling since 60; lab b12_total 190 pmol/L 3");
    EXPECT_TRUE(std::any_of(between.patterns.begin(), between.patterns.end(), [](auto const& pattern) {
        return pattern.text.find("between low and normal") != std::string::npos;
    }));
    auto const clear = judged("age 54; s tingling since 60; lab b12_total 400 pmol/L 3");
    EXPECT_LT(share_in(clear, "deficiency.b12").share.mid, share_in(between, "deficiency.b12").share.mid);
}

TEST(Causes, WithinABandWhatNamesACauseStandsBeforeNoDeficiency) {
    auto const verdict = judged("age 34; s jerks since 4; drug paroxetine stopped 5; conds; meds");
    EXPECT_EQ(share_in(verdict, "no_deficiency").band, Band::likely);
    auto const place = rank_in(verdict, "no_deficiency");
    for (auto const& cause : verdict.causes)
        EXPECT_EQ(cause.band == Band::likely && cause.code != "no_deficiency",
                  rank_in(verdict, cause.code) < place)
            << cause.code;
}

TEST(Causes, HiddenVitaminB6IsSeen) {
    auto const verdict = judged("age 45; s tingling since 60; supp vitamin_b6_mg 150; meds whole");
    EXPECT_LE(rank_in(verdict, "excess.b6"), 3);
}

TEST(Causes, LossesAndMedicinesOutrankLowIntakeForPotassium) {
    auto const evidence =
        told("age 70; s cramp since 9; drug hydrochlorothiazide since 900; lab potassium 3.2 mmol/L 2");
    auto const verdict = judge(evidence, eating({{diet::nutrient("potassium_mg"), 0.9}}, evidence));
    EXPECT_LT(rank_in(verdict, "drug.thiazide"), rank_in(verdict, "deficiency.potassium_intake"));
}

TEST(Causes, SharesAreIntervalsThatHoldTheirMiddleAndOrderIsByBand) {
    for (std::string const text :
         {"age 30; s twitch since 3", "age 70; s cramp; drug furosemide since 30; lab potassium 3.1 mmol/L 1",
          "age 20; s tremor; drug salbutamol started 3; life stress high"}) {
        auto const verdict = judged(text);
        ASSERT_FALSE(verdict.causes.empty());
        for (auto const& cause : verdict.causes) {
            EXPECT_LT(cause.share.low, cause.share.mid) << cause.code;
            EXPECT_LT(cause.share.mid, cause.share.high) << cause.code;
            EXPECT_GE(cause.from_prior, 0);
            EXPECT_LE(cause.from_prior, 1);
            EXPECT_FALSE(cause.text.empty());
            EXPECT_FALSE(cause.sources.empty());
        }
        EXPECT_TRUE(
            std::is_sorted(verdict.causes.begin(), verdict.causes.end(),
                           [](CauseShare const& a, CauseShare const& b) { return a.band > b.band; }));
    }
}

TEST(Causes, FindingsThatSayTheSameThingAreCapped) {
    // Three descriptions of one thing may not move a cause further than the cap allows.
    auto const few = judged("age 40; s tremor; s jerks; drug sertraline started 900; meds whole");
    auto const share = share_in(few, "drug.ssri").share.mid;
    EXPECT_LE(std::fabs(log_odds_of(share) - log_odds_of(0.15)), 2.5 + 1e-9);
}

TEST(Causes, NoNerveIllnessIsNamedToThePerson) {
    for (auto const& row : causes_rows)
        for (std::string const word : {"ALS", "otor neur", "MND", "myotrophic"}) {
            EXPECT_EQ(row.text.find(word), std::string::npos) << row.text;
            EXPECT_EQ(name_of(row.code).find(word), std::string::npos) << row.code;
        }
}

TEST(Causes, TheReferralCauseStandsOnlyWhereStrengthOrMuscleIsLost) {
    EXPECT_EQ(rank_in(judged("age 50; s twitch since 200 multifocal"), "red_flag.motor_neuron"), 99);
    EXPECT_NE(
        rank_in(
            judged("age 50; s twitch since 200; s muscle_wasting; s weakness_objective since 100 worsening"),
            "red_flag.motor_neuron"),
        99);
}
