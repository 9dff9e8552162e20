// The program as a person starts it: what it prints, where, and how it ends.

#include "tests/cli/program.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace {

using rheobase::cli::kept, rheobase::cli::Run, rheobase::cli::scratch, rheobase::cli::slurp;

Run run(std::string const& words, std::string const& input = "") {
    return rheobase::cli::run_program(words, input);
}

bool holds(std::string const& text, std::string const& part) { return text.find(part) != text.npos; }

} // namespace

TEST(Commands, HelpShowsAnExample) {
    for (auto const* verb :
         {"", "ask ", "diet ", "foods ", "foods search ", "foods show ", "foods rank ", "week ", "explain ", "facts "}) {
        auto const help = run(std::string(verb) + "--help");
        EXPECT_EQ(help.exit, 0) << verb;
        EXPECT_TRUE(holds(help.out, "Example: rheobase")) << verb << help.out;
    }
}

TEST(Commands, AWordTheProgramDoesNotKnowEndsWithTwo) {
    EXPECT_EQ(run("dance").exit, 2);
    EXPECT_EQ(run("").exit, 2);
    EXPECT_EQ(run("foods rank --per bucket").exit, 2);
}

TEST(Commands, WeekPlansADayWhereThatIsAskedFor) {
    std::string const example = "week " RHEOBASE_ROOT "/docs/examples/calf_twitch.json --for ";
    auto const day = run(example + "day --format json");
    EXPECT_EQ(day.exit, 0) << day.err;
    EXPECT_TRUE(holds(day.out, "\"for\": \"day\""));
    EXPECT_FALSE(holds(day.out, "\"day\": 2"));
    auto const wrong = run(example + "month");
    EXPECT_EQ(wrong.exit, 2);
    EXPECT_TRUE(holds(wrong.err, "month")) << wrong.err;
}

TEST(Commands, AnOptionGivenTwiceIsSaidToBe) {
    auto const twice = run("foods search almonds --limit 1 --limit 2");
    EXPECT_EQ(twice.exit, 2);
    EXPECT_TRUE(holds(twice.err, "--limit is given more than once. Leave one of them out.")) << twice.err;
    EXPECT_TRUE(holds(run("foods search almonds --limit").err, "--limit needs a value behind it")) << twice.err;
}

TEST(Commands, AVerbWithASlipNamesTheOneThatWasMeant) {
    auto const slip = run("fods search almonds");
    EXPECT_EQ(slip.exit, 2);
    EXPECT_TRUE(holds(slip.err, "there is no verb 'fods'. Did you mean foods?")) << slip.err;
    EXPECT_TRUE(holds(run("foods serch almonds").err, "Did you mean search?"));
    EXPECT_TRUE(holds(run("dance").err, "The verbs are ask, ")) << run("dance").err;
}

TEST(Commands, ALimitIsAPositiveNumberAndASearchHasWords) {
    for (auto const* words : {"foods search almonds --limit 0", "foods search almonds --limit -3",
                              "foods rank --limit 0", "foods search ''", "foods search '  '"})
        EXPECT_EQ(run(words).exit, 2) << words;
    EXPECT_TRUE(holds(run("foods search ''").err, "nothing to look for"));
}

TEST(Commands, AnIdWithoutItsTableFindsTheOneThatWasMeant) {
    for (auto const* id : {"11100000", "fndds:11100000", "FNDDS:1110000"}) {
        auto const shown = run(std::string("foods show ") + id);
        EXPECT_EQ(shown.exit, 2);
        EXPECT_TRUE(holds(shown.err, "Did you mean FNDDS:11100000, Milk")) << shown.err;
    }
    EXPECT_TRUE(holds(run("foods show 1077").err, "SR:01077"));
}

