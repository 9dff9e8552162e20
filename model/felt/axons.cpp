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

/// What one person's axon does in that person's blood; changes in %.
struct Heard {
    Medium at_nerve;
    double change = unknown;            ///< against the ordinary medium
    double against_ordinary = unknown;  ///< against the nearest ordinary blood
    double without_potassium = unknown; ///< of that, without potassium's part
    double fires = unknown, fires_more = unknown, beyond = unknown;
};

Heard hear(Medium const& now, double z, Surface surface) {
    // Healthy people fill the ordinary range, so for most of them the three bloods are one.
    auto const nearest = twitch::nearest_ordinary(now);
    auto const less = twitch::without_its_potassium(now);
    auto const in_now = surface(now);
    auto const in_nearest = same(nearest, now) ? in_now : surface(nearest);
    auto const in_less = same(less, now) ? in_now : same(less, nearest) ? in_nearest : surface(less);
    double const log_now = log_threshold(in_now, z), log_nearest = log_threshold(in_nearest, z);
    return {now,
            as_percent(log_now),
            as_percent(log_now - log_nearest),
            as_percent(log_threshold(in_less, z) - log_nearest),
            in_now.fires_alone,
            std::max(0.0, in_less.fires_alone - in_nearest.fires_alone),
            in_now.beyond ? 1.0 : 0.0};
}

/// The people who count, and by how much.
struct Crowd {
    std::vector<Heard> heard;
    std::vector<double> weights;

    template <class Of>
    std::vector<double> all(Of of) const {
        std::vector<double> out;
        for (auto const& one : heard)
            out.push_back(of(one));
        return out;
    }
    twitch::Interval interval(std::vector<double> const& values) const {
        auto const at = [&](double share) { return engine::weighted_percentile(values, weights, share); };
        return {at(0.05), at(0.5), at(0.95)};
    }
    twitch::Interval interval(double Heard::*of) const {
        return interval(all([of](Heard const& one) { return one.*of; }));
    }
    double mean(double Heard::*of) const {
        double sum = 0, weight = 0;
        for (std::size_t i = 0; i < heard.size(); ++i) {
            sum += weights[i] * heard[i].*of;
            weight += weights[i];
        }
        return sum / weight;
    }
};

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
    Crowd crowd;
    for (std::size_t i = 0; i < people; ++i) {
        if (!(blood.weights[i] > 0))
            continue;
        std::array<double, blood::ion_count> levels{};
        for (std::size_t ion = 0; ion < levels.size(); ++ion)
            levels[ion] = blood.ions[ion].level[i];
        double const z =
            engine::standard_normal(blood.seed, static_cast<std::uint32_t>(i), engine::fact_key("felt.axon"));
        crowd.heard.push_back(hear(medium_of(levels), z, surface));
        crowd.weights.push_back(blood.weights[i]);
    }
    Asked out;
    out.low = out.median = out.high = nerve::ordinary_medium;
    for (auto const ion : ions) {
        auto const level = crowd.interval(crowd.all([ion](Heard const& one) { return one.at_nerve.*ion; }));
        out.low.*ion = level.low;
        out.median.*ion = level.mid;
        out.high.*ion = level.high;
    }
    out.threshold_change_percent = crowd.interval(&Heard::change);
    out.excited.threshold_change_percent = crowd.interval(&Heard::against_ordinary);
    out.excited.not_by_potassium_percent = crowd.interval(&Heard::without_potassium);
    out.excited.fires_alone = crowd.interval(&Heard::fires_more);
    out.fires_alone = crowd.mean(&Heard::fires);
    out.share_beyond = crowd.mean(&Heard::beyond);
    return out;
}

} // namespace rheobase::felt
