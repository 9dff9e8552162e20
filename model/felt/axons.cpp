#include "model/felt/axons.hpp"

#include "base/expects.hpp"
#include "engine/elementary.hpp"
#include "engine/random.hpp"
#include "engine/weighted_percentile.hpp"
#include "model/ions/calcium.rows.hpp"
#include "model/ions/magnesium.rows.hpp"
#include "model/ions/potassium.rows.hpp"
#include "model/ions/sodium.rows.hpp"

#include <algorithm>

namespace rheobase::felt {

namespace {

using Medium = nerve::Medium<double>;

constexpr double percent = 100;
constexpr std::array<double Medium::*, blood::ion_count> ions{&Medium::calcium, &Medium::magnesium,
                                                              &Medium::potassium, &Medium::sodium};
constexpr std::array<double, blood::ion_count> ordinary_blood{
    ions::usual_calcium.ionised, ions::usual_magnesium.serum, ions::usual_potassium.serum,
    ions::usual_sodium.serum};

/// The logarithm of an axon's threshold against the ordinary medium; `z` says which axon it is, as a standard
/// normal place among them.
double log_threshold(nerve::Response const& at, double z) {
    auto const log_ratio = [](double change) { return engine::log(1 + change / percent); };
    double const middle = log_ratio(at.threshold_p50);
    double const end = log_ratio(z < 0 ? at.threshold_p5 : at.threshold_p95);
    constexpr double z_of_p95 = 1.6448536269514722;
    return middle + (end - middle) * (z < 0 ? -z : z) / z_of_p95;
}

double as_percent(double log_ratio) {
    return percent * (engine::exp(log_ratio) - 1);
}

bool same(Medium const& a, Medium const& b) {
    for (auto const ion : ions)
        if (a.*ion != b.*ion)
            return false;
    return true;
}

} // namespace

Medium medium_of(std::array<double, blood::ion_count> const& levels) {
    auto out = nerve::ordinary_medium;
    for (std::size_t i = 0; i < levels.size(); ++i)
        out.*ions[i] *= levels[i] / ordinary_blood[i];
    return out;
}

Asked ask_axons(blood::Prediction const& blood, Surface surface) {
    auto const people = blood.weights.size();
    for (auto const& ion : blood.ions)
        RHEOBASE_EXPECTS(ion.level.size() == people);
    std::vector<double> change(people, unknown), against_ordinary = change, without_potassium = change,
                                                 fires = change, fires_more = change, beyond = change;
    std::array<std::vector<double>, blood::ion_count> at_nerve;
    at_nerve.fill(change);
    for (std::size_t i = 0; i < people; ++i) {
        if (!(blood.weights[i] > 0))
            continue;
        std::array<double, blood::ion_count> levels{};
        for (std::size_t ion = 0; ion < levels.size(); ++ion)
            levels[ion] = blood.ions[ion].level[i];
        auto const now = medium_of(levels);
        for (std::size_t ion = 0; ion < levels.size(); ++ion)
            at_nerve[ion][i] = now.*ions[ion];
        // Healthy people fill the ordinary range, so for most of them the three bloods are one.
        auto const nearest = twitch::nearest_ordinary(now);
        auto const less = twitch::without_its_potassium(now);
        auto const in_now = surface(now);
        auto const in_nearest = same(nearest, now) ? in_now : surface(nearest);
        auto const in_less = same(less, now) ? in_now : same(less, nearest) ? in_nearest : surface(less);
        double const z =
            engine::standard_normal(blood.seed, static_cast<std::uint32_t>(i), engine::fact_key("felt.axon"));
        double const log_now = log_threshold(in_now, z), log_nearest = log_threshold(in_nearest, z);
        change[i] = as_percent(log_now);
        against_ordinary[i] = as_percent(log_now - log_nearest);
        without_potassium[i] = as_percent(log_threshold(in_less, z) - log_nearest);
        fires[i] = in_now.fires_alone;
        fires_more[i] = std::max(0.0, in_less.fires_alone - in_nearest.fires_alone);
        beyond[i] = in_now.beyond ? 1 : 0;
    }
    auto const at = [&](std::vector<double> const& values, double share) {
        return engine::weighted_percentile(values, blood.weights, share);
    };
    auto const interval = [&](std::vector<double> const& values) {
        return twitch::Interval{at(values, 0.05), at(values, 0.5), at(values, 0.95)};
    };
    auto const mean = [&](std::vector<double> const& values) {
        double sum = 0, weight = 0;
        for (std::size_t i = 0; i < people; ++i)
            if (known(values[i])) {
                sum += blood.weights[i] * values[i];
                weight += blood.weights[i];
            }
        return sum / weight;
    };
    Asked out;
    out.low = out.median = out.high = nerve::ordinary_medium;
    for (std::size_t ion = 0; ion < ions.size(); ++ion) {
        auto const level = interval(at_nerve[ion]);
        out.low.*ions[ion] = level.low;
        out.median.*ions[ion] = level.mid;
        out.high.*ions[ion] = level.high;
    }
    out.threshold_change_percent = interval(change);
    out.excited.threshold_change_percent = interval(against_ordinary);
    out.excited.not_by_potassium_percent = interval(without_potassium);
    out.excited.fires_alone = interval(fires_more);
    out.fires_alone = mean(fires);
    out.share_beyond = mean(beyond);
    return out;
}

} // namespace rheobase::felt
