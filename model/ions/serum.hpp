// What a laboratory would read from a body at one moment.
#pragma once

#include "model/ions/body.hpp"
#include "model/ions/experiment.hpp"

namespace rheobase::ions {

/// What can be read at a moment comes first in Observable; what is summed up since the last row follows it.
inline constexpr std::size_t momentary_count = static_cast<std::size_t>(Observable::urine_calcium);

/// Writes every momentary observable, in its unit, into `out` by its place in Observable.
template <class Real>
RHEOBASE_INLINE void read_serum(States<AsValue<Real>::template At> const& s, Physiology<Real> const& p, Real* out) {
    auto const put = [&](Observable what, Real const& value)
                         __attribute__((always_inline)) { out[static_cast<std::size_t>(what)] = value; };
    Real const calcium = s.calcium / p.calcium.volume;
    Real const osmoles = osmolality(s.sodium, s.water, s.cell_potassium, p);
    put(Observable::calcium_serum, calcium + p.who.albumin_calcium);
    put(Observable::calcium_ionised,
        ionised_calcium(calcium, s.citrate / p.acid_base.citrate_space,
                        s.phosphate / phosphate_space(log(s.insulin), p.phosphate) - p.phosphate.serum, s.bicarbonate, p.calcium));
    put(Observable::magnesium_serum, s.magnesium / p.magnesium.volume);
    put(Observable::magnesium_cell, s.cell_magnesium / p.magnesium.cell_water);
    put(Observable::phosphate_serum, s.phosphate / phosphate_space(log(s.insulin), p.phosphate));
    put(Observable::potassium_serum, s.plasma_potassium / p.potassium.plasma_volume);
    put(Observable::sodium_serum, sodium_at(osmoles, p));
    put(Observable::osmolality, osmoles);
    put(Observable::pth, s.pth);
    put(Observable::calcitriol, s.calcitriol);
    put(Observable::fgf23, s.fgf23 * p.calcitriol.fgf23_level);
    put(Observable::vitamin_d_25oh, s.vitamin_d_25oh);
    put(Observable::b12_store, s.b12_store);
    put(Observable::b12_serum, s.b12_serum);
    put(Observable::aldosterone, s.aldosterone);
    put(Observable::body_water, s.water);
    put(Observable::bicarbonate, s.bicarbonate + p.acid_base.bicarbonate);
}

} // namespace rheobase::ions
