// `rheobase ions` as a person starts it.
#include "tests/cli/program.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <tuple>

namespace {

using testing::HasSubstr, testing::IsEmpty, testing::StartsWith;

using rheobase::cli::Run, rheobase::cli::slurp;

Run run(std::string const& words, std::string const& input = "") {
    return rheobase::cli::run_program("ions " + words, input);
}

std::string const example = RHEOBASE_ROOT "/docs/examples/magnesium_depletion.json";

} // namespace

TEST(Ions, HelpShowsAnExample) {
    auto const help = run("--help");
    EXPECT_EQ(help.exit, 0);
    EXPECT_THAT(help.out, HasSubstr("Example: rheobase ions docs/examples/magnesium_depletion.json"));
    EXPECT_TRUE(std::filesystem::exists(example));
}

TEST(Ions, TheListNamesAllAndItsExampleRuns) {
    auto const list = run("--list");
    EXPECT_EQ(list.exit, 0);
    for (auto const* name : {"potassium_mmol", "calcineurin_inhibitor", "saline", "ionised_calcium", "vomiting_l_per_day",
                             "absorption_magnesium", "pmol/L", "0.5 to 2.5 mmol/L"})
        EXPECT_THAT(list.out, HasSubstr(name));
    auto const help = run("--help").out;
    for (auto const* name : {"thiazide", "saline", "potassium_serum", "sweat_l_per_day", "--list"})
        EXPECT_THAT(help, HasSubstr(name));
    auto const from = list.out.find("echo '") + 6, to = list.out.find("' | rheobase ions -");
    ASSERT_LT(from, to);
    auto const shown = run("- --people 2", list.out.substr(from, to - from));
    EXPECT_EQ(shown.exit, 0) << shown.err;
    EXPECT_THAT(shown.out, HasSubstr("1,168,potassium_serum,"));
}

TEST(Ions, ABadOptionIsOneSentence) {
    auto const said = [](std::string const& words) {
        auto const bad = run(example + " " + words);
        EXPECT_EQ(bad.exit, 2) << words;
        EXPECT_EQ(std::count(bad.err.begin(), bad.err.end(), '\n'), 1) << bad.err;
        return bad.err;
    };
    EXPECT_THAT(said("--people abc"), HasSubstr("'abc' is no number of people. Give a whole number from 1 to 1000000."));
    EXPECT_THAT(said("--people -3"), HasSubstr("'-3' is no number of people"));
    EXPECT_THAT(said("--people"), HasSubstr("--people needs a value"));
    EXPECT_THAT(said("--threads x"), HasSubstr("'x' is no number of threads. Give a whole number from 0 to 1024."));
    EXPECT_THAT(said("--seed -1"), HasSubstr("'-1' is no seed"));
    EXPECT_THAT(said("--format pdf"), HasSubstr("'pdf' is no format. Take csv, json or html."));
    EXPECT_THAT(said("--peple 3"), HasSubstr("there is no option '--peple'. Did you mean '--people'?"));
}

TEST(Ions, AFileThatIsTooBigIsNoDiary) {
    auto const big = run("-", std::string(5'000'000, 'x'));
    EXPECT_EQ(big.exit, 2);
    EXPECT_EQ(big.err, "standard input: the file is larger than 4 MB, which no experiment is. Is this the right file?\n");
}

TEST(Ions, ABaselineOnWhichNobodyCanLiveIsUnusableInput) {
    auto const none = run("- --format json", R"({"people": 3, "baseline": {"days": 1, "intake": {"potassium_mg": 0}},
        "report": [{"what": "pth"}]})");
    EXPECT_EQ(none.exit, 2);
    EXPECT_THAT(none.err, HasSubstr("3 of 3 virtual people come to no rest"));
    EXPECT_THAT(none.out, HasSubstr("\"people_done\": 0,"));
}

TEST(Ions, AClampHoldsItsValue) {
    for (auto const& [what, report, value] :
         {std::tuple{"ionised_calcium", "calcium_ionised", 2.0}, std::tuple{"ionised_calcium", "calcium_ionised", 0.8},
          std::tuple{"magnesium_serum", "magnesium_serum", 2.0}, std::tuple{"potassium_serum", "potassium_serum", 6.5},
          std::tuple{"potassium_serum", "potassium_serum", 2.5}}) {
        auto const held = run("-", std::string(R"({"people": 5, "per_person": true, "baseline": {"days": 1}, "phases": [{"hours": 6,
            "clamp": [{"what": ")") + what + R"(", "value": )" + std::to_string(value) +
                                       R"(}]}], "report": [{"what": ")" + report + R"(", "every_hours": 0.25}]})");
        EXPECT_EQ(held.exit, 0) << held.err;
        std::istringstream lines(held.out);
        int seen = 0;
        for (std::string line; std::getline(lines, line);)
            if (line.find(",1,0,") == line.npos && line.find(",1,") == 1) {
                EXPECT_NEAR(std::stod(line.substr(line.rfind(',') + 1)), value, 0.001 * value) << line;
                ++seen;
            }
        EXPECT_EQ(seen, 5 * 24) << held.out;
    }
}

TEST(Ions, MoreBranchesFireAloneWhereCalciumIsHeldLow) {
    auto const experiment = R"({"people": 9, "baseline": {"days": 1}, "phases": [{"hours": 6,
        "clamp": [{"what": "ionised_calcium", "value": 0.8}]}],
        "report": [{"what": "calcium_ionised", "every_hours": 6}, {"what": "fires_alone", "every_hours": 6}]})";
    auto const held = run("- --threads 1", experiment);
    EXPECT_EQ(held.exit, 0) << held.err;
    EXPECT_EQ(std::count(held.err.begin(), held.err.end(), '\n'), 1) << held.err;
    EXPECT_THAT(held.err, HasSubstr("fires_alone is read off a surface fitted to simulated axons"));
    auto const mean = [&](std::string const& row) {
        auto const at = held.out.find("\n" + row + ",fires_alone,");
        EXPECT_NE(at, held.out.npos) << row << "\n" << held.out;
        return at == held.out.npos ? 0 : std::stod(held.out.substr(at + row.size() + 14));
    };
    double const ordinary = mean("0,24"), low = mean("1,6");
    EXPECT_GE(ordinary, 0);
    EXPECT_LT(ordinary, 0.01);
    EXPECT_GT(low, ordinary + 0.05);
    EXPECT_LE(low, 1);
    for (auto const* threads : {"2", "3"}) {
        auto const same = run(std::string("- --threads ") + threads, experiment);
        EXPECT_EQ(same.out, held.out);
        EXPECT_EQ(same.err, held.err);
    }
    for (auto const* format : {"json", "html"})
        EXPECT_THAT(run(std::string("- --format ") + format, experiment).out,
                    HasSubstr("fires_alone is read off a surface"));
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
    EXPECT_THAT(bad.err, HasSubstr("standard input: phase 1, loss.sweat_l_per_day: 10 L/d is more than 8 L/d"));
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
