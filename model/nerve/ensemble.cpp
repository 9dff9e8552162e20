// The committed table as axons.
#include "model/nerve/ensemble.hpp"

#include "model/nerve/ensemble.rows.hpp"

#include <vector>

namespace rheobase::nerve {

namespace {

Member member(EnsembleRow const& r) {
    Member m{};
    m.number = static_cast<unsigned>(r.axon);
    m.axon.membrane = {
        .sodium_permeability = r.sodium_permeability,
        .persistent_share = r.persistent_share,
        .node_slow_potassium = r.node_slow_potassium,
        .node_fast_potassium = r.node_fast_potassium,
        .node_leak = r.node_leak,
        .internode_slow_potassium = r.internode_slow_potassium,
        .internode_fast_potassium = r.internode_fast_potassium,
        .rectifier = r.rectifier,
        .internode_leak = r.internode_leak,
        .barrett_barrett = r.barrett_barrett,
        .node_capacitance = r.node_capacitance,
        .myelin_capacitance = r.myelin_capacitance,
        .internode_capacitance = r.internode_capacitance,
        .rest = r.rest,
        .slow_rate = r.slow_rate,
        .slow_shift = r.slow_shift,
        .slow_slope = r.slow_slope,
        .persistent_shift = r.persistent_shift,
        .inactivation_shift = r.inactivation_shift,
        .inactivation_rate = r.inactivation_rate,
        .activation_shift = r.activation_shift,
        .node_pump = r.node_pump,
        .internode_pump = r.internode_pump,
        .periaxonal_width = r.periaxonal_width,
        .periaxonal_exchange = r.periaxonal_exchange,
        .fast_shift = r.fast_shift,
    };
    m.axon.ions = {
        .site_density = r.site_density,
        .calcium_binding = r.calcium_binding,
        .potassium_gate_share = r.potassium_gate_share,
        .persistent_calcium_exponent = r.persistent_calcium_exponent,
        .persistent_ph_slope = r.persistent_ph_slope,
        .calcium_leak = r.calcium_leak,
        .calcium_leak_half = r.calcium_leak_half,
        .calcium_leak_power = r.calcium_leak_power,
        .pump_potassium_half = r.pump_potassium_half,
        .capacitance_for_area = r.capacitance_for_area,
    };
    m.branch = {
        .persistent_gain = r.persistent_gain,
        .load = r.load,
        .noise_gain = r.noise_gain,
    };
    m.rheobase = r.rheobase;
    m.person_rheobase = r.person_rheobase;
    return m;
}

} // namespace

std::span<Member const> ensemble() {
    static std::vector<Member> const members = [] {
        std::vector<Member> all;
        for (auto const& row : ensemble_rows)
            all.push_back(member(row));
        return all;
    }();
    return members;
}

} // namespace rheobase::nerve
