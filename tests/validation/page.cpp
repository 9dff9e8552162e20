#include "tests/validation/page.hpp"

#include "tests/validation/record.hpp"

#include <fmt/core.h>

namespace rheobase::validation {

namespace {

struct Count {
    int pass = 0, miss = 0, open = 0;

    void add(Verdict verdict) {
        ++(verdict == Verdict::pass ? pass : verdict == Verdict::miss ? miss : open);
    }
};

std::string line_of(Target const& target, Recorded const& line) {
    if (line.verdict == Verdict::open)
        return fmt::format("| {} | {} | {} to {} | not measured | | open |\n", target.says, target.observed,
                           target.low, target.high);
    auto const off = line.off_by.empty() ? "" : fmt::format(", {} half-widths outside", line.off_by);
    return fmt::format("| {} ({}) | {} | {} to {} | {} ({} to {}) | {}{} |\n", target.says, target.unit,
                       target.observed, target.low, target.high, line.mean, line.p5, line.p95,
                       word_for(line.verdict), off);
}

Recorded line_for(Target const& target) {
    for (auto const& line : recorded(target.id))
        if (line.check == target.check)
            return line;
    return {.check = target.check, .mean = {}, .p5 = {}, .p95 = {}, .off_by = {}};
}

/// One experiment: its checks, why each is allowed what it is, and why one is missed.
std::string experiment_part(Row const& experiment, Count& count) {
    auto const& id = experiment.at("id");
    std::string checks, notes;
    for (auto const& target : targets()) {
        if (target.id != id)
            continue;
        auto const line = line_for(target);
        count.add(line.verdict);
        checks += line_of(target, line);
        notes += fmt::format("- {}: {}.", target.says, target.tolerance);
        if (auto const why = mechanism_of(id, target.check); line.verdict != Verdict::pass && !why.empty())
            notes += " **Why it is missed:** " + why;
        notes += "\n";
    }
    return fmt::format(
        "### {} {}\n{} ({}).\n\n| what | observed | allowed | model, mean (middle nine tenths) | |\n"
        "|---|---|---|---|---|\n{}\n{}\n",
        id, experiment.at("title"), experiment.at("source"), experiment.at("mark"), checks, notes);
}

} // namespace

std::string page() {
    Count given, own;
    std::string first, second;
    for (auto const& experiment : table("experiments.csv")) {
        bool const is_given = experiment.at("id").front() != 'B';
        (is_given ? first : second) += experiment_part(experiment, is_given ? given : own);
    }
    auto const counted = [](Count const& count) {
        return fmt::format("{} pass, {} are missed, {} are open", count.pass, count.miss, count.open);
    };
    return fmt::format(
        "# How far the body can be trusted\n"
        "Published human experiments, done again with virtual people, and the blood of a virtual population "
        "beside that\n"
        "of a survey. Nothing is left out. `tests/validation` holds the experiments, what they must give "
        "(`targets.csv`)\nand what they gave (`recorded/`); `./check --all` fails when a figure here is no "
        "longer what "
        "the model gives, and\n`./check --all --bless` rewrites the page. A target is met when the mean of "
        "the crowd lies "
        "within what is allowed. *Read*\nmeans that the figure was read in a paper or data file, *recalled* "
        "that it was "
        "not. *Open* means that nothing\nmeasures it yet.\n\n"
        "Of the {} checks of the project's list, {}. Of {} further checks, {}.\n\n"
        "{}## The project's list\n{}## Further experiments\nThe figures of most of these are recalled, and "
        "what is "
        "allowed is wider.\n\n{}",
        given.pass + given.miss + given.open, counted(given), own.pass + own.miss + own.open, counted(own),
        population_part(), first, second);
}

} // namespace rheobase::validation
