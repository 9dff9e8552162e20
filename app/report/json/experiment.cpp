// An experiment, given back as a file that says everything it means.
#include "app/report/json/ions.hpp"
#include "model/ions/names.hpp"

namespace rheobase::report {

namespace {

using Json = nlohmann::ordered_json;
using namespace ions;

/// One number where everyone is the same, else the pair.
Json spread_json(Spread const& spread) {
    return spread.sd > 0 ? Json::array({spread.mean, spread.sd}) : Json(spread.mean);
}

Json intake_json(Phase const& phase) {
    Json out = Json::object();
    for (std::size_t i = 0; i < ingested_count; ++i)
        if (phase.intake[i])
            out[std::string(ingested_rows[i].key)] = spread_json(*phase.intake[i]);
    return out;
}

Json meals_json(Phase const& phase) {
    Json out = Json::array();
    for (auto const& meal : phase.meals) {
        Json one{{"hour", meal.hour}};
        if (meal.daily)
            one["daily"] = true;
        for (std::size_t i = 0; i < ingested_count; ++i)
            if (meal.named[i])
                one[std::string(ingested_rows[i].key)] = meal.amount[i];
        out.push_back(std::move(one));
    }
    return out;
}

void add_windows(Phase const& phase, Json& out) {
    for (auto const& infusion : phase.infusions)
        out["infusion"].push_back({{"what", name_of(infusion.what)},
                                   {"mmol_per_hour", infusion.mmol_per_hour},
                                   {"from_hour", infusion.from_hour},
                                   {"hours", infusion.hours}});
    for (auto const& clamp : phase.clamps)
        out["clamp"].push_back({{"what", name_of(clamp.what)},
                                {"value", clamp.value},
                                {"from_hour", clamp.from_hour},
                                {"hours", clamp.hours}});
}

Json phase_json(Phase const& phase, Phase const* baseline) {
    Json out{{"hours", phase.hours}};
    if (auto intake = intake_json(phase); !intake.empty())
        out["intake"] = std::move(intake);
    if (!phase.drugs.empty() || phase.keeps_drugs == false)
        out["drugs"] = Json::array();
    for (auto const& drug : phase.drugs)
        out["drugs"].push_back({{"class", name_of(drug.drug)}, {"dose", drug.dose}});
    add_windows(phase, out);
    if (!phase.meals.empty() || (baseline && !baseline->meals.empty()))
        out["meals"] = meals_json(phase);
    if (phase.loss)
        out["loss"] = {{"sweat_l_per_day", phase.loss->sweat_l_per_day},
                       {"vomiting_l_per_day", phase.loss->vomiting_l_per_day},
                       {"stool", name_of(phase.loss->stool)}};
    if (phase.drinking) {
        out["alcohol_g"] = phase.drinking->grams;
        if (phase.drinking->once) {
            out["from_hour"] = phase.drinking->from_hour;
            out["hours_drinking"] = phase.drinking->hours;
        }
    }
    if (phase.sun)
        out["sun"] = name_of(*phase.sun);
    if (!phase.drinks_to_thirst || (baseline && !baseline->drinks_to_thirst))
        out["drinks_to_thirst"] = phase.drinks_to_thirst;
    return out;
}

Json person_json(Participants const& who) {
    Json out{{"age_years",
              who.age_low == who.age_high ? Json(who.age_low) : Json::array({who.age_low, who.age_high})},
             {"sex", name_of(who.sex)},
             {"weight_kg", spread_json(who.weight_kg)}};
    if (who.egfr)
        out["egfr"] = spread_json(*who.egfr);
    if (who.albumin_g_l)
        out["albumin_g_l"] = spread_json(*who.albumin_g_l);
    if (who.stage != Stage::none)
        out["stage"] = name_of(who.stage);
    return out;
}

} // namespace

Json experiment_json(Experiment const& experiment) {
    Json out{{"people", experiment.people},
             {"seed", experiment.seed},
             {"person", person_json(experiment.who)},
             {"baseline", phase_json(experiment.phases.front(), nullptr)},
             {"phases", Json::array()},
             {"report", Json::array()}};
    for (std::size_t i = 1; i < experiment.phases.size(); ++i)
        out["phases"].push_back(phase_json(experiment.phases[i], &experiment.phases.front()));
    for (auto const& report : experiment.reports)
        out["report"].push_back({{"what", name_of(report.what)}, {"every_hours", report.every_hours}});
    out["per_person"] = experiment.per_person;
    out["lab_noise"] = experiment.lab_noise;
    return out;
}

} // namespace rheobase::report
