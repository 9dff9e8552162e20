// `rheobase ions` as a person starts it.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using testing::HasSubstr, testing::IsEmpty, testing::StartsWith;

struct Run {
    int exit = -1;
    std::string out, err;
};

std::string slurp(std::filesystem::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Run run(std::string const& words, std::string const& input = "") {
    auto const folder = std::filesystem::temp_directory_path() / ("rheobase_ions_" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "in", std::ios::binary) << input;
    auto const command = std::string(RHEOBASE_PROGRAM) + " ions " + words + " <" + (folder / "in").string() + " >" +
                         (folder / "out").string() + " 2>" + (folder / "err").string();
    int const status = std::system(command.c_str());
    Run const done{WIFEXITED(status) ? WEXITSTATUS(status) : -1, slurp(folder / "out"), slurp(folder / "err")};
    std::filesystem::remove_all(folder);
    return done;
}

std::string const example = RHEOBASE_ROOT "/docs/examples/magnesium_depletion.json";

} // namespace

TEST(Ions, HelpShowsAnExample) {
    auto const help = run("--help");
    EXPECT_EQ(help.exit, 0);
    EXPECT_THAT(help.out, HasSubstr("Example: rheobase ions docs/examples/magnesium_depletion.json"));
    EXPECT_TRUE(std::filesystem::exists(example));
}

TEST(Ions, PrintsBothSchemas) {
    EXPECT_THAT(run("--schema").out, HasSubstr("experiment.schema.json"));
    EXPECT_THAT(run("--answer-schema").out, HasSubstr("ions.schema.json"));
}

TEST(Ions, BadInputEndsWithTwoAndASentenceAFault) {
    auto const bad = run("-", R"({"peple": 3, "phases": [{"days": 1, "loss": {"sweat_l_per_day": 10}}]})");
    EXPECT_EQ(bad.exit, 2);
    EXPECT_THAT(bad.out, IsEmpty());
    EXPECT_THAT(bad.err, HasSubstr("standard input: peple: this key is not known. Did you mean 'people'?\n"));
    EXPECT_THAT(bad.err, HasSubstr("standard input: phases[0].loss.sweat_l_per_day: 10 L/d is more than 8 L/d"));
    EXPECT_EQ(run("/nowhere.json").exit, 2);
    EXPECT_EQ(run("").exit, 2);
    EXPECT_EQ(run(example + " --people 0").exit, 2);
    EXPECT_EQ(run(example + " --format pdf").exit, 2);
}

TEST(Ions, CsvIsTheDefaultAndHoldsNothingButTheTable) {
    auto const csv = run(example + " --people 2 --seed 3");
    EXPECT_EQ(csv.exit, 0) << csv.err;
    EXPECT_THAT(csv.out, StartsWith("phase,hour,what,mean,sd,p5,p50,p95\n0,0,magnesium_serum,"));
    EXPECT_THAT(csv.out, HasSubstr("\n1,336,pth,"));
    EXPECT_EQ(run("- --people 2 --seed 3", slurp(example)).out, csv.out);
    EXPECT_EQ(run(example + " --people 2 --seed 3 --threads 1").out, csv.out);
}

TEST(Ions, JsonAndHtmlAreWhole) {
    auto const json = run(example + " --people 2 --format json");
    EXPECT_EQ(json.exit, 0) << json.err;
    EXPECT_THAT(json.out, HasSubstr("\"people\": 2,"));
    auto const html = run(example + " --people 2 --format html");
    EXPECT_EQ(html.exit, 0) << html.err;
    EXPECT_THAT(html.out, HasSubstr("Magnesium in serum"));
    EXPECT_THAT(html.out, HasSubstr("</html>"));
}
