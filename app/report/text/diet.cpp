// The whole answer of `rheobase diet`: what was understood, eaten against needed, and the diary itself.
#include "app/report/phrases.hpp"
#include "app/report/text/plate.hpp"
#include "app/report/wording.hpp"
#include "model/diet/plain_name.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

/// What was read of one food: its words, the food they were taken for, how much.
void write_eaten(Page& page, diet::Eaten const& eaten, bool with_grams) {
    bool const matched = eaten.food != diet::no_food;
    std::string line = eaten.text;
    if (matched)
        line += ": " + diet::plain_name(diet::foods().name(eaten.food));
    if (with_grams && known(eaten.grams.mid))
        line += eaten.grams.high - eaten.grams.low < 1
                    ? fmt::format(", {:.0f} g", eaten.grams.mid)
                    : fmt::format(", {:.0f} g ({:.0f} to {:.0f})", eaten.grams.mid, eaten.grams.low,
                                  eaten.grams.high);
    if (matched && eaten.sure < likely_from)
        line += ", not sure";
    if (!matched)
        line += eaten.part == diet::Part::supplement
                    ? " (a supplement): what the file states of it"
                    : ": no match in the food table; what the file states of it";
    page.paragraph(line, 2, 4);
    if (matched)
        page.paragraph(std::string(diet::foods().id(eaten.food)), 4, 4, Tint::faint);
}

/// A file of totals names no food: one sentence says so, instead of a line for each total.
bool names_no_food(PlateAnswer const& plate) {
    return std::none_of(plate.eaten.begin(), plate.eaten.end(), [](auto const& eaten) {
        return eaten.food != diet::no_food || known(eaten.grams.mid) || eaten.part == diet::Part::supplement;
    });
}

} // namespace

std::string diet_text(PlateAnswer const& plate, bool colour) {
    Page page(colour);
    if (plate.eaten.empty() && plate.nutrients.empty()) {
        page.paragraph("Nothing to eat was found in it.");
        if (!plate.notes.empty() || !plate.unread.empty()) {
            page.heading("The diary");
            write_diary(page, plate);
        }
        return std::move(page).text();
    }
    if (!plate.eaten.empty() && names_no_food(plate)) {
        page.heading("What was understood");
        page.paragraph(
            fmt::format("The file gives {} and names no foods. So only what it states is known.",
                        plate.eaten.size() == 1
                            ? std::string("one total")
                            : fmt::format("{} totals on {}", plate.eaten.size(), days_in_words(plate.days))),
            2, 2);
    } else if (!plate.eaten.empty() && plate.eaten.size() <= 2 * lines_shown) {
        page.heading("What was understood");
        for (auto const& eaten : plate.eaten)
            write_eaten(page, eaten, !plate.figures_may_harm);
    }
    page.heading("What you eat against what you need");
    write_intake_summary(page, plate);
    if (plate.stage.name.empty() && plate.stage.why_not.empty())
        page.paragraph("Give --person CASE with age and sex to compare with needs.", 2, 2);
    if (!plate.figures_may_harm) {
        page.heading("Details");
        write_intake_details(page, plate);
    }
    page.heading("The diary");
    page.item(fmt::format("{}; {} {} on {}.", plate.diary_format.empty() ? "no diary" : plate.diary_format,
                          plate.eaten.size(),
                          names_no_food(plate)      ? "totals"
                          : plate.eaten.size() == 1 ? "food"
                                                    : "foods",
                          days_in_words(plate.days)));
    write_diary(page, plate);
    return std::move(page).text();
}

} // namespace rheobase::report
