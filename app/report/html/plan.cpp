// What to eat: whether food can be advised at all, which foods would add what is short, what must not be
// eaten more.
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <fmt/core.h>

namespace rheobase::report {

namespace {

std::string adds_in_words(verdict::PlanFood const& food) {
    auto const n = diet::nutrient_called(food.nutrient);
    if (!n || !known(food.adds))
        return "";
    return fmt::format(" adds {} of {}", amount(food.adds, *n), diet::about(*n).name);
}

} // namespace

void write_plan(Sheet& sheet) {
    auto const& plan = sheet.answer.verdict.plan;
    auto& html = sheet.html;
    if (plan.because.empty() && plan.stops.empty())
        return;
    auto const box = html.in("section", {{"aria-labelledby", "plan"}});
    sheet.heading("What to eat", "plan");
    {
        auto const line = html.in("p");
        html.said("strong", sentence(plan.because));
        sheet.refs(plan.source);
    }
    std::vector<std::string> short_of;
    for (auto const& key : plan.short_of)
        if (auto const n = diet::nutrient_called(key))
            short_of.emplace_back(diet::about(*n).name);
    if (!short_of.empty() && !sheet.emergency)
        html.leaf("p", "Short in what you eat: " + listed(short_of) + ".");
    if (!plan.foods.empty() && !sheet.emergency) {
        auto const list = html.in("ul", {{"class", "foods"}});
        for (auto const& food : plan.foods) {
            auto const line = html.in("li");
            html.said("strong", food.name);
            if (!sheet.without_amounts) {
                html.text(": ");
                html.said("span", food.measure);
                html.text(adds_in_words(food));
            }
            html.text(food.own ? ". You eat this already." : ".");
        }
    }
    auto const& week = sheet.answer.week;
    if (week.planned() && !week.swaps.changes.empty() && !sheet.emergency && !sheet.without_amounts) {
        // On paper the week has its own page.
        auto const block = html.in("div", {{"class", "first-changes"}});
        html.leaf("h3", "To begin with, in your own week of food");
        auto const list = html.in("ul", {{"class", "foods"}});
        for (auto const& change : week.swaps.changes)
            html.said("li", week::in_words(change, week.task.items));
    }
    if (!sheet.emergency && !plan.notes.empty()) {
        auto const line = html.in("p", {{"class", "note"}});
        for (auto const& note : plan.notes) {
            html.said("span", note);
            html.text(" ");
        }
    }
    if (plan.stops.empty())
        return;
    html.leaf("h3", "What not to take or eat more of");
    auto const list = html.in("ul", {{"class", "dont"}});
    for (auto const& stop : plan.stops)
        sheet.item(stop.text, stop.source);
}

} // namespace rheobase::report
