#include "app/report/ions_words.hpp"

#include "model/ions/names.hpp"
#include "model/nerve/response_error.rows.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

using namespace ions;

constexpr double day_hours = 24;

std::string plain(double value) {
    return fmt::format("{:.6g}", value);
}

std::string spaced(std::string_view code) {
    std::string out(code);
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

std::string_view clamped_words(Clamped what) {
    return what == Clamped::ionised_calcium   ? "ionised calcium"
           : what == Clamped::magnesium_serum ? "magnesium in serum"
                                              : "potassium in serum";
}

/// "magnesium_mg" as "magnesium": what a nutrient is called without its unit.
std::string nutrient_name(Ingested what) {
    auto const key = name_of(what);
    if (what == Ingested::b12)
        return "vitamin B12";
    if (what == Ingested::vitamin_d)
        return "vitamin D";
    return spaced(key.substr(0, key.rfind('_')));
}

std::string with_spread(Spread const& spread, std::string_view unit);

/// An amount of a nutrient in the unit it is the rounder in, because an experiment may be written in either:
/// 35 mmol, not 1368.43 mg, and 1000 mg, not 24.9513 mmol.
std::string amount_in_words(Ingested what, Spread const& amount) {
    auto const& row = about(what);
    if (row.mmol_key.empty())
        return with_spread(amount, row.unit);
    Spread const molar{amount.mean / row.mass_per_mmol, amount.sd / row.mass_per_mmol};
    auto const figures = [](Spread const& one) { return plain(one.mean).size() + plain(one.sd).size(); };
    return figures(molar) < figures(amount) && amount.mean > 0 ? with_spread(molar, "mmol")
                                                               : with_spread(amount, row.unit);
}

bool as_usual(Ingested what, Spread const& amount) {
    return amount == Spread{about(what).usual_mean, about(what).usual_sd};
}

std::string with_spread(Spread const& spread, std::string_view unit) {
    return spread.sd > 0 ? fmt::format("{} {} (SD {})", plain(spread.mean), unit, plain(spread.sd))
                         : fmt::format("{} {}", plain(spread.mean), unit);
}

std::string from_to(double from, double hours) {
    return fmt::format("hour {} to {}", plain(from), plain(from + hours));
}

std::string meal_in_words(Meal const& meal) {
    std::string what;
    for (std::size_t i = 0; i < ingested_count; ++i)
        if (meal.named[i])
            what += (what.empty() ? "" : ", ") + nutrient_name(static_cast<Ingested>(i)) + " " +
                    amount_in_words(static_cast<Ingested>(i), {meal.amount[i], 0});
    return fmt::format("meal at hour {}{}: {}", plain(meal.hour), meal.daily ? " of each day" : "", what);
}

/// What is lost otherwise than `before`, in the baseline otherwise than nothing.
void add_losses(Phase const& phase, Loss const& before, std::vector<std::string>& out) {
    if (!phase.loss)
        return;
    auto const& loss = *phase.loss;
    auto const litres = [&](std::string_view what, double now, double then) {
        if (now != then)
            out.push_back(now > 0 ? fmt::format("{} {} L a day", what, plain(now))
                                  : fmt::format("no {}", what));
    };
    litres("sweat", loss.sweat_l_per_day, before.sweat_l_per_day);
    litres("vomiting", loss.vomiting_l_per_day, before.vomiting_l_per_day);
    if (loss.stool != before.stool)
        out.emplace_back(loss.stool == Stool::diarrhoea ? "diarrhoea" : "ordinary stool");
}

/// " (a day holds 0 mg of potassium)": what the baseline has so little of that it may be the reason.
std::string scarce_in_words(Phase const& baseline) {
    constexpr double scarce = 0.15; ///< of what adults usually eat
    std::string out;
    for (auto const what : {Ingested::calcium, Ingested::magnesium, Ingested::phosphorus, Ingested::potassium,
                            Ingested::sodium, Ingested::water}) {
        auto const& eaten = baseline.intake[static_cast<std::size_t>(what)];
        if (eaten && eaten->mean < scarce * about(what).usual_mean)
            out += (out.empty() ? " (a day holds " : ", ") + plain(eaten->mean) + " " +
                   std::string(about(what).unit) + " of " + nutrient_name(what);
    }
    return out.empty() ? out : out + ")";
}

/// Alcohol otherwise than `before`.
void add_drinking(Phase const& phase, Drinking const& before, std::vector<std::string>& out) {
    if (!phase.drinking || (*phase.drinking == before) || (phase.drinking->grams == 0 && before.grams == 0))
        return;
    auto const& drinking = *phase.drinking;
    out.push_back(drinking.grams == 0 ? "no alcohol"
                  : drinking.once     ? fmt::format("alcohol {} g, {}", plain(drinking.grams),
                                                    from_to(drinking.from_hour, drinking.hours))
                                      : fmt::format("alcohol {} g a day", plain(drinking.grams)));
}

/// "a day: potassium 3000 mg, sodium 3300 mg" and what is eaten as adults usually do.
void add_baseline_intake(Phase const& phase, std::vector<std::string>& out) {
    std::string named, usual;
    for (std::size_t i = 0; i < ingested_count; ++i) {
        auto const what = static_cast<Ingested>(i);
        auto const& eaten = phase.intake[i];
        // What nobody eats from the start is no news, unless people usually do.
        if (!eaten || (eaten->mean == 0 && about(what).usual_mean == 0))
            continue;
        auto& list = as_usual(what, *eaten) ? usual : named;
        list += (list.empty() ? "" : ", ") + nutrient_name(what) + " " + amount_in_words(what, *eaten);
    }
    if (!named.empty())
        out.push_back("a day: " + named);
    if (!usual.empty())
        out.push_back(std::string(usual_food) + usual);
}

} // namespace

