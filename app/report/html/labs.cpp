// Results against their ranges: both units, the flag in words and shape, and why one was not used.
#include "app/report/html/scale.hpp"
#include "app/report/html/sheet.hpp"
#include "app/report/lab_words.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

using verdict::LabLine;

/// Room on both sides of the range as wide as the range itself, and more where the result lies further out.
void write_scale(Markup& html, LabLine const& lab) {
    double const low = known(lab.low) ? lab.low : 0;
    double const high = known(lab.high) ? lab.high : 2 * std::max(low, lab.value);
    double const room = high - low;
    double const bottom = std::max(0.0, std::min(low - room, lab.value - room / 2));
    double const top = std::max(high + room, lab.value + room / 2);
    Scale scale(html,
                fmt::format("{}: {}, {}", lab.name.empty() ? lab.analyte : lab.name, value_in_words(lab),
                            range_in_words(lab)),
                bottom, top);
    // A range with one bound goes on to the end of the scale.
    scale.band(known(lab.low) ? low : bottom, known(lab.high) ? high : top);
    scale.point(lab.value, lab.flag == "normal" ? "fine" : "low");
}

void write_row(Markup& html, LabLine const& lab) {
    auto const row = html.in("li", {{"class", lab.used ? "" : "unused"}});
    html.said("span", lab.name.empty() ? lab.analyte : lab.name, {{"class", "nutrient"}});
    bool const comparable = known(lab.value) && (known(lab.low) || known(lab.high));
    {
        bool const fine = lab.flag == "normal";
        auto const flag = html.in("span", {{"class", std::string("verdict ") + (lab.flag.empty() ? "open"
                                                                                : fine           ? "fine"
                                                                                                 : "low")}});
        html.text(lab.flag.empty()    ? "? not judged"
                  : fine              ? "✓ in range"
                  : lab.flag == "low" ? "▼ low"
                                      : "▲ high");
    }
    {
        auto const drawing = html.in("span", {{"class", "drawing"}});
        if (comparable)
            write_scale(html, lab);
    }
    {
        auto const figures = html.in("span", {{"class", "figures"}});
        html.leaf("b", value_in_words(lab));
    }
    auto const more = html.in("span", {{"class", "more"}});
    html.text(range_in_words(lab) + "; " + days_ago(lab.days_ago.value_or(unknown)));
    if (known(lab.change) && lab.change != 0)
        html.text(fmt::format("; {:+.3g} {} since the one before", lab.change, lab.unit));
    if (known(lab.value) && !lab.written.empty() && lab.written.starts_with("computed")) {
        html.text("; ");
        html.said("span", lab.written);
    }
    html.text(". ");
    if (!lab.used && !lab.why_not.empty()) {
        html.leaf("b", "Not used: ");
        html.said("span", sentence(lab.why_not));
    }
}

} // namespace

void write_labs(Sheet& sheet) {
    auto const& v = sheet.answer.verdict;
    if (v.labs.empty())
        return;
    auto const box = sheet.html.in("section", {{"aria-labelledby", "labs"}});
    sheet.heading("Your test results", "labs");
    {
        auto const list = sheet.html.in("ul", {{"class", "chart"}});
        for (auto const& lab : v.labs)
            write_row(sheet.html, lab);
    }
    if (v.patterns.empty())
        return;
    sheet.html.leaf("h3", "What they say together");
    auto const list = sheet.html.in("ul");
    for (auto const& pattern : v.patterns)
        sheet.item(pattern.text, pattern.source);
}

} // namespace rheobase::report
