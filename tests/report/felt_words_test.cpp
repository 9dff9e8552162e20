// What the blood would do to a nerve, in text, HTML and JSON: the same words, short ones, and never comfort
// where a rule has fired.
#include "app/read/case.hpp"
#include "app/report/blood_words.hpp"
#include "app/report/felt_words.hpp"
#include "app/report/html/answer.hpp"
#include "app/report/json/answer.hpp"
#include "app/report/phrases.hpp"
#include "app/report/text/answer.hpp"
#include "tests/report/seen.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace rheobase::report {

namespace {

using felt::Noticed;
using testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::Not;

constexpr auto heading = "WHAT THIS BLOOD WOULD DO TO A NERVE";
constexpr auto section = "aria-labelledby=\"nerve\"";

Answer answered(std::string const& json, int people = 60) {
    auto const taken = read::read_case(json, "case");
    return answer(taken.evidence, {}, diet::foods(), {.people = people});
}

constexpr auto calm =
    R"({"person": {"age_years": 60, "sex": "male"}, "symptoms": [{"code": "twitch", "site": "left eyelid", "since_days": 3}]})";

constexpr auto emergency = R"({"person": {"age_years": 71, "sex": "male", "country": "DE"},
  "symptoms": [{"code": "palpitations"}, {"code": "weakness_felt"}],
  "labs": [{"analyte": "potassium", "value": 2.2, "unit": "mmol/L", "days_ago": 0}]})";

/// Everything that could calm somebody.
constexpr std::array<std::string_view, 6> calming{"nothing that you would notice",
                                                  "as easily as in ordinary blood",
                                                  "fire less easily",
                                                  "nothing to notice",
                                                  "does not bring twitches",
                                                  "notice a twitch on any one day"};

/// The answer to a case that people wrote, with a small crowd, and all that is written of it.
struct Written {
    std::string name;
    Answer told;
    std::string text, page;
    nlohmann::json json;
};

void each_case(auto look) {
    for (auto const* folder : {"/tests/cases", "/tests/golden"})
        for (auto const& file : std::filesystem::directory_iterator(std::string(RHEOBASE_ROOT) + folder)) {
            auto const name = file.path().filename().string();
            if (file.path().extension() != ".json" || name.ends_with(".answer.json"))
                continue;
            SCOPED_TRACE(name);
            std::ostringstream text;
            text << std::ifstream(file.path()).rdbuf();
            Written out{name, answered(text.str()), "", "", {}};
            out.text = answer_text(out.told, false);
            out.page = answer_html(out.told);
            out.json = nlohmann::json::parse(answer_json(out.told));
            look(out);
        }
}

std::string unwrapped(std::string const& text) {
    std::string out;
    for (char const c : text) {
        bool const blank = c == ' ' || c == '\n';
        if (!blank || (!out.empty() && out.back() != ' '))
            out += blank ? ' ' : c;
    }
    return out;
}

/// The words between this heading and the next empty line.
std::string section_of_text(std::string const& text) {
    auto const from = text.find(heading);
    return from == text.npos ? "" : text.substr(from, text.find("\n\n", from) - from);
}

std::string section_of_page(std::string const& page) {
    auto const from = page.find(section);
    return from == page.npos ? "" : page.substr(from, page.find("</section>", from) - from);
}

std::size_t longest_sentence(std::string const& text) {
    std::size_t most = 0;
    std::istringstream in(text);
    for (std::string sentence; std::getline(in, sentence, '.');) {
        std::istringstream words(sentence);
        std::size_t count = 0;
        for (std::string word; words >> word;)
            ++count;
        most = std::max(most, count);
    }
    return most;
}

std::vector<std::string> texts(Answer const& told) {
    std::vector<std::string> out;
    for (auto const& sentence : felt_sentences(told))
        out.push_back(sentence.text);
    return out;
}

/// An answer in which no rule has fired, and the nerve says what a test makes it say.
Answer made(twitch::Interval beyond, twitch::Interval without_potassium) {
    auto out = answered(calm);
    EXPECT_FALSE(rule_fired(out));
    out.felt.beyond_ordinary_percent = beyond;
    out.felt.without_potassium_percent = without_potassium;
    return out;
}

