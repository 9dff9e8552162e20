// The predicted blood tests in text and HTML: short sentences, and never in the way of what to do now.
#include "app/read/case.hpp"
#include "app/report/blood_words.hpp"
#include "app/report/html/answer.hpp"
#include "app/report/text/answer.hpp"

#include <sstream>

namespace rheobase::report {

namespace {

using testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::Not;

Answer answered(std::string const& json) {
    auto const taken = read::read_case(json, "case");
    return answer(taken.evidence, {}, diet::foods(), {.people = 60});
}

constexpr auto calm = R"({"person": {"age_years": 60, "sex": "male"}, "symptoms": [{"code": "eyelid_twitch"}],
  "medications": [{"name": "omeprazole", "since_days": 2000}]})";

constexpr auto emergency = R"({"person": {"age_years": 71, "sex": "male", "country": "DE"},
  "symptoms": [{"code": "palpitations"}, {"code": "weakness_felt"}], "conditions": ["ckd_g4"],
  "labs": [{"analyte": "potassium", "value": 6.8, "unit": "mmol/L", "days_ago": 0}]})";

std::size_t words_in_longest_sentence(std::string text) {
    std::size_t most = 0;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find(". ", from), text.size());
        std::istringstream words(text.substr(from, end - from));
        std::size_t count = 0;
        for (std::string word; words >> word;)
            ++count;
        most = std::max(most, count);
        from = end + 2;
    }
    return most;
}

blood::Line low_potassium() {
    blood::Line line;
    line.analyte = "potassium";
    line.unit = "mmol/L";
    line.decimals = 1;
    line.p5 = 2.77;
    line.p50 = 3.37;
    line.p95 = 4.03;
    line.change = -0.6;
    line.noise = 0.2;
    line.detectable = line.worth_a_word = true;
    line.because = {"loose stools", "the water tablet", "alcohol"};
    return line;
}

} // namespace

TEST(BloodWords, ALevelIsSaidAsPreciselyAsALaboratoryPrintsIt) {
    EXPECT_EQ(level_in_words(low_potassium()),
              "Potassium: about 3.4 mmol/L, and 2.8 to 4.0 in nine of ten such people.");
}

TEST(BloodWords, AChangeIsSaidWithItsTwoMainReasons) {
    EXPECT_EQ(change_in_words(low_potassium()), "Lower because of loose stools and the water tablet.");
}

TEST(BloodWords, ASmallChangeIsUndetectableByBloodTest) {
    auto line = low_potassium();
    line.detectable = false;
    line.because = {"your potassium intake"};
    EXPECT_EQ(change_in_words(line),
              "Lower because of your potassium intake, but undetectable by blood test.");
}

TEST(BloodWords, NoSentenceHasMoreThanTwentyWords) {
    for (auto const* json : {calm, emergency}) {
        auto const told = answered(json);
        EXPECT_LE(words_in_longest_sentence(about_prediction(told)), 20u);
        for (auto const& sentence : beside_prediction(told))
            EXPECT_LE(words_in_longest_sentence(sentence), 20u) << sentence;
        for (auto const& line : told.blood.lines) {
            EXPECT_LE(words_in_longest_sentence(level_in_words(line)), 20u) << level_in_words(line);
            EXPECT_LE(words_in_longest_sentence(change_in_words(line)), 20u) << change_in_words(line);
        }
    }
}

TEST(BloodWords, NoSmallChangeIsToldOnceARuleHasFired) {
    auto told = answered(emergency);
    ASSERT_TRUE(rule_fired(told));
    for (auto const* line : lines_to_tell(told))
        EXPECT_TRUE(line->detectable) << line->analyte;
    EXPECT_THAT(about_prediction(told), HasSubstr("It takes nothing away from what to do now."));
    for (auto& line : told.blood.lines)
        line.detectable = false;
    EXPECT_THAT(lines_to_tell(told), IsEmpty());
}

TEST(BloodWords, InAnEmergencyTheTextSaysNothingOfThemBeforeTheDetails) {
    auto const text = answer_text(answered(emergency), false);
    auto const details = text.find("Details");
    ASSERT_NE(details, text.npos);
    EXPECT_GT(text.find("WHAT BLOOD TESTS WOULD LIKELY SHOW"), details);
}

TEST(BloodWords, InAnEmergencyThePageFoldsThemAway) {
    auto const page = answer_html(answered(emergency));
    auto const section = page.find("aria-labelledby=\"blood\"");
    ASSERT_NE(section, page.npos);
    EXPECT_NE(page.substr(section, 80).find("later"), std::string::npos);
    EXPECT_THAT(page.substr(section), HasSubstr("s guess, for later</summary>"));
}

TEST(BloodWords, WhyNothingIsPredictedIsSaidInOneLine) {
    auto const told =
        answered(R"({"person": {"age_years": 9, "sex": "male"}, "symptoms": [{"code": "eyelid_twitch"}]})");
    EXPECT_THAT(lines_to_tell(told), IsEmpty());
    EXPECT_THAT(beside_prediction(told), ElementsAre(HasSubstr("below 18 years")));
    EXPECT_THAT(answer_text(told, false), HasSubstr("below 18 years"));
}

TEST(BloodWords, NothingIsWrittenWhereNobodyAskedForACrowd) {
    auto const taken = read::read_case(calm, "case");
    auto const told = answer(taken.evidence, {}, diet::foods());
    EXPECT_THAT(answer_text(told, false), Not(HasSubstr("WHAT BLOOD TESTS")));
    EXPECT_THAT(answer_html(told), Not(HasSubstr("aria-labelledby=\"blood\"")));
}

} // namespace rheobase::report