TEST(Commands, AFullDiskIsToldOf) {
    for (auto const* words : {"foods search almonds --out /dev/full", "diet --words - --out /dev/full"}) {
        auto const full = run(words, "a banana\n");
        EXPECT_EQ(full.exit, 3) << words;
        EXPECT_TRUE(holds(full.err, "/dev/full: the disk is full")) << full.err;
    }
}

TEST(Commands, WordsFromStandardInputComeAsATableToo) {
    auto const csv = run("diet --words - --format csv", "Monday: a banana\nTuesday: two eggs\n");
    EXPECT_EQ(csv.exit, 0) << csv.err;
    EXPECT_TRUE(csv.out.starts_with("day,time,meal,line,text,food_id,")) << csv.out;
    EXPECT_TRUE(holds(csv.out, "\nTuesday,,,2,two eggs,FNDDS:")) << csv.out;
    EXPECT_TRUE(holds(run("diet --words - --format text", "a banana\n").out, "What was understood"));
    EXPECT_TRUE(run("diet --words - --format json", "a banana\n").out.starts_with("{\"meal\":"));
}

TEST(Commands, AMissingFileIsOneClearSentence) {
    auto const missing = run("ask nowhere.json");
    EXPECT_EQ(missing.exit, 2);
    EXPECT_TRUE(missing.out.empty());
    EXPECT_TRUE(holds(missing.err, "nowhere.json")) << missing.err;
    EXPECT_EQ(std::count(missing.err.begin(), missing.err.end(), '\n'), 1) << missing.err;
}

TEST(Commands, ACaseComesFromStandardInputToo) {
    auto const answer = run("ask - --format json", R"({"person": {"age_years": 40, "sex": "male"}})");
    EXPECT_EQ(answer.exit, 0) << answer.err;
    EXPECT_TRUE(holds(answer.out, "\"urgency\"")) << answer.out;
}

TEST(Commands, AnEmergencyIsStillSeenInACaseWithATypingError) {
    auto const wrong = run("ask -", R"({"person": {"age_yeers": 40}, "symptoms": [{"code": "seizure", "present": true}]})");
    EXPECT_EQ(wrong.exit, 2);
    EXPECT_TRUE(wrong.out.empty());
    EXPECT_TRUE(holds(wrong.err, "age_years")) << "names the nearest known key: " << wrong.err;
    EXPECT_TRUE(holds(wrong.err, "Call") || holds(wrong.err, "call")) << wrong.err;
}

TEST(Commands, AnEmergencyIsStillSeenInHalfACase) {
    auto const half = run("ask -", R"({"symptoms": [{"code": "seizure", "present": true}], "labs": [{"anal)");
    EXPECT_EQ(half.exit, 2);
    EXPECT_TRUE(holds(half.err, "call") || holds(half.err, "Call")) << half.err;
}

TEST(Commands, OutWritesAFileAndAFolderThatIsNotThereIsToldOf) {
    auto const path = (scratch() / "answer.json").string();
    EXPECT_EQ(run("ask - --format json --out " + path, "{\"person\": {}}").exit, 0);
    EXPECT_TRUE(holds(slurp(path), "\"about\""));
    auto const nowhere = run("ask - --out /nowhere/at/all.txt", "{\"person\": {}}");
    EXPECT_EQ(nowhere.exit, 3);
    EXPECT_TRUE(holds(nowhere.err, "/nowhere/at/all.txt"));
}

TEST(Commands, APageOfHtmlIsWrittenToAFile) {
    auto const path = (scratch() / "report.html").string();
    auto const done = run("ask - --format html --out " + path, R"({"person": {}, "symptoms": [{"code": "twitch"}]})");
    EXPECT_EQ(done.exit, 0) << done.err;
    auto const page = slurp(path);
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>"));
    EXPECT_TRUE(page.ends_with("</html>\n"));
}

