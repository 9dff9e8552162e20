// What the text and the JSON say of foods, stops and tests.
#include "app/report/json/answer.hpp"
#include "app/report/text/answer.hpp"
#include "tests/verdict/told.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace rheobase::report {

namespace {

std::string const short_of_magnesium =
    "sex male; s twitch since 3; s weakness_objective no; eats magnesium_mg 150";

Answer answered(std::string const& story) {
    return answer(verdict::told(story), {}, diet::foods());
}

std::string text_of(std::string const& story) {
    return answer_text(answered(story), false);
}

nlohmann::json json_of(std::string const& story) {
    return nlohmann::json::parse(answer_json(answered(story)));
}

bool holds(std::string const& text, std::string_view part) {
    return text.find(part) != text.npos;
}

} // namespace

TEST(PlanText, NamesTheStatusWhatIsShortAndFoodsWithWhatTheyAdd) {
    auto const text = text_of(short_of_magnesium);
    EXPECT_TRUE(holds(text, "WHAT TO EAT")) << text;
    EXPECT_TRUE(holds(text, "Short in what you eat: magnesium.")) << text;
    EXPECT_TRUE(holds(text, "pumpkin seeds, a small handful (28 g): adds about 156 mg of magnesium")) << text;
    EXPECT_TRUE(holds(text, "not a menu"));
}

TEST(PlanText, StaysAwayInAnEmergency) {
    auto const text = text_of(short_of_magnesium + "; s breathlessness");
    EXPECT_FALSE(holds(text, "WHAT TO EAT")) << text;
    EXPECT_FALSE(holds(text, "TESTS WORTH ASKING FOR")) << text;
}

TEST(PlanText, ListsTheStopsAmongTheDetails) {
    EXPECT_TRUE(holds(text_of(short_of_magnesium + "; drug warfarin since 900"), "green leaves as they are"));
}

TEST(PlanText, AsksForTestsInWords) {
    auto const text =
        text_of("age 60; cond type_2_diabetes; s numbness since 300 at left_foot; s burning since 300");
    EXPECT_TRUE(holds(text, "TESTS WORTH ASKING FOR")) << text;
    EXPECT_TRUE(holds(text, "nerve conduction test: This test measures how fast nerves carry.")) << text;
    EXPECT_FALSE(holds(text, " bits"));
}

TEST(PlanJson, HoldsWhatTheContractNames) {
    auto const out = json_of(short_of_magnesium + "; drug ramipril since 900");
    auto const& plan = out.at("plan");
    EXPECT_EQ(plan.at("status"), "offered");
    EXPECT_TRUE(plan.at("menu").is_null());
    EXPECT_EQ(plan.at("short_of"), nlohmann::json({"magnesium_mg"}));
    ASSERT_FALSE(plan.at("foods").empty());
    EXPECT_EQ(plan.at("foods")[0].at("unit"), "mg");
    EXPECT_EQ(plan.at("stops")[0].at("code"), "potassium_medicine");
    EXPECT_EQ(plan.at("stops")[0].at("forbids"), nlohmann::json({"potassium_supplement", "salt_substitute"}));
}

TEST(PlanJson, HoldsTestsInOrderAndPatternsOfResults) {
    auto const out =
        json_of("age 60; cond type_2_diabetes; s numbness since 300 at left_foot; s burning since 300; "
                "lab calcium_adjusted 2.0 mmol/L 3; lab magnesium 0.5 mmol/L 3");
    double before = 1;
    for (auto const& test : out.at("tests")) {
        EXPECT_LE(test.at("bits").get<double>(), before);
        before = test.at("bits");
    }
    ASSERT_FALSE(out.at("patterns").empty());
    EXPECT_FALSE(out.at("patterns")[0].at("source").get<std::string>().empty());
}

} // namespace rheobase::report
