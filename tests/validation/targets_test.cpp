// Every published experiment against what it must give. `Studies` is the whole of it with large crowds
// (slow); `QuickStudies` asks the short ones with a small crowd, whether what passed still does.
#include "tests/validation/page.hpp"
#include "tests/validation/record.hpp"

#include <cmath>
#include <fmt/core.h>
#include <set>

using namespace rheobase::validation;

namespace {

constexpr int large_crowd = 200;
constexpr int small_crowd = 16;

class Studies : public testing::TestWithParam<Study> {};
class QuickStudies : public testing::TestWithParam<Study> {};

std::string name_of(testing::TestParamInfo<Study> const& info) {
    return std::string(info.param.id);
}

std::vector<Study> quick_studies() {
    std::vector<Study> quick;
    for (auto const& study : all_studies())
        if (study.quick)
            quick.push_back(study);
    return quick;
}

std::string said(Recorded const& line) {
    return fmt::format("{} {} ({} to {}) {}", line.check, line.mean, line.p5, line.p95,
                       word_for(line.verdict));
}

} // namespace

TEST_P(Studies, GiveWhatIsRecorded) {
    std::string const id(GetParam().id);
    auto const now = to_record(id, GetParam().measure(large_crowd));
    if (blessing()) {
        write_record(id, now);
        write(page_path, page());
        return;
    }
    auto const before = recorded(id);
    ASSERT_EQ(now.size(), before.size())
        << "the record of " << id << " is of other checks: ./check --all --bless";
    for (std::size_t i = 0; i < now.size(); ++i) {
        auto const change = "was: " + said(before[i]) + "\nis:  " + said(now[i]);
        if (before[i].verdict == Verdict::pass) {
            EXPECT_EQ(word_for(now[i].verdict), "pass") << id << " no longer passes\n" << change;
        } else {
            EXPECT_EQ(word_for(now[i].verdict), word_for(before[i].verdict))
                << id << " is no longer missed: update the record with ./check --all --bless\n"
                << change;
        }
        EXPECT_EQ(now[i], before[i]) << id << " gives another figure: ./check --all --bless\n" << change;
        if (before[i].verdict == Verdict::miss)
            fmt::print("known miss: {} {} by {} half-widths: {}\n", id, said(before[i]), before[i].off_by,
                       mechanism_of(id, before[i].check));
    }
}

TEST_P(QuickStudies, StillPassWithAFewPeople) {
    std::string const id(GetParam().id);
    auto const measured = GetParam().measure(small_crowd);
    auto const before = recorded(id);
    for (auto const& target : targets()) {
        if (target.id != id)
            continue;
        bool const passed = std::ranges::any_of(before, [&](Recorded const& line) {
            return line.check == target.check && line.verdict == Verdict::pass;
        });
        if (!measured.contains(target.check)) {
            EXPECT_FALSE(passed) << id << " no longer measures " << target.check;
            continue;
        }
        auto const& outcome = measured.at(target.check);
        // A small crowd may stand apart from a large one by chance, and by a tenth of what is allowed at the
        // edges.
        double const room = 2.5 * outcome.standard_error + 0.1 * (target.high - target.low);
        EXPECT_TRUE(std::isfinite(outcome.mean)) << id << " " << target.check;
        if (passed) {
            EXPECT_GE(outcome.mean, target.low - room) << id << " " << target.says;
            EXPECT_LE(outcome.mean, target.high + room) << id << " " << target.says;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Human, Studies, testing::ValuesIn(all_studies()), name_of);
INSTANTIATE_TEST_SUITE_P(Human, QuickStudies, testing::ValuesIn(quick_studies()), name_of);

TEST(ValidationTables, NameEveryExperimentOnceAndEveryCheckOnce) {
    std::set<std::string> ids, checks;
    for (auto const& row : table("experiments.csv"))
        EXPECT_TRUE(ids.insert(row.at("id")).second) << row.at("id");
    for (auto const& target : targets()) {
        EXPECT_TRUE(ids.contains(target.id)) << target.id;
        EXPECT_TRUE(checks.insert(target.id + " " + target.check).second) << target.id << " " << target.check;
        EXPECT_LT(target.low, target.high) << target.id << " " << target.check;
        EXPECT_FALSE(target.tolerance.empty()) << target.id << " " << target.check;
    }
    for (int number = 1; number <= 31; ++number)
        EXPECT_TRUE(ids.contains("A" + std::to_string(number))) << "A" << number << " is left out";
}

TEST(ValidationTables, SayWhyForEveryTargetThatIsMissed) {
    for (auto const& target : targets())
        for (auto const& line : recorded(target.id))
            if (line.check == target.check && line.verdict != Verdict::pass) {
                EXPECT_FALSE(mechanism_of(target.id, target.check).empty())
                    << target.id << " " << target.check;
            }
}

TEST(ValidationPage, IsWhatTheRecordSays) {
    if (blessing())
        write(page_path, page());
    EXPECT_EQ(read(page_path), page()) << "run ./check --all --bless, and read the difference";
}
