// The cases against their labels. A miss is printed with what was expected and what was said.
#include "app/read/file.hpp"
#include "tests/cases/page.hpp"

#include <cstdlib>
#include <fmt/core.h>
#include <fstream>
#include <set>

using namespace rheobase;
using namespace rheobase::cases;

namespace {

Scores const& scores() {
    static Scores const all = score_all();
    return all;
}

std::string misses() {
    std::string text = "Not yet reviewed by a clinician. Misses:\n";
    for (auto const& miss : scores().program.misses)
        text += "  " + miss + "\n";
    return text;
}

} // namespace

TEST(Cases, AreReadWithoutAFault) {
    for (auto const& label : labels())
        EXPECT_THAT(said_to(case_text(label.name), label.name).faults, testing::IsEmpty()) << label.name;
}

TEST(Cases, AreManyEnoughAndMostlyCalmEnoughToShowOverTriage) {
    auto const all = labels();
    EXPECT_GE(all.size(), 90u);
    auto const calm = std::count_if(
        all.begin(), all.end(), [](auto const& label) { return label.urgency <= verdict::Urgency::routine; });
    EXPECT_GE(static_cast<double>(calm), 0.4 * static_cast<double>(all.size()));
}

TEST(Cases, LabelsNameOnlyKnownSources) {
    auto const sources = table("../../model/sources.csv");
    std::set<std::string> keys;
    for (auto const& row : sources)
        keys.insert(row.at("key"));
    for (auto const& row : table("labels.csv")) {
        EXPECT_TRUE(keys.contains(row.at("source"))) << row.at("case") << ": " << row.at("source");
        EXPECT_FALSE(row.at("why").empty()) << row.at("case");
    }
}

TEST(Cases, ChangedLabelsAreChangesOfCausesOnlyAndStandAsTheTableSays) {
    std::map<std::string, Row> now;
    for (auto const& row : table("labels.csv"))
        now[row.at("case")] = row;
    for (auto const& change : table("relabelled.csv")) {
        auto const& column = change.at("column");
        EXPECT_TRUE(column == "leading_causes" || column == "must_be_in_top_three") << change.at("case");
        EXPECT_EQ(now.at(change.at("case")).at(column), change.at("after")) << change.at("case");
        EXPECT_FALSE(change.at("why").empty()) << change.at("case");
    }
}

TEST(Cases, KeepEveryAimOfTheProject) {
    for (auto const& aim : aims()) {
        auto const share = measured(scores().program, aim.measure);
        auto const said = fmt::format("{}: {} of {}\n{}", aim.measure, share.hits, share.n, misses());
        if (aim.at_most)
            EXPECT_LE(share.value(), aim.value) << said;
        else
            EXPECT_GE(share.value(), aim.value) << said;
    }
}

TEST(Cases, BeatBothBaselinesOnEveryLevel) {
    auto const& all = scores();
    EXPECT_GT(all.program.levels_right.value(), all.always_self_care.levels_right.value());
    EXPECT_GT(all.program.levels_right.value(), all.always_routine.levels_right.value());
    EXPECT_LT(all.program.unsafe.value(), all.always_routine.unsafe.value());
}

TEST(Cases, LeaveNoDisagreementOfTheLabellersUnsettled) {
    for (auto const& each : second_look().disagreements)
        EXPECT_FALSE(each.settled.empty())
            << each.name << ": " << each.first << " against " << each.second << ", no row in settled.csv";
}

TEST(Cases, NoEmergencyIsMissedAmongPeopleNotSeenBefore) {
    std::string misses;
    for (auto const& miss : scores().held_out.misses)
        misses += "  " + miss + "\n";
    EXPECT_EQ(scores().held_out.emergencies_missed.hits, 0u) << misses;
    EXPECT_EQ(scores().held_out.unsafe.hits, 0u) << misses;
}

TEST(Cases, FiguresOnThePageAreThoseOfThisProgram) {
    auto const path = std::string(RHEOBASE_ROOT) + "/docs/verdict.md";
    auto const page = read::read_file(path, 1'000'000);
    ASSERT_TRUE(page);
    auto const now = with_part(*page, page_of(scores(), second_look(), aims()));
    ASSERT_FALSE(now.empty()) << path << " has no marks for the cases";
    if (std::getenv("RHEOBASE_BLESS") != nullptr)
        std::ofstream(path, std::ios::binary) << now;
    else
        EXPECT_EQ(now, *page) << "docs/verdict.md is stale: run ./check --bless and read the difference";
}

TEST(Scoring, WilsonIntervalsAreThePublishedOnes) {
    // 10 of 10 and 81 of 263 as in Newcombe 1998, table I.
    EXPECT_NEAR(wilson({81, 263}).low, 0.2553, 1e-4);
    EXPECT_NEAR(wilson({81, 263}).high, 0.3662, 1e-4);
    EXPECT_NEAR(wilson({20, 20}).low, 0.8389, 1e-4);
    EXPECT_NEAR(wilson({20, 20}).high, 1.0, 1e-9);
}

TEST(Scoring, KappaIsOneForTwinsAndNoughtForChance) {
    using enum verdict::Urgency;
    EXPECT_DOUBLE_EQ(cohens_kappa({{soon, soon}, {routine, routine}}), 1);
    EXPECT_DOUBLE_EQ(cohens_kappa({{soon, soon}, {soon, routine}, {routine, soon}, {routine, routine}}), 0);
    EXPECT_FALSE(known(cohens_kappa({})));
}

TEST(Scoring, AWeekIsUnsafeWhereADayWasDue) {
    Label label;
    label.urgency = verdict::Urgency::soon;
    label.within_hours = 24;
    Said said;
    said.urgency = verdict::Urgency::soon;
    said.within_hours = 168;
    Score score;
    count(score, label, said);
    EXPECT_EQ(score.unsafe.hits, 1u);
    EXPECT_EQ(score.levels_right.hits, 1u);
}

TEST(Scoring, ForbiddenWordsCountOnlyWhereTheyAreNotDenied) {
    Said said;
    said.sentences = {"Do not take potassium", "Your muscles also twitch"};
    EXPECT_THAT(wrongly_said(said, {"take potassium", "ALS"}), testing::IsEmpty());
    said.sentences.push_back("You may take potassium");
    EXPECT_THAT(wrongly_said(said, {"take potassium"}), testing::ElementsAre("take potassium"));
}
