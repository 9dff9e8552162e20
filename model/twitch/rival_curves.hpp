// How excitability becomes noticed twitches has never been measured. So there is no law here but several that
// disagree, each with its reason in rival_curves.csv, and every conclusion is an interval over them.
#pragma once

#include "model/twitch/interval.hpp"
#include "model/twitch/rival_curves.rows.hpp"

namespace rheobase::twitch {

/// How many times as often twitches come when the threshold has fallen by so many percent (below zero:
/// risen), by one curve with its own number at one of its ends. 1 in ordinary blood, never above the curve's
/// ceiling.
double times_as_often(RivalCurvesRow const& curve, End end, double fall_percent);

/// Over all rivals. `mid` is the median curve at its middle; `rivals` spans the curves at their middles,
/// `numbers` is the median curve at the ends of its own number, `axons` the median curve at the ends of the
/// fall; `whole` is from the least that any curve can say to the most.
struct Rivals {
    double mid = 1;
    Interval rivals, numbers, axons, whole;
};

/// `lone_times` is what axons that fire alone would add, in times as often as usual; only the rivals that
/// count them read it.
Rivals rivals(Interval const& fall_percent, Interval const& lone_times = {0, 0, 0});

} // namespace rheobase::twitch
