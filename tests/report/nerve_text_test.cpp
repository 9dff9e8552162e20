#include "app/report/text/nerve.hpp"
#include "app/report/text/page.hpp"
#include "tests/report/nerve_findings.hpp"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace rheobase::report {

namespace {

using testing::HasSubstr, testing::Not;

/// The page against the one that was read and found good; ./check --bless rewrites it.
void expect_golden(std::string const& name, std::string const& page) {
    auto const path = RHEOBASE_ROOT "/tests/report/" + name;
    if (std::getenv("RHEOBASE_BLESS"))
        std::ofstream(path, std::ios::binary) << page;
    std::ostringstream wanted;
    wanted << std::ifstream(path, std::ios::binary).rdbuf();
    EXPECT_EQ(page, wanted.str()) << "RHEOBASE_BLESS=1 rewrites " << path;
}

TEST(NerveText, IsThePageThatWasFoundGood) {
    auto told = low_calcium_told();
    told.recording = told_with_recording().recording;
    told.unread.push_back({"'x' is no number", "a.MEM, line 3", "The point is left out"});
    told.notes.push_back("A note.");
    expect_golden("nerve_text.golden.txt", nerve_text(told, false));
}

TEST(NerveText, FitsItsWidth) {
    for (auto const& told : {small_told(), low_calcium_told(), told_with_recording()}) {
        std::istringstream lines(nerve_text(told, false));
        for (std::string line; std::getline(lines, line);)
            EXPECT_LE(columns(line), Page::width) << line;
    }
}

TEST(NerveText, ItsColumnsNeverTouch) {
    auto told = told_with_recording();
    for (std::size_t i = 0; i < nerve::index_count; ++i)
        told.model.indices[i] = spread_around(-100 * nerve::indices_rows[i].norm_high, 1000);
    std::istringstream lines(nerve_text(told, false));
    int rows = 0;
    for (std::string line; std::getline(lines, line);) {
        // A figure ends in a digit or a mark; what follows it without a blank is another column.
        for (auto const* touching : {"▼−", "▲−", "▼1", "▲1"})
            EXPECT_THAT(line, Not(HasSubstr(touching)));
        rows += line.find(" to ") != line.npos && line.find("▼") != line.npos;
    }
    EXPECT_GT(rows, 10);
}

TEST(NerveText, ATableOfAHandfulIsLeftOut) {
    auto const page = nerve_text(restless_told(), false);
    EXPECT_THAT(page, Not(HasSubstr("time constant, ms")));
    EXPECT_THAT(page, HasSubstr("fewer than half"));
    auto one = small_told();
    one.model.people = one.model.tracked = 1;
    EXPECT_THAT(nerve_text(one, false), Not(HasSubstr("90 % of axons ")));
    EXPECT_THAT(nerve_text(one, false), Not(HasSubstr("nan")));
}

TEST(NerveText, WithoutARecordingNothingIsSaidOfOne) {
    auto const page = nerve_text(small_told(), false);
    EXPECT_THAT(page, Not(HasSubstr("recording")));
    EXPECT_THAT(page, HasSubstr("It must not be used to diagnose"));
}

TEST(NerveText, WhatIsUnknownIsADash) {
    auto told = small_told();
    for (auto& index : told.model.indices)
        index = unknown_spread();
    EXPECT_THAT(nerve_text(told, false), Not(HasSubstr("nan")));
}

} // namespace

} // namespace rheobase::report
