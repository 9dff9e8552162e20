#include "app/report/html/ions.hpp"

#include "app/report/html/ions_plot.hpp"
#include "app/report/html/page.hpp"
#include "app/report/ions_words.hpp"
#include "base/carried.hpp"
#include "base/number.hpp"
#include "model/ions/names.hpp"

#include <algorithm>
#include <fmt/core.h>

RHEOBASE_CARRY(rheobase_ions_css, RHEOBASE_IONS_CSS)

namespace rheobase::report {

namespace {

constexpr std::size_t most_phases_open = 13; ///< the baseline and a dozen; more are folded away
constexpr std::size_t most_phases_listed = 200;

std::string joined(std::vector<std::string> const& parts) {
    std::string out;
    for (auto const& part : parts)
        out += (out.empty() ? "" : "; ") + part;
    return out;
}

void write_list(Markup& html, std::vector<std::string> const& lines) {
    auto const list = html.in("ul");
    for (auto const& line : lines)
        html.leaf("li", line);
}

bool any_figure(ions::Findings const& findings) {
    return std::any_of(findings.rows.begin(), findings.rows.end(),
                       [](ions::Row const& row) { return known(row.p50); });
}

/// What must not be missed stands before the drawings.
void write_warnings(Markup& html, ions::Experiment const& experiment, ions::Findings const& findings) {
    auto lines = failures_in_words(experiment, findings);
    if (auto const stopped = stopped_in_words(experiment, findings); !stopped.empty())
        lines.insert(lines.begin(), stopped);
    if (lines.empty())
        return;
    auto const section = html.in("section", {{"class", "warnings"}, {"aria-labelledby", "warnings"}});
    html.leaf("h2", any_figure(findings) ? "Not everybody is in every figure" : "There are no figures",
              {{"id", "warnings"}});
    write_list(html, lines);
}

/// What a phase changes. What nobody named is folded away, or it would hide what was.
void write_changes(Markup& html, std::vector<std::string> const& changes) {
    auto const list = html.in("ul");
    for (auto const& line : changes) {
        if (!line.starts_with(usual_food)) {
            html.leaf("li", line);
            continue;
        }
        auto const item = html.in("li");
        auto const folded = html.in("details", {{"class", "printed"}});
        html.leaf("summary",
                  changes.front() == line ? "eating as adults usually do" : "the rest as adults usually eat");
        html.leaf("p", line, {{"class", "note"}});
    }
}

void write_steps(Markup& html, ions::Experiment const& experiment, std::size_t from, std::size_t to) {
    auto const list = html.in("ol", {{"class", "steps"}});
    for (std::size_t i = from; i < to; ++i) {
        auto const step = html.in("li", {{"class", i == 0 ? "baseline" : "phase"}});
        {
            auto const head = html.in("p");
            html.leaf("b", phase_name(i));
            html.text(", " + lasting(experiment.phases[i].hours));
        }
        auto const changes = phase_in_words(experiment, i);
        if (changes.empty())
            html.leaf("p", i == 0 ? "Nothing is set." : "Goes on as in the baseline.", {{"class", "note"}});
        else
            write_changes(html, changes);
    }
}

void write_phases(Markup& html, ions::Experiment const& experiment, TimeAxis const& axis) {
    auto const section = html.in("section", {{"aria-labelledby", "done"}});
    html.leaf("h2", "What is done to them", {{"id", "done"}});
    auto const phases = experiment.phases.size();
    write_steps(html, experiment, 0, std::min(phases, most_phases_open));
    if (phases > most_phases_open) {
        auto const last = std::min(phases, most_phases_listed);
        auto const folded = html.in("details", {{"class", "printed"}});
        html.leaf("summary", fmt::format("Phases {} to {}", most_phases_open, last - 1));
        write_steps(html, experiment, most_phases_open, last);
        if (phases > last)
            html.leaf("p", fmt::format("And on to phase {}.", phases - 1), {{"class", "note"}});
    }
    html.leaf(
        "p",
        "People begin the baseline at their own steady state. A later phase keeps what it does not name." +
            std::string(axis.one_scale() ? "" : " In the drawings each phase has a time scale of its own."),
        {{"class", "note"}});
}

void write_legend(Markup& html, bool with_lab_range, bool with_windows, bool with_numbers) {
    auto const legend = html.in("p", {{"class", "legend plots"}});
    auto const key = [&](std::string_view drawing, std::string_view words) {
        auto const one = html.in("span");
        html.ours(fmt::format(R"(<svg width="26" height="14" aria-hidden="true">{}</svg> )", drawing));
        html.text(words);
    };
    key(R"(<path class="median" d="M0 7H26"/>)", "median person");
    key(R"(<rect class="most" width="26" height="14"/>)", "5 to 95 % of people");
    if (with_lab_range)
        key(R"(<rect class="usual" width="26" height="14"/>)", "range that laboratories print");
    if (with_windows)
        key(R"(<rect class="during" width="26" height="14"/><rect class="window" y="10" width="26" height="4"/>)",
            "while something is given or held");
    if (with_numbers) {
        auto const one = html.in("span");
        html.leaf("b", "1", {{"class", "number"}, {"aria-hidden", "true"}});
        html.text(" a phase, as numbered above");
    }
}

void write_course(Markup& html, ions::Experiment const& experiment, Course const& course,
                  TimeAxis const& axis, PhaseLabels const& labels) {
    auto const& about = ions::about(course.what);
    auto const id = "course-" + std::string(about.key);
    auto const section = html.in("section", {{"class", "course"}, {"aria-labelledby", id}});
    {
        auto const heading = html.in("h2", {{"id", id}});
        html.text(about.name);
        if (about.unit != "1") {
            html.text(" ");
            html.leaf("span", about.unit, {{"class", "unit"}});
        }
    }
    bool const anybody = std::any_of(course.rows.begin(), course.rows.end(),
                                     [](ions::Row const& row) { return known(row.p50); });
    if (!anybody) {
        html.leaf("p", "Nobody is left to draw.", {{"class", "told"}});
        return;
    }
    write_plot(html, experiment, course, axis, labels);
    html.leaf("p", course_in_words(course, axis), {{"class", "told"}});
    if (auto const range = lab_range(course.what))
        html.leaf("p",
                  "Laboratories print " +
                      (known(range->low) && known(range->high)
                           ? figure_of(course.what, range->low) + " to " + figure_of(course.what, range->high)
                       : known(range->low) ? figure_of(course.what, range->low) + " and more"
                                           : "up to " + figure_of(course.what, range->high)) +
                      ".",
                  {{"class", "note"}});
    write_course_table(html, course, axis);
}

std::vector<Course> courses_of(ions::Experiment const& experiment, ions::Findings const& findings) {
    std::vector<Course> courses;
    for (auto const& report : experiment.reports)
        courses.push_back({report.what, {}});
    for (auto const& row : findings.rows)
        for (auto& course : courses)
            if (course.what == row.what)
                course.rows.push_back(row);
    return courses;
}

template <class Holds>
bool any_of_phases(ions::Experiment const& experiment, Holds const& holds) {
    return std::any_of(experiment.phases.begin(), experiment.phases.end(), holds);
}

bool any_window(ions::Experiment const& experiment) {
    for (auto const& phase : experiment.phases) {
        if (!phase.infusions.empty() || !phase.clamps.empty() || (phase.drinking && phase.drinking->once))
            return true;
        for (auto const& meal : phase.meals)
            if (!meal.daily)
                return true;
    }
    return false;
}

void write_marks(Markup& html, ions::Experiment const& experiment, ions::Findings const& findings,
                 std::vector<std::string> const& notes) {
    auto lines = findings.marks;
    lines.insert(lines.end(), notes.begin(), notes.end());
    if (experiment.lab_noise)
        lines.emplace_back("What a laboratory and the day add is in the figures.");
    if (any_of_phases(experiment, [](ions::Phase const& phase) { return !phase.clamps.empty(); }))
        lines.emplace_back(
            "A clamp here is an ideal one: it gives or takes at once whatever holds the level.");
    if (any_of_phases(experiment, [](ions::Phase const& phase) { return !phase.drugs.empty(); }))
        lines.emplace_back("A medicine acts here as its class usually does; single ones differ.");
    if (experiment.per_person)
        lines.emplace_back(
            "The file asks for each person's figures. This page draws the crowd; --format csv and "
            "--format json write a line a person.");
    auto const section = html.in("section", {{"aria-labelledby", "marks"}});
    html.leaf("h2", "How far this can be trusted", {{"id", "marks"}});
    html.leaf(
        "p", "These people are computed. The band shows how far people differ in the model, not how sure the "
             "model is.");
    if (!lines.empty())
        write_list(html, lines);
}

} // namespace

std::string ions_html(ions::Experiment const& experiment, ions::Findings const& findings,
                      std::vector<std::string> const& notes) {
    Markup html;
    TimeAxis const axis(experiment.phases);
    PhaseLabels labels;
    for (std::size_t i = 0; i < experiment.phases.size(); ++i)
        labels.push_back(i == 0 ? std::string() : joined(phase_in_words(experiment, i)));
    html.ours("<!DOCTYPE html>\n");
    {
        auto const page = html.in("html", {{"lang", "en"}});
        write_head(html, "Rheobase: a body experiment",
                   std::string(chart_style())
                       .append(RHEOBASE_CARRIED(rheobase_ions_css)));
        auto const body = html.in("body", {{"class", "ions"}});
        {
            auto const main = html.in("main");
            {
                auto const header = html.in("header");
                html.leaf("h1", "A body experiment");
                html.leaf("p", crowd_in_words(experiment), {{"class", "limits"}});
            }
            write_warnings(html, experiment, findings);
            write_phases(html, experiment, axis);
            auto const courses = courses_of(experiment, findings);
            bool lab_ranges = false;
            for (auto const& course : courses)
                lab_ranges = lab_ranges || lab_range(course.what);
            if (any_figure(findings))
                write_legend(html, lab_ranges, any_window(experiment), numbered(axis));
            {
                auto const plots = html.in("div", {{"class", "courses"}});
                for (auto const& course : courses)
                    if (!course.rows.empty())
                        write_course(html, experiment, course, axis, labels);
            }
            write_marks(html, experiment, findings, notes);
        }
        write_foot(html,
                   fmt::format("Computed, not measured: no figure here is about a living person, and none is "
                               "medical advice. {} people, seed {}; the same file gives the same page.",
                               experiment.people, experiment.seed));
    }
    return std::move(html).page();
}

} // namespace rheobase::report
