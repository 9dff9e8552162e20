#include "app/report/html/nerve_curves.hpp"

#include "model/nerve/norm_curves.rows.hpp"
#include "model/nerve/protocol.hpp"

#include <algorithm>

namespace rheobase::report {

using namespace nerve;

namespace {

constexpr double healthy_sds = 1.96; ///< 95 % of a normal distribution

} // namespace

std::pair<double, double> as_it_is(double x, double y, double) {
    return {x, y};
}

std::pair<double, double> from_onset(double x, double y, double) {
    return {x - electrotonus_onset_ms, y};
}

std::pair<double, double> on_its_side(double x, double y, double) {
    return {y, x};
}

std::pair<double, double> by_unit(double x, double y, double unit) {
    return {x, y / unit};
}

Curve const* curve_of(Excitability const& model, std::string_view name) {
    auto const found = std::find_if(model.curves.begin(), model.curves.end(),
                                    [&](Curve const& curve) { return curve.name == name; });
    return found == model.curves.end() ? nullptr : &*found;
}

Ribbon model_ribbon(Curve const* curve, At at, double unit) {
    Ribbon out;
    for (std::size_t i = 0; curve && i < curve->x.size() && i < curve->at.size(); ++i) {
        auto const& spread = curve->at[i];
        out.mid.push_back(at(curve->x[i], spread.p50, unit));
        out.low.push_back(at(curve->x[i], spread.p5, unit));
        out.high.push_back(at(curve->x[i], spread.p95, unit));
    }
    return out;
}

Ribbon norm_ribbon(std::string_view name, At at) {
    Ribbon out;
    for (auto const& row : norm_curves_rows)
        if (row.curve == name) {
            auto const either = [](double percentile, double of_normal) {
                return known(percentile) ? percentile : of_normal;
            };
            double const reach = healthy_sds * row.norm_sd;
            out.low.push_back(at(row.x, either(row.norm_low, row.norm_mean - reach), 1));
            out.mid.push_back(at(row.x, either(row.norm_median, row.norm_mean), 1));
            out.high.push_back(at(row.x, either(row.norm_high, row.norm_mean + reach), 1));
        }
    return out;
}

Points recorded_points(NerveTold const& told, std::string_view name, At at, double unit) {
    Points out;
    if (told.recording)
        for (auto const& curve : told.recording->curves)
            if (curve.name == name)
                for (std::size_t i = 0; i < curve.x.size(); ++i)
                    out.push_back(at(curve.x[i], curve.y[i], unit));
    return out;
}

void draw_norm(Drawing& drawing, Ribbon const& norm) {
    drawing.band("healthy", norm.low, norm.high);
    drawing.line("healthy-middle", norm.mid);
}

namespace {

/// Calls `draw` with the parts of a curve that hold together: nothing is drawn across what is unknown.
void in_parts(std::size_t size, auto const& there, auto const& draw) {
    for (std::size_t from = 0, to = 0; from < size; from = to + 1) {
        to = from;
        while (to < size && there(to))
            ++to;
        if (to > from)
            draw(static_cast<std::ptrdiff_t>(from), static_cast<std::ptrdiff_t>(to));
    }
}

bool drawable(std::pair<double, double> const& point) {
    return known(point.first) && known(point.second);
}

Points part(Points const& points, std::ptrdiff_t from, std::ptrdiff_t to) {
    return {points.begin() + from, points.begin() + to};
}

} // namespace

void draw_model(Drawing& drawing, Ribbon const& model) {
    in_parts(
        model.low.size(), [&](std::size_t i) { return drawable(model.low[i]) && drawable(model.high[i]); },
        [&](auto from, auto to) {
            drawing.band("most", part(model.low, from, to), part(model.high, from, to));
        });
    in_parts(
        model.mid.size(), [&](std::size_t i) { return drawable(model.mid[i]); },
        [&](auto from, auto to) { drawing.line("median", part(model.mid, from, to)); });
}

} // namespace rheobase::report
