// The body map: where it twitches, on a figure seen from the front and from behind, and the same in words.
#include "app/report/html/body_sites.hpp"
#include "app/report/html/person.hpp"
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr double figure_width = 120;

/// Movements, pains of muscle, and all else have a shape each, so that print without colour tells them apart.
enum class Shape { movement, cramp, feeling };

Shape shape_of(std::string_view code) {
    auto const is = [&](std::string_view part) { return code.find(part) != code.npos; };
    if (is("twitch") || is("jerk") || is("tremor") || is("myokymia") || is("rippling") || is("fascic"))
        return Shape::movement;
    return is("cramp") || is("spasm") || is("tetany") || is("stiff") ? Shape::cramp : Shape::feeling;
}

constexpr std::string_view outline =
    R"(<g class="figure" aria-hidden="true"><ellipse cx="60" cy="22" rx="12.5" ry="15.5"/><path d="M54 32h12v14H54z"/><path d="M37 51q23-8 46 0l-4 42q0 12 3 33l-8 6H46l-8-6q3-21 3-33z"/><g class="limb"><path d="M84 56l8 36 6 32M36 56l-8 36-6 32" stroke-width="12"/><path d="M100 133v5M20 133v5" stroke-width="10"/><path d="M71 128v50M49 128v50" stroke-width="20"/><path d="M71 178v52M49 178v52" stroke-width="14"/><path d="M72 238l4 3M48 238l-4 3" stroke-width="11"/></g></g>)";

/// One mark at a place: filled where the side is known, open where it is not.
void write_mark(Markup& html, double x, double y, double rx, double ry, Shape shape, bool side_known) {
    auto const look = fmt::format("{} {}",
                                  shape == Shape::movement ? "twitch"
                                  : shape == Shape::cramp  ? "cramp"
                                                           : "feeling",
                                  side_known ? "sure" : "unsure");
    if (shape == Shape::movement)
        html.ours(fmt::format(R"(<ellipse class="{}" cx="{:g}" cy="{:g}" rx="{:g}" ry="{:g}"/>)", look, x, y,
                              rx, ry));
    else if (shape == Shape::cramp)
        html.ours(fmt::format(R"(<rect class="{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}"/>)", look,
                              x - rx, y - ry, 2 * rx, 2 * ry));
    else
        html.ours(fmt::format(R"(<path class="{}" d="M{:g} {:g}L{:g} {:g} {:g} {:g} {:g} {:g}z"/>)", look, x,
                              y - ry, x + rx, y, x, y + ry, x - rx, y));
}

void write_site(Markup& html, Site const& site, Shape shape) {
    // The table gives the person's left: on the right of a figure that faces us, on the left of one that does
    // not.
    double const left = site.part->x, right = figure_width - left;
    bool const known_side = site.side != Side::unsaid || left == right;
    if (site.side != Side::right)
        write_mark(html, left, site.part->y, site.part->rx, site.part->ry, shape, known_side);
    if (site.side != Side::left && left != right)
        write_mark(html, right, site.part->y, site.part->rx, site.part->ry, shape, known_side);
}

void write_view(Markup& html, std::string_view view, std::vector<verdict::Symptom const*> const& placed,
                bool everywhere) {
    auto const side = html.in("figure");
    html.ours(fmt::format(R"(<svg viewBox="0 0 {:g} 254" aria-hidden="true">)", figure_width));
    html.ours(outline);
    if (everywhere)
        html.ours(
            R"(<g class="everywhere"><circle cx="84" cy="60" r="4"/><circle cx="36" cy="60" r="4"/><circle cx="95" cy="108" r="4"/><circle cx="25" cy="108" r="4"/><circle cx="60" cy="80" r="4"/><circle cx="71" cy="150" r="4"/><circle cx="49" cy="150" r="4"/><circle cx="71" cy="205" r="4"/><circle cx="49" cy="205" r="4"/></g>)");
    for (auto const* symptom : placed)
        for (auto const& site : sites_of(*symptom))
            if (site.part->view == view)
                write_site(html, site, shape_of(symptom->code));
    bool const front = view == "front";
    html.ours(fmt::format(R"(<text x="8" y="20">{}</text><text x="106" y="20">{}</text></svg>)",
                          front ? "R" : "L", front ? "L" : "R"));
    html.leaf("figcaption", front ? "from the front" : "from behind");
}

/// The same in words: what, where, how long, how it goes.
void write_words(Sheet& sheet, verdict::Symptom const& symptom) {
    auto& html = sheet.html;
    auto const line = html.in("li");
    html.ours(fmt::format(R"(<svg class="key" viewBox="0 0 14 14" aria-hidden="true">)"));
    write_mark(html, 7, 7, 5, 5, shape_of(symptom.code), true);
    html.ours("</svg>");
    html.said("strong", spoken(symptom.code));
    auto const tell = [&](std::string_view before, std::string_view words) {
        if (words.empty())
            return;
        html.text(before);
        html.said("span", words);
    };
    for (std::size_t i = 0; i < symptom.sites.size(); ++i) {
        html.text(i ? ", " : ": ");
        html.said("span", plain_site(symptom.sites[i]));
    }
    if (symptom.sites.empty() || sites_of(symptom).empty())
        tell(": ", symptom.site);
    html.text(symptom.spread == "focal"         ? "; in one place"
              : symptom.spread == "multifocal"  ? "; in several places"
              : symptom.spread == "generalised" ? "; all over the body"
                                                : "");
    if (symptom.since_days)
        html.text("; for " + for_days(*symptom.since_days));
    tell("; ", symptom.course);
    tell("; ", symptom.severity);
    tell("; ", symptom.when);
    if (symptom.per_day)
        html.text(fmt::format("; {:g} times a day", *symptom.per_day));
    if (!symptom.seen_by.empty() && symptom.seen_by != "self")
        html.text(symptom.seen_by == "doctor" ? "; seen by a doctor" : "; seen by someone else");
    html.text(".");
}

} // namespace

void write_body(Sheet& sheet) {
    std::vector<verdict::Symptom const*> placed;
    bool everywhere = false, drawn = false;
    for (auto const& symptom : sheet.answer.evidence.symptoms) {
        bool const spread_wide = symptom.spread == "generalised";
        if (!symptom.present.value_or(true) ||
            (symptom.sites.empty() && symptom.site.empty() && !spread_wide))
            continue;
        placed.push_back(&symptom);
        drawn |= spread_wide || !sites_of(symptom).empty();
        everywhere |= spread_wide && sites_of(symptom).empty();
    }
    if (!drawn)
        return;
    auto& html = sheet.html;
    auto const box = html.in("section", {{"aria-labelledby", "body"}});
    sheet.heading("Where it is", "body");
    auto const grid = html.in("div", {{"class", "body"}});
    {
        auto const views = html.in("div", {{"class", "views"}});
        write_view(html, "front", placed, everywhere);
        write_view(html, "back", placed, everywhere);
    }
    auto const words = html.in("div");
    {
        auto const list = html.in("ul", {{"class", "sites"}});
        for (auto const* symptom : placed)
            write_words(sheet, *symptom);
    }
    html.leaf("p", "L and R are your own left and right. An open mark means that the side was not said.",
              {{"class", "note"}});
}

} // namespace rheobase::report
