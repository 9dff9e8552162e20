#include "app/report/html/week.hpp"

#include "app/report/html/page.hpp"
#include "app/report/html/week_chart.hpp"
#include "app/report/week_words.hpp"
#include "base/carried.hpp"
#include "model/week/measure.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <functional>

RHEOBASE_CARRY(rheobase_week_css, RHEOBASE_WEEK_CSS)

namespace rheobase::report {

namespace {

using namespace week;

/// As many changes as are told in full; the others have a line each, so that the sheet stays on the fridge.
constexpr std::size_t told_in_full = 10;

/// The weight from which on a change is among the weightiest.
double least_weight(std::vector<Change> const& changes) {
    std::vector<double> weights;
    for (auto const& change : changes)
        if (change.weight > 0)
            weights.push_back(change.weight);
    std::sort(weights.begin(), weights.end(), std::greater<>());
    return weights.size() > told_in_full ? weights[told_in_full - 1] : 0;
}

void write_changes(Markup& html, std::vector<Change> const& changes, std::vector<Item> const& items) {
    double const least = least_weight(changes);
    bool const few = changes.size() <= told_in_full;
    auto const full = [&](Change const& change) {
        return few || (change.weight > 0 && change.weight >= least);
    };
    auto const write = [&](bool in_full) {
        if (std::none_of(changes.begin(), changes.end(),
                         [&](auto const& one) { return full(one) == in_full; }))
            return;
        auto const list = html.in("ul", {{"class", in_full ? "changes" : "brief"}});
        for (auto const& change : changes) {
            bool const up = change.kind == Change::Kind::added || change.kind == Change::Kind::more;
            if (full(change) == in_full)
                html.said("li", in_full ? in_words(change, items) : in_brief(change, items),
                          {{"class", up ? "up" : "down"}});
        }
    };
    write(true);
    write(false);
}

/// The first changes. Where many foods must go they stand once on the sheet, among the changes of the whole.
void write_first(Markup& html, Week const& week) {
    std::vector<Change> first;
    for (auto const& change : week.swaps.changes)
        if (change.barred.empty())
            first.push_back(change);
    auto const barred = week.swaps.changes.size() - first.size();
    if (barred <= told_in_full)
        return write_changes(html, week.swaps.changes, week.task.items);
    write_changes(html, first, week.task.items);
    html.leaf("p", fmt::format("And leave out {} foods, named below with the reason.", barred));
}

void write_days(Markup& html, Week const& week) {
    auto const section = html.in("section", {{"aria-labelledby", "days"}});
    html.leaf("h2", headings(week).days, {{"id", "days"}});
    auto const days = html.in("div", {{"class", "days"}});
    for (std::size_t d = 0; d < week.days.size(); ++d) {
        auto const card = html.in("div", {{"class", "day"}});
        if (week.days.size() > 1)
            html.leaf("h3", fmt::format("Day {}", d + 1));
        for (auto const& meal : week.days[d].meals) {
            if (meal.servings.empty())
                continue;
            html.leaf("h4", meal.name);
            auto const list = html.in("ul");
            for (auto const& serving : meal.servings) {
                auto const& item = week.task.items[serving.item];
                auto const line = html.in("li", {{"class", item.own ? "own" : "new"}});
                html.said("span", item.name);
                html.text(" ");
                html.said("span", portion_in_words(item.measure, item.grams, serving.halves),
                          {{"class", "amount"}});
            }
        }
    }
}

void write_shopping(Markup& html, Week const& week) {
    auto const section = html.in("section", {{"aria-labelledby", "buy"}});
    html.leaf("h2", headings(week).to_buy, {{"id", "buy"}});
    auto const shelves = html.in("div", {{"class", "shelves"}});
    for (auto const& shelf : week.shopping) {
        auto const box = html.in("div", {{"class", "shelf"}});
        html.leaf("h3", shelf.name);
        auto const list = html.in("ul");
        for (auto const& line : shelf.lines) {
            auto const one = html.in("li", {{"class", line.added ? "new" : "own"}});
            html.said("span", line.name);
            html.text(" ");
            html.said("span", line.amount, {{"class", "amount"}});
        }
    }
}

void write_beside(Markup& html, Week const& week) {
    auto const section = html.in("section", {{"aria-labelledby", "beside"}});
    html.leaf("h2", "Beside food", {{"id", "beside"}});
    for (auto const& one : week.beside)
        html.said("p", one.text);
}

void write_bounds(Markup& html, Week const& week, verdict::Plan const& plan) {
    if (!week.planned() && plan.stops.empty() && week.notes.empty())
        return;
    auto const section = html.in("section", {{"aria-labelledby", "bounds"}, {"class", "bounds"}});
    html.leaf("h2", "What bounds it", {{"id", "bounds"}});
    for (auto const& line : limits_of_food(week))
        html.leaf("p", line);
    if (auto const line = prices_in_words(week); !line.empty())
        html.leaf("p", line);
    if (auto const line = blood_in_words(week); !line.empty())
        html.leaf("p", line);
    if (auto const line = conflict_in_words(week); !line.empty())
        html.leaf("p", line);
    if (!plan.stops.empty()) {
        auto const list = html.in("ul", {{"class", "dont"}});
        for (auto const& stop : plan.stops)
            html.said("li", stop.text);
    }
    if (!week.notes.empty()) {
        auto const notes = html.in("div", {{"class", "notes"}});
        for (auto const& note : week.notes)
            html.said("p", note, {{"class", "note"}});
    }
    if (week.planned())
        html.leaf("p", proof_in_words(week.menu), {{"class", "note"}});
}

} // namespace

std::string week_html(Week const& week, verdict::Plan const& plan) {
    Markup html;
    html.ours("<!DOCTYPE html>\n");
    {
        auto const page = html.in("html", {{"lang", "en"}});
        write_head(html, week.task.span == Span::day ? "Rheobase: a day of food" : "Rheobase: a week of food",
                   std::string(RHEOBASE_CARRIED(rheobase_week_css)));
        auto const body = html.in("body", {{"class", "week"}});
        {
            auto const main = html.in("main");
            {
                auto const header = html.in("header");
                html.leaf("h1", headings(week).title);
                // Of foods that would add most the answer has a list; here the plan itself stands.
                if (week.planned() && plan.status != "offered")
                    html.said("p", plan.because, {{"class", "limits"}});
            }
            if (!week.planned())
                html.said("p", week.why_not);
            else {
                {
                    auto const section = html.in("section", {{"aria-labelledby", "begin"}});
                    html.leaf("h2", "To begin with", {{"id", "begin"}});
                    write_first(html, week);
                }
                {
                    auto const section = html.in("section", {{"aria-labelledby", "whole"}});
                    html.leaf("h2", headings(week).whole, {{"id", "whole"}});
                    html.leaf("p", summary_in_words(week));
                    write_changes(html, week.changes, week.task.items);
                }
                write_before_and_after(html, week);
                write_beside(html, week);
            }
            write_bounds(html, week, plan);
            // The days and the shopping list stand together at the end, for the fridge.
            if (week.planned()) {
                write_days(html, week);
                write_shopping(html, week);
            }
        }
        write_foot(html, "Information, not advice for one person. The same input gives the same page.");
    }
    return std::move(html).page();
}

} // namespace rheobase::report
