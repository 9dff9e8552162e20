// What the drawings of the report show, and that the words beside them say the same.
#include "app/report/html/answer.hpp"
#include "tests/report/seen.hpp"

namespace rheobase::report {

namespace {

using testing::HasSubstr, testing::IsEmpty, testing::Not;

constexpr std::string_view amounts =
    R"({"person": {"age_years": 34, "sex": "female"}, "symptoms": [{"code": "twitch"}],
  "diet": {"per_day": {"magnesium_mg": 150, "calcium_mg": 9000, "potassium_mg": null},
           "coverage": {"magnesium_mg": 1, "calcium_mg": 1}}})";

/// The part of a page that draws one nutrient.
std::string drawn(std::string const& page, std::string_view nutrient) {
    auto const from = page.find("data-nutrient=\"" + std::string(nutrient) + '"');
    return from == page.npos ? "" : page.substr(from, page.find("</li>", from) - from);
}

TEST(HtmlDrawings, ABarStandsBesideTheMarksOfNeed) {
    auto const magnesium = drawn(answer_html(answer_to(amounts)), "magnesium_mg");
    EXPECT_THAT(magnesium, HasSubstr("aria-label=\"Magnesium: 150 mg a day, where 320 mg is enough"));
    for (auto const* mark :
         {R"(<rect class="low")", R"(class="half")", R"(class="enough")", R"(class="mid")"})
        EXPECT_THAT(magnesium, HasSubstr(mark));
    // 320 mg is the middle of a scale that ends at twice that.
    EXPECT_THAT(magnesium, HasSubstr(R"(class="enough" x1="50.00%")"));
    EXPECT_THAT(magnesium, HasSubstr("▼ probably too little"));
}

TEST(HtmlDrawings, ALimitThatIsPassedIsInsideTheScale) {
    auto const calcium = drawn(answer_html(answer_to(amounts)), "calcium_mg");
    EXPECT_THAT(calcium, HasSubstr(R"(class="limit")"));
    EXPECT_THAT(calcium, HasSubstr(R"(<rect class="high")"));
    EXPECT_THAT(calcium, HasSubstr("is above the limit"));
}

TEST(HtmlDrawings, ANutrientOfWhichNothingIsKnownIsNamedAndNotDrawn) {
    auto const page = answer_html(answer_to(amounts));
    EXPECT_THAT(drawn(page, "potassium_mg"), IsEmpty());
    EXPECT_THAT(page, HasSubstr("Not known from what you gave: Potassium"));
}

TEST(HtmlDrawings, AnUnsaidSideIsAnOpenMarkAndASaidOneAFilledMark) {
    auto const with = [](std::string const& site) {
        return answer_html(
            answer_to(R"({"person": {}, "symptoms": [{"code": "twitch", "site": ")" + site + "\"}]}"));
    };
    EXPECT_THAT(with("left calf"), HasSubstr(R"(class="twitch sure" cx="49")"));
    EXPECT_THAT(with("left calf"), Not(HasSubstr(R"(cx="71" cy="203")")));
    EXPECT_THAT(with("right calf"), HasSubstr(R"(class="twitch sure" cx="71")"));
    EXPECT_THAT(with("calf"), HasSubstr(R"(class="twitch unsure" cx="49")"));
    EXPECT_THAT(with("calf"), HasSubstr(R"(class="twitch unsure" cx="71")"));
}

TEST(HtmlDrawings, ResultsStandWithBothUnitsTheirRangeAndWhyOneWasNotUsed) {
    auto const read = seen(answer_html(
        answer_to(R"({"person": {"age_years": 40, "sex": "female"}, "symptoms": [{"code": "twitch"}],
      "labs": [{"analyte": "magnesium", "value": 0.62, "unit": "mmol/L", "days_ago": 3, "ref_low": 0.7, "ref_high": 1.0},
               {"analyte": "potassium", "value": 5.9, "unit": "mmol/L", "days_ago": 3, "note": "haemolysed"}]})")));
    EXPECT_THAT(read.unfolded, HasSubstr("0.62 mmol/L (1.51 mg/dL)"));
    EXPECT_THAT(read.unfolded, HasSubstr("▼ low"));
    EXPECT_THAT(read.unfolded, HasSubstr("range 0.7 to 1 mmol/L (1.7 to 2.43 mg/dL), your laboratory's"));
    EXPECT_THAT(read.unfolded, HasSubstr("Not used: "));
}

} // namespace

} // namespace rheobase::report
