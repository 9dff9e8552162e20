#include "app/report/html/drawing.hpp"

#include "app/report/figures.hpp"
#include "base/number.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr double wide = 1000, tall = 600;
constexpr double near_the_edge = 0.97; ///< a label centred further right would stand outside

std::string percent(double share) {
    return fmt::format("{:.2f}%", 100 * share);
}

std::string_view anchor_name(Drawing::Anchor anchor) {
    return anchor == Drawing::Anchor::middle ? "middle" : anchor == Drawing::Anchor::left ? "left" : "right";
}

int digits_of(double value) {
    int digits = 0;
    for (; digits < 3 && std::abs(value - std::round(value)) > 1e-6; value *= 10)
        ++digits;
    return digits;
}

} // namespace

PlotAxis PlotAxis::marked(double low, double high, std::initializer_list<double> marks, bool logarithmic) {
    PlotAxis axis{low, high, logarithmic, {}};
    for (double const mark : marks)
        if (mark >= low && mark <= high)
            axis.ticks.push_back({axis.place(mark), with_decimals(mark, digits_of(mark))});
    return axis;
}

PlotAxis PlotAxis::holding(double low, double high) {
    ValueAxis const values(low, high);
    return {values.bottom, values.top, false, values.ticks};
}

double PlotAxis::place(double value) const {
    double const share =
        logarithmic ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    return std::clamp(share, -1.0, 2.0);
}

std::string Drawing::path(Points const& points) const {
    std::string out;
    for (auto const& [x, y] : points)
        if (known(x) && known(y))
            out += fmt::format("{}{:.1f} {:.1f}", out.empty() ? "M" : "L", wide * across_.place(x),
                               tall * (1 - upwards_.place(y)));
    return out;
}

void Drawing::line(std::string_view kind, Points const& points) {
    shapes_.push_back({std::string(kind), path(points)});
}

void Drawing::band(std::string_view kind, Points const& one_edge, Points const& other_edge) {
    auto edges = one_edge;
    edges.insert(edges.end(), other_edge.rbegin(), other_edge.rend());
    auto const outline = path(edges);
    if (!outline.empty())
        shapes_.push_back({std::string(kind), outline + "z"});
}

void Drawing::box(std::string_view kind, double left, double bottom, double right, double top) {
    band(kind, {{left, bottom}, {left, top}}, {{right, bottom}, {right, top}});
}

void Drawing::dots(std::string_view kind, Points const& points) {
    // A line of no length with round ends is a dot that keeps its shape; the first of two is a rim of paper.
    std::string out;
    for (auto const& [x, y] : points)
        if (known(x) && known(y))
            out += fmt::format("M{:.1f} {:.1f}h.01", wide * across_.place(x), tall * (1 - upwards_.place(y)));
    if (out.empty())
        return;
    shapes_.push_back({std::string(kind) + " rim", out});
    shapes_.push_back({std::string(kind), out});
}

void Drawing::word(std::string_view kind, std::string text, double x, double y, Anchor anchor) {
    words_.push_back({std::string(kind), std::move(text), across_.place(x), upwards_.place(y), anchor});
}

void Drawing::column(std::string_view kind, std::vector<std::pair<std::string, double>> words, double x) {
    // The height of a line of words against the lowest frame, 15 rem on a phone, and the end of the frame.
    constexpr double line = 0.062, end = 0.03;
    for (auto& [text, height] : words)
        height = std::clamp(upwards_.place(height), end, 1 - end);
    std::stable_sort(words.begin(), words.end(),
                     [](auto const& a, auto const& b) { return a.second < b.second; });
    for (std::size_t i = 1; i < words.size(); ++i)
        words[i].second = std::max(words[i].second, words[i - 1].second + line);
    // What was pushed over the top comes down again, and pushes those below.
    double highest = 1 - end;
    for (std::size_t i = words.size(); i-- > 0; highest = words[i].second - line)
        words[i].second = std::min(words[i].second, highest);
    for (auto& [text, height] : words)
        words_.push_back({std::string(kind), std::move(text), across_.place(x), height, Anchor::left});
}

void Drawing::write_words(Markup& html) const {
    for (auto const& tick : upwards_.ticks)
        html.leaf("span", tick.label,
                  {{"class", "y"}, {"aria-hidden", "true"}, {"style", "bottom:" + percent(tick.place)}});
    for (auto const& tick : across_.ticks)
        html.leaf("span", tick.label,
                  {{"class", tick.place > near_the_edge ? "x last" : "x"},
                   {"aria-hidden", "true"},
                   {"style", "left:" + percent(tick.place)}});
    for (auto const& word : words_)
        html.leaf("span", word.text,
                  {{"class", fmt::format("word {} {}", word.kind, anchor_name(word.anchor))},
                   {"aria-hidden", "true"},
                   {"style", fmt::format("left:{};bottom:{}", percent(word.x), percent(word.y))}});
}

void Drawing::write(Markup& html, std::string_view label, std::string_view x_title,
                    std::string_view y_title) const {
    html.leaf("p", y_title, {{"class", "axis"}, {"aria-hidden", "true"}});
    {
        auto const plot = html.in("div", {{"class", "plot"}});
        auto const frame = html.in("div", {{"class", "frame"}});
        {
            auto const drawing = html.in("svg", {{"viewBox", fmt::format("0 0 {} {}", wide, tall)},
                                                 {"preserveAspectRatio", "none"},
                                                 {"role", "img"},
                                                 {"aria-label", std::string(label)}});
            html.empty("rect", {{"class", "panel"},
                                {"width", fmt::format("{}", wide)},
                                {"height", fmt::format("{}", tall)}});
            for (auto const& tick : upwards_.ticks)
                html.empty("path", {{"class", "grid"},
                                    {"d", fmt::format("M0 {:.1f}H{}", tall * (1 - tick.place), wide)}});
            for (auto const& shape : shapes_)
                if (!shape.path.empty())
                    html.empty("path", {{"class", shape.kind}, {"d", shape.path}});
        }
        write_words(html);
    }
    html.leaf("p", x_title, {{"class", "axis across"}, {"aria-hidden", "true"}});
}

} // namespace rheobase::report
