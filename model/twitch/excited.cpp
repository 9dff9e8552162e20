#include "model/twitch/excited.hpp"

#include "engine/elementary.hpp"
#include "model/twitch/base_rates.hpp"

namespace rheobase::twitch {

namespace {

constexpr double seconds_an_hour = 3600;

Interval of(nerve::Spread const& spread) {
    return {spread.p5, spread.p50, spread.p95};
}

} // namespace

Excited excited(nerve::Excitability const& now, nerve::Excitability const& ordinary_potassium,
                nerve::Excitability const& ordinary) {
    Excited out;
    out.threshold_change_percent = of(now.threshold_change);
    out.not_by_potassium_percent = of(ordinary_potassium.threshold_change);
    double const more = std::max(0.0, now.fires_alone.share - ordinary.fires_alone.share);
    out.fires_alone = {more, more, more};
    out.rate_hz = of(now.fires_alone.rate);
    return out;
}

Interval fall_without_potassium(Excited const& nerve, double potassium) {
    if (known(nerve.not_by_potassium_percent))
        return {-nerve.not_by_potassium_percent.high, -nerve.not_by_potassium_percent.mid,
                -nerve.not_by_potassium_percent.low};
    if (!known(nerve.threshold_change_percent))
        return {0, 0, 0};
    auto const& change = nerve.threshold_change_percent;
    if (!known(potassium))
        return {-change.high, -change.mid, -change.low};
    double const folds = engine::log(potassium / nerve::ordinary_medium.potassium);
    auto const each = base_rate("potassium_on_threshold");
    auto const by_potassium = in_order(each.low * folds, each.mid * folds, each.high * folds);
    return {by_potassium.low - change.high, by_potassium.mid - change.mid, by_potassium.high - change.low};
}

Interval firing_beyond_tolerance(Excited const& nerve) {
    if (!known(nerve.fires_alone))
        return {0, 0, 0};
    double const allowed = base_rate("lone_tolerance").mid;
    auto const beyond = [&](double share) { return std::max(0.0, share - allowed); };
    return {beyond(nerve.fires_alone.low), beyond(nerve.fires_alone.mid), beyond(nerve.fires_alone.high)};
}

double noticed_of_lone_axons(double fires_alone, double rate_hz, double within_person,
                             double noticed_of_firings) {
    if (!known(fires_alone) || !known(rate_hz))
        return 0;
    double const units = base_rate("motor_units").mid * fires_alone * within_person;
    double const seconds = base_rate("awake_hours").mid * seconds_an_hour;
    double const noticed = units * rate_hz * seconds * noticed_of_firings;
    double const most = base_rate("most_a_day").mid;
    return noticed * most / (noticed + most);
}

} // namespace rheobase::twitch
