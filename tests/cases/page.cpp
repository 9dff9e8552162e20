#include "tests/cases/page.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <set>
#include <stdexcept>

namespace rheobase::cases {

namespace {

constexpr std::string_view opening = "<!-- cases: begin (written by tests/cases; ./check --bless) -->\n";
constexpr std::string_view closing = "<!-- cases: end -->\n";
constexpr double percent = 100;

struct Measure {
    std::string_view code, name;
    Share Score::*share;
    bool of_causes; ///< baselines name no cause
};

constexpr Measure measures[] = {
    {"emergencies_missed", "Emergencies missed", &Score::emergencies_missed, false},
    {"unsafe_advice", "Unsafe: below the lowest safe level, or later than is safe", &Score::unsafe, false},
    {"levels_right", "Level of urgency right", &Score::levels_right, false},
    {"over_triage", "Over-triage: more urgent than any right level", &Score::over_triage, false},
    {"first_cause", "First cause right", &Score::first_cause, true},
    {"top_three", "Leading causes among the first three", &Score::top_three, true},
    {"plan_right", "State of the food plan right", &Score::plan_right, true},
    {"wrongly_said", "Said something that must not be said", &Score::wrongly_said, true},
};

std::string in_percent(double share) {
    return fmt::format("{:.0f} %", share * percent);
}

std::string cell(Share const& share) {
    return share.n == 0 ? std::string("–")
                        : fmt::format("{} of {} ({})", share.hits, share.n, in_percent(share.value()));
}

std::string interval(Share const& share) {
    auto const band = wilson(share);
    return known(band.low) ? fmt::format("{} to {}", in_percent(band.low), in_percent(band.high)) : "–";
}

std::string agreement(SecondLook const& look) {
    if (look.n == 0)
        return "No second person has labelled the cases yet.\n";
    auto text = fmt::format(
        "A second person labelled {} of the cases without sight of the first labels. Cohen's kappa "
        "of the four levels is {:.2f}; the leading causes meet in {}.\n",
        look.n, look.kappa, in_percent(look.leading_agree));
    if (look.disagreements.empty())
        return text;
    text += "\n| Case | first label | second label | settled as |\n|---|---|---|---|\n";
    for (auto const& each : look.disagreements)
        text += fmt::format("| {} | {} | {} | {} |\n", each.name, each.first, each.second,
                            each.settled.empty() ? "open" : each.settled);
    return text;
}

/// The people nobody had seen: how they were answered when first asked, and how they are answered now.
std::string held_out_part(Scores const& scores) {
    auto const first = table("held_out/first_asked.csv");
    if (first.empty())
        return {};
    auto text = fmt::format(
        "### People the makers had not seen\n"
        "{} more people and their labels were written from the guidelines and facts by someone who had seen neither "
        "the rules nor the cases above. The first column is how the program answered before anything was mended for "
        "them (`held_out/first_asked.csv`): the fairest figure there is of how it does on strangers. The second is "
        "how it answers now.\n\n| | when first asked | interval | now |\n|---|---|---|---|\n",
        scores.held_out.levels_right.n);
    for (auto const& row : first)
        for (auto const& measure : measures)
            if (measure.code == row.at("measure")) {
                Share const then{static_cast<std::size_t>(number(row.at("hits")).value()),
                                 static_cast<std::size_t>(number(row.at("n")).value())};
                text += fmt::format("| {} | {} | {} | {} |\n", measure.name, cell(then), interval(then),
                                    cell(scores.held_out.*measure.share));
            }
    return text + "\n";
}

} // namespace

Scores score_all() {
    Scores scores;
    Said self_care, routine;
    routine.urgency = verdict::Urgency::routine;
    for (auto const& label : labels()) {
        count(scores.program, label, said_to(case_text(label.name), label.name));
        count(scores.always_self_care, label, self_care, false);
        count(scores.always_routine, label, routine, false);
    }
    for (auto const& label : labels_as_first_written())
        count(scores.as_first_labelled, label, said_to(case_text(label.name), label.name));
    for (auto const& label : held_out_labels())
        count(scores.held_out, label, said_to(case_text(label.name), label.name));
    std::set<std::string> changed;
    for (auto const& row : table("relabelled.csv"))
        changed.insert(row.at("case"));
    scores.relabelled_cases = changed.size();
    return scores;
}

std::vector<Aim> aims() {
    std::vector<Aim> found;
    for (auto const& row : table("aims.csv"))
        found.push_back({row.at("measure"), row.at("bound") == "at_most", number(row.at("value")).value()});
    return found;
}

Share const& measured(Score const& score, std::string const& code) {
    for (auto const& measure : measures)
        if (measure.code == code)
            return score.*measure.share;
    throw std::runtime_error("aims.csv: no such measure: " + code);
}

std::string page_of(Scores const& scores, SecondLook const& look, std::vector<Aim> const& aims) {
    auto const n = scores.program.levels_right.n;
    auto const& first = scores.as_first_labelled;
    auto text =
        fmt::format("**Not yet reviewed by a clinician.** {} made-up people, labelled by the makers from the "
                    "guidelines and facts, "
                    "each before the program was asked about that person. The last 65 were written after the "
                    "misses on the first "
                    "186, and the names of rules that no case had fired, had been seen. After asking, causes "
                    "were changed in the "
                    "labels of {} cases (`relabelled.csv` has each, with before, after and why); no level, "
                    "hour, plan or forbidden "
                    "word was. By the labels as first written the first cause is right in {} and the first "
                    "three in {}. The "
                    "interval is what so few cases allow (Wilson, 95 %). Rules and causes were then mended with "
                    "every miss in view, so the figures of this table flatter the program; the people further "
                    "down, whom it had not seen, are the fair measure.\n\n"
                    "| | Rheobase | interval | always \"self care\" | always \"see a doctor\" | aim |\n"
                    "|---|---|---|---|---|---|\n",
                    n, scores.relabelled_cases, cell(first.first_cause), cell(first.top_three));
    for (auto const& measure : measures) {
        auto const& share = scores.program.*measure.share;
        std::string bound = "–";
        for (auto const& aim : aims)
            if (aim.measure == measure.code)
                bound = fmt::format("at {} {}", aim.at_most ? "most" : "least", in_percent(aim.value));
        text += fmt::format("| {} | {} | {} | {} | {} | {} |\n", measure.name, cell(share), interval(share),
                            measure.of_causes ? "–" : cell(scores.always_self_care.*measure.share),
                            measure.of_causes ? "–" : cell(scores.always_routine.*measure.share), bound);
    }
    text += "\n| Expected ↓ said → | self care | routine | soon | emergency |\n|---|---|---|---|---|\n";
    constexpr std::string_view names[] = {"self care", "routine", "soon", "emergency"};
    for (std::size_t row = 0; row < std::size(names); ++row) {
        auto const& said = scores.program.confusion[row];
        text += fmt::format("| {} | {} | {} | {} | {} |\n", names[row], said[0], said[1], said[2], said[3]);
    }
    text += "\nWhere guidelines allow two levels either counts as right, so not every case beside the "
            "diagonal is "
            "a fault.\n\n";
    return text + held_out_part(scores) + agreement(look);
}

std::string with_part(std::string const& page, std::string const& part) {
    auto const from = page.find(opening);
    auto const to = page.find(closing);
    if (from == std::string::npos || to == std::string::npos || to < from)
        return {};
    return page.substr(0, from + opening.size()) + part + page.substr(to);
}

} // namespace rheobase::cases
