// The command line: which verbs there are, what they take, an example of each. What they do stands in files
// of their own.

#include "app/cli/nerve_options.hpp"
#include "app/cli/options.hpp"
#include "app/cli/store_options.hpp"
#include "app/cli/verb_options.hpp"
#include "app/cli/verbs.hpp"
#include "base/spelling.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <exception>
#include <fmt/core.h>
#include <fstream>
#include <iostream>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace rheobase::cli;

CLI::Validator const thread_count = whole_number(0, 1024, "number of threads");
constexpr int most_people = 100'000;

/// Why a file could not be written, in words that say what to do.
int cannot_write(std::string const& path, int error) {
    std::string_view const what = error == ENOSPC
                                      ? "the disk is full. Make room, or choose another place"
                                      : "cannot be written. Choose a folder that exists and that you "
                                        "may write to";
    std::fprintf(stderr, "%s: %.*s.\n", path.c_str(), static_cast<int>(what.size()), what.data());
    return outside_failure;
}

int write(Outcome const& outcome, std::string const& out_path) {
    std::fwrite(outcome.err.data(), 1, outcome.err.size(), stderr);
    if (out_path.empty()) {
        errno = 0;
        std::fwrite(outcome.out.data(), 1, outcome.out.size(), stdout);
        // A pipe closed by its reader (| head) is the reader's choice, not a fault of ours.
        return std::fflush(stdout) == 0 || errno == EPIPE ? outcome.exit
                                                          : cannot_write("standard output", errno);
    }
    errno = 0;
    std::ofstream file(out_path, std::ios::binary);
    file << outcome.out;
    file.close();
    return file ? outcome.exit : cannot_write(out_path, errno);
}

int words_line_by_line(std::string const& out_path) {
    if (out_path.empty()) {
        std::ios::sync_with_stdio(false);
        return diet_words_line_by_line(std::cin, std::cout);
    }
    errno = 0;
    std::ofstream file(out_path, std::ios::binary);
    bool const written = file && diet_words_line_by_line(std::cin, file) == answered;
    file.close();
    return written && file ? answered : cannot_write(out_path, errno);
}

