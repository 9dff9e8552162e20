// Curves of the norms, of the model and of a recording as points of a drawing, and how they are drawn.
#pragma once

#include "app/report/html/drawing.hpp"
#include "app/report/nerve_words.hpp"

namespace rheobase::report {

using Points = Drawing::Points;

/// A curve with what stands around it, in the coordinates of the drawing.
struct Ribbon {
    Points low, mid, high;
};

/// Where a point of a curve is drawn: the I/V relation lies on its side, others are moved or divided.
using At = std::pair<double, double> (*)(double x, double y, double unit);
std::pair<double, double> as_it_is(double x, double y, double unit);
std::pair<double, double> from_onset(double x, double y, double unit);
std::pair<double, double> on_its_side(double x, double y, double unit);
std::pair<double, double> by_unit(double x, double y, double unit);

/// Null where the model has no such curve.
nerve::Curve const* curve_of(nerve::Excitability const& model, std::string_view name);

/// Median, and 5 to 95 % of axons; unknown where too few axons give a point. Empty without a curve.
Ribbon model_ribbon(nerve::Curve const* curve, At at, double unit = 1);
/// The middle, and 95 % of healthy people: median and percentiles where the table has them, since the
/// refractory part of the recovery cycle is skewed; mean and mean ± 1.96 SD elsewhere.
Ribbon norm_ribbon(std::string_view name, At at);
Points recorded_points(NerveTold const& told, std::string_view name, At at, double unit = 1);

void draw_norm(Drawing& drawing, Ribbon const& norm);
/// In parts where points are unknown.
void draw_model(Drawing& drawing, Ribbon const& model);

} // namespace rheobase::report
