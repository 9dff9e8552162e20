#include "app/read/experiment_parts.hpp"
#include "model/blood/drugs.rows.hpp"
#include "model/verdict/medicine.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

constexpr double day_hours = 24;

/// Days or hours, exactly one of them. Nothing, and a fault, where the length cannot be known.
std::optional<double> read_length(Fields& fields, ExperimentReading& reading) {
    bool const days_said = fields.find("days"), hours_said = fields.find("hours");
    auto const days = fields.number("days"), hours = fields.number("hours");
    if (days_said && hours_said) {
        reading.faults.add(fields.path(), "both days and hours are given", "Keep one of them.");
        return std::nullopt;
    }
    if (!fields.sound())
        return std::nullopt;
    if (!days_said && !hours_said) {
        if (!fields.misnamed("days") && !fields.misnamed("hours"))
            reading.faults.add(fields.path(), "it is not said how long this lasts", "Write days or hours.");
        return std::nullopt;
    }
    if (!days && !hours)
        return std::nullopt;
    constexpr auto const& limit = ions::limit_of("phase_hours");
    double const length = hours ? *hours : *days * day_hours;
    auto const shown = days ? fmt::format("{} days", plain(*days)) : std::string();
    return within(limit, length, fields.at(days ? "days" : "hours"), reading.faults, shown)
               ? std::optional(length)
               : std::nullopt;
}

void read_intake(Fields& fields, ions::Phase& phase, ExperimentReading& reading) {
    auto const* found = fields.find("intake");
    if (!found)
        return;
    Fields intake(*found, fields.at("intake"), reading.faults);
    read_amounts(intake, true, reading, [&](ions::Ingested what, ions::Spread amount) {
        phase.intake[static_cast<std::size_t>(what)] = amount;
    });
}

/// "lisinopril" is one of the class acei, "trimethoprim" acts as one of k_sparing.
std::string class_of_medicine(std::string_view written) {
    verdict::Medicine medicine;
    medicine.name = std::string(written);
    std::string classes;
    for (auto const* meant : verdict::understood(medicine).classes) {
        std::string_view drug;
        for (auto const& row : blood::drugs_rows)
            if (row.drug_class == meant->drug_class)
                drug = row.drug;
        if (drug.empty() && meant->drug_class == ions::name_of(ions::DrugClass::insulin))
            drug = meant->drug_class;
        auto const named = fmt::format("\"class\": \"{}\"", drug);
        if (!drug.empty() && classes.find(named) == classes.npos)
            classes += (classes.empty() ? "" : " and ") + named;
    }
    return classes.empty() ? classes : fmt::format("Medicines stand by their class: write {}.", classes);
}

void read_drugs(Fields& fields, ions::Phase& phase, ExperimentReading& reading) {
    if (!fields.find("drugs"))
        return;
    auto const list = fields.list("drugs");
    phase.keeps_drugs = false;
    for (std::size_t i = 0; i < list.size(); ++i) {
        Fields one(*list[i], fmt::format("{}[{}]", fields.at("drugs"), i), reading.faults, "class");
        one.demand("class", "Name the class of the medicine, such as \"thiazide\".");
        auto const drug = one.one_of("class", ions::drug_names, class_of_medicine);
        auto const dose =
            one.find("dose") ? limited(one, "dose", ions::limit_of("dose")) : std::optional(1.0);
        one.finish();
        if (!drug || !dose)
            continue;
        auto const which = static_cast<ions::DrugClass>(*drug);
        if (std::any_of(phase.drugs.begin(), phase.drugs.end(),
                        [&](ions::DrugTaken const& taken) { return taken.drug == which; }))
            reading.faults.add(one.at("class"), fmt::format("{} is named twice", ions::name_of(which)),
                               "Add the doses up and name it once.");
        else {
            phase.drugs.push_back({which, *dose});
            constexpr auto const& known = ions::limit_of("dose_known");
            if (*dose > known.high)
                reading.notes.push_back(fmt::format(
                    "{}: {} at dose {} is {} times an ordinary daily dose. Beyond {} times little was "
                    "measured in people, so take its effects as a guess.",
                    sentence_begin(place_in_words(fields.path())), ions::name_of(which), plain(*dose),
                    plain(*dose), plain(known.high)));
        }
    }
}

void read_loss(Fields& fields, ions::Phase& phase, ions::Phase const* baseline, ExperimentReading& reading) {
    auto const* found = fields.find("loss");
    if (!found)
        return;
    Fields loss(*found, fields.at("loss"), reading.faults);
    auto lost = baseline && baseline->loss ? *baseline->loss : ions::Loss{};
    if (auto const sweat = limited(loss, "sweat_l_per_day", ions::limit_of("sweat_l_per_day")))
        lost.sweat_l_per_day = *sweat;
    if (auto const vomiting = limited(loss, "vomiting_l_per_day", ions::limit_of("vomiting_l_per_day")))
        lost.vomiting_l_per_day = *vomiting;
    if (auto const stool = loss.one_of("stool", ions::stool_names))
        lost.stool = static_cast<ions::Stool>(*stool);
    loss.finish();
    phase.loss = lost;
}

} // namespace

ions::Phase read_phase(nlohmann::json const& value, std::string const& path, ions::Phase const* baseline,
                       ExperimentReading& reading) {
    Fields fields(value, path, reading.faults);
    ions::Phase phase;
    if (baseline) {
        phase.drinks_to_thirst = baseline->drinks_to_thirst;
        // What is eaten every day goes on; a meal of one hour was the baseline's own.
        std::copy_if(baseline->meals.begin(), baseline->meals.end(), std::back_inserter(phase.meals),
                     [](ions::Meal const& meal) { return meal.daily; });
    }
    auto const hours = read_length(fields, reading);
    phase.hours = hours.value_or(day_hours);
    read_intake(fields, phase, reading);
    read_drugs(fields, phase, reading);
    read_loss(fields, phase, baseline, reading);
    if (auto const sun = fields.one_of("sun", ions::sun_names))
        phase.sun = static_cast<ions::Sun>(*sun);
    if (auto const thirst = fields.truth("drinks_to_thirst"))
        phase.drinks_to_thirst = *thirst;
    read_windows(fields, hours, phase, reading);
    fields.finish();
    return phase;
}

} // namespace rheobase::read
