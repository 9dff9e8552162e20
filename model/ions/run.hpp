// Runs an experiment over its crowd.
#pragma once

#include "engine/pace.hpp"
#include "model/ions/forcing.hpp"
#include "model/ions/timeline.hpp"

#include <functional>
#include <string>
#include <vector>

namespace rheobase::ions {

/// One report at one moment, over the people who are still within what a body survives.
struct Row {
    int phase = 0;
    double hour = 0; ///< from the start of the phase
    Observable what{};
    int people = 0; ///< how many count
    double mean = 0, sd = 0, p5 = 0, p50 = 0, p95 = 0;
};

struct PersonRow {
    int person = 0; ///< from 0
    int phase = 0;
    double hour = 0;
    Observable what{};
    double value = 0; ///< NaN after the person failed: readers print it as blank
};

/// Why a virtual person takes no part though nothing was said of death.
inline constexpr std::string_view no_steady_state = "no steady state to begin from";
inline constexpr std::string_view not_followed = "changes faster than the equations can be followed";

/// A virtual person who left what a body survives, or one of the two reasons above, and where. Rows after that hour do without this person.
struct Failure {
    int person = 0;
    int phase = 0;
    double hour = 0;
    std::string_view why; ///< such as "potassium outside what a heart survives"
};

struct Findings {
    std::vector<Row> rows;              ///< by phase, hour, then the order of the reports
    std::vector<PersonRow> person_rows; ///< only when asked for; by person, phase, hour
    std::vector<Failure> failures;      ///< by person
    std::vector<std::string> marks; ///< what a reader must be told: numbers known from animals alone, and the like
    bool finished = true;           ///< false: stopped on request; rows then hold the people who were done
    int people_done = 0;
};

/// One person as known, in place of a draw.
struct Individual {
    Participant who;
    Amounts eaten{}; ///< a day, in the units of ingested.csv; taken in every phase that names no intake of its own
};

/// The levels in blood that a nerve feels, mmol/L; all but calcium whole, as a laboratory reports them in serum.
struct BloodIons {
    double calcium_ionised = unknown, magnesium = unknown, potassium = unknown, sodium = unknown;
};

struct RunOptions {
    int threads = 0; ///< 0: all cores. The result does not depend on it
    int lanes = 0;   ///< people side by side: 1, 2, 4, 8; 0: the widest this machine has. The result does not depend on it
    std::function<bool(int done, int people)> progress; ///< called now and then, from any thread; false: stop
    std::vector<Override> overrides;                    ///< facts with another value
    std::function<Individual(std::uint32_t person)> individual; ///< unset: drawn from the experiment's participants
    /// Observable::fires_alone of one person at one moment, called from any thread and so pure: a body knows no nerves.
    /// Unset: that report has no rows, and a mark says so.
    std::function<double(BloodIons const&)> fires_alone;
    Grid grid;
    engine::Accuracy accuracy;
};

/// The experiment must be sound (app/read sees to it). Pure but for threads: same experiment, same findings.
Findings run(Experiment const& experiment, RunOptions const& options = {});

} // namespace rheobase::ions
