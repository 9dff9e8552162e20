// Branch and cut by CBC. Its own gaps are looked at too seldom for small programs (every thousand nodes), so
// the gap is kept as a cutoff instead: once an x is found, only what is cheaper by more than the gap is
// looked for, and when nothing of that kind is left, the gap is proven.
#include "engine/program/matrix.hpp"

#include <CbcCompareDefault.hpp>
#include <CbcCompareEstimate.hpp>
#include <CbcEventHandler.hpp>
#include <CbcHeuristic.hpp>
#include <CbcHeuristicDiveCoefficient.hpp>
#include <CbcHeuristicDiveFractional.hpp>
#include <CbcHeuristicFPump.hpp>
#include <CbcModel.hpp>
#include <CglGomory.hpp>
#include <CglKnapsackCover.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <CglProbing.hpp>
#include <CglTwomir.hpp>
#include <CoinError.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <cmath>

namespace rheobase::engine {

namespace {

// Two costs nearer than this share of themselves are one: Clp's own arithmetic is good to 1e-7.
constexpr double same_cost = 1e-6;

double share_of(double objective, double difference) {
    return difference / std::max(std::abs(objective), 1e-9);
}

/// How much cheaper another x must be to be worth looking for.
double worth_looking(double objective, Effort const& effort) {
    double const least = same_cost / 2 * std::max(1.0, std::abs(objective));
    return std::max({least, effort.absolute_gap, effort.gap * std::abs(objective)});
}

/// Sets the cutoff whenever a better x is found in the tree itself; the small trees of heuristics are left
/// alone.
class GapAsCutoff : public CbcEventHandler {
  public:
    GapAsCutoff(CbcModel* tree, Effort const& wanted)
        : CbcEventHandler(tree), whole_tree(tree), effort(wanted) {}
    CbcEventHandler* clone() const override { return new GapAsCutoff(*this); }
    CbcAction event(CbcEvent what) override {
        // What heuristics tell of, the tree does not hold yet, and would turn away under a cutoff of its own
        // cost.
        if (model_ != whole_tree || what == heuristicSolution || what == beforeSolution1 ||
            what == beforeSolution2)
            return noAction;
        double const found = model_->getObjValue();
        if (model_->bestSolution() && found < cheapest) {
            cheapest = found;
            double const less = worth_looking(found, effort);
            model_->setCutoffIncrement(less);
            model_->setCutoff(found - less);
        }
        return noAction;
    }

