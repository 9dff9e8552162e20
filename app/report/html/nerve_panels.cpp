#include "app/report/html/nerve_panels.hpp"

#include "app/report/figures.hpp"
#include "app/report/html/nerve_curves.hpp"
#include "app/report/phrases.hpp"
#include "model/nerve/indices.hpp"
#include "model/nerve/protocol.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

using namespace nerve;
using Anchor = Drawing::Anchor;

/// From where to where points reach beyond what is usual, and no further than a drawing can bear.
struct Reach {
    double low, high, lowest, highest;
    void hold(double value) {
        if (known(value)) {
            low = std::clamp(std::min(low, value), lowest, low);
            high = std::clamp(std::max(high, value), high, highest);
        }
    }
    void hold(Points const& points, bool across) {
        for (auto const& [x, y] : points)
            hold(across ? x : y);
    }
};

std::string_view what_it_shows(Measurement measurement) {
    switch (measurement) {
    case Measurement::electrotonus:
        return "How far a weak current before the stimulus eases (up) or hinders (down) it.";
    case Measurement::recovery:
        return "How much more (up) or less a stimulus needs so soon after another.";
    case Measurement::current:
        return "What a current of 200 ms has done to the threshold at its end.";
    case Measurement::duration:
        break;
    }
    return "The charge it takes to fire. The line meets zero at minus the time constant.";
}

void write_panel(Markup& html, std::string_view id, Measurement measurement, Drawing const& drawing,
                 std::string_view x_title, std::string_view y_title, std::string const& figures) {
    auto const section = html.in("section", {{"class", "course"}, {"aria-labelledby", std::string(id)}});
    html.leaf("h2", measurement_name(measurement), {{"id", std::string(id)}});
    html.leaf("p", what_it_shows(measurement), {{"class", "told"}});
    drawing.write(html, figures, x_title, y_title);
}

/// "+40 % at 10 to 20 ms: 67.0 % (healthy 58.2 to 75.3)", for a few indices.
std::string told_of(NerveTold const& told, std::initializer_list<std::string_view> keys) {
    auto const found = told.recording ? measured(*told.recording) : Measured{};
    std::vector<std::string> parts;
    for (auto const key : keys)
        for (std::size_t i = 0; i < index_count; ++i)
            if (indices_rows[i].key == key && known(told.model.indices[i].p50)) {
                auto const& row = indices_rows[i];
                auto const unit = row.unit == "1" ? "" : "\u00a0" + std::string(row.unit);
                parts.push_back(fmt::format(
                    "{} {}{} (healthy {}{})", index_words(i), index_figure(i, told.model.indices[i].p50),
                    unit, index_range(i, row.norm_low, row.norm_high),
                    known(found[i].value) ? fmt::format("; recorded {}", index_figure(i, found[i].value))
                                          : std::string()));
            }
    return parts.empty() ? "The model gives no curve here." : "Median axon: " + listed(parts) + ".";
}

/// Every strength of the conditioning current that the model or the recording has a curve of.
std::vector<std::string> electrotonus_curves(NerveTold const& told) {
    std::vector<std::string> names;
    auto const add = [&](std::string_view name) {
        if (name.starts_with("te_") && std::find(names.begin(), names.end(), name) == names.end())
            names.emplace_back(name);
    };
    for (auto const& curve : told.model.curves)
        add(curve.name);
    if (told.recording)
        for (auto const& curve : told.recording->curves)
            add(curve.name);
    return names;
}

} // namespace

