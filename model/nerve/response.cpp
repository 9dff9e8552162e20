#include "model/nerve/response.hpp"

#include "base/expects.hpp"
#include "engine/elementary.hpp"
#include "model/nerve/response.rows.hpp"

#include <algorithm>

namespace rheobase::nerve {

namespace {

constexpr std::size_t calcium = 0, potassium = 1, magnesium = 2, sodium = 3;
constexpr std::size_t outputs = 4;
using Read = std::array<double, outputs>;

static_assert(response_rows.size() == response_media, "response.csv does not fill its box");

double ordinary(std::size_t variable) {
    return ordinary_medium.*response_variables[variable];
}
std::size_t ordinary_place(std::size_t variable) {
    return static_cast<std::size_t>(response_box_rows[variable].below);
}

Read row_at(std::size_t at_calcium, std::size_t at_potassium, std::size_t beside) {
    auto const& row =
        response_rows[(at_calcium * response_levels(potassium) + at_potassium) * response_beside + beside];
    return {row.threshold_p5, row.threshold_p50, row.threshold_p95, row.fires};
}

/// Where a level lies between the media: the one below it and the share of the way to the next, in
/// logarithms.
struct Between {
    std::size_t place = 0;
    double share = 0;
};
Between between(std::size_t variable, double level) {
    Between out;
    while (out.place + 2 < response_levels(variable) && level >= response_level(variable, out.place + 1))
        ++out.place;
    double const low = response_level(variable, out.place);
    out.share = engine::log(level / low) / engine::log(response_level(variable, out.place + 1) / low);
    return out;
}

/// Weight of each level of a variable in the polynomial of the logarithm through all of them (Lagrange).
template <std::size_t variable>
std::array<double, response_levels(variable)> weights(double level) {
    std::array<double, response_levels(variable)> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = 1;
        for (std::size_t j = 0; j < out.size(); ++j) {
            double const from = response_level(variable, j);
            if (j != i)
                out[i] *= engine::log(level / from) / engine::log(response_level(variable, i) / from);
        }
    }
    return out;
}

} // namespace

double response_level(std::size_t variable, std::size_t place) {
    auto const& row = response_box_rows[variable];
    double const steps = static_cast<double>(place) - row.below;
    double const usual = ordinary(variable);
    if (steps == 0)
        return usual;
    return steps < 0 ? usual * engine::exp(engine::log(row.low / usual) * (-steps / row.below))
                     : usual * engine::exp(engine::log(row.high / usual) * (steps / row.above));
}

Medium<double> response_medium(std::size_t row) {
    RHEOBASE_EXPECTS(row < response_media);
    auto out = ordinary_medium;
    std::size_t const beside = row % response_beside, crossing = row / response_beside;
    out.calcium = response_level(calcium, crossing / response_levels(potassium));
    out.potassium = response_level(potassium, crossing % response_levels(potassium));
    if (beside < response_levels(magnesium))
        out.magnesium = response_level(magnesium, beside);
    else {
        std::size_t const other = beside - response_levels(magnesium);
        out.sodium = response_level(sodium, other < ordinary_place(sodium) ? other : other + 1);
    }
    return out;
}

Response response(Medium<double> const& medium) {
    Response out;
    std::array<double, response_variables.size()> level{};
    for (std::size_t v = 0; v < level.size(); ++v) {
        double const asked = medium.*response_variables[v];
        level[v] = std::clamp(asked, response_box_rows[v].low, response_box_rows[v].high);
        out.beyond = out.beyond || level[v] != asked;
    }
    auto const of_magnesium = weights<magnesium>(level[magnesium]);
    auto const of_sodium = weights<sodium>(level[sodium]);
    auto const c = between(calcium, level[calcium]), k = between(potassium, level[potassium]);
    Read sum{};
    for (std::size_t i = 0; i < 2; ++i) {
        for (std::size_t j = 0; j < 2; ++j) {
            double const weight = (i ? c.share : 1 - c.share) * (j ? k.share : 1 - k.share);
            auto const usual = row_at(c.place + i, k.place + j, ordinary_place(magnesium));
            for (std::size_t o = 0; o < outputs; ++o) {
                // What magnesium does and what sodium does are added; each at its ordinary level does
                // nothing.
                double value = usual[o];
                for (std::size_t m = 0; m < of_magnesium.size(); ++m)
                    value += of_magnesium[m] * (row_at(c.place + i, k.place + j, m)[o] - usual[o]);
                for (std::size_t s = 0, other = 0; s < of_sodium.size(); ++s) {
                    if (s == ordinary_place(sodium))
                        continue;
                    auto const there = row_at(c.place + i, k.place + j, response_levels(magnesium) + other++);
                    value += of_sodium[s] * (there[o] - usual[o]);
                }
                sum[o] += weight * value;
            }
        }
    }
    auto const within = [](double change) { return std::clamp(change, response_least, response_most); };
    out.threshold_p50 = within(sum[1]);
    out.threshold_p5 = std::min(within(sum[0]), out.threshold_p50);
    out.threshold_p95 = std::max(within(sum[2]), out.threshold_p50);
    out.fires_alone = std::clamp(sum[3], 0.0, 1.0);
    return out;
}

} // namespace rheobase::nerve
