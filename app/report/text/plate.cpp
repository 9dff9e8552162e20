#include "app/report/text/plate.hpp"

#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"
#include "model/diet/focus_nutrients.rows.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr std::size_t bar_cells = 12;

Tint tint_of(Standing standing) {
    switch (standing) {
    case Standing::low:
    case Standing::high:
        return Tint::warn;
    case Standing::enough:
        return Tint::calm;
    default:
        return Tint::none;
    }
}

void write_row(Page& page, NutrientAnswer const& entry) {
    auto const& row = diet::about(entry.nutrient);
    double const wanted = target(entry);
    double const eaten =
        known(entry.intake.per_day.mid) ? entry.intake.per_day.mid : entry.intake.per_day.low;
    std::string of;
    if (known(wanted))
        of = "of " + amount(wanted, entry.nutrient);
    else if (entry.need && !entry.need->limits.empty())
        of = "";
    auto const stands = standing(entry);
    page.line("  " + padded(row.name, 15) +
              (known(wanted) && known(eaten) && (eaten > 0 || known(entry.intake.per_day.mid))
                   ? bar(eaten / wanted, bar_cells)
                   : std::string(bar_cells, ' ')) +
              " " + padded(range(entry.intake.per_day, entry.nutrient), 18) + padded(of, 13) +
              page.tinted(judgement(entry), tint_of(stands)));
    auto const limit = limit_in_words(entry);
    if (!limit.empty())
        page.paragraph(limit, 17, 17, Tint::warn);
}

/// An amount that prints as more than nothing; unknown otherwise.
double visible(double value, diet::Nutrient n) {
    return value > 0 && amount(value, n) != amount(0, n) &&
                   amount(value, n).find_first_of("123456789") != std::string::npos
               ? value
               : unknown;
}

/// With an eating disorder, figures of food feed the illness. A pill that holds too much is still told of.
void write_without_figures(Page& page, PlateAnswer const& plate) {
    page.paragraph(figures_left_out, 2, 2);
    for (auto const& entry : plate.nutrients)
        if (auto const limit = limit_in_words(entry); !limit.empty() && entry.intake.from_supplements.mid > 0)
            page.paragraph(limit, 2, 2, Tint::warn);
}

} // namespace

void write_intake_summary(Page& page, PlateAnswer const& plate) {
    if (!plate.diary_given)
        for (auto const& note : plate.notes)
            page.paragraph(note, 2, 2, Tint::warn);
    if (plate.nutrients.empty())
        return;
    if (plate.figures_may_harm) {
        write_without_figures(page, plate);
        return;
    }
    if (plate.diary_given)
        page.paragraph(about_diary(plate), 2, 2);
    if (!plate.stage.why_not.empty())
        page.paragraph(plate.stage.why_not, 2, 2);
    bool any_bar = false;
    for (auto const& focus : diet::focus_nutrients_rows) {
        auto const n = *diet::nutrient_called(focus.nutrient);
        auto const& entry = plate.nutrients[static_cast<std::size_t>(n)];
        if (!plate.diary_given && entry.intake.from_supplements.mid == 0)
            continue;
        any_bar |= known(target(entry));
        write_row(page, entry);
    }
    if (any_bar)
        page.paragraph("A full bar is the amount that is enough for nearly everyone of your age and sex.", 2,
                       2, Tint::faint);
}

void write_intake_details(Page& page, PlateAnswer const& plate) {
    if (plate.figures_may_harm)
        return;
    constexpr auto energy = diet::nutrient("energy_kcal");
    for (auto const& entry : plate.nutrients) {
        // Counting calories harms some readers and helps no twitch; the JSON answer holds them for those who
        // need them.
        if (entry.nutrient == energy || (!plate.diary_given && entry.intake.from_supplements.mid == 0))
            continue;
        auto const& row = diet::about(entry.nutrient);
        std::string line = fmt::format("{}: {} a day", row.name, range(entry.intake.per_day, entry.nutrient));
        if (known(target(entry)))
            line += fmt::format(", of {} {}", amount(target(entry), entry.nutrient),
                                known(entry.need->rda) ? "advised" : "thought to be enough");
        if (auto const judged = judgement(entry); !judged.empty())
            line += "; " + judged;
        if (known(entry.probability_inadequate))
            line += fmt::format(" (of 100 people who eat like this, {} get less than they need)",
                                static_cast<int>(100 * entry.probability_inadequate + 0.5));
        line += ".";
        if (known(entry.intake.coverage) && entry.intake.coverage < 0.995)
            line += fmt::format(" Known for {} % of what you ate{}.", percent_known(entry.intake.coverage),
                                entry.intake.imputed ? "; the rest is filled in from similar foods" : "");
        if (entry.intake.from_supplements.mid > 0)
            line +=
                fmt::format(" From supplements: {}.", range(entry.intake.from_supplements, entry.nutrient));
        if (known(visible(entry.intake.from_fortified, entry.nutrient)))
            line += fmt::format(" Added to foods: {}.", amount(entry.intake.from_fortified, entry.nutrient));
        if (!entry.intake.main_foods.empty()) {
            line += " Mostly from ";
            for (std::size_t i = 0; i < entry.intake.main_foods.size(); ++i)
                line += (i ? "; " : "") + short_name(entry.intake.main_foods[i].name);
            line += ".";
        }
        for (auto const& judged : entry.limits)
            if (!judged.cannot_judge.empty() && judged.limit.authority == "us")
                line += " Upper limit: " + judged.cannot_judge;
        page.item(line);
    }
}

void write_diary(Page& page, PlateAnswer const& plate) {
    for (auto const& note : plate.notes)
        if (!plate.figures_may_harm || note != plate.calcium_held_back)
            page.item(note);
    std::size_t unsure = 0;
    for (auto const& eaten : plate.eaten)
        unsure += eaten.food != diet::no_food && eaten.sure < likely_from;
    if (unsure > 0)
        page.item(fmt::format("{} of {} foods were matched with little certainty; 'rheobase diet DIARY "
                              "--format csv' shows each.",
                              unsure, plate.eaten.size()));
    if (plate.unread.empty())
        return;
    page.item(fmt::format("Not understood ({}):", plate.unread.size()));
    for (std::size_t i = 0; i < plate.unread.size() && i < lines_shown; ++i) {
        auto const& lost = plate.unread[i];
        page.paragraph((lost.line > 0 ? fmt::format("line {}: ", lost.line) : std::string()) + "\"" +
                           lost.text + "\", " + lost.why,
                       4, 6);
    }
    if (plate.unread.size() > lines_shown)
        page.paragraph(fmt::format("and {} more", plate.unread.size() - lines_shown), 4, 4);
}

} // namespace rheobase::report
