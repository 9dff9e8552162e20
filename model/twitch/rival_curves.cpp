#include "model/twitch/rival_curves.hpp"

#include "base/expects.hpp"
#include "engine/elementary.hpp"

#include <array>

namespace rheobase::twitch {

namespace {

/// Fall of the threshold beyond which no axon is an axon any more.
constexpr double most_percent = 99;

double power(double x, double exponent) {
    return x > 0 ? engine::exp(exponent * engine::log(x)) : 0;
}

double uncapped(RivalCurvesRow const& curve, double number, double fall) {
    if (curve.shape == "none")
        return 1;
    if (curve.shape == "exponential") {
        // Within the dead margin, on either side, nothing changes.
        double const beyond =
            fall > 0 ? std::max(0.0, fall - curve.dead_percent) : std::min(0.0, fall + curve.dead_percent);
        return engine::exp(number * beyond);
    }
    if (curve.shape == "barrier") {
        // The Gaussian tail beyond a threshold that stands at 1 in ordinary blood, in spreads of the noise.
        double const threshold = 1 - fall / 100;
        return engine::exp((1 - threshold * threshold) / (2 * number * number));
    }
    if (curve.shape == "sigmoid") {
        double const joined = power(std::max(0.0, fall) / number, curve.fraction);
        return 1 + (curve.ceiling - 1) * joined / (joined + 1);
    }
    RHEOBASE_EXPECTS(curve.shape == "minority");
    return 1 - curve.fraction + curve.fraction * engine::exp(number * fall);
}

double median(std::array<double, rival_curves_rows.size()> values) {
    std::sort(values.begin(), values.end());
    auto const half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

} // namespace

double times_as_often(RivalCurvesRow const& curve, End end, double fall_percent) {
    double const fall = std::min(most_percent, fall_percent);
    return std::min(curve.ceiling, uncapped(curve, at({curve.low, curve.mid, curve.high}, end), fall));
}

Rivals rivals(Interval const& fall_percent, Interval const& lone_times) {
    using All = std::array<double, rival_curves_rows.size()>;
    auto const all = [&](End number, double fall) {
        All values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = times_as_often(rival_curves_rows[i], number, fall) +
                        rival_curves_rows[i].lone * at(lone_times, number);
        return values;
    };
    auto const least_of = [](All const& values) { return *std::min_element(values.begin(), values.end()); };
    auto const most_of = [](All const& values) { return *std::max_element(values.begin(), values.end()); };
    auto const middle = all(End::mid, fall_percent.mid);
    Rivals out;
    out.mid = median(middle);
    out.rivals = in_order(least_of(middle), out.mid, most_of(middle));
    out.numbers =
        in_order(median(all(End::low, fall_percent.mid)), out.mid, median(all(End::high, fall_percent.mid)));
    out.axons =
        in_order(median(all(End::mid, fall_percent.low)), out.mid, median(all(End::mid, fall_percent.high)));
    // Where the threshold has risen, the strongest number gives the least.
    out.whole = {
        std::min(least_of(all(End::low, fall_percent.low)), least_of(all(End::high, fall_percent.low))),
        out.mid,
        std::max(most_of(all(End::high, fall_percent.high)), most_of(all(End::low, fall_percent.high)))};
    return out;
}

} // namespace rheobase::twitch
