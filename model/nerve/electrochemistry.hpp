// Potentials that gradients of ions bring about.
#pragma once

#include "engine/curves.hpp"
#include "engine/elementary.hpp"
#include "model/nerve/electrochemistry.rows.hpp"

namespace rheobase::nerve {

/// RT/F in mV.
template <class Real>
RHEOBASE_INLINE Real thermal_voltage(Real const& celsius) {
    return (celsius + Real(electrochemistry.zero_celsius)) *
           Real(electrochemistry.gas / electrochemistry.faraday * 1000);
}

/// mV at which an ion of one positive charge stands still (Nernst); concentrations in the same unit.
template <class Real>
RHEOBASE_INLINE Real reversal(Real const& outside, Real const& inside, Real const& thermal) {
    return thermal * log(outside / inside);
}

} // namespace rheobase::nerve
