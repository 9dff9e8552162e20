// The same facts and values on another kind of number, so that one law serves a single fibre and several side
// by side.
#pragma once

#include "engine/lanes.hpp"
#include "model/twitch/muscle_membrane.hpp"

namespace rheobase::twitch {

template <class Real, template <class> class Facts>
constexpr Facts<Real> lifted(Facts<double> const& facts) {
    Facts<Real> same;
    for (std::size_t i = 0; i < Facts<double>::count; ++i)
        same.*(Facts<Real>::members[i]) = Real(facts.*(Facts<double>::members[i]));
    return same;
}

template <class Real>
constexpr MembraneFacts<Real> lifted(MembraneFacts<double> const& facts) {
    return {lifted<Real>(facts.membrane), lifted<Real>(facts.gates)};
}

template <class Real>
constexpr FibreCondition<Real> lifted(FibreCondition<double> const& c) {
    return {Real(c.pump), Real(c.chloride), Real(c.sodium_leak)};
}

template <class Real>
constexpr Bath<Real> lifted(Bath<double> const& b) {
    return {Real(b.potassium_equilibrium),
            Real(b.sodium_equilibrium),
            Real(b.potassium),
            Real(b.usual_potassium),
            Real(b.pump),
            Real(b.sodium_leak),
            Real(b.chloride),
            Real(b.gate_shift),
            Real(b.gate_speed)};
}

/// What charge_shift says, as a plain number of mV.
inline double plain_shift(nerve::Medium<double> const& medium, nerve::Medium<double> const& usual,
                          MuscleGatesFacts<double> const& facts) {
    using One = engine::Lanes<1>;
    return charge_shift(lifted<One>(medium), lifted<One>(usual), lifted<One>(facts)).lane(0);
}

/// The bath of one fibre, as plain numbers.
inline Bath<double> plain_bath(nerve::Medium<double> const& medium, nerve::Medium<double> const& usual,
                               FibreCondition<double> const& condition, MembraneFacts<double> const& facts,
                               double shift) {
    using One = engine::Lanes<1>;
    auto const b =
        bath(lifted<One>(medium), lifted<One>(usual), lifted<One>(condition), lifted<One>(facts), One(shift));
    return {b.potassium_equilibrium.lane(0),
            b.sodium_equilibrium.lane(0),
            b.potassium.lane(0),
            b.usual_potassium.lane(0),
            b.pump.lane(0),
            b.sodium_leak.lane(0),
            b.chloride.lane(0),
            b.gate_shift.lane(0),
            b.gate_speed.lane(0)};
}

inline Bath<double> plain_bath(nerve::Medium<double> const& medium, nerve::Medium<double> const& usual,
                               FibreCondition<double> const& condition, MembraneFacts<double> const& facts) {
    return plain_bath(medium, usual, condition, facts, plain_shift(medium, usual, facts.gates));
}

} // namespace rheobase::twitch
