#include "model/ions/forcing.hpp"

#include "engine/draw.hpp"
#include "model/ions/drugs.rows.hpp"
#include "model/ions/ingested.rows.hpp"
#include "model/ions/names.hpp"
#include "model/ions/stage_levers.rows.hpp"
#include "model/ions/states.rows.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::ions {

namespace {

constexpr double hours_a_day = 24;

constexpr std::size_t place(Ingested what) {
    return static_cast<std::size_t>(what);
}

/// Amount a day in the table's unit to what the body counts in, an hour.
double an_hour(Amounts const& eaten, Ingested what) {
    double const mass = ingested_rows[place(what)].mass_per_mmol;
    return eaten[place(what)] / (known(mass) ? mass : 1) / hours_a_day;
}

/// The levers of drugs and stages, each named once.
double* lever(Forcing<double>& in, std::string_view name) {
    struct Named {
        std::string_view name;
        double Forcing<double>::*member;
    };
    static constexpr Named levers[] = {
        {"calcium_absorption", &Forcing<double>::calcium_absorption},
        {"magnesium_absorption", &Forcing<double>::magnesium_absorption},
        {"formation", &Forcing<double>::formation},
        {"resorption", &Forcing<double>::resorption},
        {"calcitriol", &Forcing<double>::calcitriol},
        {"gland", &Forcing<double>::gland},
        {"calcium_threshold", &Forcing<double>::calcium_threshold},
        {"magnesium_threshold", &Forcing<double>::magnesium_threshold},
        {"set_point", &Forcing<double>::set_point},
        {"potassium_excretion", &Forcing<double>::potassium_excretion},
        {"sodium_excretion", &Forcing<double>::sodium_excretion},
        {"aldosterone", &Forcing<double>::aldosterone},
        {"quick_uptake", &Forcing<double>::quick_uptake},
        {"dilution_limit", &Forcing<double>::urine_least},
        {"concentration_limit", &Forcing<double>::urine_most},
        {"osmostat", &Forcing<double>::osmostat},
        {"thirst", &Forcing<double>::thirst_shift},
        {"acid_load", &Forcing<double>::alkali},
        {"bicarbonate", &Forcing<double>::bicarbonate},
        {"insulin", &Forcing<double>::insulin},
        {"bone_medicine", &Forcing<double>::bone_medicine},
        {"tubular_injury", &Forcing<double>::tubular_injury},
        {"stool", &Forcing<double>::stool},
        {"b12_absorption", &Forcing<double>::b12},
    };
    for (auto const& one : levers)
        if (one.name == name)
            return &(in.*one.member);
    return nullptr;
}

/// 1 at an ordinary dose; twice the dose does less than twice as much.
double by_dose(double dose) {
    double const half = usual_drug_times.half_dose;
    return (1 + half) * dose / (half + dose);
}

/// µg taken up from one dose of vitamin B12: by a carrier that is soon full, and a trifle by itself. `carrier` is what
/// medicines leave of it.
double b12_taken_up(double dose, double carrier, B12Facts<double> const& f) {
    return carrier * f.absorption_most * dose / (dose + f.absorption_half) + f.passive_share * dose;
}

FactSpread spread_of_response() {
    for (auto const& fact : drug_times_spreads)
        if (fact.name == "drug_times.response")
            return fact;
    return {};
}

void act(Forcing<double>& in, Phase const& phase, Physiology<double> const& p, Stage stage, std::uint64_t seed,
         std::uint32_t person) {
    for (auto const& taken : phase.drugs) {
        std::string_view const name = drug_names[static_cast<std::size_t>(taken.drug)];
        FactSpread response = spread_of_response();
        std::string const key = "response." + std::string(name);
        response.name = key;
        double const answer = engine::draw(response, seed, person);
        for (auto const& row : drugs_rows)
            if (row.drug == name)
                *lever(in, row.lever) += row.amount * answer * by_dose(taken.dose);
    }
    std::string_view const stage_name = stage_names[static_cast<std::size_t>(stage)];
    for (auto const& row : stage_levers_rows)
        if (row.stage == stage_name)
            *lever(in, row.lever) += row.amount;
    // Those that act as factors were summed as logarithms; the rest are shifts.
    for (double* factor : {&in.calcium_absorption, &in.magnesium_absorption, &in.formation, &in.resorption,
                           &in.calcitriol, &in.gland, &in.potassium_excretion, &in.sodium_excretion, &in.aldosterone,
                           &in.quick_uptake,
                           &in.urine_least, &in.urine_most, &in.b12})
        *factor = engine::exp(*factor);
    in.alkali = -in.alkali;
    in.bone_medicine = std::min(in.bone_medicine, p.drug_times.bone_most);
}

} // namespace

