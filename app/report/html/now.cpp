// The first screen: how urgent, what to do and why, what to watch for. In an emergency it is all there is on
// it.
#include "app/report/html/person.hpp"
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "app/report/wording.hpp"

#include <algorithm>

namespace rheobase::report {

namespace {

using verdict::Urgency, verdict::Verdict;

constexpr std::size_t reasons_first = 3;

/// A shape as well as a colour for each level, drawn so that print without colour tells them apart.
std::string_view sign(Urgency urgency) {
    switch (urgency) {
    case Urgency::emergency:
        return R"(<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="M8 1h8l7 7v8l-7 7H8l-7-7V8z"/><path class="ink" d="M12 6v8M12 17.4v.2"/></svg>)";
    case Urgency::soon:
        return R"(<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 1.5 23.5 22H.5z"/><path class="ink" d="M12 9v6M12 18.4v.2"/></svg>)";
    case Urgency::routine:
        return R"(<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><path d="M2 2h20v20H2z"/><path class="ink" d="M7 12h10M12 7v10"/></svg>)";
    case Urgency::self_care:
        return R"(<svg class="sign" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path class="ink" d="m7 12.5 3.5 3.5L17 8.5"/></svg>)";
    }
    return {};
}

std::string_view level(Urgency urgency) {
    switch (urgency) {
    case Urgency::emergency:
        return "Emergency";
    case Urgency::soon:
        return "Soon";
    case Urgency::routine:
        return "An ordinary visit";
    case Urgency::self_care:
        return "At home";
    }
    return {};
}

void write_call(Sheet& sheet) {
    auto const& act = sheet.answer.verdict.act;
    if (!sheet.emergency || act.emergency.empty())
        return;
    // Who can get to a hospital by themselves should; the number is for those who cannot.
    bool const come_here = act.where == "ambulance";
    sheet.html.leaf("a", (come_here ? "Call " : "Cannot get there? Call ") + act.emergency,
                    {{"class", come_here ? "call" : "call if"}, {"href", "tel:" + act.emergency}});
    if (!call_said(sheet.answer.verdict))
        sheet.html.leaf("p", sentence(act.emergency_text));
}

void write_reasons(Sheet& sheet) {
    auto const& reasons = sheet.answer.verdict.urgency_because;
    auto const write = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            auto const line = sheet.html.in("p", {{"class", "why"}});
            sheet.html.leaf("b", i == 0 ? "Why: " : "Also: ");
            sheet.html.said("span", sentence(reasons[i].text));
            sheet.refs(reasons[i].source);
        }
    };
    if (reasons.empty()) {
        auto const line = sheet.html.in("p", {{"class", "why"}});
        sheet.html.leaf("b", "Why: ");
        sheet.html.text("none of the warning signs that could be judged is there.");
    }
    auto const first = std::min(leading_reasons(sheet.answer.verdict).size(), reasons_first);
    write(0, first);
    if (reasons.size() <= first)
        return;
    auto const more = sheet.html.in("details", {{"class", "printed"}});
    sheet.html.leaf("summary", "More reasons (" + std::to_string(reasons.size() - first) + ")");
    write(first, reasons.size());
}

void write_list(Sheet& sheet, std::string_view title, std::string_view kind,
                std::vector<verdict::Advice> const& advice) {
    if (advice.empty())
        return;
    auto const box = sheet.html.in("div");
    sheet.html.leaf("h3", title);
    auto const list = sheet.html.in("ul", {{"class", std::string(kind)}});
    for (auto const& one : advice)
        sheet.item(one.text, one.source);
}

/// Signs to act on at once are kept apart from those that can wait for an ordinary visit.
void write_watch(Sheet& sheet) {
    auto const& v = sheet.answer.verdict;
    if (v.watch.empty())
        return;
    auto& html = sheet.html;
    auto const box = html.in("section", {{"class", "watch"}, {"aria-labelledby", "watch"}});
    sheet.heading("What to watch for", "watch");
    auto const write = [&](bool at_once) {
        auto const list = html.in("ul", {{"class", "eye"}});
        for (auto const& one : v.watch)
            if ((one.within_hours == 0) == at_once)
                sheet.item(one.text, one.source);
    };
    auto const urgent =
        std::count_if(v.watch.begin(), v.watch.end(), [](auto const& one) { return one.within_hours == 0; });
    // In an emergency help is on its way already, and the rows say what to do until it comes.
    if (urgent > 0 && !sheet.emergency) {
        auto const line = html.in("p", {{"class", "why"}});
        html.text("Get help at once, ");
        if (!v.act.emergency.empty())
            html.leaf("a", "call " + v.act.emergency, {{"href", "tel:" + v.act.emergency}});
        html.text(", if:");
    }
    if (urgent > 0)
        write(true);
    if (urgent == std::ssize(v.watch))
        return;
    html.leaf("p", "See a doctor if:", {{"class", "why"}});
    write(false);
}

} // namespace

void write_now(Sheet& sheet) {
    auto const& v = sheet.answer.verdict;
    auto const first = sheet.html.in("div", {{"class", "first"}});
    {
        auto const top = sheet.html.in("header");
        {
            auto const name = sheet.html.in("h1");
            sheet.html.leaf("b", "Rheobase ");
            sheet.html.leaf("span", complaint_in_words(sheet.answer.evidence));
        }
        sheet.html.leaf("p", "Information, not a diagnosis. Not yet reviewed by a clinician.",
                        {{"class", "limits"}});
    }
    auto const grid = sheet.html.in("div", {{"class", v.watch.empty() ? "" : "pair"}});
    {
        auto const box = sheet.html.in("section", {{"class", "now"}, {"aria-labelledby", "now"}});
        sheet.heading("What to do now", "now");
        {
            auto const head = sheet.html.in("div", {{"class", "headline"}});
            sheet.html.ours(sign(v.urgency));
            auto const words = sheet.html.in("div");
            sheet.html.leaf("p", level(v.urgency), {{"class", "level"}});
            sheet.html.said("p", sentence(v.headline), {{"class", "act"}});
        }
        write_call(sheet);
        write_reasons(sheet);
        if (!v.conditional_on_absent.empty()) {
            sheet.html.leaf(
                "p", "Only if you have none of these, which the case does not mention:", {{"class", "why"}});
            auto const list = sheet.html.in("ul", {{"class", "unasked"}});
            for (auto const& phrase : red_flags_in_groups(v.conditional_on_absent))
                sheet.html.leaf("li", phrase);
        }
        if (auto const from = day_counted_from(v); !from.empty())
            sheet.html.said("p", from, {{"class", "why"}});
        auto const lists = sheet.html.in("div", {{"class", "pair"}});
        write_list(sheet, "Do", "do", v.act_on);
        write_list(sheet, "Do not", "dont", v.do_not);
    }
    write_watch(sheet);
}

} // namespace rheobase::report
