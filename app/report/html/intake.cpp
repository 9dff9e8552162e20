// What is eaten against what is needed: the chart, and every nutrient in words for those who open the
// details.
#include "app/report/html/intake.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <fmt/core.h>

namespace rheobase::report {

std::string need_in_words(NutrientAnswer const& entry) {
    double const wanted = target(entry);
    return known(wanted) ? "of " + amount(wanted, entry.nutrient) : "";
}

std::string coverage_in_words(diet::NutrientIntake const& intake) {
    if (!known(intake.coverage))
        return "";
    if (intake.coverage >= nearly_all)
        return "Known for all of the food.";
    return fmt::format("Known for {} % of the food{}.", percent_known(intake.coverage),
                       intake.imputed ? "; the rest is filled in from similar foods" : "");
}

namespace {

std::string details_of(NutrientAnswer const& entry) {
    std::string line = coverage_in_words(entry.intake);
    if (known(entry.probability_inadequate))
        line += fmt::format(" Of 100 people who eat like this, {:.0f} get less than they need.",
                            100 * entry.probability_inadequate);
    if (entry.intake.from_supplements.mid > 0)
        line += fmt::format(" From supplements: {}.", range(entry.intake.from_supplements, entry.nutrient));
    if (entry.intake.from_fortified > 0)
        line += fmt::format(" Added to foods: {}.", amount(entry.intake.from_fortified, entry.nutrient));
    for (auto const& judged : entry.limits)
        line += fmt::format(" Limit ({}): {}{}.", authority(judged.limit),
                            amount(judged.limit.value, entry.nutrient),
                            judged.cannot_judge.empty() ? "" : ", which cannot be judged");
    return line;
}

void write_table(Sheet& sheet) {
    auto& html = sheet.html;
    constexpr auto energy = diet::nutrient("energy_kcal");
    auto const fold = html.in("details");
    html.leaf("summary", "Every nutrient, with its parts and main foods");
    auto const list = html.in("dl", {{"class", "all"}});
    for (auto const& entry : sheet.answer.plate.nutrients) {
        // Counting calories harms some readers and helps no twitch; the JSON answer has them.
        if (entry.nutrient == energy ||
            (!sheet.answer.plate.diary_given && entry.intake.from_supplements.mid == 0))
            continue;
        html.leaf("dt", diet::about(entry.nutrient).name);
        auto const cell = html.in("dd");
        auto const words = judgement(entry);
        html.text(range(entry.intake.per_day, entry.nutrient) + " a day " + need_in_words(entry) +
                  (words.empty() ? "" : "; " + words) + ". " + details_of(entry));
        if (entry.intake.main_foods.empty())
            continue;
        html.text(" Mostly from ");
        for (std::size_t i = 0; i < entry.intake.main_foods.size(); ++i) {
            html.text(i ? "; " : "");
            html.said("span", entry.intake.main_foods[i].name);
        }
        html.text(".");
    }
}

} // namespace

void write_intake(Sheet& sheet) {
    auto const& plate = sheet.answer.plate;
    bool const lost = !plate.diary_given && !plate.notes.empty();
    if (plate.nutrients.empty() && !lost)
        return;
    auto& html = sheet.html;
    auto const box =
        html.in("section", {{"aria-labelledby", "intake"}, {"class", sheet.emergency ? "later" : ""}});
    sheet.heading("What you eat against what you need", "intake");
    if (sheet.without_amounts) {
        html.leaf("p", figures_left_out);
        // A pill that holds too much is still told of.
        for (auto const& entry : plate.nutrients)
            if (auto const limit = limit_in_words(entry);
                !limit.empty() && entry.intake.from_supplements.mid > 0)
                html.leaf("p", limit);
        return;
    }
    if (lost)
        for (auto const& note : plate.notes)
            html.said("p", note);
    if (plate.diary_given)
        html.leaf("p", about_diary(plate), {{"class", "note"}});
    if (!plate.stage.why_not.empty())
        html.said("p", plate.stage.why_not);
    auto const write = [&] {
        write_chart(sheet);
        write_table(sheet);
    };
    if (plate.nutrients.empty())
        return;
    if (!sheet.emergency)
        return write();
    auto const fold = html.in("details");
    html.leaf("summary", "Food and supplements, for later");
    write();
}

} // namespace rheobase::report
