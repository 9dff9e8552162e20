// The chart of intake: a bar from low to high beside the marks of need and limit, a row for each nutrient.
#include "app/report/html/intake.hpp"
#include "app/report/html/scale.hpp"
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

} // namespace

void write_chart(Sheet& sheet) {
    write_legend(sheet.html);
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

} // namespace rheobase::report
