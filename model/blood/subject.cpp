#include "model/blood/subject.hpp"

#include "engine/elementary.hpp"
#include "engine/random.hpp"
#include "model/blood/judging.rows.hpp"
#include "model/blood/kidney.rows.hpp"
#include "model/ions/names.hpp"

#include <algorithm>

namespace rheobase::blood {

namespace {

using ions::Ingested;

constexpr std::size_t place(Ingested what) {
    return static_cast<std::size_t>(what);
}

/// What the ordinary life is held to advice for. Hardly anybody keeps to the advice on salt, and nobody is
/// short of phosphorus: of those it has what the person has.
constexpr std::array held_to_advice{Ingested::calcium, Ingested::magnesium, Ingested::potassium,
                                    Ingested::vitamin_d, Ingested::b12};

bool has(verdict::Evidence const& evidence, std::string_view condition) {
    return std::any_of(
        evidence.conditions.begin(), evidence.conditions.end(),
        [&](verdict::Finding const& one) { return one.code == condition && one.present.value_or(true); });
}

ions::Stage stage_of(diet::Person const& person) {
    if (person.sex == diet::Sex::male || *person.age_years > judging.childbearing_to)
        return ions::Stage::none;
    if (person.pregnant.value_or(false))
        return ions::Stage::pregnant;
    return person.lactating.value_or(false) ? ions::Stage::lactating : ions::Stage::none;
}

void set_kidneys(Subject& out, verdict::Evidence const& evidence, std::vector<verdict::LabLine> const& labs) {
    double youngest = judging.recent_days;
    for (auto const& lab : labs)
        if (lab.analyte == "egfr" && lab.used && known(lab.value) && lab.bound.empty() &&
            lab.days_ago.value_or(judging.recent_days) <= youngest) {
            youngest = lab.days_ago.value_or(judging.recent_days);
            out.egfr_low = out.egfr_high = lab.value;
            out.egfr_log_sd = judging.egfr_log_sd;
        }
    if (!known(out.egfr_low))
        for (auto const& row : kidney_rows)
            if (has(evidence, row.code) && !(out.egfr_low <= row.low)) {
                out.egfr_low = row.low;
                out.egfr_high = row.high;
            }
    out.kidneys_ill = out.egfr_low < judging.kidneys_ill;
}

void set_food(Subject& out, verdict::Evidence const& evidence, verdict::Findings const& findings,
              std::span<diet::UsualIntake const> usual, std::vector<std::string>& notes) {
    bool const thin = findings.diary && findings.energy_plausible == false;
    if (thin)
        notes.push_back("The diary holds less food than a body needs, so what most people eat stands in.");
    out.pills_told = evidence.told_whole.contains("supplements") || !evidence.supplements.empty();
    for (std::size_t i = 0; i < ions::ingested_count; ++i) {
        auto const nutrient = diet::nutrient_called(ions::ingested_rows[i].key);
        if (!nutrient || usual.empty())
            continue;
        auto const n = static_cast<std::size_t>(*nutrient);
        auto const& found = findings.nutrient[n];
        auto& eats = out.eats[i];
        double const pills = found.from_supplements.mid;
        if (known(pills))
            eats.pills = pills;
        // Hardly anybody writes down what they drink at the tap, and thirst decides what a body keeps of it.
        if (!findings.diary || thin || i == place(Ingested::water))
            continue;
        if (known(usual[n].median)) {
            eats.median = usual[n].median;
            eats.log_sd = known(usual[n].log_sd) ? usual[n].log_sd : judging.stated_log_sd;
        } else if (known(found.per_day.low) && found.coverage >= judging.enough_coverage) {
            eats.median = found.per_day.low / found.coverage;
            eats.log_sd = judging.stated_log_sd;
        }
    }
    for (auto const what : held_to_advice) {
        auto const nutrient = diet::nutrient_called(ions::name_of(what));
        auto const& need = findings.nutrient[static_cast<std::size_t>(*nutrient)];
        out.eats[place(what)].wanted = known(need.rda) ? need.rda : need.ai;
        out.eats[place(what)].apart = true;
    }
}

void set_habits(Subject& out, verdict::Evidence const& evidence) {
    auto const told = [&](char const* key) {
        auto const found = evidence.lifestyle.find(key);
        return found == evidence.lifestyle.end() ? unknown : found->second;
    };
    if (double const caffeine = told("caffeine_mg"); known(caffeine))
        out.eats[place(Ingested::caffeine)].median = caffeine;
    out.eats[place(Ingested::caffeine)].apart = true;
    constexpr double days_a_week = 7;
    if (double const units = told("alcohol_units_week"); known(units))
        out.alcohol_g = std::min(units * judging.alcohol_unit / days_a_week, judging.alcohol_counted_to);
    auto const sun = evidence.lifestyle_words.find("sun");
    if (sun != evidence.lifestyle_words.end()) {
        if (sun->second == "little")
            out.sun = ions::Sun::winter;
        else if (sun->second == "much")
            out.sun = ions::Sun::summer;
    }
}

} // namespace

std::string why_not(verdict::Evidence const& evidence) {
    auto const& person = evidence.person;
    if (!person.age_years || !person.sex)
        return "Blood levels are not predicted, because age and sex are not both known.";
    if (*person.age_years < judging.adult_from)
        return "Blood levels are not predicted below 18 years: the body model is one of adults.";
    if (*person.age_years > judging.oldest)
        return "Blood levels are not predicted past 100 years: there is nothing to check the body model "
               "with.";
    if (person.weight_kg && (*person.weight_kg < judging.lightest || *person.weight_kg > judging.heaviest))
        return "Blood levels are not predicted: the body model was never checked at this weight.";
    return {};
}

Subject subject(verdict::Evidence const& evidence, verdict::Findings const& findings,
                std::vector<verdict::LabLine> const& labs, std::span<diet::UsualIntake const> usual,
                std::vector<std::string>& notes) {
    auto const& person = evidence.person;
    Subject out;
    out.age = *person.age_years;
    out.woman = person.sex == diet::Sex::female;
    out.stage = stage_of(person);
    out.weight = person.weight_kg.value_or(unknown);
    out.height = person.height_cm.value_or(unknown);
    set_kidneys(out, evidence, labs);
    set_food(out, evidence, findings, usual, notes);
    set_habits(out, evidence);
    return out;
}

ions::Adult stranger(Subject const& subject, std::uint64_t seed, std::uint32_t person) {
    auto one = ions::adult(seed, person, {subject.age, subject.age},
                           subject.woman ? ions::Sex::female : ions::Sex::male);
    if (known(subject.weight))
        one.weight_kg = subject.weight;
    if (known(subject.height))
        one.height_cm = subject.height;
    if (subject.pills_told) {
        one.eaten[place(Ingested::calcium)] -= one.calcium_pills_mg;
        one.eaten[place(Ingested::magnesium)] -= one.magnesium_pills_mg;
        one.eaten[place(Ingested::vitamin_d)] -= one.vitamin_d_pills_ug;
        one.eaten[place(Ingested::b12)] -= one.b12_pills_ug;
    }
    return one;
}

ions::Individual individual(Subject const& subject, ions::Adult const& stranger, Own const& own,
                            std::uint64_t seed, std::uint32_t person) {
    auto one = ions::living_as_usual(stranger);
    one.who.stage = subject.stage;
    auto const drawn = [&](std::string_view what) { return engine::fact_key("blood." + std::string(what)); };
    for (std::size_t i = 0; i < ions::ingested_count; ++i) {
        auto const& eats = subject.eats[i];
        if (!eats.told())
            continue;
        double const z = engine::standard_normal(seed, person, drawn(ions::ingested_rows[i].key));
        if (own.food[i] || !eats.apart)
            one.eaten[i] =
                known(eats.median) ? eats.median * engine::exp(eats.log_sd * z) : one.eaten[i] + eats.pills;
        else if (known(eats.median) && known(eats.wanted))
            // More than advised is as ordinary as it is among strangers.
            one.eaten[i] =
                eats.median > eats.wanted ? std::clamp(one.eaten[i], eats.wanted, eats.median) : eats.wanted;
        one.eaten[i] = std::min(one.eaten[i], ions::ingested_rows[i].high);
    }
    if (known(subject.egfr_low) && (own.kidneys || !subject.kidneys_ill)) {
        double const share = engine::uniform(seed, person, drawn("egfr"));
        double const error =
            engine::exp(subject.egfr_log_sd * engine::standard_normal(seed, person, drawn("egfr_error")));
        auto const& limit = ions::limit_of("egfr");
        one.who.egfr = std::clamp((subject.egfr_low + (subject.egfr_high - subject.egfr_low) * share) * error,
                                  limit.low, limit.high);
    }
    return one;
}

} // namespace rheobase::blood
