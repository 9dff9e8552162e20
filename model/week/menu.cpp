#include "model/week/menu.hpp"

#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rheobase::week {

namespace {

constexpr double rounding = 1e-6;

double at(std::vector<double> const& values, int column) {
    return column < 0 ? 0 : values[static_cast<std::size_t>(column)];
}

/// How much the relaxation would mind if this item moved: nothing where it moves already.
double reluctance(ItemColumns const& columns, engine::Relaxed const& relaxed) {
    double least = std::numeric_limits<double>::infinity();
    for (int const column : {columns.more, columns.less, columns.gone}) {
        if (column < 0)
            continue;
        if (at(relaxed.value, column) > rounding)
            return 0;
        least = std::min(least, std::fabs(at(relaxed.reduced_cost, column)));
    }
    // A new food must also come onto the table, which the relaxation shares out over its portions.
    return least;
}

/// The items that may move: all that the relaxation moves, then those that it minds least.
std::vector<bool> favoured(Task const& task, MenuProgram const& whole, engine::Relaxed const& relaxed,
                           double& least_left_out) {
    std::vector<double> minds(task.items.size());
    for (std::size_t i = 0; i < minds.size(); ++i)
        minds[i] = reluctance(whole.items[i], relaxed);
    std::vector<bool> out(task.items.size());
    least_left_out = std::numeric_limits<double>::infinity();
    for (bool const own : {true, false}) {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < task.items.size(); ++i)
            if (task.items[i].own == own)
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return minds[a] < minds[b]; });
        auto const most = static_cast<std::size_t>(own ? menu.own_moved : menu.candidates);
        for (std::size_t k = 0; k < order.size(); ++k) {
            if (k < most && std::isfinite(minds[order[k]]))
                out[order[k]] = true;
            else
                least_left_out = std::min(least_left_out, minds[order[k]]);
        }
    }
    return out;
}

} // namespace

diet::Nutrients held_by(Task const& task, std::vector<double> const& halves) {
    auto out = task.fixed;
    for (std::size_t i = 0; i < task.items.size(); ++i)
        for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
            out[n] += task.items[i].held[n] * halves[i] / days_a_week;
    return out;
}

std::vector<BoundMet> met(Task const& task, std::vector<double> const& halves) {
    std::vector<BoundMet> out;
    for (auto const& bound : task.bounds) {
        auto const n = bound.nutrient;
        BoundMet one{bound};
        one.before = one.after = task.fixed[n];
        one.against = one.against_before = fixed_against(task, bound);
        for (std::size_t i = 0; i < task.items.size(); ++i) {
            auto const& item = task.items[i];
            double const against = bound.added_only ? item.added[n] : item.held[n];
            one.before += item.counted[n] * item.now / days_a_week;
            one.after += item.counted[n] * halves[i] / days_a_week;
            one.against_before += against * item.now / days_a_week;
            one.against += against * halves[i] / days_a_week;
        }
        auto const reaches = [](double amount, double target) {
            return !known(target) || amount >= target * (1 - rounding);
        };
        one.floor_met = reaches(one.after, bound.floor);
        one.aim_met = reaches(one.after, bound.aim);
        one.ceiling_met = !known(bound.ceiling) || one.against <= bound.ceiling * (1 + rounding);
        out.push_back(one);
    }
    return out;
}

Menu least_change(Task const& task, int nodes) {
    Menu out;
    auto const whole = menu_program(task, std::vector<bool>(task.items.size(), true));
    auto const relaxed = engine::relax(whole.program);
    if (relaxed.status != engine::Relaxed::optimal)
        return out;
    double least_left_out = 0;
    auto const moves = favoured(task, whole, relaxed, least_left_out);
    auto const some = menu_program(task, moves);
    auto const solved = engine::solve(some.program, {nodes, menu.gap});
    out.nodes = solved.nodes;
    if (solved.value.empty())
        return out;
    out.found = true;
    for (std::size_t i = 0; i < task.items.size(); ++i)
        out.halves.push_back(moves[i] ? some.halves(task, i, solved.value)
                             : task.items[i].must_go || !task.items[i].own ? 0
                                                                           : task.items[i].now);
    out.cost = solved.objective;
    // A plan without the items left out costs at least the search's bound; one with any of them at least what
    // the relaxation says and that item's reduced cost on top.
    out.bound = std::min(solved.bound, relaxed.objective + least_left_out);
    out.gap = out.cost > rounding ? std::max(0.0, out.cost - out.bound) / out.cost : 0;
    out.bounds = met(task, out.halves);
    for (std::size_t b = 0; b < task.bounds.size(); ++b) {
        auto const& rows = whole.bounds[b];
        out.bounds[b].price =
            std::max(at(relaxed.dual, rows.floor), 0.0) + std::max(at(relaxed.dual, rows.aim), 0.0);
    }
    out.energy = held_by(task, out.halves)[diet::nutrient("energy_kcal")];
    return out;
}

} // namespace rheobase::week
