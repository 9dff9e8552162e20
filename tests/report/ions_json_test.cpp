#include "app/report/json/ions.hpp"
#include "tests/report/ions_findings.hpp"
#include "tests/schema/kept_schema.hpp"

#include <limits>
#include <nlohmann/json.hpp>

namespace rheobase::report {

namespace {

bool schema_accepts(nlohmann::json const& value) {
    static KeptSchema const schema(ions_schema());
    return schema.faults_in(value).empty();
}

nlohmann::json told(ions::Experiment const& experiment, ions::Findings const& findings) {
    return nlohmann::json::parse(ions_json(experiment, findings, {"A note."}));
}

TEST(IonsJson, HoldsRowsFailuresMarksAndNotes) {
    auto const json = told(small_experiment(), small_findings());
    EXPECT_TRUE(schema_accepts(json)) << json.dump();
    EXPECT_EQ(json["people"], 20);
    EXPECT_EQ(json["seed"], 5);
    EXPECT_EQ(json["finished"], true);
    EXPECT_EQ(json["people_done"], 19) << "one of them failed on the way";
    ASSERT_EQ(json["rows"].size(), 8u);
    EXPECT_EQ(json["rows"][5]["hour"], 24.0) << "without the last bit of counting";
    EXPECT_EQ(json["rows"][5]["people"], 19);
    EXPECT_EQ(json["rows"][0]["p50"], 0.820123);
    EXPECT_EQ(json["failures"][0]["why"], "potassium above what a heart survives");
    EXPECT_EQ(json["marks"][0], "Known from rats alone.");
    EXPECT_EQ(json["notes"][0], "A note.");
}

TEST(IonsJson, WhatNobodyKnowsIsNull) {
    auto experiment = small_experiment();
    experiment.per_person = true;
    auto findings = small_findings();
    findings.person_rows = {{1, 2, 24, ions::Observable::pth, std::numeric_limits<double>::quiet_NaN()}};
    auto const json = told(experiment, findings);
    EXPECT_TRUE(schema_accepts(json));
    ASSERT_EQ(json["rows"].size(), 1u);
    EXPECT_TRUE(json["rows"][0]["value"].is_null());
}

TEST(IonsJson, ItsSchemaRefusesAKeyTooManyAndAnUnknownQuantity) {
    auto json = told(small_experiment(), small_findings());
    json["rows"][0]["what"] = "happiness";
    EXPECT_FALSE(schema_accepts(json));
    json = told(small_experiment(), small_findings());
    json["promise"] = 1;
    EXPECT_FALSE(schema_accepts(json));
}

TEST(IonsJson, TheEchoIsAnExperimentThatMeansTheSame) {
    for (std::string_view const written : {
             R"({"baseline": {"days": 1}})",
             R"({"people": 3, "seed": 18446744073709551615, "per_person": true, "lab_noise": true,
                 "person": {"age_years": 40, "stage": "pregnant", "egfr": [90, 10], "albumin_g_l": 30},
                 "baseline": {"hours": 30, "drinks_to_thirst": false, "drugs": [{"class": "loop", "dose": 2}],
                              "meals": [{"hour": 7, "daily": true, "oxalate_mg": 10}], "sun": "none", "alcohol_g": 3},
                 "phases": [{"days": 2, "meals": [], "drugs": [], "drinks_to_thirst": true,
                             "infusion": [{"what": "calcium", "mmol_per_hour": 3, "from_hour": 1, "hours": 2}],
                             "clamp": [{"what": "potassium_serum", "value": 3, "from_hour": 1, "hours": 2}],
                             "alcohol_g": 40, "from_hour": 20, "hours_drinking": 2},
                            {"days": 1, "intake": {"magnesium_mmol": [10, 1]}, "loss": {"stool": "diarrhoea"}}]})",
         }) {
        auto const echo = experiment_json(small_experiment(written)).dump();
        auto const again = read::read_experiment(echo, "echo.json");
        ASSERT_TRUE(again.faults.empty()) << in_words(again.faults.front());
        EXPECT_EQ(experiment_json(again.experiment).dump(), echo);
        EXPECT_EQ(again.experiment.phases[0].meals, small_experiment(written).phases[0].meals);
    }
}

} // namespace

} // namespace rheobase::report
