#include "app/report/html/ions_plot.hpp"

#include "app/report/figures.hpp"
#include "app/report/ions_words.hpp"
#include "base/number.hpp"
#include "model/ions/names.hpp"
#include "model/verdict/labs.rows.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace rheobase::report {

namespace {

// The drawing is stretched to its frame, so that lines fit a phone and a desk; words stand beside it as HTML.
constexpr double wide = 1000, tall = 300;
constexpr std::size_t most_parted =
    12; ///< phases; more are told apart by their ground alone, not by a fence of lines
constexpr std::size_t most_drawn = 500; ///< points of a phase; more are drawn by their extremes

std::string percent(double share) {
    return fmt::format("{:.2f}%", 100 * share);
}

struct Point {
    double x, low, mid, high;
};

/// The points of one phase. Where there are more than a screen has dots, each stretch keeps its outermost
/// values.
std::vector<Point> points_of(Course const& course, int phase, TimeAxis const& axis, ValueAxis const& values) {
    std::vector<Point> all;
    auto const y = [&](double value) { return tall * (1 - values.place(value)); };
    for (auto const& row : course.rows)
        if (row.phase == phase && known(row.p50))
            all.push_back({wide * axis.place(phase, row.hour), y(row.p5), y(row.p50), y(row.p95)});
    if (all.size() <= most_drawn)
        return all;
    std::vector<Point> out;
    std::size_t const stretch = 1 + 2 * all.size() / most_drawn;
    for (std::size_t from = 0; from < all.size(); from += stretch) {
        auto const begin = all.begin() + static_cast<std::ptrdiff_t>(from);
        auto const end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), from + stretch));
        auto [least, most] =
            std::minmax_element(begin, end, [](Point const& a, Point const& b) { return a.mid < b.mid; });
        if (most < least)
            std::swap(least, most);
        for (auto const at : {least, most}) {
            Point point = *at;
            for (auto other = begin; other != end; ++other) {
                point.low = std::max(point.low, other->low);
                point.high = std::min(point.high, other->high);
            }
            out.push_back(point);
        }
    }
    return out;
}

void draw_course(Markup& html, std::vector<Point> const& points) {
    if (points.empty())
        return;
    std::string band, line;
    for (auto const& point : points)
        line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", point.x, point.mid);
    for (auto const& point : points)
        band += fmt::format("{}{:.1f} {:.1f}", band.empty() ? "M" : "L", point.x, point.high);
    for (auto point = points.rbegin(); point != points.rend(); ++point)
        band += fmt::format("L{:.1f} {:.1f}", point->x, point->low);
    if (points.size() == 1) {
        // A single moment has no breadth, but it is seen.
        line += "h.1";
        band = fmt::format("M{:.1f} {:.1f}V{:.1f}", points[0].x, points[0].high, points[0].low);
    }
    html.empty("path", {{"class", points.size() == 1 ? "most single" : "most"},
                        {"d", band + (points.size() > 1 ? "z" : "")}});
    html.empty("path", {{"class", "median"}, {"d", line}});
}

void draw_lab_range(Markup& html, LabRange const& range, ValueAxis const& values) {
    double const bottom = known(range.low) ? std::clamp(values.place(range.low), 0.0, 1.0) : 0;
    double const top = known(range.high) ? std::clamp(values.place(range.high), 0.0, 1.0) : 1;
    if (top > bottom)
        html.empty("rect", {{"class", "usual"},
                            {"x", "0"},
                            {"width", fmt::format("{}", wide)},
                            {"y", fmt::format("{:.1f}", tall * (1 - top))},
                            {"height", fmt::format("{:.1f}", tall * (top - bottom))}});
}

/// What happens at set hours: its time tinted behind the course, and a bar at the foot of the drawing.
void draw_windows(Markup& html, ions::Phase const& phase, int index, TimeAxis const& axis, bool tint) {
    constexpr double bar = 7, narrowest = 3;
    auto const draw = [&](double from, double hours) {
        double const left = wide * axis.place(index, from), right = wide * axis.place(index, from + hours);
        double const top = tint ? 0 : tall - bar;
        html.empty("rect", {{"class", tint ? "during" : "window"},
                            {"x", fmt::format("{:.1f}", left)},
                            {"width", fmt::format("{:.1f}", std::max(narrowest, right - left))},
                            {"y", fmt::format("{}", top)},
                            {"height", fmt::format("{}", tall - top)}});
    };
    for (auto const& infusion : phase.infusions)
        draw(infusion.from_hour, infusion.hours);
    for (auto const& clamp : phase.clamps)
        draw(clamp.from_hour, clamp.hours);
    for (auto const& meal : phase.meals)
        if (!meal.daily)
            draw(meal.hour, 0);
    if (phase.drinking && phase.drinking->once)
        draw(phase.drinking->from_hour, phase.drinking->hours);
}

