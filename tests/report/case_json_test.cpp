// A case written back is the same case: asked again, it is answered alike.
#include "app/report/json/case.hpp"

#include "app/read/case.hpp"
#include "app/read/file.hpp"
#include "model/verdict/answering.hpp"
#include "model/verdict/medicine.hpp"
#include "model/verdict/verdict.hpp"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;

namespace {

verdict::Verdict judged(verdict::Evidence const& evidence) {
    return verdict::judge(evidence, verdict::findings_from_case(evidence));
}

std::vector<std::string> causes(verdict::Verdict const& verdict) {
    std::vector<std::string> out;
    for (auto const& cause : verdict.causes)
        out.push_back(cause.code + " " + std::to_string(cause.share.mid));
    return out;
}

} // namespace

TEST(CaseJson, OfEveryCaseIsReadBackAsTheSamePerson) {
    int people = 0;
    for (auto const& file : std::filesystem::directory_iterator(RHEOBASE_ROOT "/tests/cases")) {
        auto const path = file.path().string();
        if (!file.path().filename().string().starts_with("case_") || file.path().extension() != ".json")
            continue;
        auto const first = read::read_case(*read::read_file(path, 1'000'000, {"case", ""}), path);
        auto const text = report::case_json(first.evidence, {first.diary_path, {}});
        auto const again = read::read_case(text, path);
        EXPECT_THAT(again.faults, testing::IsEmpty()) << path;
        EXPECT_EQ(again.evidence.told_whole, first.evidence.told_whole) << path;
        EXPECT_EQ(text, report::case_json(again.evidence, {again.diary_path, {}})) << path;
        auto const was = judged(first.evidence), is = judged(again.evidence);
        EXPECT_EQ(was.headline, is.headline) << path;
        EXPECT_EQ(causes(was), causes(is)) << path;
        EXPECT_EQ(was.plan.status, is.plan.status) << path;
        ++people;
    }
    EXPECT_GT(people, 200);
}

TEST(CaseJson, AListKnownInPartDeniesNothing) {
    verdict::Evidence evidence;
    auto const question = verdict::question_called("medicine_kinds");
    auto const after =
        verdict::answered(evidence, question, {verdict::Given::How::answered, {"ppi"}, {}, unknown, {}});
    ASSERT_TRUE(after);
    auto const again = read::read_case(report::case_json(*after), "in part");
    EXPECT_THAT(again.faults, testing::IsEmpty());
    ASSERT_EQ(again.evidence.medicines.size(), 1u);
    EXPECT_FALSE(again.evidence.told_whole.contains("medications"));
    verdict::Medicines const medicines(again.evidence);
    EXPECT_EQ(medicines.counts("ppi").truth, verdict::Truth::yes);
    EXPECT_EQ(medicines.counts("lithium").truth, verdict::Truth::unknown);
}

TEST(CaseJson, KeepsTheDiaryTheWishesAndTextThatIsNoText) {
    verdict::Evidence evidence;
    evidence.words = "odd \xff bytes \"quoted\"";
    auto const text = report::case_json(evidence, {"week.csv", R"({"diet": "vegan"})"});
    auto const again = read::read_case(text, "beside");
    EXPECT_THAT(again.faults, testing::IsEmpty());
    EXPECT_EQ(again.diary_path, "week.csv");
    EXPECT_EQ(again.wishes.diet, "vegan");
}
