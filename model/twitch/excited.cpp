#include "model/twitch/excited.hpp"

#include "engine/elementary.hpp"
#include "model/twitch/base_rates.hpp"

namespace rheobase::twitch {

namespace {

constexpr double seconds_an_hour = 3600;

Interval of(nerve::Spread const& spread) {
    return {spread.p5, spread.p50, spread.p95};
}

/// A change in % against the usual medium, made one against another medium; the ends are paired as they
/// stand.
Interval against(nerve::Spread const& now, nerve::Spread const& other) {
    auto const ratio = [](double a, double b) { return 100 * ((100 + a) / (100 + b) - 1); };
    return in_order(ratio(now.p5, other.p5), ratio(now.p50, other.p50), ratio(now.p95, other.p95));
}

} // namespace

Excited excited(nerve::Excitability const& now, nerve::Excitability const& without_potassium,
                nerve::Excitability const& nearest) {
    Excited out;
    out.threshold_change_percent = against(now.threshold_change, nearest.threshold_change);
    out.not_by_potassium_percent = against(without_potassium.threshold_change, nearest.threshold_change);
    double const more = std::max(0.0, without_potassium.fires_alone.share - nearest.fires_alone.share);
    out.fires_alone = {more, more, more};
    out.rate_hz = of(without_potassium.fires_alone.rate);
    return out;
}

namespace {

Interval fall_of_those_at_rest(Excited const& nerve, double potassium) {
    if (known(nerve.not_by_potassium_percent))
        return {-nerve.not_by_potassium_percent.high, -nerve.not_by_potassium_percent.mid,
                -nerve.not_by_potassium_percent.low};
    if (!known(nerve.threshold_change_percent))
        return {0, 0, 0};
    auto const& change = nerve.threshold_change_percent;
    if (!known(potassium))
        return {-change.high, -change.mid, -change.low};
    auto blood = nerve::ordinary_medium;
    blood.potassium = potassium;
    double const folds = engine::log(potassium / nearest_ordinary(blood).potassium);
    auto const each = base_rate("potassium_on_threshold");
    auto const by_potassium = in_order(each.low * folds, each.mid * folds, each.high * folds);
    return {by_potassium.low - change.high, by_potassium.mid - change.mid, by_potassium.high - change.low};
}

} // namespace

Interval fall_without_potassium(Excited const& nerve, double potassium) {
    auto const rest = fall_of_those_at_rest(nerve, potassium);
    auto const firing = firing_beyond_tolerance(nerve);
    // Who fires alone needs no stimulus. In the depths of low calcium the others are blocked and their
    // thresholds rise.
    auto const whole = [](double fall, double share) { return (1 - share) * fall + share * 100; };
    return {whole(rest.low, firing.low), whole(rest.mid, firing.mid), whole(rest.high, firing.high)};
}

Interval firing_beyond_tolerance(Excited const& nerve) {
    if (!known(nerve.fires_alone))
        return {0, 0, 0};
    double const allowed = base_rate("lone_tolerance").mid;
    auto const beyond = [&](double share) { return std::max(0.0, share - allowed); };
    return {beyond(nerve.fires_alone.low), beyond(nerve.fires_alone.mid), beyond(nerve.fires_alone.high)};
}

Interval twitches_of_lone_axons(Excited const& nerve) {
    auto const firing = firing_beyond_tolerance(nerve);
    if (!known(nerve.rate_hz))
        return {0, 0, 0};
    double const seconds = base_rate("awake_hours").mid * seconds_an_hour;
    double const most = base_rate("most_a_day").mid;
    auto const noticed = [&](End end) {
        double const units =
            at(base_rate("motor_units"), end) * at(firing, end) * at(base_rate("within_person"), end);
        double const all =
            units * at(nerve.rate_hz, end) * seconds * at(base_rate("noticed_of_firings"), end);
        return all * most / (all + most);
    };
    return in_order(noticed(End::low), noticed(End::mid), noticed(End::high));
}

} // namespace rheobase::twitch
