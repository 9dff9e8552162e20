// The text report's lines of words: what the person said, whom to call, results in both units, an old record.
#include "app/report/html/answer.hpp"
#include "app/report/lab_words.hpp"
#include "app/report/phrases.hpp"
#include "app/report/text/answer.hpp"
#include "tests/report/seen.hpp"

#include <algorithm>

namespace rheobase::report {

namespace {

using testing::HasSubstr, testing::Not;

std::size_t times(std::string const& text, std::string_view what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1))
        ++count;
    return count;
}

TEST(TextReport, ShowsThePersonsWordsOnOneLine) {
    auto const text = answer_text(
        answer_to(R"({"person": {}, "symptoms": [{"code": "twitch"}], "words": "My calf\nflickers."})"),
        false);
    EXPECT_THAT(text, HasSubstr("In your words: “My calf flickers.”"));
    EXPECT_THAT(answer_text(answer_to(R"({"person": {}, "symptoms": [{"code": "twitch"}]})"), false),
                Not(HasSubstr("In your words")));
}

TEST(Reports, SayTheNumberToCallOnceWhereTheCountryIsKnown) {
    auto answer =
        answer_to(R"({"person": {"age_years": 50, "country": "US"}, "symptoms": [{"code": "tetany"}]})");
    ASSERT_EQ(answer.verdict.urgency, verdict::Urgency::emergency);
    answer.verdict.headline = "Go to an emergency department now. If you cannot get there, call 911.";
    EXPECT_TRUE(call_said(answer.verdict));
    EXPECT_EQ(times(answer_text(answer, false), "911"), 1U);
    EXPECT_THAT(seen(answer_html(answer)).text, Not(HasSubstr("Call 911.")));
    answer.verdict.act.emergency_text = "Call 112, 999 or 911, or your local emergency number.";
    EXPECT_FALSE(call_said(answer.verdict));
}

TEST(Reports, RoundResultsToDigitsThatMeanSomething) {
    EXPECT_EQ(lab_figure(8.6172), "8.62");
    EXPECT_EQ(lab_figure(10.404), "10.4");
    EXPECT_EQ(lab_figure(134.6), "134.6");
    EXPECT_EQ(lab_figure(140), "140");
    EXPECT_EQ(lab_figure(2.0), "2");
    EXPECT_EQ(lab_figure(0.0621), "0.0621");
    EXPECT_EQ(lab_figure(1234.5), "1234");
    EXPECT_EQ(lab_figure(0), "0");
}

TEST(Reports, ShowResultsAndRangesInBothUnits) {
    auto const answer = answer_to(
        R"({"person": {"age_years": 50}, "symptoms": [{"code": "twitch"}],
            "labs": [{"analyte": "magnesium", "value": 0.75, "unit": "mmol/L", "days_ago": 3}]})");
    ASSERT_FALSE(answer.verdict.labs.empty());
    auto const& lab = answer.verdict.labs.front();
    EXPECT_EQ(value_in_words(lab), "0.75 mmol/L (1.82 mg/dL)");
    EXPECT_THAT(range_in_words(lab), HasSubstr("range 0.7 to 1 mmol/L (1.7 to 2.43 mg/dL)"));
    auto text = answer_text(answer, false);
    std::replace(text.begin(), text.end(), '\n', ' ');
    EXPECT_THAT(text, HasSubstr("0.75 mmol/L (1.82 mg/dL)"));
    EXPECT_THAT(text, HasSubstr("0.7 to 1 mmol/L"));
}

TEST(Reports, SayEarlyFromWhichDayAnOldRecordIsCounted) {
    auto answer = answer_to(R"({"person": {"age_years": 50}, "symptoms": [{"code": "twitch"}]})");
    EXPECT_EQ(day_counted_from(answer.verdict), "");
    answer.verdict.not_considered.push_back(
        {"record: 2 results taken", "",
         "Days are counted from 25 November 2021, the newest date in the record. Give --today if that is not "
         "today."});
    auto const text = answer_text(answer, false);
    EXPECT_LT(text.find("25 November 2021"), text.find("Details"));
    EXPECT_THAT(seen(answer_html(answer)).unfolded, HasSubstr("25 November 2021"));
}

} // namespace

} // namespace rheobase::report
