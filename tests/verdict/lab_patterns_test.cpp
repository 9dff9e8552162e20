#include "model/verdict/chart.hpp"
#include "model/verdict/lab_patterns.hpp"
#include "model/verdict/rules.hpp"
#include "tests/verdict/told.hpp"

#include <map>

using namespace rheobase;
using namespace rheobase::verdict;
using testing::Contains;
using testing::Not;

namespace {

std::vector<std::string> patterns_in(std::string const& text) {
    auto const evidence = told(text);
    auto const verdict = judge(evidence, findings_from_case(evidence));
    std::vector<std::string> codes;
    for (auto const& pattern : verdict.patterns)
        codes.push_back(pattern.code);
    return codes;
}

Truth judged(std::string const& condition, std::string const& text) {
    auto const evidence = told(text);
    auto const findings = findings_from_case(evidence);
    Chart const chart(evidence, findings);
    auto const when = parse_condition(condition, named_condition);
    return judge_condition(*when, [&](Term const& term) { return chart.ask(term); }).truth;
}

Truth holds(std::string const& name, std::string const& text) {
    return judged("is." + name, text);
}

/// As it stands behind "unless", where only what is sure may lift a stop.
Truth surely(std::string const& name, std::string const& text) {
    return opposite(judged("not is." + name, text));
}

std::vector<LabLine> kidney_lines(std::string const& text) {
    auto const evidence = told(text);
    auto const findings = findings_from_case(evidence);
    std::vector<LabLine> out;
    Chart const chart(evidence, findings);
    for (auto const& line : chart.labs().lines())
        if (line.analyte == "egfr")
            out.push_back(line);
    return out;
}

} // namespace

TEST(LabPatterns, EveryRowCanBeParsedAndAsksOnlyForWhatIsKnown) {
    for (auto const& problem : faults_of_lab_patterns())
        ADD_FAILURE() << in_words(problem);
}

TEST(LabPatterns, ACaseThatMakesThePatternShowsItAndOneFactLessDoesNot) {
    std::map<std::string, std::pair<std::string, std::string>> const cases{
        {"magnesium_first",
         {"lab calcium_adjusted 2.0 mmol/L 2; lab magnesium 0.5 mmol/L 2",
          "lab calcium_adjusted 2.0 mmol/L 2; lab magnesium 0.8 mmol/L 2"}},
        {"magnesium_not_tested",
         {"lab potassium 3.1 mmol/L 2", "lab potassium 3.1 mmol/L 2; lab magnesium 0.8 mmol/L 2"}},
        {"low_calcium_vitamin_d",
         {"lab calcium_adjusted 2.0 mmol/L 2; lab pth 12 pmol/L 2; lab 25oh_vitamin_d 15 nmol/L 2",
          "lab calcium_adjusted 2.0 mmol/L 2; lab pth 12 pmol/L 2; lab 25oh_vitamin_d 15 nmol/L 2; lab egfr "
          "20 "
          "mL/min 2"}},
        {"low_calcium_kidney",
         {"lab calcium_adjusted 2.0 mmol/L 2; lab pth 30 pmol/L 2; lab egfr 20 mL/min 2",
          "lab calcium_adjusted 2.0 mmol/L 2; lab pth 30 pmol/L 2; lab egfr 70 mL/min 2; conds whole"}},
        {"low_calcium_parathyroid",
         {"lab calcium_adjusted 2.0 mmol/L 2; lab pth 1.0 pmol/L 2",
          "lab calcium_adjusted 2.0 mmol/L 2; lab pth 1.0 pmol/L 2; lab magnesium 0.5 mmol/L 2"}},
        {"albumin_only",
         {"lab calcium_total 2.1 mmol/L 2; lab albumin 30 g/L 2",
          "lab calcium_total 2.1 mmol/L 2; lab albumin 41 g/L 2"}},
        {"vitamin_d_intoxication",
         {"lab calcium_adjusted 2.9 mmol/L 2; lab 25oh_vitamin_d 410 nmol/L 2",
          "lab calcium_adjusted 2.9 mmol/L 2; lab 25oh_vitamin_d 110 nmol/L 2"}},
        {"parathyroid_overactive",
         {"lab calcium_adjusted 2.8 mmol/L 2; lab pth 11 pmol/L 2",
          "lab calcium_adjusted 2.8 mmol/L 2; lab pth 0.9 pmol/L 2"}},
        {"wrong_tube",
         {"lab potassium 9 mmol/L 0; lab calcium_adjusted 1.1 mmol/L 0",
          "lab potassium 9 mmol/L 0; lab calcium_adjusted 2.3 mmol/L 0"}},
        {"broken_cells", {"spoiled potassium 6.8 mmol/L 1", "lab potassium 6.8 mmol/L 1"}},
        {"normal_magnesium", {"lab magnesium 0.8 mmol/L 5", "lab magnesium 0.6 mmol/L 5"}},
        {"normal_b12",
         {"diet vegan; s numbness; lab b12_total 300 pmol/L 5", "s numbness; lab b12_total 300 pmol/L 5"}},
        {"between_b12", {"lab b12_total 200 pmol/L 5", "lab b12_total 300 pmol/L 5"}},
        {"bone_softening",
         {"lab alp 240 U/L 5; lab 25oh_vitamin_d 12 nmol/L 5",
          "lab alp 240 U/L 5; lab 25oh_vitamin_d 60 nmol/L 5"}},
        {"alkalosis_potassium",
         {"lab potassium 3.0 mmol/L 5; lab bicarbonate 33 mmol/L 5",
          "lab potassium 3.0 mmol/L 5; lab bicarbonate 25 mmol/L 5"}},
    };
    for (auto const& [code, two] : cases) {
        EXPECT_THAT(patterns_in(two.first), Contains(code)) << two.first;
        EXPECT_THAT(patterns_in(two.second), Not(Contains(code))) << two.second;
    }
}

