#include "model/nerve/cable_membrane.hpp"

#include "engine/elementary.hpp"
#include "model/nerve/cable_fibre.rows.hpp"
#include "model/nerve/cable_ions.rows.hpp"
#include "model/nerve/cable_kernel.hpp"
#include "model/nerve/electrochemistry.rows.hpp"

namespace rheobase::nerve::cable {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double cm2_per_um2 = 1e-8;
constexpr double us_per_s = 1e6, nf_per_uf = 1e3, mv_per_v = 1e3;

double power(double base, double exponent) {
    return engine::exp(exponent * engine::log(base));
}

/// How much faster than at `from` degrees.
double warmed(double q10, double temperature, double from) {
    return power(q10, (temperature - from) / 10);
}

/// mV per e-fold.
double thermal_voltage(double temperature) {
    constexpr auto& e = electrochemistry;
    return mv_per_v * e.gas * (temperature + e.zero_celsius) / e.faraday;
}

/// Where a channel that lets potassium and, that much less well, sodium pass carries nothing.
double mixed_reversal(Medium<double> const& medium, double sodium) {
    constexpr auto& c = electrochemistry;
    return thermal_voltage(medium.temperature) *
           engine::log((medium.potassium + sodium * medium.sodium) /
                       (c.axoplasm_potassium + sodium * c.axoplasm_sodium));
}

} // namespace

NodeMembrane<double> node_membrane(FibreShape const& shape, NodeChannels channels,
                                   Medium<double> const& medium, NodeScale const& scale, double step) {
    constexpr auto& p = cable_channels;
    constexpr auto& c = cable_ions;
    double const cm2 = pi * shape.node * cable_fibre.node_length * cm2_per_um2;
    double const us = us_per_s * cm2;
    double const t = medium.temperature;
    NodeMembrane<double> n{};
    n.capacitance_per_step = nf_per_uf * cm2 * cable_fibre.axolemma_capacitance / step;
    double leak_reversal = p.leak_reversal;
    if (channels == NodeChannels::published) {
        n.sodium = us * p.fast_sodium;
        n.persistent = us * p.persistent_sodium;
        n.slow = us * p.slow_potassium;
        n.leak = us * p.leak;
        n.e_sodium = p.sodium_reversal;
        n.e_potassium = p.potassium_reversal;
    } else {
        double const open = us * warmed(c.conductance_q10, t, c.reference_temperature);
        n.sodium = open * c.fast_sodium;
        n.persistent = open * c.persistent_sodium;
        n.slow = open * c.slow_potassium;
        n.leak = open * c.leak;
        n.e_sodium = thermal_voltage(t) * engine::log(medium.sodium / electrochemistry.axoplasm_sodium);
        n.e_potassium =
            thermal_voltage(t) * engine::log(medium.potassium / electrochemistry.axoplasm_potassium);
        leak_reversal = mixed_reversal(medium, c.leak_sodium);
    }
    n.sodium *= scale.fast_sodium;
    n.persistent *= scale.persistent_sodium;
    n.slow *= scale.slow_potassium;
    n.leak *= scale.leak;
    n.leak_drive = n.leak * leak_reversal;
    n.shift_sodium = scale.shift_sodium_mv;
    n.shift_potassium = scale.shift_potassium_mv;
    n.step_m = step * warmed(p.m_q10, t, p.m_temperature);
    n.step_h = step * warmed(p.h_q10, t, p.h_temperature);
    n.step_s = step * (channels == NodeChannels::published
                           ? warmed(p.s_q10, t, p.s_temperature)
                           : warmed(gates.potassium_q10, t, gates.reference_temperature));
    return n;
}

InternodeState internode_state(NodeChannels channels, Medium<double> const& medium, double lamellae) {
    constexpr auto& c = cable_ions;
    if (channels == NodeChannels::published)
        return {.lamellae = lamellae};
    double const warmer = medium.temperature - c.reference_temperature;
    return {.lamellae = lamellae,
            .leak = power(c.conductance_q10, warmer / 10),
            .resistivity = power(c.resistivity_q10, -warmer / 10)};
}

double internode_rest(NodeChannels channels, Medium<double> const& medium) {
    return channels == NodeChannels::published ? cable_fibre.internode_reversal
                                               : mixed_reversal(medium, cable_ions.internode_leak_sodium);
}

double resting(NodeChannels channels, NodeMembrane<double> const& node, HalfModes const& same,
               double rest_of_internode) {
    auto const& laws = cable_kernel(1).of(channels);
    auto const outward = [&](double v) {
        Gates<double> at_rest{};
        laws.settle(reinterpret_cast<double const*>(&node), &v, reinterpret_cast<double*>(&at_rest));
        auto const open = membrane(node, at_rest);
        return open.conductance * v - open.drive + 2 * same.steady * (v - rest_of_internode);
    };
    // Inward current rises from nothing far below rest; the first sign change upward is where the fibre
    // rests.
    constexpr double far_below = -150, far_above = 50, stride = 0.25;
    double low = far_below;
    while (low < far_above && outward(low + stride) < 0)
        low += stride;
    double high = low + stride;
    constexpr int halvings = 60;
    for (int i = 0; i < halvings; ++i) {
        double const middle = (low + high) / 2;
        (outward(middle) < 0 ? low : high) = middle;
    }
    return (low + high) / 2;
}

} // namespace rheobase::nerve::cable
