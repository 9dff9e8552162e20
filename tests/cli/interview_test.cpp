// The interview as a person holds it in a terminal, through a pipe.
#include "tests/cli/program.hpp"

#include <gtest/gtest.h>

namespace {

using rheobase::cli::kept, rheobase::cli::run_program, rheobase::cli::scratch, rheobase::cli::slurp;

auto interviewed(std::string const& words, std::string const& input) {
    return run_program("interview --people 0 " + words, input);
}

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != text.npos;
}

} // namespace

TEST(InterviewCommand, AnswersWithWhatIsKnownWhenTheInputEnds) {
    auto const end = interviewed("", "0\n0\n");
    EXPECT_EQ(end.exit, 0) << end.err;
    EXPECT_TRUE(holds(end.out, "Do any of these trouble you now?"));
    EXPECT_TRUE(holds(end.out, "The answer rests on what was told so far."));
    EXPECT_EQ(interviewed("", "").exit, 0);
}

TEST(InterviewCommand, ShowsAtOnceWhatToDoInAnEmergency) {
    auto const run = interviewed("", "1\nq\n");
    EXPECT_EQ(run.exit, 0);
    auto const alarm = run.out.find("Get emergency help now.");
    auto const next = run.out.find("Trouble breathing: Since when?");
    ASSERT_NE(alarm, std::string::npos) << run.out;
    EXPECT_LT(alarm, next);
    EXPECT_TRUE(holds(run.out, "Type q to stop here."));
}

TEST(InterviewCommand, AWordItDoesNotKnowIsAskedAgainAndLosesNothing) {
    auto const run = interviewed("", "banana\n99\n0\nq\n");
    EXPECT_EQ(run.exit, 0);
    EXPECT_TRUE(holds(run.out, "'banana' is no answer here."));
    EXPECT_TRUE(holds(run.out, "'99' is no answer here."));
    EXPECT_TRUE(holds(run.out, "Did any of these happen lately?"));
}

TEST(InterviewCommand, GoesBackAndSaysWhy) {
    auto const run = interviewed("", "b\n?\n0\nb\nq\n");
    EXPECT_TRUE(holds(run.out, "This is the first question."));
    EXPECT_TRUE(holds(run.out, "Some signs need help today."));
    auto const first = run.out.find("Do any of these trouble you now?");
    EXPECT_NE(run.out.find("Do any of these trouble you now?", first + 1), std::string::npos);
}

TEST(InterviewCommand, KeepsACaseThatAskReads) {
    auto const path = (scratch() / "kept_case.json").string();
    auto const run = interviewed("--out " + path, "0\n1\nq\n");
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_TRUE(holds(slurp(path), "\"breathlessness\"")) << slurp(path);
    auto const asked = run_program("ask --people 0 " + path);
    EXPECT_EQ(asked.exit, 0) << asked.err;
    EXPECT_TRUE(holds(run.out, asked.out.substr(0, asked.out.find('\n'))));
    auto const again = interviewed(path, "");
    EXPECT_FALSE(holds(again.out, "Do any of these trouble you now?")) << again.out;
}

TEST(InterviewCommand, BeginsWithWhatACaseTells) {
    auto const path = kept("told.json", R"({"person": {"age_years": 40, "sex": "male"}, "symptoms": [
        {"code": "twitch", "since_days": 3}, {"code": "breathlessness", "present": false}]})");
    auto const run = interviewed(path, std::string(40, '\n'));
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_FALSE(holds(run.out, "How old are you"));
    EXPECT_FALSE(holds(run.out, "Trouble breathing"));
    EXPECT_FALSE(holds(run.out, "Twitch: Since when?"));
}

TEST(InterviewCommand, WritesJsonAloneToStandardOutput) {
    auto const run = interviewed("--format json", "0\n");
    EXPECT_EQ(run.exit, 0);
    EXPECT_TRUE(run.out.starts_with("{")) << run.out.substr(0, 80);
    EXPECT_TRUE(holds(run.err, "Do any of these trouble you now?"));
}

TEST(InterviewCommand, SaysWhereTheCaseCouldNotBeKeptAndStillAnswers) {
    auto const run = interviewed("--out /no/such/folder/me.json", "0\n");
    EXPECT_EQ(run.exit, 3);
    EXPECT_TRUE(holds(run.err, "cannot be written")) << run.err;
    EXPECT_TRUE(holds(run.out, "The answer rests on what was told so far."));
}

TEST(InterviewCommand, TakesNoCaseFromStandardInput) {
    EXPECT_EQ(interviewed("-", "").exit, 2);
}

TEST(InterviewCommand, HelpShowsAnExample) {
    EXPECT_TRUE(holds(run_program("interview --help").out, "Example: rheobase interview"));
}