TEST(LabPatterns, AWrongTubeExplainsAndLowersNothing) {
    auto const evidence = told("lab potassium 9 mmol/L 0; lab calcium_adjusted 1.1 mmol/L 0");
    EXPECT_EQ(judge(evidence, findings_from_case(evidence)).urgency, Urgency::emergency);
}

TEST(Kidney, FunctionIsComputedAsThePublishedEquationHasIt) {
    // Two worked examples of public calculators: 0.9 mg/dL, woman of 55: 76; 1.2 mg/dL, man of 55: 71.
    EXPECT_NEAR(egfr_from_creatinine(0.9 * 88.4, 55, diet::Sex::female), 76, 0.7);
    EXPECT_NEAR(egfr_from_creatinine(1.2 * 88.4, 55, diet::Sex::male), 71, 0.7);
    EXPECT_GT(egfr_from_creatinine(50, 25, diet::Sex::female), 100);
}

TEST(Kidney, FunctionIsComputedOnlyInWellAdultsWhoseSexIsKnownAndWhereNoLaboratoryGaveIt) {
    auto const lines = kidney_lines("age 55; sex male; lab creatinine 106 umol/L 5");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_TRUE(lines[0].used);
    EXPECT_NE(lines[0].written.find("computed"), std::string::npos);
    EXPECT_TRUE(kidney_lines("age 55; lab creatinine 106 umol/L 5").empty());
    EXPECT_TRUE(kidney_lines("age 12; sex male; lab creatinine 60 umol/L 5").empty());
    EXPECT_TRUE(kidney_lines("sex female; preg 20; lab creatinine 60 umol/L 5").empty());
    EXPECT_TRUE(kidney_lines("age 55; sex male; lab creatinine 106 umol/L 1; s vomiting").empty());
    EXPECT_EQ(kidney_lines("age 55; sex male; lab creatinine 106 umol/L 5; lab egfr 64 mL/min 5").size(), 1U);
}

TEST(Kidney, InTheWastedItOnlyRaisesUrgency) {
    auto const thin = "age 70; sex female; kg 42; cm 165; lab creatinine 60 umol/L 5";
    ASSERT_EQ(kidney_lines(thin).size(), 1U);
    EXPECT_FALSE(kidney_lines(thin)[0].why_not.empty());
    EXPECT_EQ(surely("kidneys_known_good", thin), Truth::unknown);
}

TEST(Kidney, AResultOfTenMonthsAgoCountsUnlessKidneysOrMedicinesAskForANewerOne) {
    std::string const well = "meds whole; conds whole; s vomiting no; s nausea_vomiting no; s diarrhoea no; ";
    EXPECT_EQ(surely("kidneys_known_good", well + "lab egfr 88 mL/min 300"), Truth::yes);
    EXPECT_NE(surely("kidneys_known_good", well + "lab egfr 88 mL/min 300; drug ramipril"), Truth::yes);
    EXPECT_EQ(surely("kidneys_known_good", well + "lab egfr 88 mL/min 80; drug ramipril"), Truth::yes);
    EXPECT_NE(surely("kidneys_known_good", well + "lab egfr 88 mL/min undated"), Truth::yes);
}

TEST(Kidney, DiseaseWithoutAStageCountsAsAdvancedUntilAResultSaysOtherwise) {
    EXPECT_EQ(holds("severe_kidney", "cond ckd_unspecified"), Truth::yes);
    EXPECT_EQ(holds("severe_kidney", "cond ckd_unspecified; conds whole; lab egfr 55 mL/min 20"), Truth::no);
    EXPECT_EQ(holds("kidney_g4_or_unstaged", "cond ckd_g3a 900"), Truth::yes);
    EXPECT_EQ(holds("kidney_g4_or_unstaged", "cond ckd_g3a 20; conds whole; lab egfr 50 mL/min 5"),
              Truth::no);
}

TEST(RecentPotassium, HoldsOnlyWhileNothingHasHappenedSince) {
    std::string const calm = "s vomiting no; s diarrhoea no; meds whole; lab potassium 4.3 mmol/L ";
    EXPECT_EQ(surely("recent_normal_potassium", calm + "30"), Truth::yes);
    EXPECT_EQ(surely("recent_normal_potassium", calm + "30; drug ramipril since 400"), Truth::yes);
    EXPECT_NE(surely("recent_normal_potassium", calm + "30; drug ramipril started 10"), Truth::yes);
    EXPECT_NE(surely("recent_normal_potassium", calm + "30; drug ramipril"), Truth::yes);
    EXPECT_NE(surely("recent_normal_potassium", calm + "91"), Truth::yes);
    EXPECT_NE(surely("recent_normal_potassium", calm + "undated"), Truth::yes);
    EXPECT_NE(surely("recent_normal_potassium", calm + "30; lab creatinine 90 umol/L 5"), Truth::yes);
    EXPECT_NE(surely("recent_normal_potassium", calm + "30; event gastroenteritis 8"), Truth::yes);
    EXPECT_NE(surely("recent_normal_potassium", "s diarrhoea no; meds whole; lab potassium 4.3 mmol/L 30"),
              Truth::yes);
    EXPECT_EQ(surely("recent_normal_potassium",
                     "s vomiting; s diarrhoea no; meds whole; lab potassium 4.3 mmol/L 30"),
              Truth::no);
    EXPECT_NE(surely("recent_normal_potassium",
                     "s vomiting no; s diarrhoea no; meds whole; lab potassium 5.1 mmol/L 30"),
              Truth::yes);
}
