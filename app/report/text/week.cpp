#include "app/report/text/week.hpp"

#include "app/report/text/page.hpp"
#include "app/report/text/plan.hpp"
#include "app/report/week_words.hpp"
#include "app/report/wording.hpp"
#include "model/week/measure.hpp"

#include <fmt/core.h>

namespace rheobase::report {

namespace {

using namespace week;

std::string capitals(std::string words) {
    for (char& letter : words)
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    return words;
}

void write_changes(Page& page, std::vector<Change> const& changes, std::vector<Item> const& items) {
    for (auto const& change : changes)
        page.item(in_words(change, items));
}

void write_needs(Page& page, Week const& week) {
    page.heading("WHAT IT DOES, A DAY");
    for (auto const& met : week.menu.bounds) {
        auto const line = bound_in_words(met);
        if (!line.empty())
            page.item(line);
    }
}

void write_days(Page& page, Week const& week) {
    page.heading(capitals(headings(week).days));
    for (std::size_t d = 0; d < week.days.size(); ++d) {
        if (week.days.size() > 1)
            page.paragraph(fmt::format("Day {}", d + 1), 2, 2, Tint::strong);
        for (auto const& meal : week.days[d].meals) {
            if (meal.servings.empty())
                continue;
            std::string line = meal.name + ": ";
            for (std::size_t i = 0; i < meal.servings.size(); ++i) {
                auto const& item = week.task.items[meal.servings[i].item];
                line += (i ? "; " : "") + item.name + ", " +
                        portion_in_words(item.measure, item.grams, meal.servings[i].halves);
            }
            page.item(line + ".", 4);
        }
    }
}

void write_shopping(Page& page, Week const& week) {
    page.heading(capitals(headings(week).to_buy));
    for (auto const& shelf : week.shopping) {
        page.paragraph(shelf.name, 2, 2, Tint::strong);
        for (auto const& line : shelf.lines)
            page.item(line.name + ", " + line.amount + (line.added ? " (new)." : "."), 4);
    }
}

} // namespace

std::string week_text(Week const& week, verdict::Plan const& plan, bool colour) {
    Page page(colour);
    if (!week.planned()) {
        page.heading("NO PLAN");
        page.paragraph(week.why_not, 2, 2);
        write_stops(page, plan);
        return std::move(page).text();
    }
    page.heading("TO BEGIN WITH");
    write_changes(page, week.swaps.changes, week.task.items);
    if (week.swaps.changes.empty())
        page.paragraph("No small change would help more than it asks.", 2, 2);
    page.heading(capitals(headings(week).whole));
    page.paragraph(summary_in_words(week), 2, 2);
    write_changes(page, week.changes, week.task.items);
    write_needs(page, week);
    for (auto const& line : limits_of_food(week))
        page.paragraph(line, 2, 2);
    if (auto const line = prices_in_words(week); !line.empty())
        page.paragraph(line, 2, 2);
    if (auto const line = blood_in_words(week); !line.empty())
        page.paragraph(line, 2, 2);
    if (auto const line = conflict_in_words(week); !line.empty())
        page.paragraph(line, 2, 2, Tint::warn);
    write_days(page, week);
    write_shopping(page, week);
    page.heading("BESIDE FOOD");
    for (auto const& one : week.beside)
        page.item(one.text);
    write_stops(page, plan);
    for (auto const& note : week.notes)
        page.paragraph(note, 2, 2, Tint::faint);
    page.paragraph(proof_in_words(week.menu), 2, 2, Tint::faint);
    return std::move(page).text();
}

} // namespace rheobase::report