void are_the_same_everywhere(Written const& one) {
    auto const said = felt_sentences(one.told);
    EXPECT_EQ(one.json["nerve"].is_null(), !one.told.felt.said());
    EXPECT_EQ(one.json["twitch"].is_null(), !one.told.felt.said());
    if (one.told.felt.said()) {
        ASSERT_EQ(one.json["nerve"]["text"].size(), said.size());
        for (std::size_t i = 0; i < said.size(); ++i)
            EXPECT_EQ(one.json["nerve"]["text"][i]["text"], said[i].text);
    }
    auto const text = unwrapped(section_of_text(one.text));
    auto const page = seen(one.page).text;
    for (auto const& sentence : said) {
        EXPECT_THAT(text, HasSubstr(sentence.text));
        EXPECT_THAT(page, HasSubstr(sentence.text));
    }
}

void reassure_nobody(Written const& one) {
    auto const text = unwrapped(section_of_text(one.text));
    auto const page = section_of_page(one.page);
    auto const& json = one.json["nerve"];
    auto const words = json.is_null() ? "" : json["text"].dump();
    for (auto const calm_words : calming)
        for (auto const& where : {text, page, words})
            EXPECT_THAT(where, Not(HasSubstr(std::string(calm_words))));
    EXPECT_THAT(page, Not(HasSubstr("<svg"))) << "a point in a calm place is drawn";
    if (!text.empty()) {
        EXPECT_THAT(text, HasSubstr("It takes nothing away from what to do now."));
    }
}

void stand_among_the_details_once_a_rule_has_fired(Written const& one) {
    auto const at = one.text.find(heading);
    if (at == one.text.npos)
        return;
    auto const details = one.text.find("─ Details ─");
    ASSERT_NE(details, one.text.npos);
    EXPECT_EQ(at > details, rule_fired(one.told));
}

void are_few_and_short(Written const& one) {
    for (auto const& sentence : felt_sentences(one.told))
        EXPECT_LE(longest_sentence(sentence.text), 20U) << sentence.text;
    auto const text = section_of_text(one.text);
    EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 8) << text;
}

} // namespace

TEST(FeltWords, InOrdinaryBloodThereIsNothingThatAnybodyWouldNotice) {
    auto const told = answered(calm);
    ASSERT_FALSE(rule_fired(told));
    auto const text = unwrapped(answer_text(told, false));
    EXPECT_THAT(text, HasSubstr("as easily as in ordinary blood. That is nothing that you would notice."));
    EXPECT_THAT(answer_html(told), HasSubstr("✓ nothing to notice"));
    auto const json = nlohmann::json::parse(answer_json(told));
    EXPECT_EQ(json["nerve"]["noticeable"], false);
    EXPECT_EQ(json["nerve"]["perhaps_noticeable"], false);
}

TEST(FeltWords, OfEveryCaseAreTheSameEverywhereFewAndCalmNobodyOnceARuleHasFired) {
    int with_words = 0, fired = 0;
    each_case([&](Written const& one) {
        are_the_same_everywhere(one);
        stand_among_the_details_once_a_rule_has_fired(one);
        are_few_and_short(one);
        if (rule_fired(one.told))
            reassure_nobody(one);
        fired += rule_fired(one.told);
        with_words += !felt_sentences(one.told).empty();
    });
    EXPECT_GT(with_words, 20);
    EXPECT_GT(fired, 50);
}

TEST(FeltWords, AreFoldedAwayInAnEmergency) {
    auto const told = answered(emergency);
    ASSERT_EQ(told.verdict.urgency, verdict::Urgency::emergency);
    auto const page = answer_html(told);
    ASSERT_THAT(felt_sentences(told), Not(IsEmpty()));
    EXPECT_THAT(seen(page).unfolded, Not(HasSubstr(felt_sentences(told).front().text)));
    EXPECT_THAT(section_of_page(page), HasSubstr("class=\"later\""));
}

