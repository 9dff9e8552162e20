// A body experiment in words: what each phase does, and who did not survive it. Said the same way by every
// report.
#pragma once

#include "model/ions/run.hpp"

#include <string>
#include <vector>

namespace rheobase::report {

/// "14 days", "2 hours".
std::string lasting(double hours);

/// "Baseline", "Phase 1".
std::string phase_name(std::size_t phase);

/// "potassium-sparing diuretic" for k_sparing.
std::string_view drug_words(ions::DrugClass drug);

/// How the line begins that tells what is eaten without having been named.
inline constexpr std::string_view usual_food = "as adults usually eat: ";

/// What a phase does, a line each: "magnesium 90 mg a day". Of a later phase only what it changes; empty when
/// it goes on as the baseline.
std::vector<std::string> phase_in_words(ions::Experiment const& experiment, std::size_t phase);

/// "300 people, women and men aged 20 to 60, 75 kg (SD 12)".
std::string crowd_in_words(ions::Experiment const& experiment);

/// One sentence for each phase and reason, with how many people and when the first of them.
std::vector<std::string> failures_in_words(ions::Experiment const& experiment,
                                           ions::Findings const& findings);

/// Whether the baseline is one that none of the people can live on: the experiment cannot be used.
bool nobody_could_begin(ions::Experiment const& experiment, ions::Findings const& findings);

/// How many people were computed to the end of the last phase.
int lived_through(ions::Findings const& findings);

/// Who was reached before a stop, by number; the others would be nothing but blanks.
std::vector<bool> reached(ions::Experiment const& experiment, ions::Findings const& findings);

/// How far fires_alone can be trusted, in a sentence; empty where it is not reported.
std::string firing_in_words(ions::Experiment const& experiment);

/// What was stopped before its end, as a sentence; empty when all people were done.
std::string stopped_in_words(ions::Experiment const& experiment, ions::Findings const& findings);

} // namespace rheobase::report