std::string_view drug_words(DrugClass drug) {
    switch (drug) {
    case DrugClass::k_sparing:
        return "potassium-sparing diuretic";
    case DrugClass::acei:
        return "ACE inhibitor";
    case DrugClass::arb:
        return "angiotensin receptor blocker";
    case DrugClass::ppi:
        return "proton pump inhibitor";
    case DrugClass::beta_agonist:
        return "beta agonist";
    case DrugClass::calcineurin_inhibitor:
        return "calcineurin inhibitor";
    case DrugClass::loop:
        return "loop diuretic";
    default:
        return name_of(drug);
    }
}

std::string lasting(double hours) {
    bool const in_days = hours >= 2 * day_hours;
    double const count = in_days ? hours / day_hours : hours;
    return fmt::format("{} {}{}", plain(count), in_days ? "day" : "hour", count == 1 ? "" : "s");
}

std::string phase_name(std::size_t phase) {
    return phase == 0 ? "Baseline" : fmt::format("Phase {}", phase);
}

std::vector<std::string> phase_in_words(Experiment const& experiment, std::size_t index) {
    auto const& phase = experiment.phases[index];
    bool const baseline = index == 0;
    std::vector<std::string> out;
    if (baseline)
        add_baseline_intake(phase, out);
    else
        for (std::size_t i = 0; i < ingested_count; ++i)
            if (phase.intake[i])
                out.push_back(nutrient_name(static_cast<Ingested>(i)) + " " +
                              amount_in_words(static_cast<Ingested>(i), *phase.intake[i]) + " a day");
    for (auto const& drug : phase.drugs)
        out.push_back(fmt::format("{}, dose {}", drug_words(drug.drug), plain(drug.dose)));
    if (!baseline && phase.keeps_drugs == false && phase.drugs.empty() && !experiment.phases[0].drugs.empty())
        out.emplace_back("no medicines");
    for (auto const& infusion : phase.infusions)
        out.push_back(fmt::format("{} infused at {} mmol an hour, {}", name_of(infusion.what),
                                  plain(infusion.mmol_per_hour),
                                  from_to(infusion.from_hour, infusion.hours)));
    for (auto const& clamp : phase.clamps)
        out.push_back(fmt::format("{} held at {} mmol/L, {}", clamped_words(clamp.what), plain(clamp.value),
                                  from_to(clamp.from_hour, clamp.hours)));
    if (baseline || phase.meals != experiment.phases[0].meals)
        for (auto const& meal : phase.meals)
            out.push_back(meal_in_words(meal));
    auto const& first = experiment.phases.front();
    add_losses(phase, baseline ? Loss{} : first.loss.value_or(Loss{}), out);
    add_drinking(phase, baseline || !first.drinking || first.drinking->once ? Drinking{} : *first.drinking,
                 out);
    if (phase.sun)
        out.push_back(*phase.sun == Sun::none ? "no sun" : fmt::format("sun of {}", name_of(*phase.sun)));
    if (!phase.drinks_to_thirst && (baseline || experiment.phases[0].drinks_to_thirst))
        out.emplace_back("drinks what is given, not to thirst");
    return out;
}

