// A double-cable myelinated motor fibre: whether and how fast a spike travels, where one starts, and whether
// a fibre fires with nobody stimulating it. Nodes stand 0.5 to 1.5 mm apart; the myelin between them can be
// thin, and stretches of a fibre can be bathed otherwise than the rest.
//
// After McIntyre, Richardson and Grill (2002); docs/nerve_cable.md has the equations and what is judgement.
// Left out: channels under the myelin, pumps, changes of concentrations, noise, branching.
#pragma once

#include "base/result.hpp"
#include "model/nerve/cable_geometry.hpp"
#include "model/nerve/cable_node_channels.hpp"
#include "model/nerve/medium.hpp"

#include <span>
#include <vector>

namespace rheobase::nerve {

/// How nodes differ from the published or ion-dependent density. 1 is as healthy.
struct NodeScale {
    double fast_sodium = 1, persistent_sodium = 1, slow_potassium = 1, leak = 1;
    double shift_sodium_mv = 0;    ///< mV added to where sodium gates open; less than 0: they open earlier
    double shift_potassium_mv = 0; ///< mV for potassium gates
};

/// A stretch of a fibre that differs from the rest: nodes first_node to last_node, and the internodes between
/// them.
struct Stretch {
    int first_node = 0, last_node = 0;
    Medium<double> medium = ordinary_medium;
    NodeScale scale;
    double lamellae = 1; ///< of healthy; 1 is whole myelin
};

struct Fibre {
    double diameter_um = 10; ///< 5.7 to 16, with myelin
    Geometry geometry = Geometry::continuous;
    NodeChannels channels = NodeChannels::ion_dependent;
    Medium<double> medium = ordinary_medium; ///< its temperature too
    NodeScale scale;
    double lamellae = 1;
    std::vector<Stretch> stretches; ///< a later one stands over an earlier
};

/// The fibre as published: one of the nine tabulated diameters, 37 °C.
Fibre published_fibre(double diameter_um);

struct Protocol {
    int nodes = 21;
    double ms = 3;            ///< watched
    int stimulated_node = -1; ///< from 0; -1: nobody stimulates
    double stimulus_na = 2;
    double from_ms = 0, length_ms = 0.1; ///< of the stimulus
    double step_ms = 0;                  ///< 0: the default, cable_solver.csv
    bool extrapolate = false; ///< also at twice the step: times of arrival without the leading error of both
    int lanes = 0; ///< side by side: 1, 2, 4, 8; 0: as many as the machine has. The same bits for any
};

struct NodeSpikes {
    int count = 0;       ///< how often it rose through 0 mV
    double first_ms = 0; ///< unknown where it never did
    double last_ms = 0;  ///< unknown where it never did; to a step
};
struct Course {
    std::vector<NodeSpikes> nodes;
    double spacing_mm = 0; ///< from node to node
};

/// Each fibre watched through the protocol from its resting state in the ordinary medium at its temperature
/// (published fibres: from -80 mV).
Result<std::vector<Course>> watch_fibres(std::span<Fibre const> fibres, Protocol const& protocol);

/// The node that fires first; -1: none does.
int starts_at(Course const& course);

struct Conduction {
    double m_per_s =
        0; ///< between the quarter points of the fibre; unknown where the spike does not get so far
    int reaches = -1; ///< the last node in an unbroken row of firing ones from the stimulus on
};
/// A stimulus at the first node; velocity away from both ends.
Result<std::vector<Conduction>> conduction(std::span<Fibre const> fibres, Protocol protocol = {});

struct FiringAlone {
    double hz = 0;   ///< of the node that fires most, over the second half of the time watched
    int starts = -1; ///< the node that fires first; -1: silent
};
/// Nobody stimulates: does the fibre fire, having come from the ordinary medium into its own at the start?
Result<std::vector<FiringAlone>> fires_alone(std::span<Fibre const> fibres, double ms,
                                             Protocol protocol = {});

/// mV at which a long fibre of this kind rests, the balance of node and internode.
Result<double> resting_potential(Fibre const& fibre);

} // namespace rheobase::nerve
