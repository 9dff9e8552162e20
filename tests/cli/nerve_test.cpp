// `rheobase nerve` as a person starts it.
#include "tests/cli/program.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

namespace {

using testing::HasSubstr, testing::IsEmpty, testing::Not;

using rheobase::cli::Run, rheobase::cli::slurp;

Run run(std::string const& words, std::string const& input = "") {
    return rheobase::cli::run_program("nerve " + words, input);
}

std::string const example = RHEOBASE_ROOT "/docs/examples/median_apb.MEM";

} // namespace

TEST(Nerve, HelpShowsAnExampleAndTheBounds) {
    auto const help = run("--help");
    EXPECT_EQ(help.exit, 0);
    EXPECT_THAT(help.out, HasSubstr("Example: rheobase nerve --calcium 1.1 --ph 7.45"));
    EXPECT_THAT(help.out, HasSubstr("Ionised calcium in mmol/L, 0.2 to 3; ordinary 1.2"));
    for (auto const* option : {"--magnesium", "--potassium", "--sodium", "--ph", "--temperature", "--myelin", "--recording",
                               "--people", "--seed", "--threads", "--out", "--format"})
        EXPECT_THAT(help.out, HasSubstr(option));
    EXPECT_TRUE(std::filesystem::exists(example));
}

TEST(Nerve, BadInputEndsWithTwoAndASentenceAFault) {
    auto const bad = run("--calcium 9.2 --potassium lots --temperature 98.6 --recording /nowhere.MEM");
    EXPECT_EQ(bad.exit, 2);
    EXPECT_THAT(bad.out, IsEmpty());
    EXPECT_EQ(std::count(bad.err.begin(), bad.err.end(), '\n'), 4) << bad.err;
    EXPECT_THAT(bad.err, HasSubstr("/nowhere.MEM: "));
    EXPECT_THAT(bad.err, HasSubstr("--calcium: 9.2 mmol/L is more than 3 mmol/L, the most that is accepted. It looks like"));
    EXPECT_THAT(bad.err, HasSubstr("--potassium: 'lots' is no number. Write the number alone, in mmol/L"));
    EXPECT_THAT(bad.err, HasSubstr("98.6 °F is 37 °C."));
    EXPECT_EQ(run("--people 0").exit, 2);
    EXPECT_EQ(run("--format csv").exit, 2);
    EXPECT_THAT(run("--calzium 1").err, HasSubstr("Did you mean '--calcium'?"));
    EXPECT_EQ(run("--calcium \"\"").exit, 2);
    EXPECT_THAT(run("--calcium \"\"").err, HasSubstr("--calcium: nothing is written behind it"));
    EXPECT_THAT(run("--calcium=").err, Not(IsEmpty()));
    EXPECT_THAT(run("--recording -", "no recording").err, HasSubstr("standard input: no threshold tracking was found in it"));
}

TEST(Nerve, NoFaultHidesAnother) {
    auto const bad = run("--people 0 --seed x --threads -1 --format pdf --calcium 9.2 --ph 14 --kalium 4 --magnesium 1 "
                         "--magnesium 2 --people 3 stray");
    EXPECT_EQ(bad.exit, 2);
    EXPECT_THAT(bad.out, IsEmpty());
    for (auto const* part : {"--people: it is given twice. Leave one of them out", "--seed: 'x' is no seed",
                             "--threads: '-1' is no number of threads", "--format: 'pdf' is no format. Take text, json or html",
                             "--calcium: 9.2 mmol/L is more than", "--ph: 14 is more than", "--magnesium: it is given twice",
                             "there is no option '--kalium'. Did you mean '--potassium'?", "'stray' is one word too many"})
        EXPECT_THAT(bad.err, HasSubstr(part));
    EXPECT_EQ(std::count(bad.err.begin(), bad.err.end(), '\n'), 9) << bad.err;
    EXPECT_THAT(run("--people 0 --ph 14").err, HasSubstr("--people: '0' is no number of axons. Give a whole number from 1"));
    EXPECT_THAT(run("--natrium=140").err, HasSubstr("Did you mean '--sodium'?"));
}

