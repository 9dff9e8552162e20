#include "app/report/html/answer.hpp"
#include "app/report/json/answer.hpp"
#include "app/report/phrases.hpp"
#include "model/ledger.hpp"
#include "tests/report/seen.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace rheobase::report {

namespace {

using testing::Contains, testing::Each, testing::HasSubstr, testing::IsEmpty, testing::Not;

constexpr std::string_view emergency = R"({"person": {"age_years": 71, "sex": "male", "country": "DE"},
  "symptoms": [{"code": "palpitations"}, {"code": "weakness_felt"}],
  "diet": {"per_day": {"magnesium_mg": 150}, "coverage": {"magnesium_mg": 1}},
  "labs": [{"analyte": "potassium", "value": 6.8, "unit": "mmol/L", "days_ago": 0}]})";

/// Every text of a JSON value on a line of its own, with codes as people read them.
void gather(nlohmann::json const& value, std::string& texts) {
    if (value.is_string())
        texts += value.get<std::string>() + '\n';
    for (auto const& part : value)
        if (value.is_structured())
            gather(part, texts);
}

std::string without_stop(std::string text) {
    if (text.ends_with('.'))
        text.pop_back();
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

/// What the page says of the answer and the JSON lacks.
std::vector<std::string> lacking_in_json(Answer const& answer) {
    std::string texts;
    gather(nlohmann::json::parse(answer_json(answer)), texts);
    std::replace(texts.begin(), texts.end(), '_', ' ');
    std::vector<std::string> lacking;
    for (auto const& said : seen(answer_html(answer)).said)
        if (texts.find(without_stop(said)) == texts.npos)
            lacking.push_back(said);
    return lacking;
}

/// Every case of tests/cases that can be read.
std::vector<std::pair<std::string, Answer>> const& all_cases() {
    static auto const cases = [] {
        std::vector<std::pair<std::string, Answer>> list;
        for (auto const& file : std::filesystem::directory_iterator(RHEOBASE_ROOT "/tests/cases")) {
            if (file.path().extension() != ".json")
                continue;
            std::ostringstream text;
            text << std::ifstream(file.path()).rdbuf();
            list.emplace_back(file.path().filename().string(), answer_to(text.str()));
        }
        return list;
    }();
    return cases;
}

TEST(HtmlReport, NoWordsOfAPersonBecomeMarkup) {
    auto const page = answer_html(answer_to(R"--({"person": {"country": "GB"},
      "symptoms": [{"code": "twitch", "site": "calf</text><script>alert(1)</script>", "when": "\"><img src=x onerror=alert(2)>"},
                   {"code": "<svg onload=alert(3)>"}],
      "medications": [{"name": "</style><script>alert(4)</script>", "dose": "<b>20 mg</b>"}],
      "supplements": [{"name": "' onmouseover='alert(5)", "dose": "<iframe src=//evil.example>"}],
      "lifestyle": {"exercise": "<a href='http://evil.example'>run</a>"},
      "labs": [{"analyte": "<script>", "value": 1, "unit": "\"<i>"}],
      "words": "<script src=\"https://evil.example/x.js\"></script> & so on \u0007\u009b"})--"));
    auto const read = seen(page);
    EXPECT_THAT(read.fault, IsEmpty());
    for (auto const* tag : {"script", "img", "iframe", "i"})
        EXPECT_THAT(read.tags, Not(Contains(tag))) << tag;
    for (auto const* name : {"onerror", "onload", "onmouseover", "src"})
        EXPECT_THAT(read.names, Not(Contains(name))) << name;
    EXPECT_THAT(read.text, HasSubstr("<script src=\"https://evil.example/x.js\"></script> & so on"));
    EXPECT_THAT(read.text, HasSubstr("<b>20 mg</b>"));
}

TEST(HtmlReport, EveryCaseGivesAWellFormedPage) {
    for (auto const& [name, answer] : all_cases())
        EXPECT_THAT(seen(answer_html(answer)).fault, IsEmpty()) << name;
}

TEST(HtmlReport, SaysNothingThatTheJsonLacks) {
    EXPECT_THAT(lacking_in_json(answer_to_the_example()), IsEmpty());
    for (auto const& [name, answer] : all_cases())
        EXPECT_THAT(lacking_in_json(answer), IsEmpty()) << name;
}

TEST(HtmlReport, WhatIsSaidIsMarkedSoThatTheComparisonIsNotEmpty) {
    auto const read = seen(answer_html(answer_to_the_example()));
    for (auto const* words : {"You can look after this at home.", "ordinary harmless twitching", "omeprazole",
                              "My left calf flickers in the evening. I am scared it is something serious."})
        EXPECT_THAT(read.said, Contains(words));
}

TEST(HtmlReport, SectionsStandInTheOrderOfEveryReport) {
    auto const ids = seen(answer_html(answer_to_the_example())).ids;
    std::vector<std::string> sections;
    for (auto const& id : ids)
        if (!id.starts_with("source-"))
            sections.push_back(id);
    std::vector<std::string> const order{"now",   "watch", "causes",   "intake", "body",   "labs",
                                         "tests", "plan",  "unjudged", "told",   "sources"};
    auto place = order.begin();
    for (auto const& section : sections) {
        auto const found = std::find(place, order.end(), section);
        ASSERT_NE(found, order.end()) << section << " stands out of its order";
        place = found + 1;
    }
    for (auto const* must :
         {"now", "watch", "causes", "intake", "body", "tests", "unjudged", "told", "sources"})
        EXPECT_THAT(sections, Contains(must));
}

TEST(HtmlReport, AnEmergencyShowsOnlyWhatToDoOnItsFirstScreen) {
    auto const page = answer_html(answer_to(emergency));
    ASSERT_THAT(page, HasSubstr(R"(<body class="emergency">)"));
    auto const first = page.substr(page.find(R"(<div class="first">)"),
                                   page.find(R"(id="causes")") - page.find(R"(<div class="first">)"));
    EXPECT_THAT(first, HasSubstr(R"(href="tel:112")"));
    EXPECT_THAT(first, HasSubstr("Your potassium is dangerously high."));
    for (auto const* other :
         {"of 100", "class=\"band", "class=\"chart\"", "id=\"plan\"", "What to eat", "How sure"})
        EXPECT_THAT(first, Not(HasSubstr(other)));
    // Folded away until somebody opens them: a harmless cause must not be the next thing that is read.
    auto const read = seen(page);
    EXPECT_THAT(read.unfolded, Not(HasSubstr("More likely")));
    EXPECT_THAT(read.unfolded, Not(HasSubstr("150 mg")));
}

TEST(HtmlReport, SharesAreOnlyForThoseWhoOpenTheDetails) {
    auto const read = seen(answer_html(answer_to_the_example()));
    EXPECT_THAT(read.text, HasSubstr("of 100 people with such a story"));
    EXPECT_THAT(read.text, HasSubstr("How common it is makes"));
    EXPECT_THAT(read.unfolded, Not(HasSubstr("of 100 people")));
    EXPECT_THAT(read.unfolded, Not(HasSubstr("How common it is makes")));
}

TEST(HtmlReport, LeadsNowhereAndFetchesNothing) {
    auto const page = answer_html(answer_to_the_example());
    auto const read = seen(page);
    for (auto const& href : read.hrefs)
        EXPECT_TRUE(href.starts_with('#') || href.starts_with("tel:")) << href;
    EXPECT_THAT(read.names, Not(Contains("src")));
    for (auto const* tag : {"script", "link", "img", "iframe", "object", "form"})
        EXPECT_THAT(read.tags, Not(Contains(tag)));
    for (auto const* call : {"url(", "@import"})
        EXPECT_THAT(page, Not(HasSubstr(call)));
    EXPECT_THAT(page, HasSubstr("default-src &#39;none&#39;"));
}

TEST(HtmlReport, EverySourceOfTheAnswerIsListedInFullAndEveryNumberLeadsToOne) {
    auto const answer = answer_to_the_example();
    auto const read = seen(answer_html(answer));
    auto const keys = sources_of(answer);
    ASSERT_FALSE(keys.empty());
    for (auto const& key : keys) {
        auto const cited = citation(key);
        ASSERT_FALSE(cited.text.empty()) << key;
        EXPECT_THAT(read.said, Contains(cited.text));
    }
    for (auto const& href : read.hrefs)
        if (href.starts_with('#')) {
            EXPECT_THAT(read.ids, Contains(href.substr(1)));
        }
}

TEST(HtmlReport, SaysOnTheFirstScreenThatItIsNoDiagnosisAndNotReviewed) {
    auto const page = answer_html(answer_to_the_example());
    EXPECT_LT(page.find("Information, not a diagnosis. Not yet reviewed by a clinician."),
              page.find("id=\"now\""));
}

TEST(HtmlReport, CountsNothingForSomeoneWithAnEatingDisorder) {
    constexpr std::string_view told =
        R"({"person": {"age_years": 24, "sex": "female", "weight_kg": 51.5, "height_cm": 170},
      "symptoms": [{"code": "twitch"}], "conditions": [CONDITION],
      "diet": {"per_day": {"magnesium_mg": 153, "energy_kcal": 987}, "coverage": {"magnesium_mg": 1, "energy_kcal": 1}}})";
    auto const with = [&](std::string const& condition) {
        auto text = std::string(told);
        text.replace(text.find("CONDITION"), 9, condition);
        return seen(answer_html(answer_to(text))).text;
    };
    auto const shielded = with(R"("eating_disorder")");
    for (auto const* figure : {"153 mg", "987", "51.5"})
        EXPECT_THAT(shielded, Not(HasSubstr(figure)));
    auto const denied = with(R"({"code": "eating_disorder", "present": false})");
    EXPECT_THAT(denied, HasSubstr("153 mg"));
    EXPECT_THAT(denied, HasSubstr("51.5 kg"));
}

TEST(HtmlReport, WhoCanReachAHospitalIsNotToldToCallFirst) {
    auto const page = answer_html(answer_to(emergency));
    EXPECT_THAT(page, HasSubstr(R"(>Call 112</a>)"));
    auto answer = answer_to(emergency);
    answer.verdict.act.where = "emergency_department";
    EXPECT_THAT(answer_html(answer), HasSubstr(">Cannot get there? Call 112</a>"));
}

} // namespace

} // namespace rheobase::report