TEST(FeltWords, NameAnEasierNerveAndWhatItBrings) {
    auto told = made({-45, -35, -25}, {-45, -35, -25});
    told.felt.twitches = Noticed::likely;
    told.felt.twitching.blood_factor = {1, 2.4, 30};
    told.felt.signs[0].noticed = Noticed::likely;
    told.felt.fires_alone = 0.07;
    EXPECT_THAT(
        texts(told),
        ElementsAre(
            "A nerve in this blood would fire more easily: a pulse about 35 percent weaker is enough.",
            "Twitches might come about 2.4 times as often. Guesses run from 1 to 30 times.",
            "Some of the fine ends of nerves would fire by themselves.", HasSubstr("could bring tingling"),
            HasSubstr("on any one day"), HasSubstr("this is a guess")));
    EXPECT_THAT(answer_html(told), HasSubstr("▲ may well be noticed"));
}

TEST(FeltWords, CallLowPotassiumWeaknessRatherThanTwitching) {
    auto told = made({20, 40, 60}, {0, 0, 0});
    told.felt.medium.potassium = 2.4;
    told.felt.signs[2].noticed = Noticed::likely;
    ASSERT_EQ(told.felt.signs[2].sign, "weakness");
    auto const said = in_one(felt_sentences(told));
    EXPECT_THAT(said, HasSubstr("less easily: it takes a pulse about 40 percent stronger"));
    EXPECT_THAT(said, HasSubstr("potassium, which does not bring twitches"));
    EXPECT_THAT(said, HasSubstr("makes muscles weak rather than twitchy"));
    EXPECT_THAT(said, Not(HasSubstr("nothing that you would notice")));
}

TEST(FeltWords, AreUnsureWhereOnlyTheFarEndWouldBeNoticed) {
    auto told = made({-25, -8, 0}, {-25, -8, 0});
    told.felt.twitches = told.felt.signs[2].noticed = Noticed::perhaps;
    EXPECT_THAT(in_one(felt_sentences(told)),
                HasSubstr("Most likely that is nothing that you would notice. "
                          "At the far end it could bring more twitches and weak muscles."));
}

TEST(FeltWords, SayWhatLiesOutsideOfTheModel) {
    auto told = answered(calm);
    told.felt.beyond = true;
    EXPECT_THAT(in_one(felt_sentences(told)), HasSubstr("outside of what the nerve model was built for"));
}

TEST(FeltWords, EachRestsOnASourceThatTheAnswerLists) {
    auto const told = answered(calm);
    auto const listed = sources_of(told);
    ASSERT_FALSE(felt_sentences(told).empty());
    for (auto const& sentence : felt_sentences(told)) {
        std::set<std::string> keys;
        add_sources(keys, sentence.source);
        EXPECT_FALSE(keys.empty()) << sentence.text;
        for (auto const& key : keys)
            EXPECT_TRUE(listed.contains(key)) << key;
    }
}

TEST(FeltWords, NothingIsWrittenWhereNobodyAskedForACrowd) {
    auto const told = answered(calm, 0);
    EXPECT_THAT(answer_text(told, false), Not(HasSubstr(heading)));
    EXPECT_THAT(answer_html(told), Not(HasSubstr(section)));
    EXPECT_TRUE(nlohmann::json::parse(answer_json(told))["nerve"].is_null());
}

TEST(FeltWords, AnIonThatIsNotSeenIsSaidInOneSentence) {
    auto told = answered(calm);
    told.felt = {};
    told.felt.asked = true;
    told.felt.why_not = "What your blood would do to a nerve is not known without your potassium.";
    EXPECT_THAT(unwrapped(answer_text(told, false)), HasSubstr(told.felt.why_not));
    EXPECT_THAT(seen(answer_html(told)).text, HasSubstr(told.felt.why_not));
    auto const json = nlohmann::json::parse(answer_json(told));
    EXPECT_TRUE(json["nerve"].is_null());
    EXPECT_EQ(json["nerve_about"]["why_not"], told.felt.why_not);
}

TEST(FeltWords, EaseIsSaidAsPeopleSayIt) {
    EXPECT_EQ(ease_in_words(-3.2), "3 % easier");
    EXPECT_EQ(ease_in_words(12.4), "12 % harder");
    EXPECT_EQ(ease_in_words(-0.3), "the same");
}

} // namespace rheobase::report
