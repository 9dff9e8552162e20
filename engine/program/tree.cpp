#include "engine/program/tree.hpp"

#include <CbcCompareEstimate.hpp>
#include <CbcEventHandler.hpp>
#include <CbcHeuristic.hpp>
#include <CbcHeuristicDiveCoefficient.hpp>
#include <CbcHeuristicDiveFractional.hpp>
#include <CbcHeuristicFPump.hpp>
#include <CglGomory.hpp>
#include <CglKnapsackCover.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <CglProbing.hpp>
#include <CglTwomir.hpp>

#include <algorithm>
#include <cmath>

namespace rheobase::engine {

namespace {

/// Sets the cutoff whenever a better x is found in the tree itself; the small trees of heuristics are left
/// alone.
class GapAsCutoff : public CbcEventHandler {
  public:
    GapAsCutoff(CbcModel* tree, Effort const& wanted)
        : CbcEventHandler(tree), whole_tree(tree), effort(wanted) {}
    CbcEventHandler* clone() const override { return new GapAsCutoff(*this); }
    CbcAction event(CbcEvent what) override {
        if (effort.told && model_ == whole_tree && what == node)
            effort.told(model_->getNodeCount());
        // What heuristics tell of, the tree does not hold yet, and would turn away under a cutoff of its own
        // cost.
        if (model_ != whole_tree || what == heuristicSolution || what == beforeSolution1 ||
            what == beforeSolution2)
            return noAction;
        double const found = model_->getObjValue();
        if (model_->bestSolution() && found < cheapest) {
            cheapest = found;
            // Not as CBC's cutoff increment: that is taken for a step that costs come in, and cuts off
            // cheaper x.
            model_->setCutoff(found - worth_looking(found, effort));
        }
        return noAction;
    }

  private:
    CbcModel* whole_tree;
    Effort effort;
    double cheapest = none_found;
    static constexpr double none_found = 1e49; // CBC says 1e50
};

constexpr int several = 5;
constexpr int at_every_node = 1;
constexpr int only_of_implications = 1;

} // namespace

double worth_looking(double objective, Effort const& effort) {
    double const least = same_cost / 2 * std::max(1.0, std::abs(objective));
    return std::max({least, effort.absolute_gap, effort.gap * std::abs(objective)});
}

// Of the cuts and heuristics that were tried, those that closed the gap of menu problems in few nodes: 60 to
// 100 foods in whole portions, 35 dense rows of nutrients, and columns that a binary opens. Rows of that
// density are cheap beside the nodes that cuts save, so cuts are looked for at every node.
void set_up(CbcModel& model, Effort const& effort) {
    model.setLogLevel(0);
    model.messageHandler()->setLogLevel(0);
    model.solver()->messageHandler()->setLogLevel(0);
    model.setMaximumNodes(static_cast<int>(std::clamp(effort.nodes, 0L, 2'000'000'000L)));
    model.setMaximumSavedSolutions(several);
    model.setIntegerTolerance(1e-7);
    model.setNumberStrong(10);
    model.setNumberBeforeTrust(10);
    model.setMaximumCutPassesAtRoot(20);
    model.setMaximumCutPasses(1);

    CglProbing probing;
    probing.setUsingObjective(1);
    probing.setMaxPassRoot(5);
    probing.setMaxPass(1);
    probing.setMaxProbeRoot(1000);
    probing.setMaxProbe(10);
    probing.setMaxLookRoot(500);
    probing.setMaxLook(50);
    probing.setMaxElements(200);
    // Its other kind, tightened coefficients, now and then cut off the cheapest x of a small random program.
    probing.setRowCuts(only_of_implications);
    CglGomory gomory;
    gomory.setLimit(100);
    CglKnapsackCover cover;
    CglMixedIntegerRounding2 rounding(1, true, 1);
    CglTwomir twomir;
    for (CglCutGenerator* cuts :
         {static_cast<CglCutGenerator*>(&probing), static_cast<CglCutGenerator*>(&gomory),
          static_cast<CglCutGenerator*>(&cover), static_cast<CglCutGenerator*>(&rounding),
          static_cast<CglCutGenerator*>(&twomir)})
        model.addCutGenerator(cuts, at_every_node);

    CbcRounding rounded(model);
    CbcHeuristicFPump pump(model);
    pump.setMaximumPasses(30);
    CbcHeuristicDiveCoefficient by_locks(model);
    CbcHeuristicDiveFractional by_fraction(model);
    for (CbcHeuristic* heuristic :
         {static_cast<CbcHeuristic*>(&rounded), static_cast<CbcHeuristic*>(&pump),
          static_cast<CbcHeuristic*>(&by_locks), static_cast<CbcHeuristic*>(&by_fraction)})
        model.addHeuristic(heuristic);

    CbcCompareEstimate by_estimate;
    model.setNodeComparison(by_estimate);

    GapAsCutoff gap(&model, effort);
    model.passInEventHandler(&gap);
}

} // namespace rheobase::engine
