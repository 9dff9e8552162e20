// What is eaten against what is needed: a bar from low to high beside the marks of need and limit, in words
// too.
#include "app/report/html/scale.hpp"
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"
#include "model/diet/focus_nutrients.rows.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

/// Twice what is enough fits on a scale; a limit that may be passed makes it longer.
constexpr double full_scale = 2;
constexpr double beyond_limit = 1.15;
constexpr double nearly_all = 0.995;

double total_limit(NutrientAnswer const& entry) {
    double lowest = unknown;
    for (auto const& judged : entry.limits)
        if (judged.limit.scope == "total" && !(judged.limit.value >= lowest))
            lowest = judged.limit.value;
    if (!known(lowest) && entry.need)
        lowest = entry.need->cdrr;
    return lowest;
}

bool near_limit(NutrientAnswer const& entry) {
    return std::any_of(entry.limits.begin(), entry.limits.end(), [](auto const& judged) {
        return judged.limit.scope == "total" && judged.probability_above >= possible_from;
    });
}

bool nothing_known(NutrientAnswer const& entry) {
    return !known(entry.intake.per_day.high) && !(entry.intake.per_day.low > 0);
}

std::string_view kind_of(Standing stands) {
    switch (stands) {
    case Standing::low:
        return "low";
    case Standing::perhaps_low:
        return "maybe";
    case Standing::high:
        return "high";
    case Standing::enough:
        return "fine";
    case Standing::cannot_say:
        return "open";
    }
    return {};
}

/// Arrow down, arrow up, tick or question mark: the colour's meaning as a shape.
std::string_view shape_of(Standing stands) {
    switch (stands) {
    case Standing::low:
    case Standing::perhaps_low:
        return "▼ ";
    case Standing::high:
        return "▲ ";
    case Standing::enough:
        return "✓ ";
    case Standing::cannot_say:
        return "? ";
    }
    return {};
}

std::string need_in_words(NutrientAnswer const& entry) {
    double const wanted = target(entry);
    return known(wanted) ? "of " + amount(wanted, entry.nutrient) : "";
}

void write_scale(Markup& html, NutrientAnswer const& entry) {
    auto const& eaten = entry.intake.per_day;
    double const wanted = target(entry), limit = total_limit(entry);
    double top = known(wanted) ? full_scale * wanted : known(limit) ? limit * beyond_limit : unknown;
    if (near_limit(entry) && known(limit))
        top = std::max(
            {known(top) ? top : 0, limit * beyond_limit, known(eaten.high) ? eaten.high * beyond_limit : 0});
    auto const& name = diet::about(entry.nutrient).name;
    std::string label = fmt::format("{}: {} a day", name, range(eaten, entry.nutrient));
    if (known(wanted))
        label += fmt::format(", where {} is enough", amount(wanted, entry.nutrient));
    if (known(limit))
        label += fmt::format(", limit {}", amount(limit, entry.nutrient));
    Scale scale(html, label, 0, known(top) ? top : 1);
    if (!known(top)) {
        scale.nothing_known();
        return;
    }
    double const high = known(eaten.high) ? eaten.high : top * beyond_limit; // nothing bounds it from above
    scale.range(eaten.low, eaten.mid, high, kind_of(standing(entry)));
    if (entry.need) {
        scale.mark(entry.need->ear, Mark::half);
        scale.mark(entry.need->rda, Mark::enough);
        if (!known(entry.need->rda))
            scale.mark(entry.need->ai, Mark::adequate);
    }
    scale.mark(limit, Mark::limit);
}

std::string coverage_in_words(diet::NutrientIntake const& intake) {
    if (!known(intake.coverage))
        return "";
    if (intake.coverage >= nearly_all)
        return "Known for all of the food.";
    return fmt::format("Known for {} % of the food{}.", percent_known(intake.coverage),
                       intake.imputed ? "; the rest is filled in from similar foods" : "");
}

void write_row(Sheet& sheet, NutrientAnswer const& entry) {
    auto& html = sheet.html;
    auto const stands = standing(entry);
    auto const row = html.in("li", {{"data-nutrient", std::string(diet::about(entry.nutrient).key)}});
    html.leaf("span", diet::about(entry.nutrient).name, {{"class", "nutrient"}});
    {
        auto const said = html.in("span", {{"class", "verdict " + std::string(kind_of(stands))}});
        auto const words = judgement(entry);
        html.text(std::string(shape_of(stands)) + (words.empty() ? "no target to compare with" : words));
    }
    {
        auto const drawing = html.in("span", {{"class", "drawing"}});
        write_scale(html, entry);
    }
    {
        auto const figures = html.in("span", {{"class", "figures"}});
        html.leaf("b", range(entry.intake.per_day, entry.nutrient));
        html.text(" " + need_in_words(entry));
        if (entry.need)
            sheet.refs(entry.need->source);
    }
    auto const more = html.in("span", {{"class", "more"}});
    // Where too little is known to judge, the words beside the name say how much is.
    if (known(entry.intake.coverage) && entry.intake.coverage < nearly_all && stands != Standing::cannot_say)
        html.text(coverage_in_words(entry.intake) + " ");
    html.text(limit_in_words(entry));
}

void write_legend(Markup& html) {
    html.ours(
        R"(<p class="legend"><span><svg width="34" height="14" aria-hidden="true"><rect class="fine" x="2" y="3" width="30" height="8" rx="2"/><line class="mid" x1="17" x2="17" y1="3" y2="11"/></svg> what you eat, from low to high</span> )"
        R"(<span><svg width="12" height="14" aria-hidden="true"><line class="half" x1="6" x2="6" y1="0" y2="14"/></svg> enough for half of people (EAR)</span> )"
        R"(<span><svg width="12" height="14" aria-hidden="true"><line class="enough" x1="6" x2="6" y1="0" y2="14"/></svg> enough for nearly everyone (RDA)</span> )"
        R"(<span><svg width="12" height="14" aria-hidden="true"><line class="adequate" x1="6" x2="6" y1="0" y2="14"/></svg> thought to be enough (AI)</span> )"
        R"(<span><svg width="14" height="14" aria-hidden="true"><path class="limit" d="M7 6 2 0h10zM7 6v8"/></svg> upper limit</span> )"
        R"(<span>A scale ends at twice what is enough, or beyond a limit that may be passed.</span></p>)"
        "\n");
}

/// The nutrients that matter to nerve and muscle. Those of which nothing is known are named, not drawn.
void write_chart(Sheet& sheet) {
    auto const& plate = sheet.answer.plate;
    std::vector<std::string> unknown_ones;
    {
        auto const list = sheet.html.in("ul", {{"class", "chart"}});
        for (auto const& focus : diet::focus_nutrients_rows) {
            auto const n = *diet::nutrient_called(focus.nutrient);
            auto const& entry = plate.nutrients[static_cast<std::size_t>(n)];
            if (nothing_known(entry))
                unknown_ones.emplace_back(diet::about(n).name);
            else if (plate.diary_given || entry.intake.from_supplements.mid > 0)
                write_row(sheet, entry);
        }
    }
    if (plate.diary_given && !unknown_ones.empty())
        sheet.html.leaf("p", "Not known from what you gave: " + listed(unknown_ones) + ".");
}

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
        write_legend(html);
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
