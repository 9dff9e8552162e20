#include "app/report/text/plan.hpp"

#include "app/report/wording.hpp"

#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr double much = 0.3; ///< bits from which a test is called telling

std::string nutrient_name(std::string_view key) {
    auto const nutrient = diet::nutrient_called(key);
    return std::string(nutrient ? diet::about(*nutrient).short_name : key);
}

std::string food_line(verdict::PlanFood const& food) {
    auto const nutrient = diet::nutrient_called(food.nutrient);
    std::string line = food.own ? short_name(food.name) : food.name;
    line += ", " + food.measure + ": adds about ";
    line += nutrient ? amount(food.adds, *nutrient) + " of " + nutrient_name(food.nutrient) : food.nutrient;
    return line + (food.own ? " (you eat it already)." : ".");
}

} // namespace

void write_tests(Page& page, verdict::Verdict const& verdict) {
    if (verdict.tests.empty())
        return;
    page.heading("TESTS WORTH ASKING FOR");
    for (auto const& test : verdict.tests)
        page.item(
            fmt::format("{}: {}{}", test.name, test.why, test.bits >= much ? " It would tell a lot." : ""));
}

void write_plan(Page& page, verdict::Plan const& plan) {
    page.heading("WHAT TO EAT");
    page.paragraph(plan.because, 2, 2);
    std::string short_of;
    for (auto const& nutrient : plan.short_of)
        short_of += (short_of.empty() ? "" : ", ") + nutrient_name(nutrient);
    if (!short_of.empty())
        page.paragraph("Short in what you eat: " + short_of + ".", 2, 2);
    for (auto const& food : plan.foods)
        page.item(food_line(food));
    for (auto const& note : plan.notes)
        page.paragraph(note, 2, 2, Tint::faint);
}

void write_first_changes(Page& page, week::Week const& week) {
    if (!week.planned() || week.swaps.changes.empty())
        return;
    page.paragraph("To begin with, in your own week of food:", 2, 2, Tint::strong);
    for (auto const& change : week.swaps.changes)
        page.item(week::in_words(change, week.task.items));
    page.paragraph("The verb 'week' prints seven days and what to buy.", 2, 2, Tint::faint);
}

void write_stops(Page& page, verdict::Plan const& plan) {
    if (plan.stops.empty())
        return;
    page.heading("Not on your own, whatever is short");
    for (auto const& stop : plan.stops)
        page.item(stop.text);
}

} // namespace rheobase::report
