// What could not be judged, and what would help most to know.
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr std::size_t lines_shown = 5;

void write_unread(Sheet& sheet) {
    auto const& plate = sheet.answer.plate;
    auto& html = sheet.html;
    if (!plate.unread.empty()) {
        auto const fold = html.in("details");
        html.leaf("summary",
                  fmt::format("Parts of the diary that were not understood ({})", plate.unread.size()));
        auto const list = html.in("ul");
        for (auto const& lost : plate.unread) {
            auto const line = html.in("li");
            if (lost.line > 0)
                html.text(fmt::format("Line {}: ", lost.line));
            html.said("b", lost.text);
            html.text(", ");
            html.said("span", sentence(lost.why));
        }
    }
    if (!plate.diary_given || plate.notes.empty())
        return;
    auto const list = html.in("ul");
    for (auto const& note : plate.notes)
        if (!sheet.without_amounts || note != plate.calcium_held_back)
            sheet.item(note);
}

void write_rules(Sheet& sheet) {
    auto const& rules = sheet.answer.verdict.rules;
    if (rules.empty())
        return;
    auto const count = [&](verdict::Truth truth) {
        return std::count_if(rules.begin(), rules.end(),
                             [&](auto const& rule) { return rule.truth == truth; });
    };
    sheet.html.leaf(
        "p",
        fmt::format("Of {} rules for warning signs, {} asked for action and {} are clear. {} could "
                    "not be judged, because the case does not say enough.",
                    rules.size(), count(verdict::Truth::yes), count(verdict::Truth::no),
                    count(verdict::Truth::unknown)),
        {{"class", "note"}});
}

void write_odd(Sheet& sheet, verdict::NotConsidered const& odd) {
    auto const line = sheet.html.in("li");
    sheet.html.said("b", odd.what);
    sheet.html.text(": ");
    sheet.html.said("span", sentence(odd.why));
    if (odd.nearest.empty())
        return;
    sheet.html.text(" Did you mean ");
    sheet.html.said("span", odd.nearest);
    sheet.html.text("?");
}

} // namespace

void write_unjudged(Sheet& sheet) {
    auto const& v = sheet.answer.verdict;
    auto& html = sheet.html;
    auto const box = html.in("section", {{"aria-labelledby", "unjudged"}});
    sheet.heading("What could not be judged", "unjudged");
    if (!v.missing.empty()) {
        html.leaf("p", "It would help most to know:");
        auto const list = html.in("ul");
        for (auto const& one : v.missing)
            sheet.item(one);
    }
    auto const& odd = v.not_considered;
    if (!odd.empty()) {
        html.leaf("p", "Given, but not used or not sure:");
        {
            auto const list = html.in("ul");
            for (std::size_t i = 0; i < odd.size() && i < lines_shown; ++i)
                write_odd(sheet, odd[i]);
        }
        if (odd.size() > lines_shown) {
            auto const fold = html.in("details");
            html.leaf("summary", fmt::format("{} more", odd.size() - lines_shown));
            auto const list = html.in("ul");
            for (std::size_t i = lines_shown; i < odd.size(); ++i)
                write_odd(sheet, odd[i]);
        }
    }
    write_unread(sheet);
    write_rules(sheet);
}

} // namespace rheobase::report