  private:
    CbcModel* whole_tree;
    Effort effort;
    double cheapest = none_found;
    static constexpr double none_found = 1e49; // CBC says 1e50
};

/// Cuts and heuristics that close the gap of menu problems in the fewest nodes: 60 to 120 integers in 35
/// dense rows, and columns that a binary opens. Probing and two kinds of rounding cuts do most; pump and
/// dives find the first x.
class Tree {
  public:
    Tree(OsiClpSolverInterface const& relaxation, Effort const& effort) : model(relaxation) {
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
        // Its other kind, tightened coefficients, cut off the cheapest x of 3 in 7000 small random programs.
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
            model.addCutGenerator(cuts, at_root_and_while_useful);

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

    CbcModel model;

  private:
    static constexpr int several = 5;
    static constexpr int only_of_implications = 1;
    static constexpr int at_root_and_while_useful = -98;
};

/// With whole numbers exactly whole and the rest as cheap as those allow; empty where that breaks a bound.
std::vector<double> made_exact(Program const& program, double const* found) {
    Program rest = program;
    std::vector<double> x(found, found + program.columns.size());
    bool all_whole = true;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!program.columns[i].integer) {
            all_whole = false;
            continue;
        }
        x[i] = std::round(x[i]) + 0.0; // minus zero and zero are one value
        rest.columns[i].lower = rest.columns[i].upper = x[i];
    }
    if (!all_whole) {
        auto const relaxed = relax(rest);
        if (relaxed.status != Relaxed::optimal)
            return {};
        for (std::size_t i = 0; i < x.size(); ++i)
            if (!program.columns[i].integer)
                x[i] = relaxed.value[i] + 0.0;
    }
    return feasible(program, x) ? x : std::vector<double>{};
}

void take_if_cheaper(Solved& solved, Program const& program, std::vector<double> const& x) {
    if (x.empty())
        return;
    double const costs = cost(program, x);
    if (!solved.value.empty() && costs >= solved.objective)
        return;
    solved.objective = costs;
    solved.value = x;
}

/// A relaxation without end: with nothing to pay, is there any x at all?
Solved::Status unbounded_or_infeasible(Program program, Effort const& effort) {
    for (auto& column : program.columns)
        column.cost = 0;
    auto const any = solve(program, effort);
    return any.value.empty() ? any.status : Solved::unbounded;
}

void branch_and_cut(Solved& solved, Program const& program, Effort const& effort) {
    auto const form = columnwise(program, true);
    if (form.crossed) {
        solved.status = Solved::infeasible;
        return;
    }
    OsiClpSolverInterface relaxation;
    relaxation.messageHandler()->setLogLevel(0);
    relaxation.setHintParam(OsiDoReducePrint, true, OsiHintTry);
    relaxation.loadProblem(form.matrix, form.lower.data(), form.upper.data(), form.cost.data(),
                           form.row_lower.data(), form.row_upper.data());
    for (std::size_t i = 0; i < program.columns.size(); ++i)
        if (program.columns[i].integer)
            relaxation.setInteger(static_cast<int>(i));
    relaxation.initialSolve();
    if (relaxation.isProvenPrimalInfeasible()) {
        solved.status = Solved::infeasible;
        return;
    }

    Tree tree(relaxation, effort);
    auto& model = tree.model;
    if (!solved.value.empty()) {
        model.setBestSolution(solved.value.data(), static_cast<int>(solved.value.size()), solved.objective);
        double const less = worth_looking(solved.objective, effort);
        model.setCutoffIncrement(less);
        model.setCutoff(solved.objective - less);
    }
    model.branchAndBound();
    solved.nodes = model.getNodeCount();

    bool lost = false;
    for (int i = 0; i < model.numberSavedSolutions(); ++i) {
        auto const x = made_exact(program, model.savedSolution(i));
        lost |= x.empty();
        take_if_cheaper(solved, program, x);
    }
    bool const whole_tree = model.status() == 0;
    if (solved.value.empty()) {
        solved.status = lost ? Solved::failed : whole_tree ? Solved::infeasible : Solved::stopped;
        if (whole_tree)
            return;
    }
    // What was cut off was dearer than the cutoff of its time, which only ever fell.
    double const cut_off =
        solved.value.empty() ? no_bound : solved.objective - worth_looking(solved.objective, effort);
    double const open = whole_tree ? no_bound : model.getBestPossibleObjValue();
    solved.bound = std::max(solved.bound, std::min(cut_off, open));
}

} // namespace

Solved solve(Program const& program, Effort const& effort) {
    Solved solved;
    if (!sound(program))
        return solved;
    auto const relaxed = relax(program);
    if (relaxed.status == Relaxed::infeasible || relaxed.status == Relaxed::failed) {
        solved.status = relaxed.status == Relaxed::infeasible ? Solved::infeasible : Solved::failed;
        return solved;
    }
    bool const integers = std::any_of(program.columns.begin(), program.columns.end(),
                                      [](auto const& column) { return column.integer; });
    if (relaxed.status == Relaxed::unbounded) {
        solved.status = integers ? unbounded_or_infeasible(program, effort) : Solved::unbounded;
        return solved;
    }
    solved.bound = relaxed.objective;
    if (!integers) {
        solved.value = relaxed.value;
        solved.objective = relaxed.objective;
    } else {
        if (feasible(program, effort.start))
            take_if_cheaper(solved, program, made_exact(program, effort.start.data()));
        try {
            branch_and_cut(solved, program, effort);
        } catch (CoinError const&) {
            solved.status = Solved::failed;
        }
    }
    if (solved.value.empty() && !program.columns.empty())
        return solved;

    double const difference = std::max(0.0, solved.objective - solved.bound);
    if (difference <= same_cost * std::max(1.0, std::abs(solved.objective))) {
        solved.status = Solved::optimal;
        solved.bound = solved.objective;
        solved.gap = 0;
        return solved;
    }
    solved.gap = share_of(solved.objective, difference);
    // A hair wider than asked for, because a gap that was met exactly may come out rounded up.
    bool const enough = difference <= worth_looking(solved.objective, effort) * (1 + same_cost);
    solved.status = enough ? Solved::within_gap : Solved::stopped;
    return solved;
}

} // namespace rheobase::engine
