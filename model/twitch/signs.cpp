#include "model/twitch/signs.hpp"

#include "base/expects.hpp"
#include "model/twitch/base_rates.hpp"
#include "model/twitch/odds.hpp"
#include "model/twitch/sign_curves.rows.hpp"
#include "model/twitch/signs.rows.hpp"

namespace rheobase::twitch {

namespace {

using nerve::Medium;
using nerve::ordinary_medium;

struct Reading {
    Interval now;      ///< `high` brings the sign most
    Interval ordinary; ///< in the nearest ordinary blood, end by end
};

Interval alike(double value) {
    return {value, value, value};
}

/// Calcium as the axon has it: alkali acts on it beside the calcium that it binds.
Interval felt_calcium(Medium<double> const& blood) {
    auto const each = base_rate("alkali_as_calcium");
    double const alkali = known(blood.ph) ? blood.ph - ordinary_medium.ph : 0;
    auto const left = [&](double by) { return std::max(0.0, blood.calcium - by * alkali); };
    return {left(each.low), left(each.mid), left(each.high)};
}

/// What a curve reads, its end `high` being the one that brings the sign most; unknown where the person's is.
Reading reading(std::string_view by, Excited const& nerve, Medium<double> const& blood) {
    auto const nearest = nearest_ordinary(blood);
    if (by == "calcium")
        return {known(blood.calcium) ? felt_calcium(blood) : Interval{}, felt_calcium(nearest)};
    if (by == "potassium")
        return {alike(blood.potassium), alike(nearest.potassium)};
    if (by == "magnesium")
        return {alike(blood.magnesium), alike(nearest.magnesium)};
    // Without a nerve or a muscle to look at, the curves that need one keep silent.
    if (by == "threshold_fall") {
        bool const looked = known(nerve.threshold_change_percent) || known(nerve.not_by_potassium_percent);
        return {looked ? fall_without_potassium(nerve, blood.potassium) : Interval{}, alike(0)};
    }
    if (by == "strength")
        return {{nerve.strength.high, nerve.strength.mid, nerve.strength.low}, alike(1)};
    RHEOBASE_EXPECTS(by == "axons_firing");
    return {known(nerve.fires_alone) ? firing_beyond_tolerance(nerve) : Interval{}, alike(0)};
}

/// Share of people who have the sign at x: half of them at `half`, more below it where power > 0, above it
/// where < 0.
double share_at(double x, double half, double power) {
    if (!(x > 0))
        return power > 0 ? 1 : 0;
    return 1 / (1 + engine::exp(power * engine::log(x / half)));
}

double beyond_ordinary(double x, double ordinary, double half, double power) {
    double const usual = share_at(ordinary, half, power);
    return std::max(0.0, (share_at(x, half, power) - usual) / (1 - usual));
}

double either(double a, double b) {
    return a + b * (1 - a);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    auto const half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// One chain of causes: the middle is that of the rivals, the ends are the furthest of any. Unknown where no
/// curve can be read.
Interval by_route(std::string_view sign, std::string_view route, Excited const& nerve,
                  Medium<double> const& blood) {
    std::vector<double> lows, mids, highs;
    for (auto const& row : sign_curves_rows) {
        if (row.sign != sign || row.route != route)
            continue;
        auto const x = reading(row.by, nerve, blood);
        if (!known(x.now.low) || !known(x.now.mid) || !known(x.now.high))
            continue;
        lows.push_back(beyond_ordinary(x.now.low, x.ordinary.low, row.low, row.power));
        mids.push_back(beyond_ordinary(x.now.mid, x.ordinary.mid, row.mid, row.power));
        highs.push_back(beyond_ordinary(x.now.high, x.ordinary.high, row.high, row.power));
    }
    if (mids.empty())
        return {};
    return {*std::min_element(lows.begin(), lows.end()), median(mids),
            *std::max_element(highs.begin(), highs.end())};
}

/// The chance without the blood: the base rate as odds, times what habits do to the odds. Uncertainties that
/// have nothing to do with one another are added in quadrature, as logarithms of odds.
Interval by_habits(std::string_view sign, Habits const& habits) {
    bool const lasting = known(habits.lasting_twitches) && habits.lasting_twitches > 0;
    for (auto const& row : signs_rows) {
        if (row.sign != sign || row.who != (lasting ? "persistent" : "anyone"))
            continue;
        Around odds{log_odds(row.mid)};
        odds.add(log_odds(row.low), log_odds(row.high));
        for (auto const& habit : factors(habits)) {
            if (habit.on != sign)
                continue;
            double const mid = engine::log(habit.factor.mid);
            odds.add(odds.mid + engine::log(habit.factor.low) - mid,
                     odds.mid + engine::log(habit.factor.high) - mid);
            odds.mid += mid;
        }
        return in_order(chance_of(odds.low()), chance_of(odds.mid), chance_of(odds.high()));
    }
    RHEOBASE_EXPECTS(false);
    return {};
}

} // namespace

Interval brought_by_blood(std::string_view sign, Excited const& nerve, Medium<double> const& blood) {
    Interval out{0, 0, 0};
    std::vector<std::string_view> done;
    for (auto const& row : sign_curves_rows) {
        if (row.sign != sign || std::find(done.begin(), done.end(), row.route) != done.end())
            continue;
        done.push_back(row.route);
        auto const route = by_route(sign, row.route, nerve, blood);
        if (!known(route))
            continue;
        if (row.route == "whole")
            out = {std::min(out.low, route.low), (out.mid + route.mid) / 2, std::max(out.high, route.high)};
        else
            out = {either(out.low, route.low), either(out.mid, route.mid), either(out.high, route.high)};
    }
    if (sign == "tingling") {
        // Sensory axons go first: whoever's hands lock has tingled before.
        auto const tetany = brought_by_blood("tetany", nerve, blood);
        out = {std::max(out.low, tetany.low), std::max(out.mid, tetany.mid), std::max(out.high, tetany.high)};
    }
    return out;
}

std::array<Sign, 4> signs(Excited const& nerve, Habits const& habits, Medium<double> const& blood) {
    std::array<Sign, 4> out{
        {{"tingling", {}, {}}, {"cramp", {}, {}}, {"weakness", {}, {}}, {"tetany", {}, {}}}};
    for (auto& sign : out) {
        sign.without_blood = by_habits(sign.name, habits);
        auto const more = brought_by_blood(sign.name, nerve, blood);
        sign.in_a_month = {either(sign.without_blood.low, more.low), either(sign.without_blood.mid, more.mid),
                           either(sign.without_blood.high, more.high)};
    }
    return out;
}

} // namespace rheobase::twitch
