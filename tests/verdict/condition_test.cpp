#include "model/verdict/condition.hpp"

#include <map>

using namespace rheobase::verdict;

namespace {

std::string_view no_names(std::string_view name) {
    return name == "pair" ? "a.x and a.y" : name == "circle" ? "is.circle" : "";
}

Judged judged(std::string const& text, std::map<std::string, Reading> const& facts) {
    static std::vector<Condition> kept; // the needs point into the condition
    kept.reserve(1000);
    auto parsed = parse_condition(text, no_names);
    EXPECT_TRUE(parsed.has_value()) << text;
    kept.push_back(*parsed);
    return judge_condition(kept.back(), [&](Term const& term) {
        auto const found = facts.find(term.path);
        return found == facts.end() ? Reading{} : found->second;
    });
}

Truth truth_of(std::string const& text, std::map<std::string, Reading> const& facts) {
    return judged(text, facts).truth;
}

Reading const yes{Truth::yes, true}, no{Truth::no, true}, yes_undated{Truth::yes, false},
    no_undated{Truth::no, false};

} // namespace

TEST(Condition, FollowsKleenesTables) {
    EXPECT_EQ(truth_of("a.x and a.y", {{"a.x", yes}}), Truth::unknown);
    EXPECT_EQ(truth_of("a.x and a.y", {{"a.x", no}}), Truth::no);
    EXPECT_EQ(truth_of("a.x or a.y", {{"a.x", yes}}), Truth::yes);
    EXPECT_EQ(truth_of("a.x or a.y", {{"a.x", no}}), Truth::unknown);
    EXPECT_EQ(truth_of("not a.x", {{"a.x", no}}), Truth::yes);
    EXPECT_EQ(truth_of("not a.x", {}), Truth::unknown);
    EXPECT_EQ(truth_of("a.x or a.y and a.z", {{"a.x", yes}, {"a.y", no}}), Truth::yes);
    EXPECT_EQ(truth_of("(a.x or a.y) and a.z", {{"a.x", yes}, {"a.z", no}}), Truth::no);
}

TEST(Condition, CountsSurelyAndPerhaps) {
    EXPECT_EQ(truth_of("2 of (a.x, a.y, a.z)", {{"a.x", yes}, {"a.y", yes}}), Truth::yes);
    EXPECT_EQ(truth_of("2 of (a.x, a.y, a.z)", {{"a.x", yes}}), Truth::unknown);
    EXPECT_EQ(truth_of("2 of (a.x, a.y, a.z)", {{"a.x", no}, {"a.y", no}}), Truth::no);
}

TEST(Condition, UnlessSilencesOnlyWithSureKnowledge) {
    EXPECT_EQ(truth_of("a.x unless a.y", {{"a.x", yes}}), Truth::yes);
    EXPECT_EQ(truth_of("a.x unless a.y", {{"a.x", yes}, {"a.y", yes}}), Truth::no);
    EXPECT_EQ(truth_of("a.x unless a.y", {{"a.x", yes}, {"a.y", yes_undated}}), Truth::yes);
}

TEST(Condition, UnfirmEvidenceRaisesAndNeverClears) {
    EXPECT_EQ(truth_of("a.x", {{"a.x", yes_undated}}), Truth::yes);
    EXPECT_EQ(truth_of("a.x", {{"a.x", no_undated}}), Truth::unknown);
    EXPECT_EQ(truth_of("a.x and not a.y", {{"a.x", yes}, {"a.y", yes_undated}}), Truth::unknown);
    EXPECT_EQ(truth_of("not a.x", {{"a.x", no_undated}}), Truth::yes);
}

TEST(Condition, NeedsAreOnlyWhatCouldStillDecide) {
    auto const result = judged("a.x and (a.y or a.z)", {{"a.x", yes}, {"a.y", no}});
    ASSERT_EQ(result.needs.size(), 1U);
    EXPECT_EQ(result.needs[0]->path, "a.z");
    EXPECT_TRUE(judged("a.x and a.y", {{"a.x", no}}).needs.empty());
}

TEST(Condition, NamedConditionsStandForTheirText) {
    EXPECT_EQ(truth_of("is.pair", {{"a.x", yes}, {"a.y", yes}}), Truth::yes);
    EXPECT_EQ(truth_of("not is.pair or a.z", {{"a.x", yes}, {"a.y", yes}, {"a.z", no}}), Truth::no);
}

TEST(Condition, ReadsEveryComparison) {
    auto const parsed = parse_condition(
        "a.x >= -1.5 and a.y within 3 days and a.z is high and a.v low and known(a.w)", no_names);
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->terms[0].compare, Compare::at_least);
    EXPECT_EQ(parsed->terms[0].number, -1.5);
    EXPECT_EQ(parsed->terms[1].compare, Compare::within);
    EXPECT_EQ(parsed->terms[2].word, "high");
    EXPECT_EQ(parsed->terms[3].compare, Compare::low);
}

TEST(Condition, FaultsAreFoundAndNeverGuessedAway) {
    for (std::string const text :
         {"", "a.x and", "and a.x", "(a.x", "any(a.x", "any a.x", "a.x > high", "word", "a.x a.y", "2 of a.x",
          "is.nothing", "is.circle", "a.x within 3", "not", "a.x >", "5", "any()"})
        EXPECT_FALSE(parse_condition(text, no_names).has_value()) << text;
}