Experiment completed(Experiment experiment) {
    auto& phases = experiment.phases;
    for (std::size_t number = 0; number < phases.size(); ++number) {
        auto& phase = phases[number];
        for (std::size_t i = 0; i < ingested_count; ++i)
            if (!phase.intake[i])
                phase.intake[i] = number ? *phases[0].intake[i]
                                         : Spread{ingested_rows[i].usual_mean, ingested_rows[i].usual_sd};
        if (!phase.loss)
            phase.loss = number ? *phases[0].loss : Loss{};
        if (!phase.drinking)
            phase.drinking = number && !phases[0].drinking->once ? *phases[0].drinking : Drinking{};
        if (!phase.sun && number)
            phase.sun = phases[0].sun;
        if (number && phase.drugs.empty() && phase.keeps_drugs.value_or(true))
            phase.drugs = phases[0].drugs;
    }
    return experiment;
}

Acting acting(Phase const& phase, std::array<bool, ingested_count> const& unnamed, double hour) {
    Acting now;
    auto const within = [&](double from, double hours) { return hour >= from - 1e-9 && hour < from + hours - 1e-9; };
    for (auto const& infusion : phase.infusions)
        if (within(infusion.from_hour, infusion.hours))
            now.infused[static_cast<std::size_t>(infusion.what)] += infusion.mmol_per_hour;
    for (auto const& clamp : phase.clamps)
        if (within(clamp.from_hour, clamp.hours)) {
            now.clamped[static_cast<std::size_t>(clamp.what)] = true;
            now.clamped_at[static_cast<std::size_t>(clamp.what)] = clamp.value;
        }
    if (phase.drinking && phase.drinking->once && within(phase.drinking->from_hour, phase.drinking->hours))
        now.drinking = phase.drinking->grams / phase.drinking->hours;
    for (auto const& meal : phase.meals)
        if (meal.daily)
            for (std::size_t i = 0; i < ingested_count; ++i)
                now.in_meals[i] = now.in_meals[i] || (meal.named[i] && unnamed[i]);
    return now;
}

Amounts amounts(Phase const& phase, std::uint64_t seed, std::uint32_t person) {
    Amounts eaten{};
    for (std::size_t i = 0; i < ingested_count; ++i)
        eaten[i] = amount(*phase.intake[i], ingested_rows[i].key, seed, person);
    return eaten;
}

Forcing<double> forcing(Phase const& phase, Amounts const& eaten, Physiology<double> const& p, Stage stage,
                        std::uint64_t seed, std::uint32_t person) {
    Forcing<double> in{};
    act(in, phase, p, stage, seed, person);

    in.calcium = an_hour(eaten, Ingested::calcium);
    in.magnesium = an_hour(eaten, Ingested::magnesium);
    in.phosphate = an_hour(eaten, Ingested::phosphorus);
    in.potassium = an_hour(eaten, Ingested::potassium);
    in.sodium = an_hour(eaten, Ingested::sodium);
    in.carbohydrate = 0; // insulin is told from fasting; only meals raise it
    double const grams_a_litre = 1000;
    in.water = an_hour(eaten, Ingested::water) / grams_a_litre;
    in.caffeine = an_hour(eaten, Ingested::caffeine);
    double const phytate = eaten[place(Ingested::phytate)];
    double const oxalate = eaten[place(Ingested::oxalate)];
    in.calcium_reach = engine::exp(-(phytate - p.gut.phytate_ordinary) * p.gut.phytate_calcium -
                                   (oxalate - p.gut.oxalate_ordinary) * p.gut.oxalate_calcium);
    in.magnesium_reach = engine::exp(-(phytate - p.gut.phytate_ordinary) * p.gut.phytate_magnesium -
                                     (oxalate - p.gut.oxalate_ordinary) * p.gut.oxalate_magnesium);

    Sun const* const sun = phase.sun ? &*phase.sun : nullptr;
    double const season = !sun                ? 1
                          : *sun == Sun::none ? 0
                          : *sun == Sun::summer ? p.vitamin_d.skin_summer
                                                : p.vitamin_d.skin_winter;
    in.vitamin_d = (an_hour(eaten, Ingested::vitamin_d) * p.vitamin_d.oral_share +
                    (p.who.skin * season + p.vitamin_d.unseen_sources) / hours_a_day) *
                   p.vitamin_d.nmol_per_ug;

    // What is eaten in a day comes in several meals, each of which the carrier takes up as one dose.
    double const meal = eaten[place(Ingested::b12)] / p.b12.meals;
    in.b12 = p.b12.meals * b12_taken_up(meal, in.b12, p.b12) / hours_a_day;

    Loss const& loss = *phase.loss;
    in.sweat = loss.sweat_l_per_day / hours_a_day;
    in.vomit = loss.vomiting_l_per_day / hours_a_day;
    in.stool += loss.stool == Stool::diarrhoea ? 1 : 0;
    in.alcohol = phase.drinking->once ? 0 : phase.drinking->grams / hours_a_day;
    in.thirst = phase.drinks_to_thirst ? 1 : 0;
    double const lost = 1 - p.who.kidney;
    in.bicarbonate -= p.acid_base.kidney_deficit * lost * lost * lost;
    // There is phosphorus in all food: who takes next to none, and no meals, is fasting and makes ketone acids.
    double const fed = eaten[place(Ingested::phosphorus)] / p.acid_base.food_phosphorus;
    if (phase.meals.empty() && fed < 1)
        in.bicarbonate -= p.acid_base.fasting_deficit * (1 - fed);

    if (stage == Stage::lactating) {
        in.calcium_drain = p.losses.milk_calcium / hours_a_day;
        in.magnesium_drain = p.losses.milk_magnesium / hours_a_day;
        in.phosphate_drain = p.losses.milk_phosphate / hours_a_day;
        in.potassium_drain = p.losses.milk_potassium / hours_a_day;
        in.sodium_drain = p.losses.milk_sodium / hours_a_day;
        in.water_drain = p.losses.milk_water / hours_a_day;
    } else if (stage == Stage::pregnant) {
        in.calcium_drain = p.losses.fetal_calcium / hours_a_day;
        in.magnesium_drain = p.losses.fetal_magnesium / hours_a_day;
        in.phosphate_drain = p.losses.fetal_phosphate / hours_a_day;
    }
    return in;
}

