// An experiment cut into stretches within which nothing changes, the same for everyone: the grid on which all people step
// together.
#pragma once

#include "model/ions/experiment.hpp"

#include <vector>

namespace rheobase::ions {

/// How a step grows after something has changed. Figures: docs/speed.md.
struct Grid {
    double first = 0.125; ///< hours, after a meal, and where an infusion, a clamp or a drinking begins or ends
    double first_gentle = 1.0; ///< hours, after a change of what comes in evenly
    double growth = 1.25;
    double longest = 8; ///< hours
};

struct Stretch {
    int phase = 0;
    double from = 0, to = 0; ///< hours from the start of the phase
    bool changed = false;    ///< something is other than before: steps begin small again
    std::vector<double> steps; ///< hours, adding up to `to - from`
    std::vector<std::size_t> meals; ///< eaten at `from`: places in the phase's meals
    bool report = false;     ///< something is reported at `to`
};

/// The stretches of all phases, in order. A stretch of no length stands at the start of each phase, for its hour 0.
std::vector<Stretch> timeline(Experiment const& experiment, Grid const& grid = {});

/// Whether a report is due at an hour of a phase.
bool due(Report const& report, double hour);

/// Rows that one report gives in one phase.
std::size_t rows_of(Report const& report, Phase const& phase);

} // namespace rheobase::ions
