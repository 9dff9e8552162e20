// Branch and cut by CBC, and what may be said of its outcome.
#include "engine/program/matrix.hpp"
#include "engine/program/tree.hpp"

#include <CbcModel.hpp>
#include <CoinError.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <cmath>

namespace rheobase::engine {

namespace {

double share_of(double objective, double difference) {
    return difference / std::max(std::abs(objective), 1e-9);
}

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

    CbcModel model(relaxation);
    set_up(model, effort);
    if (!solved.value.empty()) {
        model.setBestSolution(solved.value.data(), static_cast<int>(solved.value.size()), solved.objective);
        model.setCutoff(solved.objective - worth_looking(solved.objective, effort));
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
