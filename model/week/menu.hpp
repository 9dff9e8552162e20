// The portions of every food in a week or a day, found and proven: how far they are from the best there could
// be.
#pragma once

#include "model/week/menu_program.hpp"

#include <functional>

namespace rheobase::week {

/// What became of one bound, re-summed from the portions.
struct BoundMet {
    Bound bound;
    double before = unknown, after = unknown;           ///< a day, as it counts toward the floor and the aim
    double against_before = unknown, against = unknown; ///< a day, what the ceiling counts
    bool floor_met = true, aim_met = true, ceiling_met = true; ///< also where there is none
    /// What one percent more of the floor or aim costs, in moved halves (the dual of its row in the
    /// relaxation).
    double price = 0;
};

struct Menu {
    bool found = false;
    std::vector<double> halves; ///< of each item of the task
    double cost = unknown;      ///< what the changes and what is missing cost
    double bound = unknown;     ///< no plan of any of the items costs less
    double gap = unknown;       ///< (cost - bound) / cost
    long nodes = 0;
    std::vector<BoundMet> bounds;
    double energy = unknown; ///< kcal a day
};

/// Solves the relaxation with all items and searches whole halves of those that it minds least. Where that
/// proves no small gap, searches again, for at most `nodes` nodes, with every item that could still be in a
/// plan cheaper by more than the gap; the others are ruled out by the relaxation's prices. Of a task with few
/// changes only the first search is made. Deterministic; `told` hears now and
/// then of the nodes searched so far. Not found only where the program cannot be solved at
/// all.
Menu least_change(Task const& task, int nodes, std::function<void(long nodes)> const& told = {});

/// What the portions hold a day, as tables have it.
diet::Nutrients held_by(Task const& task, std::vector<double> const& halves);

/// What the portions amount to, summed food by food.
std::vector<BoundMet> met(Task const& task, std::vector<double> const& halves);

} // namespace rheobase::week
