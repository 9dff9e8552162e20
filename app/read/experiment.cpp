#include "app/read/experiment.hpp"

#include "app/read/case_json.hpp"
#include "app/read/experiment_parts.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

using Json = nlohmann::json;

/// A nutrient that the baseline does not name is eaten as adults usually do.
void eat_as_usual(ions::Phase& baseline) {
    for (std::size_t i = 0; i < ions::ingested_count; ++i)
        if (!baseline.intake[i])
            baseline.intake[i] =
                ions::Spread{ions::ingested_rows[i].usual_mean, ions::ingested_rows[i].usual_sd};
}

void read_phases(Fields& fields, ions::Experiment& experiment, ExperimentReading& reading) {
    if (auto const* baseline = fields.find("baseline"))
        experiment.phases.push_back(read_phase(*baseline, "baseline", nullptr, reading));
    else {
        experiment.phases.emplace_back();
        reading.notes.emplace_back("No baseline is given, so people begin with a day as adults usually eat.");
    }
    eat_as_usual(experiment.phases.front());
    auto const list = fields.list("phases");
    if (!within(ions::limit_of("phases"), static_cast<double>(list.size()), "phases", reading.faults))
        return;
    auto const baseline = experiment.phases.front();
    for (std::size_t i = 0; i < list.size(); ++i)
        experiment.phases.push_back(read_phase(*list[i], fmt::format("phases[{}]", i), &baseline, reading));
}

void take_people(double people, std::string_view path, ions::Experiment& experiment, Faults& faults) {
    if (!within(ions::limit_of("people"), people, path, faults))
        return;
    if (people != std::floor(people))
        faults.add(path, fmt::format("{} is no whole number of people", plain(people)),
                   "Write a whole number, such as 40.");
    else
        experiment.people = static_cast<int>(people);
}

void read_crowd(Fields& fields, Overrides const& overrides, ions::Experiment& experiment, Faults& faults) {
    if (auto const people = fields.number("people"))
        take_people(*people, "people", experiment, faults);
    if (overrides.people)
        take_people(*overrides.people, "--people", experiment, faults);
    if (auto const* seed = fields.find("seed")) {
        constexpr double exact =
            9e15; // a number written with a point or an exponent counts exactly up to here
        double const number = seed->is_number() ? seed->get<double>() : -1;
        if (seed->is_number_unsigned())
            experiment.seed = seed->get<std::uint64_t>();
        else if (number >= 0 && number < exact && number == std::floor(number))
            experiment.seed = static_cast<std::uint64_t>(number);
        else
            faults.add("seed",
                       seed->is_number()
                           ? fmt::format("{} is no whole number from 0 on", plain(number))
                           : fmt::format("this is {}, and a whole number is needed here", kind_of(*seed)),
                       "Any whole number will do; the same one gives the same people.");
    }
    experiment.seed = overrides.seed.value_or(experiment.seed);
}

/// The model holds every report of every person until the crowd is done, so that centiles are exact.
void refuse_too_much(ions::Experiment const& experiment, Faults& faults) {
    constexpr double values_a_row = 9, values_a_person_row = 5;
    double rows = 0;
    for (auto const& phase : experiment.phases)
        for (auto const& report : experiment.reports)
            rows += static_cast<double>(ions::moments(phase.hours, report.every_hours));
    double const each = experiment.per_person ? values_a_person_row + 1 : 1;
    double const held = rows * (values_a_row + each * experiment.people);
    constexpr auto const& limit = ions::limit_of("held_values");
    if (held > limit.high)
        faults.add("report",
                   fmt::format("{} reports of each of {} people are more than a machine should hold "
                               "({:.0f} million numbers, at most {:.0f})",
                               plain(rows), experiment.people, held / 1e6, limit.high / 1e6),
                   experiment.per_person
                       ? "Leave per_person out, report less often (every_hours), or take fewer people."
                       : "Report less often (every_hours), shorten the phases, or take fewer people.");
}

std::string listed(std::set<std::string> const& names) {
    std::string out;
    for (auto const& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

void read_all(Json const& document, Overrides const& overrides, ExperimentRead& read,
              ExperimentReading& reading) {
    auto& experiment = read.experiment;
    Fields fields(document, "", reading.faults);
    read_crowd(fields, overrides, experiment, reading.faults);
    if (auto const* person = fields.find("person"))
        experiment.who = read_person(*person, reading);
    read_phases(fields, experiment, reading);
    experiment.reports = read_reports(fields, experiment.phases, reading);
    experiment.per_person = fields.truth("per_person").value_or(false);
    experiment.lab_noise = fields.truth("lab_noise").value_or(false);
    fields.finish();
    if (reading.faults.list.empty())
        refuse_too_much(experiment, reading.faults);
    if (!reading.unused.empty())
        reading.notes.push_back(
            fmt::format("Named, but not used by the body model: {}.", listed(reading.unused)));
}

} // namespace

ExperimentRead read_experiment(std::string_view json, std::string_view name, Overrides const& overrides) {
    ExperimentRead read;
    Faults faults(name);
    if (json.size() > largest_experiment)
        faults.add("", "the file is larger than 4 MB, which no experiment is", "Is this the right file?");
    else if (json.find_first_not_of(" \t\r\n") == json.npos)
        faults.add("", "the file is empty",
                   "An experiment is a JSON object; 'rheobase ions --list' shows one.");
    else {
        auto const document = read_json(json, name);
        faults.list = document.faults;
        // What is no text or no JSON is one fault to its writer, whatever else it may be.
        if (faults.list.size() > 1)
            faults.list.resize(1);
        for (auto const& pointer : document.doubled)
            faults.add(path_of(pointer), "this key is written twice", "Keep one of them.");
        if (faults.list.empty()) {
            ExperimentReading reading{faults, {}, {}};
            read_all(document.value, overrides, read, reading);
            read.notes = std::move(reading.notes);
        }
    }
    read.faults = std::move(faults.list);
    return read;
}

} // namespace rheobase::read
