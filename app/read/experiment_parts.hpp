// The parts of an experiment's file, each read into its part of the value.
#pragma once

#include "app/read/json_fields.hpp"
#include "model/ions/names.hpp"

#include <functional>

namespace rheobase::read {

/// What is gathered while an experiment is read.
struct ExperimentReading {
    Faults& faults;
    std::set<std::string> unused; ///< nutrients that are named and that the body model does not use
    std::vector<std::string> notes;
};

/// "phase 1" as a sentence begins: "Phase 1".
inline std::string sentence_begin(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
        words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

// ---- experiment_limits.cpp: numbers held against what a person can live, eat and lose

/// False, and a fault at `path`, when the value lies outside a row of experiment_limits.csv. `shown` is the
/// value as the file has it, with its unit, where that is another one than the row's.
bool within(ions::ExperimentLimitsRow const& limit, double value, std::string_view path, Faults& faults,
            std::string_view shown = {});

/// A number within a limit; nothing when it is not there or wrong.
std::optional<double> limited(Fields& fields, std::string_view key, ions::ExperimentLimitsRow const& limit);

/// A number or a pair [mean, SD]; nothing, and a fault, when it is neither. An SD of more than `widest` means
/// is one.
std::optional<ions::Spread> spread_of(nlohmann::json const& value, std::string const& path, double widest,
                                      Faults& faults);
std::optional<ions::Spread> limited_spread(Fields& fields, std::string_view key,
                                           ions::ExperimentLimitsRow const& limit);

// ---- experiment_amounts.cpp: nutrients by their keys

/// Hands every amount of an object that the body model knows to `take`, in the units of ingested.csv. Keys
/// that were asked for before are left alone. True when any nutrient at all was named.
bool read_amounts(Fields& fields, bool pairs_allowed, ExperimentReading& reading,
                  std::function<void(ions::Ingested, ions::Spread)> const& take);

// ---- experiment_person.cpp, experiment_phase.cpp, experiment_windows.cpp, experiment_report.cpp

ions::Participants read_person(nlohmann::json const& value, ExperimentReading& reading);

/// `baseline` is null for the baseline itself.
ions::Phase read_phase(nlohmann::json const& value, std::string const& path, ions::Phase const* baseline,
                       ExperimentReading& reading);

/// What happens at set hours of a phase: infusions, clamps, meals, one drinking. `hours` is the phase's
/// length.
void read_windows(Fields& fields, std::optional<double> hours, ions::Phase& phase,
                  ExperimentReading& reading);

/// Where a window stands in the phase: nothing where it names no sound one.
struct Window {
    double from_hour = 0, hours = 0;
};
std::optional<Window> read_window(Fields& fields, std::string_view length_key,
                                  std::optional<double> phase_hours, double fallback);

/// The list under `report`, or what is worth seeing when it is not there.
std::vector<ions::Report> read_reports(Fields& fields, std::vector<ions::Phase> const& phases,
                                       ExperimentReading& reading);

} // namespace rheobase::read
