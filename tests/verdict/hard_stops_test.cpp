#include "model/verdict/hard_stops.hpp"
#include "model/verdict/hard_stops.rows.hpp"
#include "tests/verdict/case_table.hpp"
#include "tests/verdict/told.hpp"

#include <map>
#include <set>

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

std::vector<CaseRow> const& stop_cases() {
    static auto const all = case_table("hard_stops_cases.csv");
    return all;
}

Verdict judged(std::string const& story) {
    auto const evidence = told(story);
    return judge(evidence, findings_from_case(evidence));
}

bool stands(Verdict const& verdict, std::string const& code) {
    return std::any_of(verdict.plan.stops.begin(), verdict.plan.stops.end(),
                       [&](HardStop const& stop) { return stop.code == code; });
}

bool says(std::vector<Advice> const& list, std::string_view code) {
    return std::any_of(list.begin(), list.end(), [&](Advice const& one) { return one.code == code; });
}

} // namespace

TEST(HardStops, EveryRowIsSound) {
    for (auto const& problem : faults_of_hard_stops())
        ADD_FAILURE() << in_words(problem);
}

TEST(HardStops, EachHasACaseInWhichItStandsAndANearMiss) {
    std::map<std::string, std::set<std::string>> seen;
    for (auto const& one : stop_cases())
        seen[one.rule].insert(one.expected);
    for (auto const& row : hard_stops_rows)
        EXPECT_THAT(seen[std::string(row.code)], testing::UnorderedElementsAre("stands", "does_not"))
            << row.code;
}

TEST(HardStops, EveryCaseOfTheTableComesOutAsExpected) {
    for (auto const& one : stop_cases())
        EXPECT_EQ(stands(judged(one.told), one.rule), one.expected == "stands")
            << "hard_stops_cases.csv:" << one.line << ' ' << one.rule << ": " << one.told;
}

TEST(HardStops, AFactWithoutADateLiftsNone) {
    std::string const risk = "drug lisinopril since 900; meds whole; "
                             "lab egfr 90 mL/min/1.73m2 20; s vomiting no; s diarrhoea no";
    EXPECT_TRUE(forbids(judged(risk).plan.stops, "potassium_more"));
    EXPECT_TRUE(forbids(judged(risk + "; lab potassium 4.2 mmol/L").plan.stops, "potassium_more"));
    EXPECT_FALSE(forbids(judged(risk + "; lab potassium 4.2 mmol/L 20").plan.stops, "potassium_more"));
    EXPECT_TRUE(forbids(judged("cond ckd_g2 9; lab egfr 80 mL/min/1.73m2").plan.stops, "potassium_more"));
}

TEST(HardStops, PotassiumPillsStayForbiddenWhereFoodIsAllowed) {
    auto const stops = judged("drug lisinopril since 900; meds whole; lab egfr 90 mL/min/1.73m2 20; "
                              "s vomiting no; s diarrhoea no; lab potassium 4.2 mmol/L 20")
                           .plan.stops;
    EXPECT_FALSE(forbids(stops, "potassium_more"));
    EXPECT_TRUE(forbids(stops, "potassium_supplement"));
    EXPECT_TRUE(forbids(stops, "salt_substitute"));
}

TEST(HardStops, StonesAndThiazidesLeaveCalciumInFoodAlone) {
    for (auto const* story : {"cond kidney_stones", "drug hydrochlorothiazide since 90"}) {
        auto const stops = judged(story).plan.stops;
        EXPECT_TRUE(forbids(stops, "calcium_supplement")) << story;
        EXPECT_FALSE(forbids(stops, "calcium_more")) << story;
        EXPECT_FALSE(forbids_more_of(stops, "calcium_mg")) << story;
    }
}

TEST(HardStops, AreSaidOnceAmongTheThingsNotToDo) {
    auto const verdict = judged("cond myasthenia_gravis");
    EXPECT_TRUE(says(verdict.do_not, "no_magnesium"));
    EXPECT_FALSE(says(verdict.do_not, "myasthenia"));
    EXPECT_TRUE(says(judged("drug warfarin since 900").do_not, "warfarin"));
}

TEST(HardStops, DoNotDrownAnEmergency) {
    EXPECT_FALSE(says(judged("drug warfarin since 900; s breathlessness").do_not, "warfarin"));
}

TEST(HardStops, AreSaidInShortSentencesWithASource) {
    for (auto const& row : hard_stops_rows) {
        EXPECT_FALSE(row.source.empty()) << row.code;
        std::size_t words = 1;
        for (char const c : row.text) {
            words = c == '.' ? 0 : c == ' ' ? words + 1 : words;
            EXPECT_LE(words, 20u) << row.code;
        }
        EXPECT_EQ(row.text.find("you have "), row.text.npos) << row.code;
    }
}