ValueAxis axis_of(Course const& course, std::optional<LabRange> const& range) {
    double low = 0, high = 0;
    bool any = false;
    for (auto const& row : course.rows)
        if (known(row.p5) && known(row.p95)) {
            low = any ? std::min(low, row.p5) : row.p5;
            high = any ? std::max(high, row.p95) : row.p95;
            any = true;
        }
    // The edges of the laboratory's range are drawn where they are near; far ones would flatten the course.
    constexpr double near = 0.8;
    double const span = high - low;
    if (range && known(range->low) && range->low < low && low - range->low < near * span)
        low = range->low;
    if (range && known(range->high) && range->high > high && range->high - high < near * span)
        high = range->high;
    return {low, high};
}

/// What each panel is: in words where all have room for them, else by the numbers of the list above the
/// drawings.
void write_labels(Markup& html, TimeAxis const& axis, PhaseLabels const& labels) {
    double const between_numbers = axis.panels().size() > 10 ? 0.084 : 0.068;
    constexpr double for_name = 0.2;
    bool const named = !numbered(axis);
    auto const row =
        html.in("div", {{"class", named ? "phases" : "phases numbers"}, {"aria-hidden", "true"}});
    double end = 0, last = -1;
    for (std::size_t i = 0; i < axis.panels().size(); ++i) {
        auto const& panel = axis.panels()[i];
        if (!named) {
            double const middle = panel.left + panel.width / 2;
            bool const word = i == 0 && panel.width >= for_name;
            if (middle < last + between_numbers)
                continue;
            html.leaf("b", word ? phase_name(i) : std::to_string(i),
                      {{"class", word ? "name" : "number"}, {"style", "left:" + percent(middle)}});
            last = middle;
            continue;
        }
        auto const label =
            html.in("span", {{"style", fmt::format("margin-left:{};width:{}", percent(panel.left - end),
                                                   percent(panel.width))}});
        end = panel.left + panel.width;
        html.leaf("b", phase_name(i));
        if (!labels[i].empty()) {
            html.text(" ");
            html.leaf("i", labels[i]);
        }
    }
}

} // namespace

bool numbered(TimeAxis const& axis) {
    constexpr double for_words = 0.2;
    return std::any_of(axis.panels().begin(), axis.panels().end(),
                       [](TimeAxis::Panel const& panel) { return panel.width < for_words; });
}

std::optional<LabRange> lab_range(ions::Observable what) {
    auto const& about = ions::about(what);
    for (auto const& row : verdict::labs_rows)
        if (!about.analyte.empty() && row.analyte == about.analyte && row.unit == about.unit &&
            (known(row.low) || known(row.high)))
            return LabRange{row.low, row.high};
    return std::nullopt;
}

std::string figure_of(ions::Observable what, double value) {
    return with_decimals(value, static_cast<int>(ions::about(what).decimals));
}

void write_plot(Markup& html, ions::Experiment const& experiment, Course const& course, TimeAxis const& axis,
                PhaseLabels const& labels) {
    auto const range = lab_range(course.what);
    auto const values = axis_of(course, range);
    auto const plot = html.in("div", {{"class", "plot"}});
    write_labels(html, axis, labels);
    auto const frame = html.in("div", {{"class", "frame"}});
    {
        auto const drawing = html.in("svg", {{"viewBox", fmt::format("0 0 {} {}", wide, tall)},
                                             {"preserveAspectRatio", "none"},
                                             {"role", "img"},
                                             {"aria-label", course_in_words(course, axis)}});
        std::size_t number = 0;
        for (auto const& panel : axis.panels())
            html.empty("rect", {{"class", number++ % 2 == 0 ? "panel" : "panel other"},
                                {"x", fmt::format("{:.1f}", wide * panel.left)},
                                {"width", fmt::format("{:.1f}", wide * panel.width)},
                                {"y", "0"},
                                {"height", fmt::format("{}", tall)}});
        if (range)
            draw_lab_range(html, *range, values);
        for (auto const& tick : values.ticks)
            html.empty("path", {{"class", "grid"},
                                {"d", fmt::format("M0 {:.1f}H{}", tall * (1 - tick.place), wide)}});
        for (std::size_t i = 0; i < axis.panels().size(); ++i) {
            if (i > 0 && axis.panels().size() <= most_parted)
                html.empty("path", {{"class", "boundary"},
                                    {"d", fmt::format("M{:.1f} 0V{}", wide * axis.panels()[i].left, tall)}});
            draw_windows(html, experiment.phases[i], static_cast<int>(i), axis, true);
            draw_course(html, points_of(course, static_cast<int>(i), axis, values));
            draw_windows(html, experiment.phases[i], static_cast<int>(i), axis, false);
        }
    }
    for (auto const& tick : values.ticks)
        html.leaf("span", tick.label,
                  {{"class", "y"}, {"aria-hidden", "true"}, {"style", "bottom:" + percent(tick.place)}});
    for (auto const& tick : axis.ticks())
        html.leaf("span", tick.label,
                  {{"class", tick.place > TimeAxis::near_the_edge ? "x last" : "x"},
                   {"aria-hidden", "true"},
                   {"style", "left:" + percent(tick.place)}});
}

} // namespace rheobase::report