std::string crowd_in_words(Experiment const& experiment) {
    auto const& who = experiment.who;
    std::string const sex = who.sex == Sex::female ? "women" : who.sex == Sex::male ? "men" : "women and men";
    std::string out =
        fmt::format("{} virtual {}", experiment.people, experiment.people == 1 ? "person" : "people");
    out += ", " + sex;
    out += who.age_low == who.age_high
               ? fmt::format(" aged {}", plain(who.age_low))
               : fmt::format(" aged {} to {}", plain(who.age_low), plain(who.age_high));
    if (who.stage != Stage::none)
        out += fmt::format(", {}", name_of(who.stage));
    out += ", " + with_spread(who.weight_kg, "kg");
    if (who.egfr)
        out += ", eGFR " + with_spread(*who.egfr, "mL/min");
    if (who.albumin_g_l)
        out += ", albumin " + with_spread(*who.albumin_g_l, "g/L");
    return out;
}

std::vector<std::string> failures_in_words(Experiment const& experiment, Findings const& findings) {
    struct Kind {
        int phase = 0;
        std::string_view why;
        int people = 0;
        double first_hour = 0;
    };
    std::vector<Kind> kinds;
    for (auto const& failure : findings.failures) {
        auto kind = std::find_if(kinds.begin(), kinds.end(), [&](Kind const& k) {
            return k.phase == failure.phase && k.why == failure.why;
        });
        if (kind == kinds.end())
            kind = kinds.insert(kinds.end(), {failure.phase, failure.why, 0, failure.hour});
        ++kind->people;
        kind->first_hour = std::min(kind->first_hour, failure.hour);
    }
    std::stable_sort(kinds.begin(), kinds.end(),
                     [](Kind const& a, Kind const& b) { return a.phase < b.phase; });
    std::vector<std::string> out;
    for (auto const& kind : kinds) {
        auto const where =
            kind.phase == 0 ? std::string("the baseline") : fmt::format("phase {}", kind.phase);
        auto const hour = plain(std::round(kind.first_hour * 10) / 10);
        if (kind.why == ions::no_steady_state)
            out.push_back(fmt::format(
                "{} of {} virtual people come to no rest on the baseline, as where more is lost than "
                "taken in{}. All rows do without them. Change the baseline's intake, losses or drugs.",
                kind.people, experiment.people, scarce_in_words(experiment.phases.front())));
        else if (kind.why == ions::not_followed)
            out.push_back(
                fmt::format("{} of {} virtual people could not be computed beyond hour {} of {} or later: a "
                            "limit of the program, not of a body. Rows after that do without them.",
                            kind.people, experiment.people, hour, where));
        else
            out.push_back(fmt::format(
                "{} of {} virtual people left what a body survives in {}, the first at hour {}: {}. "
                "Rows after that hour do without them.",
                kind.people, experiment.people, where, hour, kind.why));
    }
    if (!out.empty() && static_cast<int>(findings.failures.size()) >= experiment.people && findings.finished)
        out.push_back("Nobody is left at the end.");
    return out;
}

bool nobody_could_begin(Experiment const& experiment, Findings const& findings) {
    return findings.finished && static_cast<int>(findings.failures.size()) == experiment.people &&
           std::all_of(findings.failures.begin(), findings.failures.end(),
                       [](Failure const& failure) { return failure.phase == 0 && failure.hour == 0; });
}

int lived_through(Findings const& findings) {
    return std::max(0, findings.people_done - static_cast<int>(findings.failures.size()));
}

std::vector<bool> reached(Experiment const& experiment, Findings const& findings) {
    std::vector<bool> who(static_cast<std::size_t>(std::max(0, experiment.people)), findings.finished);
    if (findings.finished)
        return who;
    for (auto const& row : findings.person_rows)
        if (std::isfinite(row.value))
            who[static_cast<std::size_t>(row.person)] = true;
    for (auto const& failure : findings.failures)
        who[static_cast<std::size_t>(failure.person)] = true;
    return who;
}

std::string firing_in_words(Experiment const& experiment) {
    if (std::none_of(experiment.reports.begin(), experiment.reports.end(),
                     [](Report const& report) { return report.what == Observable::fires_alone; }))
        return "";
    auto const& error = nerve::response_error;
    return fmt::format(
        "fires_alone is read off a surface fitted to simulated axons: where calcium, magnesium, potassium and "
        "sodium are ordinary it errs by {:.1g} (root mean square), over its whole range by {:.2g} and at worst "
        "by {:.2g}; blood outside of that range is read at its edge.",
        error.ordinary_share_rms, error.whole_share_rms, error.whole_share_most);
}

std::string stopped_in_words(Experiment const& experiment, Findings const& findings) {
    return findings.finished ? std::string()
           : findings.people_done == 0
               ? "Stopped before the first people were done, so that there are no figures."
               : fmt::format("Stopped before the end: {} of {} people were done and are in these figures.",
                             findings.people_done, experiment.people);
}

} // namespace rheobase::report