void write_electrotonus(Markup& html, NerveTold const& told) {
    auto const names = electrotonus_curves(told);
    Reach reach{-150, 90, -450, 200};
    std::vector<std::pair<std::string, Points>> drawn;
    for (auto const& name : names) {
        auto points = recorded_points(told, name, from_onset);
        auto const ribbon = model_ribbon(curve_of(told.model, name), from_onset);
        reach.hold(ribbon.low, false);
        reach.hold(ribbon.high, false);
        // The label stands where the current ends, at the height the curve has reached there.
        if (points.empty())
            points = ribbon.mid;
        reach.hold(points, false);
        drawn.emplace_back(name, points);
    }
    Drawing drawing(PlotAxis::marked(-12, 204, {0, 50, 100, 150, 200}),
                    PlotAxis::holding(reach.low, reach.high));
    drawing.box("during", 0, -1e4, electrotonus_ms, 1e4);
    for (auto const* name : {"te_d40", "te_h40"})
        draw_norm(drawing, norm_ribbon(name, from_onset));
    drawing.line("zero", {{-12, 0}, {204, 0}});
    for (auto const& name : names)
        draw_model(drawing, model_ribbon(curve_of(told.model, name), from_onset));
    for (auto const& name : names)
        drawing.dots("recorded", recorded_points(told, name, from_onset));
    std::vector<std::pair<std::string, double>> levels;
    for (auto const& [name, points] : drawn) {
        constexpr std::size_t level_at = 4; // behind "te_d"
        double last = unknown;
        for (auto const& [x, y] : points)
            if (x <= electrotonus_ms - 1)
                last = y;
        if (known(last))
            levels.emplace_back(fmt::format("{}{}\u00a0%", name[3] == 'd' ? "+" : "−", name.substr(level_at)),
                                last);
    }
    drawing.column("level", std::move(levels), electrotonus_ms + 4);
    drawing.word("aside", "conditioning current", electrotonus_ms / 2, reach.low, Anchor::middle);
    write_panel(html, "electrotonus", Measurement::electrotonus, drawing, "ms after the current begins",
                "Threshold reduction, %", told_of(told, {"te_d40_10_20", "te_d40_90_100", "te_h40_90_100"}));
}

void write_recovery(Markup& html, NerveTold const& told) {
    Reach reach{-45, 60, -100, 150};
    auto const ribbon = model_ribbon(curve_of(told.model, "rc"), as_it_is);
    auto const points = recorded_points(told, "rc", as_it_is);
    reach.hold(ribbon.low, false);
    reach.hold(ribbon.mid, false);
    reach.hold(points, false);
    Drawing drawing(PlotAxis::marked(1.8, 240, {2, 5, 10, 20, 50, 100, 200}, true),
                    PlotAxis::holding(reach.low, reach.high));
    draw_norm(drawing, norm_ribbon("rc", as_it_is));
    drawing.line("zero", {{1.8, 0}, {240, 0}});
    draw_model(drawing, ribbon);
    drawing.dots("recorded", points);
    drawing.word("aside", "refractory", 4.2, reach.high - 6, Anchor::left);
    drawing.word("aside", "superexcitable", 6, reach.low, Anchor::middle);
    drawing.word("aside", "late subexcitable", 45, 36, Anchor::middle);
    write_panel(html, "recovery", Measurement::recovery, drawing, "ms between the two stimuli (logarithmic)",
                "Threshold change, %",
                told_of(told, {"rrp_ms", "superexcitability_percent", "subexcitability_percent"}));
}

void write_current(Markup& html, NerveTold const& told) {
    Reach reach{-400, 80, -700, 150};
    auto const ribbon = model_ribbon(curve_of(told.model, "iv"), on_its_side);
    auto const points = recorded_points(told, "iv", on_its_side);
    reach.hold(ribbon.low, true);
    reach.hold(ribbon.high, true);
    reach.hold(points, true);
    Drawing drawing(PlotAxis::holding(reach.low, reach.high), PlotAxis::marked(-108, 58, {-100, -50, 0, 50}));
    draw_norm(drawing, norm_ribbon("iv", on_its_side));
    drawing.line("zero", {{reach.low - 1e3, 0}, {reach.high + 1e3, 0}});
    drawing.line("zero", {{0, -200}, {0, 200}});
    draw_model(drawing, ribbon);
    drawing.dots("recorded", points);
    write_panel(html, "current", Measurement::current, drawing, "Threshold reduction, %",
                "Current, % of threshold",
                told_of(told, {"iv_resting_slope", "iv_minimum_slope", "iv_hyperpolarising_slope"}));
}

