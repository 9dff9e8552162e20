// The command line: which verbs there are, what they take, an example of each. What they do stands in files
// of their own.

#include "app/cli/verbs.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iostream>
#include <unistd.h>

namespace {

using namespace rheobase::cli;

int write(Outcome const& outcome, std::string const& out_path) {
    std::fwrite(outcome.err.data(), 1, outcome.err.size(), stderr);
    if (out_path.empty()) {
        std::fwrite(outcome.out.data(), 1, outcome.out.size(), stdout);
        // A pipe closed by its reader (| head) is the reader's choice, not a fault of ours.
        std::fflush(stdout);
        return outcome.exit;
    }
    std::ofstream file(out_path, std::ios::binary);
    file << outcome.out;
    file.close();
    if (!file) {
        std::fprintf(stderr,
                     "%s: cannot be written. Choose a folder that exists and that you may write to.\n",
                     out_path.c_str());
        return outside_failure;
    }
    return outcome.exit;
}

int words_line_by_line(std::string const& out_path) {
    if (out_path.empty()) {
        std::ios::sync_with_stdio(false);
        return diet_words_line_by_line(std::cin, std::cout);
    }
    std::ofstream file(out_path, std::ios::binary);
    return diet_words_line_by_line(std::cin, file) == answered ? answered : write({}, out_path);
}

} // namespace

int main(int count, char** words) {
    CLI::App app{"Why does my muscle twitch? From what you eat, take, do, feel and have had measured.\n"
                 "Information, not a diagnosis. Nothing you give it leaves this machine."};
    app.name("rheobase");
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string("rheobase ") + RHEOBASE_VERSION);
    app.footer("Example: rheobase diet --words \"two slices of toast with butter and a banana\"");

    std::string out_path;
    bool const colour = isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
    auto const formats = [](CLI::App* verb, std::string& format, std::vector<std::string> names) {
        verb->add_option("--format", format, "How to print the answer")
            ->check(CLI::IsMember(names))
            ->capture_default_str();
    };
    auto const out = [&](CLI::App* verb) {
        verb->add_option("--out", out_path, "Write to this file instead of the screen");
    };

    AskOptions ask_options;
    auto* ask_verb = app.add_subcommand(
        "ask", "Answer one case: how urgent, what fits, what you eat against what you need");
    ask_verb->add_option("case", ask_options.case_path, "Case file (JSON); - reads standard input");
    ask_verb->add_option("--fhir", ask_options.fhir,
                         "Health record in FHIR R4 (JSON) beside the case, or alone; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    ask_verb->add_option("--today", ask_options.today,
                         "Day from which dates in records count back, as 2026-03-01; else their newest date");
    ask_verb->add_flag("--schema", ask_options.schema, "Print the JSON schema of a case file and stop");
    formats(ask_verb, ask_options.format, {"text", "json"});
    out(ask_verb);
    ask_verb->footer("Example: rheobase ask docs/examples/calf_twitch.json --format json --out answer.json\n"
                     "         rheobase ask me.json --fhir docs/examples/record.fhir.json --today 2026-03-12");

    DietOptions diet_options;
    auto* diet_verb = app.add_subcommand(
        "diet", "Read food diaries or plain words: what was read, nutrients a day, enough or not");
    diet_verb->add_option("diary", diet_options.diaries,
                          "Diary files: Cronometer, MyFitnessPal, Lose It!, ASA24, Samsung, "
                          "Apple Health, our own CSV or JSON, plain words");
    diet_verb->add_option("--person", diet_options.person,
                          "Case file with age and sex, to compare with needs");
    diet_verb->add_option("--words", diet_options.words,
                          "Read these words; - reads one meal a line and writes one JSON object a line");
    formats(diet_verb, diet_options.format, {"text", "json", "csv"});
    out(diet_verb);
    diet_verb->footer("Example: rheobase diet servings.csv --person me.json\n"
                      "         rheobase diet --words \"porridge with milk, a banana and a black coffee\"");

    FoodsOptions foods_options;
    auto* foods_verb = app.add_subcommand("foods", "Look into the composition table");
    foods_verb->require_subcommand(1);
    foods_verb->footer("Example: rheobase foods search \"pumpkin seeds\"");
    auto* search = foods_verb->add_subcommand("search", "Find foods by name");
    search->add_option("text", foods_options.text, "What to look for")->required();
    search->add_option("--limit", foods_options.limit, "How many to print")->capture_default_str();
    search->add_option("--source", foods_options.source, "Which table")
        ->check(CLI::IsMember({"fndds", "sr", "all"}))
        ->capture_default_str();
    formats(search, foods_options.format, {"text", "json"});
    out(search);
    search->footer("Example: rheobase foods search almonds --limit 5 --format json");
    auto* show = foods_verb->add_subcommand("show", "Everything the table knows of one food");
    show->add_option("id", foods_options.text, "Its id, such as SR:12061 or FNDDS:63107010")->required();
    formats(show, foods_options.format, {"text", "json"});
    out(show);
    show->footer("Example: rheobase foods show SR:12061");
    auto* rank = foods_verb->add_subcommand("rank", "Foods that hold most of a nutrient");
    rank->add_option("--nutrient", foods_options.nutrient, "Which nutrient, by its key")
        ->capture_default_str();
    rank->add_option("--per", foods_options.per, "100g or portion")
        ->check(CLI::IsMember({"100g", "portion"}))
        ->capture_default_str();
    rank->add_option("--limit", foods_options.limit, "How many to print")->capture_default_str();
    rank->add_option("--source", foods_options.source, "Which table")
        ->check(CLI::IsMember({"fndds", "sr", "all"}))
        ->capture_default_str();
    formats(rank, foods_options.format, {"text", "json"});
    out(rank);
    rank->footer("Example: rheobase foods rank --nutrient magnesium_mg --per portion");

    FactsOptions facts_options;
    std::vector<std::string> fact_words;
    auto* facts_verb =
        app.add_subcommand("facts", "Every number the model and the rules use, with unit, spread and source");
    facts_verb->add_option("name", fact_words, "Words of the name; without it, the list of tables");
    formats(facts_verb, facts_options.format, {"text", "json", "csv"});
    out(facts_verb);
    facts_verb->footer("Example: rheobase facts magnesium female");

    try {
        app.parse(count, words);
    } catch (CLI::ParseError const& problem) {
        int const code = app.exit(problem);
        return code == 0 ? answered : unusable_input;
    }

    try {
        ask_options.colour = diet_options.colour = colour && out_path.empty();
        if (*ask_verb)
            return write(ask(ask_options), out_path);
        if (*diet_verb)
            return diet_options.words == "-" ? words_line_by_line(out_path) : write(diet(diet_options), out_path);
        if (*foods_verb) {
            foods_options.verb = *search ? FoodsOptions::Verb::search
                                 : *show ? FoodsOptions::Verb::show
                                         : FoodsOptions::Verb::rank;
            return write(foods(foods_options), out_path);
        }
        for (auto const& word : fact_words)
            facts_options.name += (facts_options.name.empty() ? "" : " ") + word;
        return write(facts(facts_options), out_path);
    } catch (std::exception const& problem) {
        std::fprintf(stderr,
                     "rheobase: %s. This is a fault of the program or of the machine, not of your input.\n",
                     problem.what());
        return outside_failure;
    }
}
