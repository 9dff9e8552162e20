// The verbs that keep: what a person logs and keeps comes back, is answered from, taken out, put back and
// erased.
#include "tests/cli/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using rheobase::cli::kept, rheobase::cli::Run, rheobase::cli::scratch, rheobase::cli::slurp;
using testing::HasSubstr, testing::Not;
using Json = nlohmann::json;

/// A store of one test; `words` with "STORE" put in the place of its option.
struct Kept {
    std::string path;
    explicit Kept(std::string const& name) : path((scratch() / (name + ".sqlite")).string()) {
        for (auto const* beside : {"", "-wal", "-shm"})
            std::filesystem::remove(path + beside);
    }
    Run run(std::string const& words, std::string const& input = "") const {
        return rheobase::cli::run_program(words + " --store " + path, input);
    }
};

std::string const person =
    R"({"person": {"age_years": 34, "sex": "female"}, "symptoms": [{"code": "twitch"}]})";

} // namespace

TEST(StoreVerb, HelpShowsExamples) {
    for (auto const* verb :
         {"store", "store show", "store add", "store keep", "store export", "store restore", "store erase"})
        EXPECT_THAT(rheobase::cli::run_program(std::string(verb) + " --help").out,
                    HasSubstr("Example: rheobase store"));
    for (auto const* verb : {"ask", "week", "diet", "interview"})
        EXPECT_THAT(rheobase::cli::run_program(std::string(verb) + " --help").out, HasSubstr("--me"));
}

TEST(StoreVerb, WhatIsLoggedIsSaidAndCountsInTheDiary) {
    Kept const store("logged");
    auto const logged = store.run("diet --add 'a banana and xyzzy' --meal breakfast --day 2026-03-01");
    EXPECT_EQ(logged.exit, 0) << logged.err;
    EXPECT_THAT(logged.out, HasSubstr("Logged for 2026-03-01, breakfast:"));
    EXPECT_THAT(logged.out, HasSubstr("Banana, raw"));
    EXPECT_THAT(logged.out, HasSubstr("Not understood: xyzzy"));
    auto const as_json = Json::parse(store.run("diet --add toast --day 2026-03-02 --format json").out);
    EXPECT_EQ(as_json["id"], 2);
    EXPECT_EQ(as_json["foods"].size(), 1U);
    auto const diary = store.run("diet --me --day 2026-03-03");
    EXPECT_EQ(diary.exit, 0) << diary.err;
    EXPECT_THAT(diary.out, HasSubstr("Banana, raw"));
    EXPECT_THAT(diary.out, HasSubstr("2026-03-01 to 2026-03-02"));
}

TEST(StoreVerb, AStoreThatIsOnlyReadIsNotMade) {
    Kept const store("never_made");
    for (auto const* verb : {"ask --me --people 0", "week --me", "diet --me", "store show", "store export"}) {
        auto const run = store.run(verb);
        EXPECT_EQ(run.exit, 2) << verb;
        EXPECT_THAT(run.err, HasSubstr("nothing is kept here yet")) << verb;
        EXPECT_FALSE(std::filesystem::exists(store.path)) << verb;
    }
}

TEST(StoreVerb, ADayToComeIsNoDayOfADiaryAndYesterdayIs) {
    Kept const store("days");
    auto const early = store.run("diet --add toast --day 2098-01-01");
    EXPECT_EQ(early.exit, 2);
    EXPECT_THAT(early.err, HasSubstr("still to come"));
    auto const late = store.run("diet --add toast --day yesterday");
    EXPECT_EQ(late.exit, 0) << late.err;
    EXPECT_THAT(late.out, HasSubstr("Logged for 20"));
}

TEST(StoreVerb, AnInterviewKeepsEachAnswerAndTheAnswerRestsOnThem) {
    Kept const store("talked");
    auto const run = store.run("interview --me --people 0", "1\nq\n");
    EXPECT_EQ(run.exit, 0) << run.err;
    auto const shown = store.run("store show").out;
    EXPECT_THAT(shown, HasSubstr("1 answer"));
    EXPECT_THAT(shown, Not(HasSubstr(" 0 symptoms")));
    auto const again = store.run("interview --me --people 0", "");
    EXPECT_THAT(again.out, HasSubstr("Get emergency help now."));
    EXPECT_THAT(again.out, Not(HasSubstr("Do any of these trouble you now?")));
}

TEST(StoreVerb, KeepsATableOfResultsBesideWhatIsKept) {
    Kept const store("results");
    EXPECT_EQ(store.run("store keep - --today 2026-03-01", person).exit, 0);
    auto const file = kept("results.csv", "Test,Result,Unit,Date\nPotassium,4.1,mmol/L,2026-02-20\n"
                                          "Magnesium,0.80,mmol/L,2026-02-20\n");
    auto const run = store.run("store keep " + file + " --today 2026-03-01");
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("2 new results and facts are kept."));
    EXPECT_THAT(store.run("store show").out, HasSubstr("1 symptom, 0 medicines, 2 lab results"));
    EXPECT_THAT(store.run("store keep " + file + " --today 2026-03-01").out, HasSubstr("0 new results"));
}

TEST(StoreVerb, AnAnswerRestsOnTheStoreAndIsKept) {
    Kept const store("asked");
    EXPECT_EQ(store.run("store keep - --today 2026-03-01", person).exit, 0);
    EXPECT_EQ(store.run("diet --add 'rice with beans' --day 2026-03-01").exit, 0);
    auto const answer = store.run("ask --me --today 2026-03-04 --people 0 --format json");
    EXPECT_EQ(answer.exit, 0) << answer.err;
    auto const read = Json::parse(answer.out);
    EXPECT_EQ(read["diary"]["days"], 1);
    EXPECT_EQ(read["evidence"]["symptoms"].size(), 1U);
    EXPECT_THAT(store.run("store show").out, HasSubstr("1 answer\n"));
    EXPECT_EQ(store.run("week --me --today 2026-03-04").exit, 0);
}

