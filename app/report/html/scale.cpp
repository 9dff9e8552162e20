#include "app/report/html/scale.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr double margin = 3; ///< percent kept free at both ends, for marks and arrows
constexpr double thinnest = 1.2;

std::string percent(double value) {
    return fmt::format("{:.2f}%", value);
}

} // namespace

Scale::Scale(Markup& html, std::string_view label, double bottom, double top)
    : html_(html), bottom_(bottom), top_(top) {
    html_.ours(R"(<svg class="scale" role="img" width="100%" height="22" aria-label=")" + escaped(label) +
               R"("><rect class="track" x="0" y="7" width="100%" height="8" rx="4"/>)");
}

Scale::~Scale() {
    html_.ours("</svg>\n");
}

double Scale::place(double value) const {
    double const share = top_ > bottom_ ? (value - bottom_) / (top_ - bottom_) : 0;
    return margin + std::clamp(share, 0.0, 1.0) * (100 - 2 * margin);
}

void Scale::band(double from, double to) {
    html_.empty("rect", {{"class", "normal"},
                         {"x", percent(place(from))},
                         {"y", "4"},
                         {"width", percent(place(to) - place(from))},
                         {"height", "14"}});
}

void Scale::arrow(bool right, std::string_view kind) {
    html_.ours(fmt::format(R"(<svg x="{}" y="11" overflow="visible"><path class="{}" d="{}"/></svg>)",
                           right ? "99%" : "1%", kind, right ? "M0 0l-8-7v14z" : "M0 0l8-7v14z"));
}

void Scale::range(double low, double mid, double high, std::string_view kind) {
    double const from = place(low), to = std::max(place(high), place(low) + thinnest);
    html_.empty("rect", {{"class", std::string(kind)},
                         {"x", percent(from)},
                         {"y", "6"},
                         {"width", percent(to - from)},
                         {"height", "10"},
                         {"rx", "2"}});
    if (known(mid) && mid >= bottom_ && mid <= top_)
        html_.empty("line", {{"class", "mid"},
                             {"x1", percent(place(mid))},
                             {"x2", percent(place(mid))},
                             {"y1", "6"},
                             {"y2", "16"}});
    if (high > top_)
        arrow(true, kind);
    if (low < bottom_)
        arrow(false, kind);
}

void Scale::point(double value, std::string_view kind) {
    if (value > top_ || value < bottom_)
        return arrow(value > top_, kind);
    html_.ours(fmt::format(R"(<svg x="{}" y="11" overflow="visible"><circle class="{}" r="6"/></svg>)",
                           percent(place(value)), kind));
}

void Scale::mark(double value, Mark mark) {
    if (!known(value) || value > top_ || value < bottom_)
        return;
    if (mark == Mark::limit) {
        html_.ours(fmt::format(
            R"(<svg x="{}" y="0" overflow="visible"><path class="limit" d="M0 8-5 0H5zM0 8v14"/></svg>)",
            percent(place(value))));
        return;
    }
    html_.empty("line", {{"class", mark == Mark::half     ? "half"
                                   : mark == Mark::enough ? "enough"
                                                          : "adequate"},
                         {"x1", percent(place(value))},
                         {"x2", percent(place(value))},
                         {"y1", "1"},
                         {"y2", "21"}});
}

void Scale::nothing_known() {
    html_.empty("line", {{"class", "unknown"}, {"x1", "3%"}, {"x2", "97%"}, {"y1", "11"}, {"y2", "11"}});
}

} // namespace rheobase::report