/// A word that is no verb, with the verb it is nearest to: "fods" is meant as foods.
std::optional<std::string> no_such_verb(CLI::App const& app, std::vector<std::string> const& words) {
    CLI::App const* at = &app;
    for (auto const& word : words) {
        auto const verbs = at->get_subcommands([](CLI::App const*) { return true; });
        if (verbs.empty() || word.starts_with('-'))
            return std::nullopt;
        std::vector<std::string> names;
        for (auto const* verb : verbs)
            names.push_back(verb->get_name());
        auto const found = std::find(names.begin(), names.end(), word);
        if (found != names.end()) {
            at = verbs[static_cast<std::size_t>(found - names.begin())];
            continue;
        }
        auto const near = rheobase::nearest(word, {names.begin(), names.end()});
        std::string all;
        for (auto const& name : names)
            all += (all.empty() ? "" : ", ") + name;
        std::string const whole = at == &app ? "rheobase" : "rheobase " + at->get_name();
        return whole + ": there is no verb '" + word + "'. " +
               (near.empty() ? "The verbs are " + all + "." : "Did you mean " + std::string(near) + "?") +
               "\n";
    }
    return std::nullopt;
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
    auto const formats = [](CLI::App* verb, std::string& format, std::vector<std::string> const& names) {
        return add_format(*verb, format, names);
    };
    auto const own = [](CLI::App* verb, bool& me, std::string& store, std::string& who) {
        verb->add_flag("--me", me, "What your own store knows of you, in the place of a file");
        verb->add_option("--store", store, "The store's file; else the one in your data folder");
        verb->add_option("--who", who, "Of whom in the store, by name; else its first person")
            ->each([&me](std::string const&) { me = true; });
    };
    auto const out = [&](CLI::App* verb) { add_out(*verb, out_path); };

    AskOptions ask_options;
    auto* ask_verb = app.add_subcommand(
        "ask", "Answer one case: how urgent, what fits, what you eat against what you need");
    ask_verb->add_option("case", ask_options.given.case_path, "Case file (JSON); - reads standard input");
    ask_verb
        ->add_option("--fhir", ask_options.given.fhir,
                     "Health record in FHIR R4 (JSON) beside the case, or alone; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    ask_verb->add_option("--today", ask_options.given.today,
                         "Day from which dates in records count back, as 2026-03-01; else their newest date");
    ask_verb->add_flag("--schema", ask_options.schema, "Print the JSON schema of a case file and stop");
    ask_verb->add_flag("--answer-schema", ask_options.answer_schema,
                       "Print the JSON schema of an answer and stop");
    ask_verb
        ->add_option("--people", ask_options.people,
                     "Virtual people behind the predicted blood tests; 0 for no prediction")
        ->check(whole_number(0, most_people, "number of people"))
        ->capture_default_str();
    ask_verb->add_option("--seed", ask_options.seed, "Which virtual people")
        ->check(whole_seed())
        ->capture_default_str();
    ask_verb
        ->add_option("--threads", ask_options.threads,
                     "How many threads compute; 0 for all cores. The answer does not depend on it")
        ->check(thread_count)
        ->capture_default_str();
    formats(ask_verb, ask_options.format, {"text", "json", "html"});
    own(ask_verb, ask_options.given.me, ask_options.given.store, ask_options.given.who);
    out(ask_verb);
    ask_verb->footer(
        "Example: rheobase ask docs/examples/calf_twitch.json --format json --out answer.json\n"
        "         rheobase ask me.json --fhir docs/examples/record.fhir.json --today 2026-03-12\n"
        "         rheobase ask --me");

    InterviewOptions interview_options;
    auto* interview_verb = app.add_subcommand(
        "interview", "Ask what matters most, one question at a time, and answer as 'ask' does");
    interview_verb->add_option("case", interview_options.given.case_path,
                               "Case file (JSON) with what is known already; it is not asked again");
    interview_verb->add_option("--out", interview_options.out_path,
                               "Keep the case in this file, after every answer");
    interview_verb
        ->add_option("--people", interview_options.people,
                     "Virtual people behind the predicted blood tests; 0 for no prediction")
        ->check(whole_number(0, most_people, "number of people"))
        ->capture_default_str();
    formats(interview_verb, interview_options.format, {"text", "json"});
    own(interview_verb, interview_options.given.me, interview_options.given.store,
        interview_options.given.who);
    interview_options.given.may_begin = true;
    interview_verb->footer(
        "Example: rheobase interview --out me.json\n"
        "         rheobase interview docs/examples/calf_twitch.json\n"
        "         rheobase interview --me\n"
        "Every question may be skipped with enter. ? says why it is asked, b goes back, q stops\n"
        "and answers with what is known.");

    DietOptions diet_options;
    auto* diet_verb = app.add_subcommand(
        "diet", "Read food diaries or plain words: what was read, nutrients a day, enough or not");
    diet_verb->add_option("diary", diet_options.diaries,
                          "Diary files: Cronometer, MyFitnessPal, Lose It!, ASA24, Samsung, "
                          "Apple Health, our own CSV or JSON, plain words");
    diet_verb->add_option("--person", diet_options.person,
                          "Case file with age and sex, to compare with needs");
    diet_verb->add_option(
        "--words", diet_options.words,
        "Read these words; - reads one meal a line and writes one JSON object a line, or with "
        "--format csv or text one answer for all of them");
    auto const* diet_format = formats(diet_verb, diet_options.format, {"text", "json", "csv"});
    diet_verb->add_option("--add", diet_options.add, "Log these words in your own store");
    diet_verb->add_option("--day", diet_options.day,
                          "Day on which they were eaten, as 2026-03-01, or yesterday; else today");
    diet_verb->add_option("--meal", diet_options.meal, "Its meal, such as breakfast");
    own(diet_verb, diet_options.me, diet_options.store, diet_options.who);
    out(diet_verb);
    diet_verb->footer("Example: rheobase diet servings.csv --person me.json\n"
                      "         rheobase diet --add \"two slices of toast with butter\" --meal breakfast\n"
                      "         rheobase diet --me\n"
                      "         rheobase diet --words \"porridge with milk, a banana and a black coffee\"\n"
                      "         rheobase diet --words - --format csv <meals.txt");

    FoodsOptions foods_options;
    auto* foods_verb = app.add_subcommand("foods", "Look into the composition table");
    add_foods_options(*foods_verb, foods_options, out_path);

    IonsOptions ions_options;
    auto* ions_verb = app.add_subcommand(
        "ions", "Run a body experiment over a crowd of virtual people: blood, hormones, urine, balances");
    add_ions_options(*ions_verb, ions_options, out_path);

    auto* nerve_verb = app.add_subcommand(
        "nerve", "How easily a motor axon fires in given concentrations, as threshold tracking reports it");
    add_nerve_options(*nerve_verb);
    out(nerve_verb);

    WeekOptions week_options;
    auto* week_verb = app.add_subcommand("week", "What to eat: a few changes to begin with, then a week with "
                                                 "its shopping list, as little changed as possible");
    week_verb->add_option("case", week_options.given.case_path,
                          "Case file (JSON) that names a diary; - reads standard input");
    week_verb
        ->add_option(
            "--wish", week_options.wishes,
            "vegan (or another diet), 'no FOOD', 'keep FOOD', cheap, 'no cooking', 'little cooking', "
            "'few changes'; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    week_verb
        ->add_option("--for", week_options.span, "What to plan: a week, or one ordinary day of the diary")
        ->check(one_of({"week", "day"}, "time to plan for"))
        ->capture_default_str();
    week_verb
        ->add_option("--fhir", week_options.given.fhir,
                     "Health record in FHIR R4 (JSON) beside the case; may be given again")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    week_verb->add_option(
        "--today", week_options.given.today,
        "Day from which dates in records count back, as 2026-03-01; else their newest date");
    week_verb->add_flag("--answer-schema", week_options.answer_schema,
                        "Print the JSON schema of the JSON plan and stop");
    week_verb
        ->add_option("--threads", week_options.threads,
                     "How many threads compute; 0 for all cores. The plan does not depend on it")
        ->check(thread_count)
        ->capture_default_str();
    formats(week_verb, week_options.format, {"text", "json", "html"});
    own(week_verb, week_options.given.me, week_options.given.store, week_options.given.who);
    out(week_verb);
    week_verb->footer("Example: rheobase week docs/examples/calf_twitch.json --wish vegetarian --wish cheap\n"
                      "         rheobase week docs/examples/calf_twitch.json --for day\n"
                      "         rheobase week me.json --format html --out fridge.html\n"
                      "         rheobase week --me");

    ExplainOptions explain_options;
    std::vector<std::string> explain_words;
    auto* explain_verb = app.add_subcommand(
        "explain",
        "A card for a nutrient, sign, cause, medicine, test, rule or question; 'compare' for a table");
    explain_verb->add_option("name", explain_words, "What to explain; without it, what can be explained");
    formats(explain_verb, explain_options.format, {"text", "json"});
    out(explain_verb);
    explain_verb->footer("Example: rheobase explain magnesium\n"
                         "         rheobase explain \"is it the coffee\"");

    StoreOptions store_options;
    auto* store_verb = app.add_subcommand("store", "What you keep: show, add to, take out, put back, erase");
    add_store_options(*store_verb, store_options, out_path);

    FactsOptions facts_options;
    std::vector<std::string> fact_words;
    auto* facts_verb =
        app.add_subcommand("facts", "Every number the model and the rules use, with unit, spread and source");
    facts_verb->add_option("name", fact_words, "Words of the name; without it, the list of tables");
    formats(facts_verb, facts_options.format, {"text", "json", "csv"});
    out(facts_verb);
    facts_verb->footer("Example: rheobase facts magnesium female");

    ServeOptions serve_options;
    auto* serve_verb = app.add_subcommand(
        "serve", "The page: log, ask and see in your browser, served by this machine to itself alone");
    constexpr int last_port = 65'535;
    serve_verb->add_option("--port", serve_options.port, "Which port; without it, a free one")
        ->check(whole_number(0, last_port, "port"));
    serve_verb->add_flag("--open", serve_options.open, "Open it in your browser");
    serve_verb->add_option("--store", serve_options.store,
                           "The file that keeps what you enter; without it, the one in your data folder");
    serve_verb->footer("Example: rheobase serve --open\n"
                       "         rheobase serve --port 8000 --store me.rheobase");

    try {
        if (auto const strange = no_such_verb(app, {words + std::min(count, 1), words + count})) {
            std::fputs(strange->c_str(), stderr);
            return unusable_input;
        }
        app.parse(count, words);
    } catch (CLI::ParseError const& problem) {
        if (problem.get_exit_code() == 0)
            return app.exit(problem), answered;
        std::fputs(slip_in_words(app, problem).c_str(), stderr);
        return unusable_input;
    }

    try {
        ask_options.colour = diet_options.colour = week_options.colour = explain_options.colour =
            colour && out_path.empty();
        if (*ask_verb)
            return write(ask(ask_options), out_path);
        if (*interview_verb) {
            interview_options.colour = colour;
            // JSON goes to standard output alone, so the talk goes beside it.
            return write(interview(interview_options, std::cin,
                                   interview_options.format == "json" ? std::cerr : std::cout),
                         "");
        }
        if (*week_verb) {
            week_options.show_progress = isatty(STDERR_FILENO) != 0;
            return write(week(week_options), out_path);
        }
        if (*diet_verb)
            return diet_options.words == "-" &&
                           (diet_format->count() == 0 || diet_options.format == "json") &&
                           diet_options.diaries.empty()
                       ? words_line_by_line(out_path)
                       : write(diet(diet_options), out_path);
        if (*foods_verb)
            return write(foods(foods_options), out_path);
        if (*store_verb) {
            umask(S_IRWXG | S_IRWXO); // what is taken out is for its owner's eyes as well
            return write(store(store_options), out_path);
        }
        if (*ions_verb) {
            ions_options.show_progress = isatty(STDERR_FILENO) != 0;
            return write(ions(ions_options), out_path);
        }
        if (*nerve_verb) {
            auto typed = nerve_options(*nerve_verb);
            typed.colour = colour && out_path.empty();
            typed.show_progress = isatty(STDERR_FILENO) != 0;
            return write(nerve(typed), out_path);
        }
        if (*explain_verb) {
            for (auto const& word : explain_words)
                explain_options.name += (explain_options.name.empty() ? "" : " ") + word;
            return write(explain(explain_options), out_path);
        }
        if (*serve_verb)
            return write(serve(serve_options), "");
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