Forcing<double> with(Forcing<double> in, Acting const& now) {
    auto const infused = [&](Infused what) { return now.infused[static_cast<std::size_t>(what)]; };
    in.infused_calcium = infused(Infused::calcium);
    in.infused_magnesium = infused(Infused::magnesium);
    in.infused_potassium = infused(Infused::potassium);
    in.infused_sodium = infused(Infused::saline);
    in.infused_citrate = infused(Infused::citrate);
    auto const clamp = [&](Clamped what, double& rate, double& value) {
        auto const i = static_cast<std::size_t>(what);
        rate = now.clamped[i] ? usual_losses.clamp_rate : 0;
        value = now.clamped_at[i];
    };
    clamp(Clamped::ionised_calcium, in.calcium_clamp, in.calcium_clamped);
    clamp(Clamped::magnesium_serum, in.magnesium_clamp, in.magnesium_clamped);
    clamp(Clamped::potassium_serum, in.potassium_clamp, in.potassium_clamped);
    in.alcohol += now.drinking;
    auto const pause = [&](Ingested what, double& rate) {
        if (now.in_meals[place(what)])
            rate = 0;
    };
    pause(Ingested::calcium, in.calcium);
    pause(Ingested::magnesium, in.magnesium);
    pause(Ingested::phosphorus, in.phosphate);
    pause(Ingested::potassium, in.potassium);
    pause(Ingested::sodium, in.sodium);
    pause(Ingested::water, in.water);
    pause(Ingested::caffeine, in.caffeine);
    pause(Ingested::b12, in.b12);
    return in;
}

Forcing<double> with_meals_spread(Forcing<double> in, Phase const& phase,
                                  std::array<bool, ingested_count> const& unnamed) {
    in = with(in, acting(phase, unnamed, 0));
    in.calcium_clamp = in.magnesium_clamp = in.potassium_clamp = 0;
    in.infused_calcium = in.infused_magnesium = in.infused_potassium = in.infused_sodium = in.infused_citrate = 0;
    for (auto const& meal : phase.meals) {
        if (!meal.daily)
            continue;
        for (auto const& [state, amount] : swallowed(meal)) {
            double* const rate = state == at::gut_calcium      ? &in.calcium
                                 : state == at::gut_magnesium  ? &in.magnesium
                                 : state == at::gut_phosphate  ? &in.phosphate
                                 : state == at::gut_potassium  ? &in.potassium
                                 : state == at::sodium         ? &in.sodium
                                 : state == at::water          ? &in.water
                                 : state == at::caffeine       ? &in.caffeine
                                 : state == at::vitamin_d3     ? &in.vitamin_d
                                 : state == at::b12_store      ? &in.b12
                                                               : nullptr;
            if (rate)
                *rate += amount / hours_a_day;
        }
    }
    return in;
}

std::vector<Swallowed> swallowed(Meal const& meal) {
    std::vector<Swallowed> into;
    auto const put = [&](Ingested what, std::size_t state, double share) {
        double const eaten = meal.amount[place(what)];
        double const mass = ingested_rows[place(what)].mass_per_mmol;
        if (eaten > 0)
            into.push_back({state, eaten / (known(mass) ? mass : 1) * share});
    };
    put(Ingested::calcium, at::gut_calcium, 1);
    put(Ingested::magnesium, at::gut_magnesium, 1);
    put(Ingested::phosphorus, at::gut_phosphate, 1);
    put(Ingested::potassium, at::gut_potassium, 1);
    put(Ingested::carbohydrate, at::gut_carbohydrate, 1);
    put(Ingested::sodium, at::sodium, usual_sodium.absorbed);
    put(Ingested::water, at::water, 1.0 / 1000);
    put(Ingested::caffeine, at::caffeine, 1);
    put(Ingested::vitamin_d, at::vitamin_d3, usual_vitamin_d.oral_share * usual_vitamin_d.nmol_per_ug);
    if (double const dose = meal.amount[place(Ingested::b12)]; dose > 0)
        put(Ingested::b12, at::b12_store, b12_taken_up(dose, 1, usual_b12) / dose);
    return into;
}

} // namespace rheobase::ions