void write_charge(Markup& html, NerveTold const& told) {
    constexpr double longest = 1; // ms, of whose charge the others are shares
    auto const place = index_place("sdtc_ms");
    auto const& norm = indices_rows[place];
    auto const* curve = curve_of(told.model, "charge");
    double unit = unknown;
    for (std::size_t i = 0; curve && i < curve->x.size() && i < curve->at.size(); ++i)
        if (curve->x[i] == longest)
            unit = curve->at[i].mean;
    auto const ribbon = model_ribbon(known(unit) ? curve : nullptr, by_unit, unit);
    auto raw = recorded_points(told, "charge", as_it_is);
    for (auto& [x, y] : raw)
        y /= raw.back().first == longest ? raw.back().second : unknown;
    double const model_constant = told.model.indices[place].p50;
    double const recorded_constant = told.recording ? measured(*told.recording)[place].value : unknown;
    Reach reach{-0.8, 1.05, -1.5, 1.05};
    reach.hold(-model_constant);
    reach.hold(-recorded_constant);
    auto const across =
        reach.low < -1 ? PlotAxis::marked(reach.low - 0.05, 1.05, {-1.5, -1, -0.5, 0, 0.5, 1})
                       : PlotAxis::marked(reach.low - 0.05, 1.05, {-0.8, -0.4, 0, 0.2, 0.4, 0.6, 0.8, 1});
    Drawing drawing(across, PlotAxis::marked(-0.08, 1.1, {0, 0.5, 1}));
    // Charge and duration lie on one line through what 1 ms needs, which meets no charge at minus the time
    // constant.
    drawing.band("healthy", {{-norm.norm_low, 0}, {longest, 1}}, {{-norm.norm_high, 0}, {longest, 1}});
    drawing.line("healthy-middle", {{-norm.norm_median, 0}, {longest, 1}});
    drawing.line("zero", {{-2, 0}, {2, 0}});
    drawing.line("zero", {{0, -1}, {0, 2}});
    draw_model(drawing, ribbon);
    if (known(model_constant) && !ribbon.mid.empty() && known(ribbon.mid.front().second)) {
        drawing.line("carried-on", {{-model_constant, 0}, ribbon.mid.front()});
        drawing.word("constant", with_decimals(model_constant, 2) + "\u00a0ms", -model_constant, 0.1,
                     Anchor::right);
    }
    if (known(recorded_constant) && !raw.empty()) {
        drawing.line("recorded-line", {{-recorded_constant, 0}, raw.front()});
        drawing.dots("recorded", {{-recorded_constant, 0}});
    }
    drawing.dots("recorded", raw);
    write_panel(html, "charge", Measurement::duration, drawing, "ms that the stimulus lasts",
                "Threshold charge, as a share of that at 1 ms",
                told_of(told, {"sdtc_ms", "rheobase_relative"}));
}

void write_panel_legend(Markup& html, NerveTold const& told) {
    auto const legend = html.in("p", {{"class", "legend plots"}});
    auto const key = [&](std::string_view drawing, std::string_view words) {
        auto const one = html.in("span");
        html.ours(fmt::format(R"(<svg width="26" height="14" aria-hidden="true">{}</svg> )", drawing));
        html.text(words);
    };
    key(R"(<rect class="healthy" width="26" height="14"/><path class="healthy-middle" d="M0 7H26"/>)",
        "95 % of healthy people, and their middle");
    if (enough_for_a_band(told.model) && enough_tracked(told.model))
        key(R"(<rect class="most" width="26" height="14"/><path class="median" d="M0 7H26"/>)",
            "the model here: 90 % of axons, and their median");
    else if (enough_tracked(told.model))
        key(R"(<path class="median" d="M0 7H26"/>)", "the model here: the median axon");
    if (told.recording)
        key(R"(<path class="recorded" d="M13 7h.01"/>)", "the recording");
}

} // namespace rheobase::report
