// Fixed negative charges on the outer face of the membrane draw cations to it, and what voltage sensors feel
// is the potential at that face, not that of the fluid further out. Divalent ions screen the charges (Grahame
// 1947) and some bind to them, so that with less calcium the gates open at more negative potentials. Left
// out: the charges' unevenness, the inner face, and the reach of the field to the sensors.
#pragma once

#include "model/nerve/electrochemistry.hpp"
#include "model/nerve/medium.hpp"
#include "model/nerve/surface_charge.rows.hpp"

namespace rheobase::nerve {

/// Charges of the membrane's face that divalent ions and protons bind to.
template <class Real>
struct SurfaceSites {
    Real density;           ///< e/nm2, all of them negative when free
    Real calcium_binding;   ///< 1/M
    Real magnesium_binding; ///< 1/M
    Real acid_binding;      ///< 1/M
};

/// e/nm2 that the face carries at the relative potential y = psi F/RT, `boltzmann` being e^-y: a bound
/// divalent ion turns a site's charge round, a proton silences it.
template <class Real>
RHEOBASE_INLINE Real charge_of_sites(SurfaceSites<Real> const& sites, Medium<Real> const& m,
                                     Real const& protons, Real const& boltzmann) {
    Real const milli(1e-3);
    Real const pull = boltzmann * boltzmann;
    Real const divalent =
        milli * pull * (sites.calcium_binding * m.calcium + sites.magnesium_binding * m.magnesium);
    Real const acid = sites.acid_binding * protons * boltzmann;
    return -sites.density * (Real(1.0) - divalent) / (Real(1.0) + divalent + acid);
}

/// (e/nm2)^2 that the cloud of ions before the face holds, by Grahame.
template <class Real>
RHEOBASE_INLINE Real squared_charge_of_cloud(Medium<Real> const& m, Real const& boltzmann) {
    auto const& e = electrochemistry;
    // mmol/L are mol/m3; a charge for each nm2 is 10^18 for each m2.
    Real const scale = (m.temperature + Real(e.zero_celsius)) *
                       Real(2 * e.water_permittivity * e.vacuum_permittivity * e.gas /
                            (e.elementary_charge * e.elementary_charge * 1e36));
    Real const one(1.0);
    Real const single = m.sodium + m.potassium;
    Real const twice = m.calcium + m.magnesium;
    Real const anions = single + twice + twice;
    return scale * (single * (boltzmann - one) + twice * (boltzmann * boltzmann - one) +
                    anions * (one / boltzmann - one));
}

/// mV of the face against the fluid, at most zero: where the sites' charge is what the cloud holds.
template <class Real>
RHEOBASE_INLINE Real surface_potential(SurfaceSites<Real> const& sites, Medium<Real> const& m) {
    Real const thermal = thermal_voltage(m.temperature);
    Real const protons = exp(m.ph * Real(-2.302585092994046));
    // Halving an interval of 256 mV fifty times leaves nothing of it; the sites' charge falls and the cloud's
    // rises with -psi.
    Real low(-256.0), high(0.0);
    for (int i = 0; i < 50; ++i) {
        Real const middle = Real(0.5) * (low + high);
        Real const boltzmann = exp(-middle / thermal);
        Real const sites_charge = charge_of_sites(sites, m, protons, boltzmann);
        Real const cloud = squared_charge_of_cloud(m, boltzmann);
        // Sites that turned positive hold nothing back either.
        Real const held = smaller(sites_charge, Real(0.0));
        auto const too_deep = cloud > held * held;
        low = select(too_deep, middle, low);
        high = select(too_deep, high, middle);
    }
    return Real(0.5) * (low + high);
}

} // namespace rheobase::nerve