TEST(Commands, WordsAreReadALineAtATime) {
    auto const meals = run("diet --words -", "a banana\n\ntwo eggs and a slice of toast\n");
    EXPECT_EQ(meals.exit, 0);
    EXPECT_EQ(std::count(meals.out.begin(), meals.out.end(), '\n'), 3) << "one object a line, an empty one too";
    EXPECT_TRUE(holds(meals.out, "\"totals\""));
    EXPECT_TRUE(holds(meals.out, "anana"));
}

TEST(Commands, FoodsAreFoundShownAndRanked) {
    auto const found = run("foods search almonds --limit 3 --format json");
    EXPECT_EQ(found.exit, 0);
    EXPECT_TRUE(holds(found.out, "Almonds"));
    EXPECT_TRUE(holds(run("foods show SR:12061").out, "Magnesium"));
    EXPECT_EQ(run("foods show SR:00000").exit, 2);
    EXPECT_TRUE(holds(run("foods rank --nutrient potassium_mg --per portion --limit 5").out, "Potassium"));
    auto const slip = run("foods rank --nutrient magnesum_mg");
    EXPECT_EQ(slip.exit, 2);
    EXPECT_TRUE(holds(slip.err, "magnesium_mg"));
}

TEST(Commands, FactsNameTheirSource) {
    EXPECT_TRUE(holds(run("facts").out, "model/diet/needs.csv"));
    auto const rows = run("facts needs us magnesium female 31");
    EXPECT_EQ(rows.exit, 0) << rows.err;
    EXPECT_TRUE(holds(rows.out, "265")) << rows.out;
    EXPECT_TRUE(holds(rows.out, "Dietary Reference Intakes")) << rows.out;
    EXPECT_EQ(run("facts unobtainium").exit, 2);
}

TEST(Commands, TheSameInputGivesTheSameBytesFromAnyFolder) {
    auto const path = kept("case.json", R"({"person": {"age_years": 34, "sex": "female"}, "symptoms": [{"code": "twitch", "present": true}]})");
    auto const once = run("ask " + path + " --format json");
    EXPECT_EQ(once.exit, 0) << once.err;
    auto const before = std::filesystem::current_path();
    std::filesystem::current_path("/");
    auto const again = run("ask " + path + " --format json");
    std::filesystem::current_path(before);
    EXPECT_EQ(once.out, again.out);
}

TEST(Commands, ADiaryIsWrittenInOurOwnFormatAndReadBackTheSame) {
    auto const diary = kept("diary.csv", "day,meal,text\n2026-03-02,breakfast,two slices of toast with butter\n2026-03-02,lunch,a banana\n");
    auto const csv = run("diet " + diary + " --format csv");
    EXPECT_EQ(csv.exit, 0) << csv.err;
    auto const again = run("diet " + kept("again.csv", csv.out) + " --format csv");
    EXPECT_EQ(csv.out, again.out);
}

TEST(Commands, ExplainPrintsACardAListAndTheComparison) {
    auto const card = run("explain magnesium");
    EXPECT_EQ(card.exit, 0);
    EXPECT_TRUE(holds(card.out, "MAGNESIUM (nutrient)"));
    EXPECT_TRUE(holds(card.out, "ods_magnesium: NIH"));
    EXPECT_TRUE(holds(card.out, "not a diagnosis"));
    auto const list = run("explain");
    EXPECT_TRUE(holds(list.out, "J7: When should I see a doctor?"));
    auto const table = run("explain compare");
    EXPECT_EQ(table.exit, 0);
    EXPECT_TRUE(holds(table.out, "Too little: "));
    EXPECT_TRUE(holds(table.out, "CAFFEINE"));
}

TEST(Commands, ExplainTakesAQuestionWithOrWithoutQuotes) {
    EXPECT_EQ(run("explain is it the coffee").out, run("explain \"is it the coffee\"").out);
    EXPECT_TRUE(holds(run("explain is it the coffee").out, "BESIDES A LACK"));
}