TEST(StoreVerb, PeopleOfOneStoreStayApart) {
    Kept const store("household");
    EXPECT_EQ(store.run("diet --add 'a banana' --day 2026-03-01").exit, 0);
    EXPECT_EQ(store.run("store add Ada").out, "Ada is added.\n");
    EXPECT_EQ(store.run("store add ada").exit, 2);
    EXPECT_THAT(store.run("store add ' '").err, HasSubstr("needs a name"));
    EXPECT_EQ(store.run("store keep - --who ada --today 2026-03-01", person).exit, 0);
    EXPECT_EQ(store.run("diet --add 'an apple' --day 2026-03-01 --who Ada").exit, 0);
    auto const hers = store.run("diet --who Ada --day 2026-03-02"),
               mine = store.run("diet --me --day 2026-03-02");
    EXPECT_THAT(hers.out, HasSubstr("Apple"));
    EXPECT_THAT(hers.out, Not(HasSubstr("Banana")));
    EXPECT_THAT(mine.out, HasSubstr("Banana"));
    EXPECT_THAT(mine.out, Not(HasSubstr("Apple")));
    auto const answer =
        Json::parse(store.run("ask --who Ada --today 2026-03-02 --people 0 --format json").out);
    EXPECT_EQ(answer["evidence"]["symptoms"].size(), 1U);
    EXPECT_THAT(store.run("store export --format csv --who Ada").out, Not(HasSubstr("anana")));
    auto const nobody = store.run("ask --who Eve");
    EXPECT_EQ(nobody.exit, 2);
    EXPECT_THAT(nobody.err, HasSubstr("There are: Me, Ada"));
}

TEST(StoreVerb, TwoCasesAreOneTooMany) {
    Kept const store("two");
    EXPECT_EQ(store.run("ask me.json --me").exit, 2);
    EXPECT_EQ(store.run("diet --me --words toast").exit, 2);
    EXPECT_EQ(store.run("diet --me").exit, 2);
    EXPECT_THAT(store.run("diet --me").err, HasSubstr("--add"));
    EXPECT_EQ(store.run("diet --add ' '").exit, 2);
    EXPECT_EQ(store.run("diet --add toast --day someday").exit, 2);
    EXPECT_EQ(store.run("ask --me --today yesterday").exit, 2);
}

TEST(StoreVerb, TakesEverythingOutErasesItAndPutsItBack) {
    Kept const store("everything");
    EXPECT_EQ(store.run("store keep - --today 2026-03-01", person).exit, 0);
    EXPECT_EQ(store.run("store keep " RHEOBASE_ROOT "/docs/examples/calf_twitch_week.csv").exit, 0);
    auto const secret = kept("secret.txt", "correct horse\n"), wrong = kept("wrong.txt", "wrong horse\n");
    auto const locked = (scratch() / "locked.rheobase").string();
    auto const plain = store.run("store export").out;
    EXPECT_EQ(store.run("store export --passphrase-file " + secret + " --out " + locked).exit, 0);
    EXPECT_EQ(slurp(locked).find("twitch"), std::string::npos);
    EXPECT_EQ(store.run("store erase").exit, 2);
    EXPECT_EQ(store.run("store erase --yes").exit, 0);
    EXPECT_FALSE(std::filesystem::exists(store.path));
    EXPECT_EQ(store.run("store restore " + locked).exit, 2);
    EXPECT_EQ(store.run("store restore " + locked + " --passphrase-file " + wrong).exit, 2);
    auto const restored = store.run("store restore " + locked + " --passphrase-file " + secret);
    EXPECT_EQ(restored.exit, 0) << restored.err;
    EXPECT_EQ(store.run("store export").out, plain);
    EXPECT_EQ(store.run("store restore " + kept("plain.json", plain)).exit, 2);
    EXPECT_EQ(store.run("store restore " + kept("plain.json", plain) + " --replace").exit, 0);
    EXPECT_THAT(store.run("store export --format csv").out, HasSubstr("day,time,meal,line,text,food_id"));
    auto const record = kept("record.json", store.run("store export --format fhir --today 2026-03-01").out);
    EXPECT_EQ(rheobase::cli::run_program("ask --people 0 --fhir " + record).exit, 0);
}

TEST(StoreVerb, AFileThatIsNoStoreIsRefusedAndLeft) {
    auto const letter = kept("letter.sqlite", "dear aunt, this is a letter");
    for (auto const* words : {"store show", "store erase --yes", "ask --me", "diet --add toast"}) {
        auto const run = rheobase::cli::run_program(std::string(words) + " --store " + letter);
        EXPECT_EQ(run.exit, 2) << words;
        EXPECT_THAT(run.err, HasSubstr("not a store of Rheobase"));
    }
    EXPECT_EQ(slurp(letter), "dear aunt, this is a letter");
}

TEST(StoreVerb, ShowsHostileWordsWithoutObeyingThem) {
    Kept const store("hostile");
    auto const logged = store.run("diet --add \"$(printf 'toast \\033[2J')\" --day 2026-03-01");
    EXPECT_EQ(logged.exit, 0);
    EXPECT_EQ(logged.out.find('\033'), std::string::npos);
}
