// What the blood would do to a nerve: a drawing of how much more easily it fires, beside where people begin
// to notice, and a few sentences. Once a rule has fired the drawing is left out, because a point in a calm
// place reassures.
#include "app/report/blood_words.hpp"
#include "app/report/felt_words.hpp"
#include "app/report/html/scale.hpp"
#include "app/report/html/sheet.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <utility>

namespace rheobase::report {

namespace {

using felt::Felt, felt::Noticed;

/// Room on both sides of where people begin to notice, and more where the interval reaches further.
constexpr double room = 1.6;

/// The direction is said once where both ends share it.
std::string range_in_words(twitch::Interval const& change) {
    auto from = ease_in_words(change.high);
    auto const to = ease_in_words(change.low);
    if (from == to)
        return "";
    if (change.high < 0 && change.low < 0)
        from = from.substr(0, from.find(' '));
    return " (" + from + " to " + to + ")";
}

void write_scale(Markup& html, Felt const& felt, std::string_view kind) {
    // Drawn as ease, so that what brings twitches lies to the right.
    auto const& change = felt.without_potassium_percent;
    double const noticed = felt::noticed_fall_percent();
    double const bottom = std::min(-noticed, -change.high * room);
    double const top = std::max(noticed * room, -change.low);
    Scale scale(html,
                fmt::format("How easily a nerve fires: {}{}; people begin to notice at {}",
                            ease_in_words(change.mid), range_in_words(change), ease_in_words(-noticed)),
                bottom, top);
    scale.band(bottom, noticed);
    scale.mark(noticed, Mark::half);
    scale.range(-change.high, unknown, -change.low, kind);
    scale.point(-change.mid, kind);
}

/// Of the row that draws twitches: what else may be noticed stands in the sentences below it.
std::pair<std::string_view, std::string_view> verdict_of(Felt const& felt) {
    switch (felt.twitches) {
    case Noticed::likely:
        return {"low", "▲ may well be noticed"};
    case Noticed::perhaps:
        return {"maybe", "? may be noticed"};
    case Noticed::nothing:
        break;
    }
    return felt.noticed() == Noticed::nothing ? std::pair{"fine", "✓ nothing to notice"}
                                              : std::pair{"open", "no more twitches; see below"};
}

void write_chart(Markup& html, Felt const& felt) {
    auto const list = html.in("ul", {{"class", "chart"}});
    auto const row = html.in("li");
    html.leaf("span", "How easily a nerve fires", {{"class", "nutrient"}});
    auto const [kind, verdict] = verdict_of(felt);
    html.leaf("span", verdict, {{"class", "verdict " + std::string(kind)}});
    {
        auto const drawing = html.in("span", {{"class", "drawing"}});
        write_scale(html, felt, kind);
    }
    {
        auto const figures = html.in("span", {{"class", "figures"}});
        html.leaf("b", ease_in_words(felt.without_potassium_percent.mid));
        html.text(range_in_words(felt.without_potassium_percent));
    }
    auto const more = html.in("span", {{"class", "more"}});
    html.text(
        fmt::format("To the right: more easily than in ordinary blood, potassium left out. Green: nobody "
                    "would notice. From the dashed line ({}) twitches would come clearly more often.",
                    ease_in_words(-felt::noticed_fall_percent())));
}

void write_words(Sheet& sheet) {
    auto& html = sheet.html;
    auto const said = felt_sentences(sheet.answer);
    if (said.empty()) {
        html.said("p", felt_why_not(sheet.answer), {{"class", "note"}});
        return;
    }
    if (!rule_fired(sheet.answer))
        write_chart(html, sheet.answer.felt);
    auto const paragraph = html.in("p");
    for (auto const& sentence : said) {
        html.said("span", sentence.text);
        sheet.refs(sentence.source);
        html.text(" ");
    }
}

} // namespace

void write_felt(Sheet& sheet) {
    if (!felt_told(sheet.answer))
        return;
    auto& html = sheet.html;
    auto const box =
        html.in("section", {{"aria-labelledby", "nerve"}, {"class", sheet.emergency ? "later" : ""}});
    sheet.heading("What this blood would do to a nerve", "nerve");
    if (!sheet.emergency)
        return write_words(sheet);
    auto const fold = html.in("details");
    html.leaf("summary", "A model's guess, for later");
    write_words(sheet);
}

} // namespace rheobase::report
