// Every answer keeps to the shipped schema, judged by a library of its own.
#include "app/read/case.hpp"
#include "app/read/file.hpp"
#include "app/report/json/answer.hpp"
#include "tests/schema/kept_schema.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

using namespace rheobase;

namespace {

constexpr std::size_t largest_case = 1'000'000;

std::string faults_in(nlohmann::json const& document) {
    static KeptSchema const schema(report::answer_schema());
    return schema.faults_in(document);
}

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> files;
    for (auto const* folder : {"/tests/cases", "/tests/golden"})
        for (auto const& entry : std::filesystem::directory_iterator(std::string(RHEOBASE_ROOT) + folder))
            if (entry.path().extension() == ".json" &&
                entry.path().string().find(".answer.") == std::string::npos)
                files.push_back(entry.path());
    return files;
}

nlohmann::json answer_to(std::filesystem::path const& file) {
    auto const text = read::read_file(file.string(), largest_case);
    auto const taken = read::read_case(text.value(), file.string());
    return nlohmann::json::parse(
        report::answer_json(answer(taken.evidence, diet::Diary{}, diet::foods(), {.people = 8})));
}

} // namespace

TEST(AnswerSchema, IsKeptByTheAnswerToEveryCaseAndMostPredictBloodTests) {
    auto const files = case_files();
    ASSERT_GE(files.size(), 250u);
    std::size_t predicted = 0;
    for (auto const& file : files) {
        auto const answer = answer_to(file);
        EXPECT_EQ(faults_in(answer), "") << file;
        predicted += !answer["blood"].empty();
    }
    EXPECT_GT(predicted, files.size() / 2);
}

TEST(AnswerSchema, RefusesAnAnswerWithAnUnknownStatusOrAKeyTooMany) {
    auto const good = answer_to(case_files().front());
    ASSERT_EQ(faults_in(good), "");
    auto status = good;
    status["plan"]["status"] = "perhaps";
    EXPECT_NE(faults_in(status), "");
    auto more = good;
    more["plan"]["promise"] = "cure";
    EXPECT_NE(faults_in(more), "");
    auto less = good;
    less.erase("urgency");
    EXPECT_NE(faults_in(less), "");
}
