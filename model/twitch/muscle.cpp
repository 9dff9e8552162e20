#include "model/twitch/muscle.hpp"

#include "base/expects.hpp"
#include "engine/normal_quantile.hpp"
#include "engine/percentile.hpp"
#include "model/twitch/muscle_lift.hpp"
#include "model/twitch/muscle_spike.hpp"

#include <algorithm>
#include <array>

namespace rheobase::twitch {

namespace {

constexpr std::size_t fibres = 16;
constexpr int side_by_side = 2; ///< registers of every machine hold two
constexpr double followed_ms = 3, step_ms = 0.02;
using Pair = engine::Lanes<side_by_side>;
using One = engine::Lanes<1>;

struct Fibre {
    MembraneFacts<double> facts;
    FibreCondition<double> condition;
};

/// One fibre of the muscle. Those with much potassium inside are not those with little leak: the places of
/// the one are dealt out among those of the other by a step that shares no factor with their number.
Fibre fibre(MuscleFacts const& facts, FibreCondition<double> const& condition, std::size_t number) {
    constexpr std::size_t dealt = 7;
    auto const place = [](std::size_t i) {
        return engine::normal_quantile((static_cast<double>(i) + 0.5) / fibres);
    };
    Fibre own{facts.fibre, condition};
    own.facts.membrane.potassium_inside *= engine::exp(facts.force.fibre_potassium * place(number));
    double const leakier = engine::exp(facts.force.fibre_leak * place(number * dealt % fibres));
    own.facts.membrane.sodium_leak *= leakier;
    own.condition.sodium_leak *= leakier;
    return own;
}

/// A fibre at one of its stable potentials, and what share of such fibres is there.
struct Lying {
    Bath<double> bath;
    double potential = 0;
    double share = 0;
    double tubule_peak = 0, surface_peak = 0;
};

void fire(std::vector<Lying>& all, MembraneFacts<double> const& facts) {
    auto const shared = lifted<Pair>(facts);
    for (std::size_t first = 0; first < all.size(); first += side_by_side) {
        auto const at = [&](auto const& of) {
            std::array<double, side_by_side> values;
            for (std::size_t lane = 0; lane < side_by_side; ++lane)
                values[lane] = of(all[std::min(first + lane, all.size() - 1)]);
            return Pair::load(values.data());
        };
        auto const b = [&](double Bath<double>::*member) {
            return at([=](Lying const& one) { return one.bath.*member; });
        };
        Bath<Pair> const together{b(&Bath<double>::potassium_equilibrium),
                                  b(&Bath<double>::sodium_equilibrium),
                                  b(&Bath<double>::potassium),
                                  b(&Bath<double>::usual_potassium),
                                  b(&Bath<double>::pump),
                                  b(&Bath<double>::sodium_leak),
                                  b(&Bath<double>::chloride),
                                  b(&Bath<double>::gate_shift),
                                  b(&Bath<double>::gate_speed)};
        auto const seen = fired(at([](Lying const& one) { return one.potential; }), together, shared,
                                facts.membrane.endplate_time, followed_ms, step_ms);
        for (std::size_t lane = 0; lane < side_by_side && first + lane < all.size(); ++lane) {
            all[first + lane].tubule_peak = seen.tubule_peak.lane(static_cast<int>(lane));
            all[first + lane].surface_peak = seen.surface_peak.lane(static_cast<int>(lane));
        }
    }
}

/// Share of the fibres in the less negative of two wells.
double in_upper_well(Rest const& rest, MuscleForceFacts<double> const& f) {
    return rest.two_stable() ? 1 / (1 + engine::exp(rest.deeper_by / f.well_noise)) : 0;
}

struct Pulled {
    double depolarised = 0, firing = 0, twitch = 0, tetanus = 0, effort = 0;
};

/// What everything is measured against.
struct Usual {
    nerve::Medium<double> medium{};
    double conductance_needed = 0; ///< of the endplate of the median fibre
    Pulled pulled{};
};

Pulled pulled(nerve::Medium<double> const& medium, Usual const& before, MuscleFacts const& facts,
              FibreCondition<double> const& condition) {
    RHEOBASE_EXPECTS(medium.potassium > 0 && medium.sodium > 0 && medium.calcium > 0 && medium.magnesium > 0);
    auto const& usual = before.medium;
    double const shift = plain_shift(medium, usual, facts.fibre.gates);
    std::vector<Lying> lying;
    for (std::size_t i = 0; i < fibres; ++i) {
        auto const own = fibre(facts, condition, i);
        auto const bath = plain_bath(medium, usual, own.condition, own.facts, shift);
        auto const where = rest(bath, own.facts);
        double const upper = in_upper_well(where, facts.force);
        lying.push_back({bath, where.resting(), 1 - upper});
        if (where.two_stable())
            lying.push_back({bath, where.depolarised(), upper});
    }
    fire(lying, facts.fibre);

    auto const medium_one = lifted<One>(medium), usual_one = lifted<One>(usual);
    auto const junction = lifted<One>(facts.junction);
    auto const force = lifted<One>(facts.force);
    Pulled sum;
    for (std::size_t i = 0; i < lying.size(); ++i) {
        auto const& one = lying[i];
        double const weight = one.share / fibres;
        One const release = released(One(one.tubule_peak), One(one.potential), force);
        double const tetanic = tetanus(release, force).lane(0);
        double const threshold = facts.force.endplate_threshold + one.bath.gate_shift;
        One const needed = conductance_needed(One(one.potential), One(threshold), junction);
        double const safety = safety_factor(medium_one, usual_one, One(facts.force.effort_rate), needed,
                                            One(before.conductance_needed), junction)
                                  .lane(0);
        bool const let_go =
            one.potential - one.bath.potassium_equilibrium > facts.fibre.membrane.rectifier_shift;
        sum.depolarised += let_go ? weight : 0;
        sum.firing += one.tubule_peak > facts.force.spike_least ? weight : 0;
        sum.twitch += weight * release.lane(0);
        sum.tetanus += weight * tetanic;
        sum.effort += weight * tetanic * transmitting(safety, facts.junction.safety_spread);
    }
    return sum;
}

Usual usually(double temperature, MuscleFacts const& facts) {
    Usual usual;
    usual.medium = nerve::ordinary_medium;
    usual.medium.temperature = temperature;
    auto const where = rest(plain_bath(usual.medium, usual.medium, rested, facts.fibre), facts.fibre);
    usual.conductance_needed = conductance_needed(One(where.resting()), One(facts.force.endplate_threshold),
                                                  lifted<One>(facts.junction))
                                   .lane(0);
    usual.pulled = pulled(usual.medium, usual, facts, rested);
    return usual;
}

} // namespace

MuscleState muscle(nerve::Medium<double> const& medium, MuscleFacts const& facts,
                   FibreCondition<double> const& condition) {
    auto const before = usually(medium.temperature, facts);
    auto const now = pulled(medium, before, facts, condition);
    auto const bath = plain_bath(medium, before.medium, condition, facts.fibre);
    MuscleState state;
    state.rest = rest(bath, facts.fibre);
    std::vector<Lying> median{{bath, state.rest.resting(), 1}};
    fire(median, facts.fibre);
    state.surface_peak = median.front().surface_peak;
    state.tubule_peak = median.front().tubule_peak;
    state.depolarised_share = now.depolarised;
    state.firing_share = now.firing;
    state.twitch = now.twitch / before.pulled.twitch;
    state.tetanus = now.tetanus / before.pulled.tetanus;
    state.effort = now.effort / before.pulled.effort;
    return state;
}

std::vector<Strength> strength(std::span<nerve::Medium<double> const> bloods, int rivals,
                               std::uint64_t seed) {
    RHEOBASE_EXPECTS(rivals > 0);
    std::vector<std::vector<double>> shares(bloods.size());
    for (int number = 0; number < rivals; ++number) {
        auto const facts = rival_muscle(seed, static_cast<std::uint32_t>(number));
        auto const before = usually(facts.force.warmth, facts);
        for (std::size_t i = 0; i < bloods.size(); ++i) {
            auto medium = bloods[i];
            medium.temperature = facts.force.warmth;
            shares[i].push_back(pulled(medium, before, facts, rested).effort / before.pulled.effort);
        }
    }
    std::vector<Strength> all;
    for (auto& of : shares)
        all.push_back(
            {engine::percentile(of, 0.05), engine::percentile(of, 0.5), engine::percentile(of, 0.95)});
    return all;
}

} // namespace rheobase::twitch
