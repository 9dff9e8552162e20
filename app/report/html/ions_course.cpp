// A course in a sentence and as a table.
#include "app/report/html/ions_plot.hpp"
#include "app/report/ions_words.hpp"
#include "base/number.hpp"
#include "model/ions/names.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

std::string lower_case_phase(int phase) {
    return phase == 0 ? "the baseline" : fmt::format("phase {}", phase);
}

std::string where_in_words(ions::Row const& row, TimeAxis const& axis) {
    if (row.hour == 0)
        return "the start of " + lower_case_phase(row.phase);
    return fmt::format("{} of {}",
                       moment_in_words(row.hour, axis.panels()[static_cast<std::size_t>(row.phase)].hours),
                       lower_case_phase(row.phase));
}

/// A balance counts from the start of each phase, so that its phases are told one by one.
std::string balance_in_words(Course const& course, std::vector<ions::Row> const& rows,
                             std::string const& unit) {
    constexpr std::size_t most_told = 6;
    std::vector<ions::Row> ends;
    for (auto const& row : rows) {
        if (!ends.empty() && ends.back().phase == row.phase)
            ends.pop_back();
        ends.push_back(row);
    }
    // Where nothing but the start of a phase is reported, its balance is nought and says nothing.
    std::erase_if(ends, [](ions::Row const& row) { return row.phase > 0 && row.hour == 0; });
    if (ends.empty())
        return "Only the start of each phase is reported, where a balance is nought.";
    if (ends.size() > 1 && ends.front().phase == 0)
        ends.erase(ends.begin());
    auto const first = ends.size() > most_told ? ends.size() - most_told : 0;
    std::string told;
    for (std::size_t i = first; i < ends.size(); ++i)
        told += fmt::format("{}{}{}{} in {}",
                            i == first             ? ""
                            : i + 1 == ends.size() ? " and "
                                                   : ", ",
                            ends[i].p50 > 0 ? "+" : "", figure_of(course.what, ends[i].p50), unit,
                            lower_case_phase(ends[i].phase));
    return fmt::format("Counted anew in each phase. The median person ends at {}{}.", told,
                       first > 0 ? ", to name the last phases" : "");
}

} // namespace

std::string course_in_words(Course const& course, TimeAxis const& axis) {
    auto const& about = ions::about(course.what);
    std::vector<ions::Row> rows;
    std::copy_if(course.rows.begin(), course.rows.end(), std::back_inserter(rows),
                 [](ions::Row const& row) { return known(row.p50); });
    if (rows.empty())
        return fmt::format("{}: nobody is left to tell of.", about.name);
    auto const figure = [&](double value) { return figure_of(course.what, value); };
    std::string const unit = about.unit == "1" ? "" : "\u00a0" + std::string(about.unit);
    if (about.key.starts_with("balance_"))
        return balance_in_words(course, rows, unit);
    // Whoever left is in none of the later figures, and a reader should not take the rest for all.
    auto const crowd = rows.back().people < rows.front().people
                           ? fmt::format("the {} people left", rows.back().people)
                           : std::string("people");
    auto out =
        fmt::format("The median person begins at {}{} and ends at {}{} (5 to 95\u00a0% of {}: {} to {}).",
                    figure(rows.front().p50), unit, figure(rows.back().p50), unit, crowd,
                    figure(rows.back().p5), figure(rows.back().p95));
    auto const [least, most] = std::minmax_element(
        rows.begin(), rows.end(), [](auto const& a, auto const& b) { return a.p50 < b.p50; });
    // A ripple beyond both ends is not worth a sentence.
    constexpr double worth_saying = 0.15;
    auto const beyond = [&, range = most->p50 - least->p50](ions::Row const& row) {
        return std::abs(row.p50 - rows.front().p50) > worth_saying * range &&
               std::abs(row.p50 - rows.back().p50) > worth_saying * range &&
               figure(row.p50) != figure(rows.front().p50) && figure(row.p50) != figure(rows.back().p50);
    };
    if (beyond(*least))
        out += fmt::format(" Lowest is {} at {}.", figure(least->p50), where_in_words(*least, axis));
    if (beyond(*most))
        out += fmt::format(" Highest is {} at {}.", figure(most->p50), where_in_words(*most, axis));
    return out;
}

void write_course_table(Markup& html, Course const& course, TimeAxis const& axis) {
    constexpr std::size_t most_rows = 150;
    auto const& about = ions::about(course.what);
    auto const each = 1 + (course.rows.size() - 1) / most_rows;
    auto const details = html.in("details");
    html.leaf("summary", fmt::format("{} as a table", about.name));
    if (each > 1)
        html.leaf("p", fmt::format("One moment of {} is listed; --format csv writes all.", each),
                  {{"class", "note"}});
    auto const table = html.in("table");
    {
        auto const head = html.in("thead");
        auto const row = html.in("tr");
        html.leaf("th", "When", {{"scope", "col"}});
        html.leaf("th", "Median", {{"scope", "col"}});
        html.leaf("th", "5 to 95 %", {{"scope", "col"}});
        html.leaf("th", "Mean (SD)", {{"scope", "col"}});
    }
    auto const body = html.in("tbody");
    for (std::size_t i = 0; i < course.rows.size(); ++i) {
        bool const last = i + 1 == course.rows.size();
        if (i % each != 0 && !last)
            continue;
        auto const& row = course.rows[i];
        auto const line = html.in("tr");
        html.leaf("th",
                  phase_name(static_cast<std::size_t>(row.phase)) + ", " +
                      moment_in_words(row.hour, axis.panels()[static_cast<std::size_t>(row.phase)].hours),
                  {{"scope", "row"}});
        html.leaf("td", figure_of(course.what, row.p50));
        html.leaf("td", figure_of(course.what, row.p5) + " to " + figure_of(course.what, row.p95));
        html.leaf("td", figure_of(course.what, row.mean) + " (" + figure_of(course.what, row.sd) + ")");
    }
}

} // namespace rheobase::report
