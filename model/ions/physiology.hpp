// One virtual person: every fact of every law as drawn for that person, and the person's own build.
#pragma once

#include "model/ions/acid_base.rows.hpp"
#include "model/ions/b12.rows.hpp"
#include "model/ions/build.rows.hpp"
#include "model/ions/calcitriol.rows.hpp"
#include "model/ions/calcium.rows.hpp"
#include "model/ions/drug_times.rows.hpp"
#include "model/ions/gut.rows.hpp"
#include "model/ions/kidney.rows.hpp"
#include "model/ions/losses.rows.hpp"
#include "model/ions/magnesium.rows.hpp"
#include "model/ions/parathyroid.rows.hpp"
#include "model/ions/phosphate.rows.hpp"
#include "model/ions/potassium.rows.hpp"
#include "model/ions/sodium.rows.hpp"
#include "model/ions/stimulants.rows.hpp"
#include "model/ions/vitamin_d.rows.hpp"
#include "model/ions/water.rows.hpp"

namespace rheobase::ions {

/// What follows from age, sex, weight and height.
template <class Real>
struct Build {
    Real age;             ///< years
    Real woman;           ///< 1 or 0
    Real weight;          ///< kg
    Real size;            ///< body water against the ordinary 42 L
    Real gfr;             ///< L/h
    Real kidney;          ///< filtration against ordinary for the size
    Real albumin;         ///< g/L
    Real albumin_calcium; ///< mmol/L of total calcium above or below that at ordinary albumin
    Real water;           ///< L at ordinary osmolality
    Real sodium;          ///< mmol outside cells, ordinary
    Real release_midpoint; ///< mmol/L
    Real gland_by_age;    ///< mass of the glands against ordinary
    Real transport_by_age; ///< active calcium uptake against ordinary
    Real gut_potassium;   ///< mmol in the gut at ordinary intake
    // What the share of kidney left makes of each law, worked out once a person.
    Real kidney_pth, kidney_sodium, kidney_potassium, kidney_potassium_answer, kidney_enzyme, kidney_fgf23, kidney_magnesium;
    Real skin;            ///< µg of vitamin D a day as a mean over the year
};

template <class Real>
struct Physiology {
    GutFacts<Real> gut;
    CalciumFacts<Real> calcium;
    ParathyroidFacts<Real> parathyroid;
    CalcitriolFacts<Real> calcitriol;
    VitaminDFacts<Real> vitamin_d;
    MagnesiumFacts<Real> magnesium;
    PhosphateFacts<Real> phosphate;
    PotassiumFacts<Real> potassium;
    SodiumFacts<Real> sodium;
    WaterFacts<Real> water;
    LossesFacts<Real> losses;
    AcidBaseFacts<Real> acid_base;
    B12Facts<Real> b12;
    StimulantsFacts<Real> stimulants;
    KidneyFacts<Real> kidney;
    BuildFacts<Real> build;
    DrugTimesFacts<Real> drug_times;
    Build<Real> who;
};

/// What acts on a body between two events: constant until the next one.
template <class Real>
struct Forcing {
    Real calcium, magnesium, phosphate, potassium, sodium; ///< mmol/h eaten
    Real calcium_reach, magnesium_reach;                   ///< share that phytate and oxalate leave free
    Real carbohydrate;                                     ///< g/h
    Real water;                                            ///< L/h
    Real vitamin_d;                                        ///< nmol/h from food and skin
    Real b12;                                              ///< µg/h taken up
    Real caffeine;                                         ///< mg/h
    Real alcohol;                                          ///< g/h
    Real infused_calcium, infused_magnesium, infused_potassium, infused_sodium, infused_citrate; ///< mmol/h
    Real calcium_clamp, magnesium_clamp, potassium_clamp;          ///< L/h; 0 where nothing is clamped
    Real calcium_clamped, magnesium_clamped, potassium_clamped;    ///< mmol/L
    Real sweat, vomit;                                     ///< L/h
    Real stool;                                            ///< 1 in diarrhoea
    Real thirst;                                           ///< 1, or 0 where only the named water is drunk
    Real bicarbonate;                                      ///< mmol/L that it tends to, against ordinary
    // What medicines and stages move. Factors are 1 and shifts 0 where nothing acts.
    Real calcium_absorption, magnesium_absorption, formation, resorption, calcitriol, gland; ///< factors
    Real calcium_threshold, magnesium_threshold, set_point;                           ///< shifts, mmol/L
    Real potassium_excretion, sodium_excretion, aldosterone, quick_uptake;            ///< factors
    Real urine_least, urine_most;                                                     ///< factors
    Real osmostat, thirst_shift;                                                      ///< shifts, mOsm/kg
    Real alkali;                                                                      ///< mmol/h
    Real insulin;                                                                     ///< above fasting
    Real bone_medicine, tubular_injury;                                               ///< what they tend to
    Real calcium_drain, magnesium_drain, phosphate_drain, potassium_drain, sodium_drain; ///< mmol/h to child or milk
    Real water_drain;                                                                 ///< L/h
};

} // namespace rheobase::ions
