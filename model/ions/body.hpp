// The whole body: every flow is worked out once and enters the account it leaves and the account it reaches, so that what
// is eaten is in the body, in urine, or lost, and nowhere else. The laws themselves stand in the files named after them.
#pragma once

#include "model/ions/calcitriol.hpp"
#include "model/ions/calcium.hpp"
#include "model/ions/gut.hpp"
#include "model/ions/magnesium.hpp"
#include "model/ions/parathyroid.hpp"
#include "model/ions/phosphate.hpp"
#include "model/ions/physiology.hpp"
#include "model/ions/potassium.hpp"
#include "model/ions/sodium.hpp"
#include "model/ions/states.rows.hpp"
#include "model/ions/vitamin_d.hpp"
#include "model/ions/water.hpp"

namespace rheobase::ions {

/// States as plain numbers: `States<AsValue<Real>::At>`.
template <class Real>
struct AsValue {
    template <std::size_t>
    using At = Real;
};

/// Relative change of the volume outside cells, and effective osmolality (mOsm/kg), from salt and water.
template <class Sodium, class Water, class CellPotassium, class Real>
RHEOBASE_INLINE constexpr auto osmolality(Sodium const& sodium, Water const& water, CellPotassium const& cell_potassium,
                                          Physiology<Real> const& p) {
    auto const& f = p.water;
    Real const by_sodium = 2.0 * f.osmolality / (f.osmolality - f.other_osmoles);
    Real const in_cells = (1.0 - f.extracellular_share) * p.who.water * f.osmolality;
    auto const moved = (cell_potassium - p.potassium.cell * p.potassium.cell_volume) * f.cell_potassium_osmoles;
    return (sodium * by_sodium + moved + in_cells) / water;
}

/// mmol/L of sodium at an osmolality.
template <class Osmolality, class Real>
RHEOBASE_INLINE constexpr auto sodium_at(Osmolality const& osmolality, Physiology<Real> const& p) {
    return (osmolality - p.water.other_osmoles) * 0.5;
}

/// Writes into `d` the rate of change of every state of `s`, an hour. Works on plain numbers and on numbers with slopes.
template <class S, class D, class Real>
RHEOBASE_INLINE constexpr void rates(S const& s, D& d, Physiology<Real> const& p, Forcing<Real> const& in) {
    constexpr double hours = 24;

    // Concentrations, and what the hormones amount to against ordinary.
    auto const calcium = s.calcium / p.calcium.volume;
    auto const magnesium = s.magnesium / p.magnesium.volume;
    auto const magnesium_relative = magnesium / p.magnesium.serum;
    auto const cell_magnesium = s.cell_magnesium / p.magnesium.cell_store;
    auto const log_insulin = log(s.insulin);
    auto const phosphate = s.phosphate / phosphate_space(log_insulin, p.phosphate);
    auto const phosphate_relative = phosphate / p.phosphate.serum;
    auto const potassium = s.plasma_potassium / p.potassium.plasma_volume;
    auto const interstitial = s.interstitial_potassium / quick_space(log_insulin, in.quick_uptake, p.potassium);
    auto const potassium_change = potassium - p.potassium.serum;
    auto const ionised =
        ionised_calcium(calcium, s.citrate / p.acid_base.citrate_space, phosphate - p.phosphate.serum, s.bicarbonate,
                        p.calcium);
    // Gland, kidney and enzyme sense calcium by the same receptor, so that a person's set point is that of all three.
    Real const ordinary_ionised = p.calcium.ionised + p.parathyroid.set_point_spread + in.set_point;
    auto const ionised_relative = ionised / ordinary_ionised;
    auto const stored_acting = stored_form_acting(s.vitamin_d_25oh, p.vitamin_d);
    auto const calcitriol = s.calcitriol / p.calcitriol.level + stored_acting; // what the receptor sees
    auto const resisted = left_by_magnesium(cell_magnesium, p.parathyroid.magnesium_resistance,
                                            p.parathyroid.magnesium_resistance_steepness);
    auto const pth_heard = s.pth / p.parathyroid.level * resisted;
    auto const pth_effect = pth_heard * p.who.kidney_pth;
    auto const log_pth = log(pth_effect);
    auto const osmoles = osmolality(s.sodium, s.water, s.cell_potassium, p);
    auto const serum_sodium = sodium_at(osmoles, p);
    auto const volume_change = s.sodium / serum_sodium / (p.water.extracellular_share * p.who.water) - 1.0;
    Real const hastened = 1.0 + in.stool * p.losses.stool_transit;

    // Gut.
    auto const transport = transport_by_calcitriol(calcitriol, p.gut);
    auto const calcium_in = calcium_uptake(s.gut_calcium, transport * (p.who.transport_by_age * in.calcium_absorption),
                                           in.calcium_reach, p.gut);
    auto const magnesium_in =
        magnesium_uptake(s.gut_magnesium, transport, in.magnesium_reach, in.magnesium_absorption, p.gut);
    auto const phosphate_in = phosphate_uptake(s.gut_phosphate, transport, s.gut_calcium, p.gut);
    auto const potassium_in = p.gut.potassium_rate * s.gut_potassium;
    auto const carbohydrate_in = p.gut.carbohydrate_rate * s.gut_carbohydrate;
    Real const transit = p.gut.transit_rate * hastened;
    auto const calcium_passed = transit * s.gut_calcium;
    auto const magnesium_passed = p.gut.magnesium_transit_rate * hastened * s.gut_magnesium;
    auto const phosphate_passed = transit * s.gut_phosphate;
    auto const potassium_passed = p.gut.potassium_faecal_rate * hastened * s.gut_potassium;
    auto const calcium_secreted = p.gut.calcium_secreted * (calcium / p.calcium.serum);
    auto const magnesium_secreted = p.gut.magnesium_secreted * magnesium_relative;
    d.gut_calcium = in.calcium - calcium_in - calcium_passed;
    d.gut_magnesium = in.magnesium - magnesium_in - magnesium_passed;
    d.gut_phosphate = in.phosphate - phosphate_in - phosphate_passed;
    d.gut_potassium = in.potassium - potassium_in - potassium_passed;
    d.gut_carbohydrate = in.carbohydrate - carbohydrate_in;

    // Sodium, water and their hormones.
    auto const log_aldosterone = log(s.aldosterone);
    auto const sodium_out = p.sodium.excreted * engine::up_to(in.sodium_excretion, p.sodium.medicine_most) *
                                p.who.kidney_sodium * s.natriuretic_drive *
                                let_go_at_once(volume_change, p.sodium) *
                                exp(log_aldosterone * -p.sodium.aldosterone_exponent) +
                            p.sodium.obligatory;
    auto const sodium_beyond = (sodium_out - p.sodium.excreted) * (hours / 100);
    auto const sodium_excess = sodium_beyond / (1.0 + sodium_beyond / p.sodium.excess_half);
    auto const called_aldosterone =
        aldosterone_called_for(volume_change, potassium_change, in.aldosterone, p.sodium);
    d.aldosterone = p.sodium.aldosterone_rate * (called_aldosterone - s.aldosterone);
    d.natriuretic_drive =
        p.sodium.drive_rate * (natriuresis_called_for(volume_change, p.sodium) - s.natriuretic_drive);

    // Potassium.
    auto const drive = p.potassium.pump_spread *
                       ((s.aldosterone - 1.0) * p.potassium.pump_aldosterone_share + 1.0) *
                       (1.0 - positive_part(1.0 - cell_magnesium) * p.potassium.pump_magnesium_share) *
                       (s.bicarbonate * p.potassium.pump_bicarbonate_share + 1.0);
    auto const into_cells = pumped_in(interstitial, drive, p.potassium) -
                            leaked_out(s.cell_potassium / p.potassium.cell_volume, p.potassium);
    auto const through_wall = p.potassium.wall_flow * (potassium - interstitial);
    auto const gut_call = called_by_gut(s.gut_potassium / p.who.gut_potassium, p.potassium);
    auto const log_gut_call = log(s.gut_call);
    d.gut_call = p.potassium.gut_call_rate * (gut_call - s.gut_call);
    Real const taught = p.potassium.adaptation_by_gut;
    Real const answer = p.who.kidney_potassium_answer;
    auto const adaptation_called =
        exp(potassium_change * (answer * (taught * p.potassium.adaptation_slope +
                                          (1.0 - taught) * p.potassium.adaptation_slope_alone)) +
            log_gut_call * (taught * p.potassium.gut_adaptation_exponent));
    auto const called = s.potassium_adaptation *
                        exp(potassium_change * (answer * p.potassium.plasma_slope) + log_gut_call * p.potassium.gut_exponent +
                            log_aldosterone * p.potassium.aldosterone_exponent +
                            s.bicarbonate * p.potassium.bicarbonate_slope +
                            log(sodium_out / p.sodium.excreted) * p.potassium.sodium_exponent) *
                        (positive_part(1.0 - cell_magnesium) * p.potassium.magnesium_waste + 1.0) *
                        (p.potassium.excretion_spread * in.potassium_excretion);
    auto const potassium_out =
        p.potassium.excreted * p.who.kidney_potassium * engine::up_to(called, p.potassium.excretion_most) +
        p.potassium.obligatory * (potassium / p.potassium.serum);
    auto const potassium_clamping = in.potassium_clamp * (in.potassium_clamped - potassium);
    Real const potassium_lost = p.gut.potassium_secreted + in.sweat * p.losses.sweat_potassium + in.vomit * p.losses.vomit_potassium +
                                in.stool * p.losses.stool_water * p.losses.stool_potassium / hours;
    auto const scarce_potassium = engine::saturation(potassium, p.potassium.scarce);
    d.plasma_potassium = potassium_in + potassium_clamping + in.infused_potassium - potassium_out -
                         potassium_lost * scarce_potassium - in.potassium_drain - through_wall;
    d.interstitial_potassium = through_wall - into_cells;
    d.cell_potassium = into_cells;
    d.potassium_adaptation = p.potassium.adaptation_rate * (adaptation_called - s.potassium_adaptation);

    // Sweat glands answer aldosterone as the tubule does; this is how people get used to heat.
    auto const sweat_salt =
        engine::up_to(exp(log_aldosterone * -p.losses.sweat_aldosterone_exponent), p.losses.sweat_sodium_most);
    auto const sodium_lost = sweat_salt * (in.sweat * p.losses.sweat_sodium) + in.vomit * p.losses.vomit_sodium +
                             in.stool * p.losses.stool_water * p.losses.stool_sodium / hours + in.sodium_drain;
    Real const sodium_faecal = in.sodium * (1.0 - p.sodium.absorbed);
    d.sodium = in.sodium - sodium_faecal + in.infused_sodium - sodium_out - sodium_lost;

    auto const threshold = threshold_raised_by_volume(volume_change, p.water) + s.alcohol * p.water.alcohol_slope +
                           (p.water.vasopressin_threshold + in.osmostat);
    auto const vasopressin = above(osmoles, threshold, p.water.vasopressin_softness) * p.water.vasopressin_slope;
    Real const most = p.water.urine_most * in.urine_most;
    Real const least = p.water.urine_least * in.urine_least;
    auto const concentration =
        least + (most - least) *
                    engine::hill(vasopressin, p.water.vasopressin_half, p.water.vasopressin_steepness);
    auto const urine = ((sodium_out + potassium_out) * 2.0 + p.water.urea_load) / concentration;
    auto const thirst = in.thirst * p.water.thirst_slope *
                        above(osmoles, p.water.thirst_threshold + in.thirst_shift, p.water.thirst_softness);
    // Where sweat runs, nothing evaporates unseen beside it.
    Real const insensible =
        p.water.insensible * (1.0 - p.water.insensible_skin * in.sweat / (in.sweat + p.water.insensible));
    auto const drunk = in.water * (1.0 - in.thirst * aversion(osmoles, p.water));
    d.water = drunk + thirst - urine +
              (p.water.metabolic - insensible - p.water.stool - in.sweat - in.vomit -
               in.water_drain - in.stool * p.losses.stool_water / hours + in.infused_sodium / p.water.saline_sodium);

    // Parathyroid hormone, calcitriol, FGF23.
    Real const by_serum = p.parathyroid.magnesium_sensed_by_serum;
    auto const magnesium_sensed = magnesium_relative * by_serum + cell_magnesium * (1.0 - by_serum);
    auto const unblocked = left_by_magnesium(magnesium_sensed, p.parathyroid.magnesium_block,
                                             p.parathyroid.magnesium_block_steepness);
    auto const sensed = ionised + (magnesium - p.magnesium.serum) * p.parathyroid.magnesium_as_calcium +
                        s.alcohol * p.parathyroid.alcohol_as_calcium;
    auto const release = release_rate(sensed, p.who.release_midpoint + in.set_point, p.parathyroid) * unblocked;
    auto const released = release * s.pth_store;
    d.pth_store = (p.parathyroid.release_ordinary + p.parathyroid.breakdown_in_gland) * s.gland - released -
                  p.parathyroid.breakdown_in_gland * s.pth_store;
    d.pth = p.parathyroid.clearance *
            (p.parathyroid.level / p.parathyroid.release_ordinary * released - s.pth);
    d.gland = p.parathyroid.gland_rate *
              (p.who.gland_by_age * in.gland * gland_called_for(calcitriol, phosphate_relative, ionised_relative, p.parathyroid) -
               s.gland);
    d.hydroxylase = p.calcitriol.enzyme_rate *
                    (enzyme_called_for(pth_heard, phosphate_relative, s.fgf23, ionised_relative, cell_magnesium,
                                       s.vitamin_d_25oh / p.calcitriol.substrate_ordinary, p.who.kidney_enzyme,
                                       p.calcitriol) -
                     s.hydroxylase);
    d.calcitriol = p.calcitriol.clearance * (p.calcitriol.level * in.calcitriol * s.hydroxylase - s.calcitriol);
    d.fgf23 = p.calcitriol.fgf23_rate *
              (fgf23_called_for(phosphate_relative, calcitriol, s.vitamin_d_25oh / p.calcitriol.substrate_ordinary,
                               p.who.kidney_fgf23, p.calcitriol) -
               s.fgf23);

    // Calcium and bone.
    auto const to_surface = to_bone_surface(calcium, phosphate_relative, p.calcium);
    auto const from_surface = from_bone_surface(s.surface_calcium, pth_effect, p.calcium);
    auto const resorption = resorption_by_hormone(pth_effect, p.calcium) * (1.0 - s.bone_medicine);
    auto const poisoned = engine::saturation(stored_acting, p.vitamin_d.receptor_half);
    auto const dissolved = poisoned * p.vitamin_d.receptor_bone * (1.0 - s.bone_medicine);
    auto const resorbed =
        (resorption + dissolved) * in.resorption * p.calcium.turnover * p.calcium.resorption_ordinary;
    auto const formed = bone_formation(s.remodelling, calcium, phosphate_relative, p.calcium) *
                        engine::saturation(phosphate, p.phosphate.scarce);
    auto const calcium_threshold = log_pth * p.calcium.kidney_pth_slope - sodium_excess * p.calcium.kidney_sodium_slope +
                                   s.bicarbonate * p.calcium.kidney_acid_slope -
                                   s.caffeine * p.calcium.caffeine_slope - s.alcohol * p.calcium.alcohol_slope -
                                   (magnesium - p.magnesium.serum) * p.calcium.kidney_magnesium_slope -
                                   (ionised - ordinary_ionised) * p.calcium.kidney_calcium_slope +
                                   poisoned * p.vitamin_d.receptor_kidney +
                                   (p.calcium.kidney_threshold + in.calcium_threshold);
    auto const calcium_out = calcium_spilled(calcium, calcium_threshold, p.who.gfr, p.calcium);
    auto const calcium_clamping = in.calcium_clamp * (in.calcium_clamped - ionised);
    Real const calcium_lost = p.losses.skin_calcium + in.sweat * p.losses.sweat_calcium +
                              in.stool * p.losses.stool_water * p.losses.stool_calcium / hours + in.calcium_drain;
    auto const net_bone = resorbed - formed;
    d.calcium = calcium_in - calcium_secreted + from_surface - to_surface + net_bone - calcium_out - calcium_lost +
                calcium_clamping + in.infused_calcium;
    d.surface_calcium = to_surface - from_surface;
    d.skeleton = -net_bone;
    d.remodelling = p.calcium.remodelling_rate *
                    (power(resorption, p.calcium.formation_coupling) * in.formation - s.remodelling);

    // Phosphate.
    auto const into_phosphate_cells = phosphate_into_cells(phosphate, s.cell_phosphate, p.phosphate);
    auto const phosphate_out =
        phosphate_spilled(phosphate, pth_effect, s.fgf23, p.phosphate.kidney_threshold, p.who.gfr, p.phosphate);
    d.phosphate = phosphate_in + net_bone * p.calcium.bone_phosphate - phosphate_out - into_phosphate_cells -
                  in.phosphate_drain;
    d.cell_phosphate = into_phosphate_cells;

    // Magnesium.
    auto const into_cell_magnesium =
        magnesium_into(magnesium, s.cell_magnesium, p.magnesium.cell_flux, p.magnesium.cell_store, p.magnesium);
    auto const into_deep_magnesium =
        magnesium_into(magnesium, s.deep_magnesium, p.magnesium.deep_flux, p.magnesium.deep_store, p.magnesium);
    auto const magnesium_threshold =
        log_pth * p.magnesium.kidney_pth_slope - (ionised - p.calcium.ionised) * p.magnesium.kidney_calcium_slope -
        sodium_excess * p.magnesium.kidney_sodium_slope - s.tubular_injury -
        s.caffeine * p.magnesium.caffeine_slope - s.alcohol * p.magnesium.alcohol_slope +
        (p.magnesium.kidney_threshold * p.who.kidney_magnesium +
         in.magnesium_threshold);
    auto const magnesium_out = magnesium_spilled(magnesium, magnesium_threshold, p.who.gfr, p.magnesium);
    auto const magnesium_clamping = in.magnesium_clamp * (in.magnesium_clamped - magnesium);
    Real const magnesium_lost = p.losses.skin_magnesium + in.sweat * p.losses.sweat_magnesium +
                                in.stool * p.losses.stool_water * p.losses.stool_magnesium / hours;
    auto const scarce_magnesium = engine::saturation(magnesium, p.magnesium.scarce);
    d.magnesium = magnesium_in - magnesium_secreted - magnesium_out - into_cell_magnesium - into_deep_magnesium +
                  net_bone * p.calcium.bone_magnesium - magnesium_lost * scarce_magnesium - in.magnesium_drain +
                  magnesium_clamping + in.infused_magnesium;
    d.cell_magnesium = into_cell_magnesium;
    d.deep_magnesium = into_deep_magnesium;

    // Vitamin D and B12.
    auto const activated = liver_activation(s.vitamin_d3, p.vitamin_d);
    auto const into_fat = p.vitamin_d.to_fat * s.vitamin_d3 - p.vitamin_d.from_fat * s.fat_vitamin_d3;
    d.vitamin_d3 = in.vitamin_d - activated - p.vitamin_d.other_loss * s.vitamin_d3 - into_fat;
    d.fat_vitamin_d3 = into_fat;
    d.vitamin_d_25oh = activated / p.vitamin_d.space - stored_form_lost(s.vitamin_d_25oh, p.vitamin_d);
    d.b12_store = in.b12 - p.b12.loss / hours * s.b12_store;
    d.b12_serum = p.b12.serum_rate *
                  (p.b12.serum * power(s.b12_store / p.b12.store_ordinary, p.b12.serum_exponent) - s.b12_serum);

    // Stimulants, insulin, acid and base, medicines that stay.
    d.caffeine = in.caffeine - p.stimulants.caffeine_loss * s.caffeine;
    d.alcohol = in.alcohol - p.stimulants.alcohol_most * engine::saturation(s.alcohol, p.stimulants.alcohol_half) -
                p.stimulants.alcohol_elsewhere * s.alcohol;
    d.insulin = p.stimulants.insulin_rate *
                (carbohydrate_in * p.stimulants.insulin_per_carbohydrate + (1.0 + in.insulin) - s.insulin);
    auto const citrate_burnt = p.acid_base.citrate_clearance * s.citrate;
    d.citrate = in.infused_citrate - citrate_burnt;
    Real const alkali = in.alkali + in.vomit * p.losses.vomit_acid -
                        in.stool * p.losses.stool_water * p.losses.stool_bicarbonate / hours;
    // The kidney keeps more alkali under aldosterone and short of potassium, and is slow to let a surplus go then.
    auto const let_go = engine::up_to(exp(-log_aldosterone), p.acid_base.release_most);
    auto const kept = (1.0 - let_go) * p.acid_base.aldosterone_share -
                      potassium_change * p.acid_base.potassium_slope + in.bicarbonate;
    auto const beyond = s.bicarbonate - kept;
    // 1 in surplus, 0 in lack, half between.
    auto const surplus = exp(-softplus(beyond * -1.0 / p.acid_base.surplus_softness));
    d.bicarbonate = (citrate_burnt * p.acid_base.citrate_alkali + alkali) / p.acid_base.volume -
                    beyond * ((1.0 - surplus) * p.acid_base.correction_rate + surplus * let_go * p.acid_base.alkali_rate);
    d.bone_medicine = p.drug_times.bone_onset * positive_part(in.bone_medicine - s.bone_medicine) -
                      p.drug_times.bone_wearing_off * positive_part(s.bone_medicine - in.bone_medicine);
    d.tubular_injury = p.drug_times.injury_onset * positive_part(in.tubular_injury - s.tubular_injury) -
                       p.drug_times.injury_healing * positive_part(s.tubular_injury - in.tubular_injury);

    // Accounts since the start.
    d.urine_calcium = calcium_out;
    d.urine_magnesium = magnesium_out;
    d.urine_potassium = potassium_out;
    d.urine_sodium = sodium_out;
    d.urine_phosphate = phosphate_out;
    d.urine_water = urine;
    d.absorbed_calcium = calcium_in;
    d.absorbed_magnesium = magnesium_in;
    d.lost_calcium = calcium_passed + calcium_secreted - calcium_clamping + calcium_lost;
    d.lost_magnesium = magnesium_passed + magnesium_secreted - magnesium_clamping + magnesium_lost * scarce_magnesium +
                       in.magnesium_drain;
    d.lost_potassium = potassium_passed - potassium_clamping + potassium_lost * scarce_potassium + in.potassium_drain;
    d.lost_sodium = sodium_lost + sodium_faecal;
    d.lost_phosphate = phosphate_passed + Real(in.phosphate_drain);
}

} // namespace rheobase::ions