TEST(Commands, ExplainSuggestsWhatWasMeantAndEndsWithTwo) {
    auto const slip = run("explain magnesum");
    EXPECT_EQ(slip.exit, 2);
    EXPECT_EQ(slip.out, "");
    EXPECT_TRUE(holds(slip.err, "Did you mean magnesium?")) << slip.err;
}

TEST(Commands, ExplainAsJsonNamesTheSourcesOfEachStatement) {
    auto const path = (scratch() / "card.json").string();
    EXPECT_EQ(run("explain J3 --format json --out " + path).exit, 0);
    auto const json = slurp(path);
    EXPECT_TRUE(holds(json, "\"kind\": \"question\""));
    EXPECT_TRUE(holds(json, "\"hypokalaemia_uk\": {"));
    EXPECT_TRUE(holds(run("explain --format json").out, "\"code\": \"magnesium_mg\""));
    EXPECT_TRUE(holds(run("explain compare --format json").out, "\"excess\": {"));
}

TEST(Ask, ReadsAHealthRecordBesideACaseOrAlone) {
    std::string const example = RHEOBASE_ROOT "/docs/examples/record.fhir.json";
    auto const alone = run("ask --fhir " + example);
    EXPECT_EQ(alone.exit, 0) << alone.err;
    EXPECT_TRUE(holds(alone.out, "Your magnesium is low")) << alone.out;
    auto const both = run("ask --format json " RHEOBASE_ROOT "/docs/examples/calf_twitch.json --today 2026-03-12 --fhir " +
                          example);
    EXPECT_EQ(both.exit, 0) << both.err;
    EXPECT_TRUE(holds(both.out, "Days are counted back from 2026-03-12"));
    EXPECT_TRUE(holds(both.out, "\"days_ago\": 5.0")) << "the magnesium of 7 March";
}

TEST(Ask, ABrokenRecordEndsWithTwoAndAnEmergencyOfTheCaseIsStillSaid) {
    auto const broken = kept("broken.fhir.json", R"({"resourceType": "Bundle", "entry": [)");
    auto const asked = run("ask - --fhir " + broken, R"({"person": {}, "symptoms": [{"code": "tetany"}]})");
    EXPECT_EQ(asked.exit, 2);
    EXPECT_TRUE(holds(asked.err, "broken.fhir.json")) << asked.err;
    EXPECT_TRUE(holds(asked.err, "already asks for action")) << asked.err;
    EXPECT_EQ(run("ask --fhir /nowhere.json").exit, 2);
    EXPECT_EQ(run("ask --fhir " RHEOBASE_ROOT "/docs/examples/record.fhir.json --today soon").exit, 2);
    EXPECT_EQ(run("ask - --fhir -", "{}").exit, 2) << "standard input can be one of them only";
}

TEST(Commands, AskPrintsTheSchemaOfAnAnswer) {
    auto const schema = run("ask --answer-schema");
    EXPECT_EQ(schema.exit, 0);
    EXPECT_TRUE(holds(schema.out, "\"short_of\""));
    EXPECT_TRUE(holds(schema.out, "json-schema.org"));
    EXPECT_EQ(schema.err, "");
}

TEST(Ask, TheCrowdBehindTheBloodTestsIsChosenByItsOptions) {
    std::string const example = "ask " RHEOBASE_ROOT "/docs/examples/calf_twitch.json --format json --people ";
    auto const one = run(example + "40 --threads 1");
    EXPECT_EQ(one.exit, 0) << one.err;
    EXPECT_TRUE(holds(one.out, "\"people\": 40"));
    EXPECT_EQ(one.out, run(example + "40 --threads 2").out);
    auto const others = run(example + "40 --seed 7");
    EXPECT_TRUE(holds(others.out, "\"seed\": 7"));
    EXPECT_NE(one.out, others.out);
    EXPECT_TRUE(holds(run(example + "0").out, "\"blood\": []"));
    EXPECT_EQ(run(example + "many").exit, 2);
}
