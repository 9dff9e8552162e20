#include "model/ions/person.hpp"

#include "base/expects.hpp"
#include "engine/draw.hpp"

#include <algorithm>
#include <bit>

namespace rheobase::ions {

namespace {

template <class Table>
void append(std::vector<FactSpread>& all, Table const& table) {
    all.insert(all.end(), table.begin(), table.end());
}

/// What grows with the body: stores, spaces and flows.
void scale(Physiology<double>& p, double size) {
    for (double* amount :
         {&p.gut.calcium_capacity, &p.gut.calcium_half_load, &p.gut.calcium_secreted, &p.gut.magnesium_capacity,
          &p.gut.magnesium_half_load, &p.gut.magnesium_secreted, &p.gut.potassium_secreted, &p.calcium.volume, &p.calcium.surface_store,
          &p.calcium.surface_flux, &p.calcium.skeleton, &p.calcium.turnover, &p.magnesium.volume,
          &p.magnesium.cell_store, &p.magnesium.cell_flux, &p.magnesium.deep_store, &p.magnesium.deep_flux,
          &p.magnesium.cell_water, &p.phosphate.volume, &p.phosphate.cell_store, &p.phosphate.cell_flux,
          &p.potassium.plasma_volume, &p.potassium.interstitial_volume, &p.potassium.cell_volume, &p.potassium.quick_cells,
          &p.potassium.wall_flow, &p.potassium.pump, &p.potassium.excreted, &p.potassium.obligatory,
          &p.sodium.excreted, &p.water.urea_load, &p.water.insensible, &p.water.metabolic, &p.acid_base.volume,
          &p.acid_base.citrate_space, &p.stimulants.alcohol_most})
        *amount *= size;
}

double power_of(double x, double exponent) {
    return engine::exp(exponent * engine::log(x));
}

} // namespace

std::vector<FactSpread> all_facts() {
    std::vector<FactSpread> all;
    append(all, gut_spreads);
    append(all, calcium_spreads);
    append(all, parathyroid_spreads);
    append(all, calcitriol_spreads);
    append(all, vitamin_d_spreads);
    append(all, magnesium_spreads);
    append(all, phosphate_spreads);
    append(all, potassium_spreads);
    append(all, sodium_spreads);
    append(all, water_spreads);
    append(all, losses_spreads);
    append(all, acid_base_spreads);
    append(all, b12_spreads);
    append(all, stimulants_spreads);
    append(all, kidney_spreads);
    append(all, build_spreads);
    append(all, drug_times_spreads);
    RHEOBASE_ENSURES(all.size() * sizeof(double) + sizeof(Build<double>) == sizeof(Physiology<double>));
    return all;
}

std::vector<FactSpread> all_facts(std::span<Override const> overrides) {
    auto facts = all_facts();
    for (auto const& change : overrides) {
        auto const at = std::find_if(facts.begin(), facts.end(),
                                     [&](FactSpread const& fact) { return fact.name == change.fact; });
        RHEOBASE_EXPECTS(at != facts.end());
        if (at == facts.end())
            continue;
        at->value = change.value;
        if (change.same_for_all)
            at->variation = {};
    }
    return facts;
}

double amount(Spread const& spread, std::string_view name, std::uint64_t seed, std::uint32_t person) {
    if (spread.sd <= 0 || spread.mean <= 0)
        return spread.mean;
    double const cv = spread.sd / spread.mean;
    double const sigma = engine::lognormal_sigma(cv);
    double const z = engine::standard_normal(seed, person, engine::fact_key(name));
    return spread.mean * engine::exp(sigma * z - sigma * sigma / 2);
}

Participant participant(Participants const& who, std::uint64_t seed, std::uint32_t person) {
    Participant p;
    p.age = who.age_low +
            (who.age_high - who.age_low) * engine::uniform(seed, person, engine::fact_key("person.age"));
    p.woman = who.sex == Sex::any ? engine::uniform(seed, person, engine::fact_key("person.sex")) < 0.5
                                  : who.sex == Sex::female;
    p.stage = who.stage;
    if (p.stage != Stage::none)
        p.woman = true;
    p.weight = amount(who.weight_kg, "person.weight", seed, person);
    if (who.egfr)
        p.egfr = amount(*who.egfr, "person.egfr", seed, person);
    if (who.albumin_g_l)
        p.albumin = amount(*who.albumin_g_l, "person.albumin", seed, person);
    return p;
}

Physiology<double> physiology(Participant const& who, std::span<FactSpread const> facts, std::uint64_t seed,
                              std::uint32_t person) {
    std::array<double, sizeof(Physiology<double>) / sizeof(double)> drawn{};
    for (std::size_t i = 0; i < facts.size(); ++i)
        drawn[i] = engine::draw(facts[i], seed, person);
    auto p = std::bit_cast<Physiology<double>>(drawn);
    auto const& f = p.build;

    Build<double>& b = p.who;
    b.age = who.age;
    b.woman = who.woman ? 1 : 0;
    b.weight = who.weight;
    double const height = known(who.height) ? who.height : who.woman ? f.height_woman : f.height_man;
    double const water = who.woman ? f.water_woman_constant + f.water_woman_height * height +
                                         f.water_woman_weight * who.weight
                                   : f.water_man_constant + f.water_man_age * who.age + f.water_man_height * height +
                                         f.water_man_weight * who.weight;
    b.size = std::max(water, f.water_least) / f.water_ordinary;
    b.water = b.size * f.water_ordinary;
    scale(p, b.size);

    double const surface = f.surface_constant * power_of(who.weight, f.surface_weight_exponent) *
                           power_of(height, f.surface_height_exponent);
    double const healthy =
        p.kidney.young - p.kidney.fall_per_year * std::max(0.0, who.age - p.kidney.fall_from);
    double const indexed = (known(who.egfr) ? who.egfr : std::max(healthy, p.kidney.least)) *
                           (who.stage == Stage::pregnant ? p.kidney.pregnant : 1);
    double const litres_an_hour = 60.0 / 1000;
    b.gfr = indexed * surface / p.kidney.surface_ordinary * litres_an_hour;
    b.kidney = std::min(indexed / usual_kidney.young, 1.0);

    bool const young_woman = who.woman && who.age < f.menopause;
    double const albumin = known(who.albumin) ? who.albumin
                                              : f.albumin - f.albumin_fall_per_year * (who.age - f.albumin_age) +
                                                    (young_woman ? f.albumin_woman : 0) +
                                                    (who.stage == Stage::pregnant ? f.albumin_pregnant : 0);
    b.albumin = albumin;
    b.albumin_calcium = p.calcium.bound_per_albumin * (albumin - f.albumin_ordinary);

    double const from_middle = std::clamp((f.albumin_age - who.age) / 20, 0.0, 1.0);
    bool const old = who.age >= f.menopause;
    p.phosphate.kidney_threshold *= 1 + p.phosphate.threshold_young * from_middle +
                                    (who.woman ? p.phosphate.threshold_woman : 0) +
                                    (old ? (who.woman ? p.phosphate.threshold_old_woman : p.phosphate.threshold_old_man) : 0);

    double const open = (p.parathyroid.release_most - p.parathyroid.release_ordinary) /
                        (p.parathyroid.release_ordinary - p.parathyroid.release_least);
    b.release_midpoint = p.calcium.ionised * power_of(open, -1 / p.parathyroid.set_point_steepness) +
                         p.parathyroid.set_point_spread;
    b.gland_by_age = engine::exp(p.parathyroid.gland_age_slope * (who.age - f.albumin_age));
    b.transport_by_age = engine::exp(-p.gut.calcium_fall_per_year * (who.age - f.albumin_age));
    b.gut_potassium = (p.potassium.excreted + p.potassium.obligatory) / usual_gut.potassium_rate;
    b.kidney_pth = power_of(b.kidney, p.parathyroid.kidney_resistance_exponent);
    b.kidney_sodium = power_of(b.kidney, p.sodium.kidney_exponent);
    b.kidney_potassium = power_of(b.kidney, p.potassium.kidney_exponent);
    b.kidney_potassium_answer = power_of(b.kidney, p.potassium.kidney_answer_exponent);
    b.kidney_enzyme = power_of(b.kidney, p.calcitriol.kidney_exponent);
    b.kidney_fgf23 = power_of(b.kidney, -p.calcitriol.fgf23_kidney_exponent);
    b.kidney_magnesium = power_of(b.kidney, p.magnesium.threshold_kidney_exponent);
    if (who.stage == Stage::pregnant)
        p.acid_base.bicarbonate += p.acid_base.pregnant;
    b.skin = p.vitamin_d.skin_mean;
    // Fatness and not size dilutes it: men and women of a survey, a fifth apart in weight, have the same level.
    double const metres = height / 100;
    p.vitamin_d.space *= power_of(who.weight / (p.vitamin_d.space_ordinary_build * metres * metres),
                                  p.vitamin_d.space_weight_exponent);
    p.vitamin_d.clearance *= power_of(b.kidney, p.vitamin_d.clearance_kidney_exponent);
    return p;
}

} // namespace rheobase::ions
