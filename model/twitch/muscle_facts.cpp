#include "model/twitch/muscle_facts.hpp"

#include "engine/draw.hpp"

#include <tuple>

namespace rheobase::twitch {

namespace {

template <template <class> class Facts, class Spreads, class Value>
Facts<double> gathered(Spreads const& spreads, Value const& value) {
    static_assert(std::tuple_size_v<Spreads> == Facts<double>::count);
    Facts<double> facts;
    for (std::size_t i = 0; i < spreads.size(); ++i)
        facts.*(Facts<double>::members[i]) = value(spreads[i]);
    return facts;
}

template <class Value>
MuscleFacts gathered(Value const& value) {
    return {{gathered<MuscleMembraneFacts>(muscle_membrane_spreads, value),
             gathered<MuscleGatesFacts>(muscle_gates_spreads, value)},
            gathered<MuscleForceFacts>(muscle_force_spreads, value),
            gathered<MuscleUnitsFacts>(muscle_units_spreads, value),
            gathered<JunctionFacts>(junction_spreads, value)};
}

} // namespace

MuscleFacts usual_muscle() {
    return gathered([](FactSpread const& fact) { return fact.value; });
}

MuscleFacts rival_muscle(std::uint64_t seed, std::uint32_t number) {
    return gathered([=](FactSpread const& fact) { return engine::draw(fact, seed, number); });
}

nerve::Medium<double> usual_in_muscle(MuscleFacts const& facts) {
    auto medium = nerve::ordinary_medium;
    medium.temperature = facts.force.warmth;
    return medium;
}

} // namespace rheobase::twitch
