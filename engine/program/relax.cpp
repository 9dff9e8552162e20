// The relaxation by Clp, which also tells what each bound costs.
#include "engine/program/matrix.hpp"

#include <ClpSimplex.hpp>
#include <CoinError.hpp>

#include <algorithm>

namespace rheobase::engine {

namespace {

// Clp's answers.
constexpr int solved = 0, primal_infeasible = 1, dual_infeasible = 2;

Relaxed simplex(Columnwise const& form) {
    Relaxed relaxed;
    ClpSimplex simplex;
    simplex.setLogLevel(0);
    simplex.loadProblem(form.matrix, form.lower.data(), form.upper.data(), form.cost.data(),
                        form.row_lower.data(), form.row_upper.data());
    simplex.dual();
    // What the dual method leaves open, the primal one may settle from where it stopped.
    if (simplex.status() > dual_infeasible)
        simplex.primal();
    if (simplex.status() == primal_infeasible)
        relaxed.status = Relaxed::infeasible;
    if (simplex.status() == dual_infeasible)
        relaxed.status = Relaxed::unbounded;
    if (simplex.status() != solved)
        return relaxed;
    auto const copied = [](double const* from, int size) { return std::vector<double>(from, from + size); };
    relaxed.status = Relaxed::optimal;
    relaxed.value = copied(simplex.primalColumnSolution(), simplex.numberColumns());
    relaxed.reduced_cost = copied(simplex.dualColumnSolution(), simplex.numberColumns());
    relaxed.dual = copied(simplex.dualRowSolution(), simplex.numberRows());
    return relaxed;
}

} // namespace

Relaxed relax(Program const& program) {
    Relaxed relaxed;
    if (!sound(program))
        return relaxed;
    auto form = columnwise(program, false);
    if (form.crossed) {
        relaxed.status = Relaxed::infeasible;
        return relaxed;
    }
    try {
        relaxed = simplex(form);
        // Both may be true; then it is called infeasible, which costs do not touch.
        if (relaxed.status == Relaxed::unbounded) {
            std::fill(form.cost.begin(), form.cost.end(), 0.0);
            auto const without_costs = simplex(form).status;
            if (without_costs != Relaxed::optimal)
                relaxed.status = without_costs;
        }
    } catch (CoinError const&) {
        return {};
    }
    if (relaxed.status == Relaxed::optimal)
        relaxed.objective = cost(program, relaxed.value);
    return relaxed;
}

} // namespace rheobase::engine