TEST(Nerve, WhatIsNoRecordingIsRefusedAsOne) {
    for (std::string const& bytes : {std::string(), std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16),
                                     slurp(example).substr(0, slurp(example).find("STIMULUS-RESPONSE"))}) {
        auto const bad = run("--people 2 --recording -", bytes);
        EXPECT_EQ(bad.exit, 2);
        EXPECT_THAT(bad.out, IsEmpty());
        EXPECT_THAT(bad.err, HasSubstr("A recording of QTRAC is a text with sections"));
        EXPECT_THAT(bad.err, Not(HasSubstr("diary")));
    }
}

TEST(Nerve, AnswersInThreeFormatsAndTheJsonSaysWhatWasAsked) {
    auto const json = run("--people 4 --calcium 0.95 --potassium 5.5 --ph 7.5 --temperature 34 --seed 2 --format json");
    ASSERT_EQ(json.exit, 0) << json.err;
    auto const told = nlohmann::json::parse(json.out);
    EXPECT_EQ(told["ions"]["calcium"], 0.95);
    EXPECT_EQ(told["ions"]["potassium"], 5.5);
    EXPECT_EQ(told["ions"]["sodium"], 142.0);
    EXPECT_EQ(told["ions"]["ph"], 7.5);
    EXPECT_EQ(told["ions"]["temperature"], 34.0);
    EXPECT_GT(told["curves"].size(), 5u);
    EXPECT_EQ(told["people"], 4);
    EXPECT_EQ(run("--people 4 --calcium 0.95 --potassium 5.5 --ph 7.5 --temperature 34 --seed 2 --format json --threads 1").out,
              json.out);
    auto const text = run("--people 4");
    EXPECT_EQ(text.exit, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("time constant, ms"));
    EXPECT_THAT(text.out, Not(HasSubstr("\033[")));
    auto const html = run("--people 4 --format html");
    EXPECT_EQ(html.exit, 0) << html.err;
    EXPECT_THAT(html.out, HasSubstr("</html>"));
}

TEST(Nerve, ARecordingBringsItsTemperatureAndPotassium) {
    auto const json = run("--people 2 --format json --recording " + example);
    ASSERT_EQ(json.exit, 0) << json.err;
    auto const told = nlohmann::json::parse(json.out);
    EXPECT_EQ(told["ions"]["temperature"], 33.2);
    EXPECT_EQ(told["ions"]["potassium"], 5.6);
    EXPECT_EQ(told["recording"]["name"], "EXAMPLE 1");
    EXPECT_GT(told["recording"]["indices"].size(), 20u);
    EXPECT_THAT(told["notes"].dump(), HasSubstr("--potassium goes before it"));
    auto warm = slurp(example);
    warm.replace(warm.find("33.2"), 4, "91.8");
    auto const strange = nlohmann::json::parse(run("--people 2 --format json --recording -", warm).out);
    EXPECT_EQ(strange["ions"]["temperature"], 33.0);
    EXPECT_THAT(strange["notes"].dump(), HasSubstr("temperature of 91.8 °C in the recording is not accepted"));
    EXPECT_THAT(strange["recording"]["cautions"].dump(), HasSubstr("none of a skin"));
    EXPECT_THAT(strange["recording"]["cautions"].dump(), Not(HasSubstr("norms are of")));
    auto const own = nlohmann::json::parse(run("--people 2 --format json --potassium 4 --recording " + example).out);
    EXPECT_EQ(own["ions"]["potassium"], 4.0);
    EXPECT_EQ(nlohmann::json::parse(run("--people 2 --format json --recording -", slurp(example)).out)["recording"],
              told["recording"]);
}

TEST(Nerve, ATotalTakenForIonisedIsSaidOnStandardError) {
    auto const json = run("--people 2 --magnesium 0.85 --format json");
    EXPECT_EQ(json.exit, 0);
    EXPECT_THAT(json.err, HasSubstr("It looks like total magnesium."));
}

TEST(Nerve, PrintsItsSchema) {
    EXPECT_THAT(run("--answer-schema").out, HasSubstr("nerve.schema.json"));
}
