// What no report shows: pools, sweat, thresholds and half-lives, read off the facts that the same people are
// made of.
#include "tests/validation/study.hpp"

#include "model/ions/ingested.rows.hpp"
#include "model/ions/kernel.hpp"
#include "model/ions/person.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase::validation {

namespace {

using Body = ions::Physiology<double>;

template <class Figure>
Outcome among(int people, Figure figure) {
    auto const who = healthy_adults(people, 901).who;
    auto const facts = ions::all_facts();
    std::vector<double> values;
    // Drawing a body costs next to nothing, so a crowd here is a large one.
    for (std::uint32_t i = 0; i < 20 * static_cast<std::uint32_t>(people); ++i)
        values.push_back(figure(ions::physiology(ions::participant(who, 901, i), facts, 901, i)));
    return outcome_of(std::move(values));
}

double half_life(double store, double flux) {
    return std::log(2.0) * store / flux;
}

/// How long half of an ordinary level of 25-OH-D lasts when no more is made.
double half_life_of_stored_form(Body const& b) {
    constexpr double level = 60, hours = 24; // nmol/L
    alignas(64) double now[ions::state_count], rate[ions::state_count];
    std::ranges::fill(now, 1.0);
    now[ions::at::vitamin_d3] = 0;
    now[ions::at::vitamin_d_25oh] = level;
    alignas(64) Body const body = b;
    alignas(64) ions::Forcing<double> const nothing{};
    ions::kernel(1).rates(reinterpret_cast<double const*>(&body), reinterpret_cast<double const*>(&nothing),
                          now, rate);
    return half_life(level, -rate[ions::at::vitamin_d_25oh]) / hours;
}

Measured stored_vitamin_d(int people) {
    return {{"days", among(people, half_life_of_stored_form)}};
}

double exchangeable(Body const& b) {
    return b.magnesium.volume * b.magnesium.serum + b.magnesium.cell_store;
}

Measured magnesium_pools(int people) {
    return {{"per_kg", among(people, [](Body const& b) { return exchangeable(b) / b.who.weight; })},
            {"share_of_body", among(people,
                                    [](Body const& b) {
                                        double const in_bone = b.calcium.skeleton * b.calcium.bone_magnesium;
                                        return 100 * exchangeable(b) /
                                               (exchangeable(b) + b.magnesium.deep_store + in_bone);
                                    })},
            {"third_pool",
             among(people, [](Body const& b) { return 100 * b.magnesium.cell_store / exchangeable(b); })},
            {"slow_half_life", among(people, [](Body const& b) {
                 return half_life(b.magnesium.deep_store, b.magnesium.deep_flux);
             })}};
}

Measured magnesium_turnover(int people) {
    return {{"slow_exponential", among(people, [](Body const& b) {
                 return half_life(b.magnesium.cell_store, b.magnesium.cell_flux);
             })}};
}

Measured thirst(int people) {
    return {{"thirst_slope", among(people, [](Body const& b) { return b.water.thirst_rating_slope; })},
            {"thirst_threshold", among(people, [](Body const& b) { return b.water.thirst_rating_threshold; })},
            {"avp_slope", among(people, [](Body const& b) { return b.water.vasopressin_slope; })},
            {"avp_threshold", among(people, [](Body const& b) { return b.water.vasopressin_threshold; })}};
}

Measured sweat(int people) {
    auto const sodium = among(people, [](Body const& b) { return b.losses.sweat_sodium; });
    double const n = 20 * people;
    return {{"sodium_mean", sodium},
            {"sodium_sd", single(sodium.standard_error * std::sqrt(n))},
            {"potassium", among(people, [](Body const& b) { return b.losses.sweat_potassium; })},
            {"rate", among(people, [](Body const& b) { return b.losses.sport_sweat; })}};
}

Measured minerals_in_sweat(int people) {
    auto const mg_a_day = [](double mmol_an_hour, Ingested what) {
        return mmol_an_hour * 24 * ions::ingested_rows[static_cast<std::size_t>(what)].mass_per_mmol;
    };
    return {{"magnesium_at_rest", among(people, [=](Body const& b) {
                 return mg_a_day(b.losses.skin_magnesium, Ingested::magnesium);
             })},
            {"calcium_at_rest", among(people, [=](Body const& b) {
                 return mg_a_day(b.losses.skin_calcium, Ingested::calcium);
             })},
            {"magnesium", among(people, [](Body const& b) { return b.losses.sweat_magnesium; })},
            {"calcium", among(people, [](Body const& b) { return b.losses.sweat_calcium; })}};
}

constexpr std::array studies{Study{"A14", stored_vitamin_d, true},
                             Study{"A18", magnesium_pools, true},
                             Study{"A19", magnesium_turnover, true},
                             Study{"A26", thirst, true},
                             Study{"A27", sweat, true},
                             Study{"A28", minerals_in_sweat, true}};

} // namespace

std::span<Study const> body_studies() {
    return studies;
}

} // namespace rheobase::validation
