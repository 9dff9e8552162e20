#include "app/report/html/week_chart.hpp"

#include "app/report/week_words.hpp"
#include "app/report/wording.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <utility>

namespace rheobase::report {

namespace {

// The mark stands at two thirds of the bar, so that half as much again still fits.
constexpr double mark_at = 200.0 / 3;

std::string width(double amount, double target) {
    return fmt::format("width:{:.1f}%", std::clamp(amount / target * mark_at, 0.0, 100.0));
}

/// A figure and its unit stay on one line.
std::string unbroken(std::string words) {
    for (std::size_t at = 0; (at = words.find(' ', at)) != words.npos;)
        words.replace(at, 1, "\u00a0");
    return words;
}

void write_row(Markup& html, std::string_view name, diet::Nutrient n, double before, double after,
               double target, std::string const& said) {
    auto const row = html.in("tr");
    html.leaf("th", name, {{"scope", "row"}});
    {
        auto const cell = html.in("td", {{"class", "bars"}});
        auto const pair = html.in("div", {{"class", "beam"}, {"aria-hidden", "true"}});
        html.leaf("i", "", {{"class", "was"}, {"style", width(before, target)}});
        html.leaf("i", "", {{"class", "will"}, {"style", width(after, target)}});
        html.leaf("b", "");
    }
    html.leaf("td", amount(before, n));
    html.leaf("td", amount(after, n));
    html.leaf("td", said);
}

} // namespace

void write_before_and_after(Markup& html, week::Week const& week) {
    auto const section = html.in("section", {{"aria-labelledby", "before"}});
    html.leaf("h2", "Before and after, a day", {{"id", "before"}});
    {
        auto const key = html.in("p", {{"class", "marks-said note"}});
        for (auto const& [mark, words] :
             {std::pair{"was", "now"}, {"will", "with the plan"}, {"", "what is wanted, or the most"}}) {
            auto const one = html.in("span");
            if (*mark)
                html.leaf("i", "", {{"class", mark}, {"aria-hidden", "true"}});
            else
                html.leaf("b", "", {{"aria-hidden", "true"}});
            html.text(words);
        }
    }
    for (auto const& line : worse_in_words(week))
        html.said("p", line, {{"class", "worse"}});
    auto const table = html.in("table", {{"class", "before-after"}});
    {
        auto const head = html.in("thead");
        auto const row = html.in("tr");
        for (auto const* name : {"Nutrient", "Share", "Now", "Then", "Wanted"})
            html.leaf("th", name, {{"scope", "col"}});
    }
    auto const body = html.in("tbody");
    for (auto const& met : week.menu.bounds) {
        auto const n = met.bound.nutrient;
        auto const name = diet::about(n).short_name;
        double const wanted = known(met.bound.aim) ? met.bound.aim : met.bound.floor;
        if (known(wanted) && (met.before < wanted || !met.aim_met))
            write_row(html, name, n, met.before, met.after, wanted, unbroken(amount(wanted, n)));
        if (known(met.bound.ceiling) && met.against_before > met.bound.ceiling)
            write_row(html, name, n, met.against_before, met.against, met.bound.ceiling,
                      "at most " + unbroken(amount(met.bound.ceiling, n)));
    }
}

} // namespace rheobase::report
