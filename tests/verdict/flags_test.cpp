#include "model/verdict/rules.hpp"
#include "tests/verdict/case_table.hpp"
#include "tests/verdict/told.hpp"

#include <map>
#include <set>

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

std::vector<CaseRow> const& flag_cases() {
    static auto const all = case_table("flags_cases.csv");
    return all;
}

RuleState state_of(std::string const& rule, Evidence const& evidence) {
    auto const findings = findings_from_case(evidence);
    Chart const chart(evidence, findings);
    for (auto const& state : judge_rules(chart))
        if (state.rule == rule)
            return state;
    ADD_FAILURE() << "no rule " << rule;
    return {};
}

} // namespace

TEST(Flags, EveryRowCanBeParsedAndAsksOnlyForWhatIsKnown) {
    for (auto const& problem : faults_of_rules())
        ADD_FAILURE() << in_words(problem);
    EXPECT_EQ(rules().size(), flags_rows.size());
}

TEST(Flags, EveryRuleHasACaseThatFiresOneThatIsClearAndOneThatCannotBeJudged) {
    std::map<std::string, std::set<std::string>> seen;
    for (auto const& one : flag_cases())
        seen[one.rule].insert(one.expected);
    for (auto const& row : flags_rows)
        EXPECT_THAT(seen[std::string(row.rule)],
                    testing::UnorderedElementsAre("fired", "clear", "cannot_judge"))
            << row.rule;
}

TEST(Flags, EveryCaseOfTheTableComesOutAsExpected) {
    for (auto const& one : flag_cases()) {
        auto const state = state_of(one.rule, told(one.told));
        EXPECT_EQ(state_in_code(state.truth), one.expected)
            << "flags_cases.csv:" << one.line << ' ' << one.rule << ": " << one.told << "; needs "
            << testing::PrintToString(state.needs);
        if (one.expected == "cannot_judge") {
            EXPECT_FALSE(state.needs.empty()) << one.rule << ": " << one.told;
        }
    }
}

TEST(Flags, EveryMissionRowFromG1ToG13IsARule) {
    std::set<std::string> rows;
    for (auto const& row : flags_rows)
        rows.emplace(row.row);
    for (int i = 1; i <= 13; ++i)
        EXPECT_TRUE(rows.contains("G" + std::to_string(i))) << i;
}
