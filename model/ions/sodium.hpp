// Sodium and the two drives that balance it: aldosterone, which holds it back when volume is low or potassium high, and the
// natriuretic drive, which lets it go as volume grows, in part at once and in part over a day. Left out: blood pressure, and sodium stored in skin.
#pragma once

#include "engine/curves.hpp"
#include "model/ions/sodium.rows.hpp"

namespace rheobase::ions {

/// Aldosterone relative to ordinary, as it is called for by volume (relative change), potassium (mmol/L above ordinary) and
/// what medicines and stages do to renin.
template <class Volume, class Potassium, class Real>
RHEOBASE_INLINE constexpr auto aldosterone_called_for(Volume const& volume_change, Potassium const& potassium_change,
                                                      Real const& by_renin, SodiumFacts<Real> const& f) {
    auto const call = by_renin * exp(potassium_change * f.aldosterone_potassium_slope - volume_change * f.aldosterone_volume_slope);
    return engine::up_to(call, f.aldosterone_most);
}

/// What volume does to sodium excretion at once: a lack holds it back, a surplus waits for the slow drive.
template <class Volume, class Real>
RHEOBASE_INLINE constexpr auto let_go_at_once(Volume const& volume_change, SodiumFacts<Real> const& f) {
    return engine::up_to(exp(volume_change * f.volume_slope), f.volume_most);
}

template <class Volume, class Real>
RHEOBASE_INLINE constexpr auto natriuresis_called_for(Volume const& volume_change, SodiumFacts<Real> const& f) {
    return engine::up_to(exp(volume_change * f.drive_slope), f.drive_most);
}

} // namespace rheobase::ions
