#include "app/report/html/nerve.hpp"

#include "app/report/figures.hpp"
#include "app/report/html/nerve_panels.hpp"
#include "app/report/html/page.hpp"
#include "app/report/phrases.hpp"
#include "base/carried.hpp"
#include "model/nerve/medium_parts.hpp"

#include <fmt/core.h>

RHEOBASE_CARRY(rheobase_nerve_css, RHEOBASE_NERVE_CSS)

namespace rheobase::report {

namespace {

using namespace nerve;

void write_medium(Markup& html, NerveTold const& told) {
    auto const list = html.in("ul", {{"class", "medium"}});
    auto const item = [&](std::string_view name, std::string const& value, std::string_view unit,
                          std::string const& ordinary) {
        auto const one = html.in("li", {{"class", ordinary.empty() ? "same" : "changed"}});
        html.leaf("span", name, {{"class", "what"}});
        html.leaf("b", value);
        html.text(unit == "1" ? "" : " " + std::string(unit));
        if (!ordinary.empty())
            html.leaf("span", "ordinary " + ordinary, {{"class", "ordinary"}});
    };
    for (std::size_t i = 0; i < medium_parts.size(); ++i) {
        auto const& part = medium_parts[i];
        double const value = told.model.medium.*part.at, ordinary = ordinary_medium.*part.at;
        item(part.words, with_decimals(value, part.decimals), medium_limits_rows[i].unit,
             value == ordinary ? std::string() : with_decimals(ordinary, part.decimals));
    }
    item("myelin", with_decimals(told.myelin, 2), "1", told.myelin == 1 ? std::string() : "1");
}

void write_findings(Markup& html, NerveTold const& told) {
    auto const section = html.in("section", {{"class", "findings"}, {"aria-labelledby", "findings"}});
    html.leaf("h2", "In short", {{"id", "findings"}});
    for (auto const& words : findings(told))
        html.said("p", words);
    if (auto const words = recording_in_words(told); !words.empty())
        html.said("p", words);
    for (auto const& words : {medium_cautions(told), cautions(told)})
        for (auto const& caution : words)
            html.said("p", caution, {{"class", "note"}});
}

void write_recording(Markup& html, NerveTold const& told) {
    auto const& r = *told.recording;
    auto const section = html.in("section", {{"aria-labelledby", "recording"}});
    html.leaf("h2", "The recording", {{"id", "recording"}});
    {
        auto const list = html.in("dl");
        auto const line = [&](std::string_view what, std::string const& value) {
            if (value.empty())
                return;
            html.leaf("dt", what);
            html.said("dd", value);
        };
        line("Name", r.name);
        line("Age", known(r.age_years) ? fmt::format("{:.3g}", r.age_years) : "");
        line("Sex", r.sex);
        line("Sites", r.sites);
        line("Diagnosis", r.diagnosis);
        line("Date", r.date + (r.start_time.empty() ? "" : " " + r.start_time));
        line("Skin", skin_known(r) ? fmt::format("{:.3g} °C", r.temperature) : "");
        line("Comments", r.comments);
        line("File", r.file);
        line("Protocol", r.protocol);
        line("Program", r.program);
        for (auto const& [name, value] : r.extras)
            line(name, fmt::format("{:.6g}", value));
    }
    if (told.unread.empty())
        return;
    auto const folded = html.in("details", {{"class", "printed"}});
    html.leaf("summary", "What could not be read");
    auto const list = html.in("ul");
    for (auto const& problem : told.unread)
        html.said("li", in_words(problem));
}

void write_trust(Markup& html, NerveTold const& told) {
    auto const section = html.in("section", {{"aria-labelledby", "marks"}});
    html.leaf("h2", "What this is, and what it is not for", {{"id", "marks"}});
    auto const list = html.in("ul");
    for (auto const& limit : nerve_limits())
        html.said("li", limit);
    for (auto const& note : told.notes)
        html.said("li", note);
}

bool any_curve(NerveTold const& told) {
    for (auto const& curve : told.model.curves)
        for (auto const& at : curve.at)
            if (known(at.p50))
                return true;
    return told.recording && !told.recording->curves.empty();
}

} // namespace

std::string nerve_html(NerveTold const& all) {
    auto const told = shown_of(all);
    Markup html;
    html.ours("<!DOCTYPE html>\n");
    {
        auto const page = html.in("html", {{"lang", "en"}});
        write_head(html, "Rheobase: how easily a nerve fires",
                   std::string(chart_style())
                       .append(RHEOBASE_CARRIED(rheobase_nerve_css)));
        auto const body = html.in("body", {{"class", "nerve"}});
        {
            auto const main = html.in("main");
            {
                auto const header = html.in("header");
                html.leaf("h1", "How easily a motor axon fires");
                html.leaf("p", fmt::format("{} axons of the model", told.model.people),
                          {{"class", "limits"}});
            }
            write_medium(html, told);
            write_findings(html, told);
            if (any_curve(told)) {
                write_panel_legend(html, told);
                auto const panels = html.in("div", {{"class", "courses"}});
                write_electrotonus(html, told);
                write_recovery(html, told);
                write_current(html, told);
                write_charge(html, told);
            }
            if (any_index(told))
                write_index_table(html, told);
            if (told.recording)
                write_recording(html, told);
            write_trust(html, told);
        }
        write_foot(
            html,
            fmt::format(
                "Computed{}: none of it is medical advice. {} axons, seed {}; the same input gives the "
                "same page.",
                told.recording ? " beside a measurement" : ", not measured", told.model.people, told.seed));
    }
    return std::move(html).page();
}

} // namespace rheobase::report
