#include "app/report/json/nerve.hpp"
#include "tests/report/nerve_findings.hpp"
#include "tests/schema/kept_schema.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::report {

namespace {

bool schema_accepts(nlohmann::json const& value) {
    static KeptSchema const schema(nerve_schema());
    return schema.faults_in(value).empty();
}

nlohmann::json told(NerveTold const& what) {
    return nlohmann::json::parse(nerve_json(what));
}

TEST(NerveJson, HoldsTheContractsKeys) {
    auto const json = told(low_calcium_told());
    EXPECT_TRUE(schema_accepts(json)) << json.dump();
    EXPECT_EQ(json["people"], 40);
    EXPECT_EQ(json["ions"]["calcium"], 0.85);
    EXPECT_EQ(json["fires_alone"]["share"], 0.05);
    EXPECT_EQ(json["fires_alone"]["rate_hz"]["p50"], 3.0);
    EXPECT_EQ(json["fires_alone"]["rate_hz"]["p95"], 6.0);
    EXPECT_EQ(json["fires_alone"]["isi_cv"], 0.9);
    std::vector<std::string> names;
    for (auto const& index : json["indices"])
        names.push_back(index["name"]);
    for (auto const* name :
         {"sdtc_ms", "rheobase_relative", "rrp_ms", "superexcitability_percent", "subexcitability_percent", "te_d40_10_20",
          "te_d40_90_100", "te_d40_peak", "te_d40_undershoot", "te_h40_10_20", "te_h40_90_100", "te_h40_overshoot",
          "s2_accommodation", "accommodation_half_time_ms", "iv_resting_slope", "iv_minimum_slope",
          "iv_hyperpolarising_slope", "refractoriness_2_5_ms_percent"})
        EXPECT_THAT(names, testing::Contains(name));
    names.clear();
    for (auto const& curve : json["curves"]) {
        names.push_back(curve["name"]);
        EXPECT_EQ(curve["x"].size(), curve["mean"].size());
        EXPECT_EQ(curve["x"].size(), curve["sd"].size());
    }
    for (auto const* name : {"te_d40", "te_h40", "te_d20", "te_h20", "rc", "iv"})
        EXPECT_THAT(names, testing::Contains(name));
    EXPECT_TRUE(json["recording"].is_null());
}

TEST(NerveJson, WhatIsUnknownIsNull) {
    auto what = small_told();
    what.model.indices[0] = unknown_spread();
    auto const json = told(what);
    EXPECT_TRUE(schema_accepts(json));
    EXPECT_TRUE(json["indices"][0]["p50"].is_null());
    EXPECT_TRUE(json["fires_alone"]["isi_cv"].is_null());
}

TEST(NerveJson, AHandfulHasNoFigures) {
    auto const json = told(restless_told());
    EXPECT_TRUE(schema_accepts(json)) << json.dump();
    EXPECT_EQ(json["tracked"], 3);
    for (auto const& index : json["indices"])
        EXPECT_TRUE(index["p50"].is_null() && index["mean"].is_null());
    EXPECT_TRUE(json["curves"][0]["mean"][0].is_null());
    EXPECT_TRUE(json["threshold_change"]["p50"].is_null());
    EXPECT_EQ(json["fires_alone"]["share"], 0.9);
}

TEST(NerveJson, TellsWhatTheMediumMustNotBeReadFor) {
    auto what = small_told();
    EXPECT_TRUE(told(what)["cautions"].empty());
    what.model.medium.potassium = 5.6;
    EXPECT_EQ(told(what)["cautions"].size(), 1u);
    EXPECT_NEAR(told(what)["norm_curves"][0]["p97_5"][0].get<double>(), 316.95, 1e-9);
}

TEST(NerveJson, ARecordingStandsBesideTheModel) {
    auto what = told_with_recording();
    what.unread.push_back({"'x' is no number", "a.MEM, line 3", "The point is left out"});
    auto const json = told(what);
    EXPECT_TRUE(schema_accepts(json)) << json.dump();
    auto const& first = json["recording"]["indices"][0];
    EXPECT_EQ(first["name"], "sdtc_ms");
    EXPECT_EQ(first["from"], "curves");
    EXPECT_EQ(first["listed"], 0.512);
    EXPECT_EQ(first["against_norm"], "within");
    EXPECT_EQ(json["recording"]["unread"][0], "a.MEM, line 3: 'x' is no number. The point is left out");
    what.model.indices[0] = unknown_spread();
    EXPECT_TRUE(told(what)["recording"]["indices"][0]["against_model"].is_null());
    EXPECT_TRUE(schema_accepts(told(what)));
}

TEST(NerveJson, ItsSchemaRefusesAKeyTooManyAndAnUnknownIndex) {
    auto json = told(small_told());
    json["promise"] = 1;
    EXPECT_FALSE(schema_accepts(json));
    json = told(small_told());
    json["indices"][0]["name"] = "happiness";
    EXPECT_FALSE(schema_accepts(json));
    EXPECT_FALSE(schema_accepts(nlohmann::json::object()));
}

} // namespace

} // namespace rheobase::report
