#include "model/week/menu.hpp"

#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rheobase::week {

namespace {

constexpr double rounding = 1e-6, never = std::numeric_limits<double>::infinity();

double at(std::vector<double> const& values, int column) {
    return column < 0 ? 0 : values[static_cast<std::size_t>(column)];
}

/// What any plan in which this item moves costs more than the relaxation, at least: its own columns and rows
/// are solved whole under the relaxation's prices of the rows that it shares (a Lagrangian bound). Not less
/// than nothing; nothing where the relaxation moves it already.
double reluctance(Item const& item, double offered_least, ItemColumns const& at,
                  std::vector<double> const& priced, engine::Relaxed const& relaxed) {
    auto const price = [&](int column) { return rheobase::week::at(priced, column); };
    auto const moved = [&](int column) { return rheobase::week::at(relaxed.value, column) > rounding; };
    if (moved(at.more) || moved(at.less) || moved(at.gone) || moved(at.on_table))
        return 0;
    auto const between = [&](int column, double least, double most) {
        return column < 0 ? never : price(column) * (price(column) < 0 ? most : least);
    };
    double cost = never;
    if (item.own) {
        double const more = between(at.more, 1, std::floor(item.most - item.now));
        double const less = between(at.less, 1, std::floor(item.now));
        cost = std::min({more, less, more + less, between(at.gone, 1, 1)}) + price(at.touched);
    } else if (at.more >= 0) {
        double const most = item.most / item.step;
        double const least = std::ceil(std::min<double>(offered_least / item.step, most));
        cost = between(at.more, least, most) + price(at.on_table);
    }
    return std::max(0.0, cost);
}

std::vector<double> reluctances(Task const& task, MenuProgram const& whole, engine::Relaxed const& relaxed) {
    // What the relaxation's prices say of a column by the rows that items share.
    auto priced = relaxed.reduced_cost;
    std::vector<bool> own_row(whole.program.rows.size());
    for (auto const& at : whole.items)
        for (int row = at.first_row; row < at.past_rows; ++row)
            own_row[static_cast<std::size_t>(row)] = true;
    for (auto const& entry : whole.program.entries)
        if (own_row[static_cast<std::size_t>(entry.row)])
            priced[static_cast<std::size_t>(entry.column)] += at(relaxed.dual, entry.row) * entry.value;
    std::vector<double> out;
    for (std::size_t i = 0; i < task.items.size(); ++i)
        out.push_back(
            reluctance(task.items[i], limits_of(task.span).offered_least, whole.items[i], priced, relaxed));
    return out;
}

/// The items of least reluctance, so many of one's own and so many offered.
std::vector<bool> favoured(Task const& task, std::vector<double> const& reluctance) {
    std::vector<bool> out(task.items.size());
    for (bool const own : {true, false}) {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < task.items.size(); ++i)
            if (task.items[i].own == own && std::isfinite(reluctance[i]))
                order.push_back(i);
        std::stable_sort(order.begin(), order.end(),
                         [&](auto a, auto b) { return reluctance[a] < reluctance[b]; });
        auto const few = task.changes_most.has_value();
        auto const most = static_cast<std::size_t>(own   ? few ? menu.swap_own : menu.own_moved
                                                   : few ? menu.swap_candidates
                                                         : menu.candidates);
        for (std::size_t k = 0; k < std::min(most, order.size()); ++k)
            out[order[k]] = true;
    }
    return out;
}

/// These portions as a solution of a program in which some items may move, with what they cost at least; not
/// optimal where they are none.
engine::Relaxed solution(Task const& task, MenuProgram const& some, std::vector<double> const& halves) {
    auto fixed = some.program;
    auto const set = [&](int column, double to) {
        if (column >= 0)
            fixed.columns[static_cast<std::size_t>(column)].lower =
                fixed.columns[static_cast<std::size_t>(column)].upper = to;
    };
    for (std::size_t i = 0; i < task.items.size(); ++i) {
        auto const& item = task.items[i];
        auto const& at = some.items[i];
        double const by = item.must_go ? 0 : std::round(halves[i] - item.now);
        bool const gone = item.own && !(halves[i] > 0);
        set(at.gone, gone);
        set(at.less, gone ? 0 : std::max(0.0, -by));
        set(at.more, gone ? 0 : std::max(0.0, by) / item.step);
        set(at.on_table, by > 0);
        set(at.touched, gone || by != 0);
    }
    return engine::relax(fixed);
}

} // namespace

diet::Nutrients held_by(Task const& task, std::vector<double> const& halves) {
    auto out = task.fixed;
    for (std::size_t i = 0; i < task.items.size(); ++i)
        for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
            out[n] += task.items[i].held[n] * halves[i] / days_in(task.span);
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
            one.before += item.counted[n] * item.now / days_in(task.span);
            one.after += item.counted[n] * halves[i] / days_in(task.span);
            one.against_before += against * item.now / days_in(task.span);
            one.against += against * halves[i] / days_in(task.span);
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

Menu least_change(Task const& task, int nodes, std::function<void(long)> const& told) {
    Menu out;
    auto const whole = menu_program(task, std::vector<bool>(task.items.size(), true));
    auto const relaxed = engine::relax(whole.program);
    if (relaxed.status != engine::Relaxed::optimal)
        return out;
    auto const minds = reluctances(task, whole, relaxed);
    // A plan of some items, without the rest: what it costs, and the bound on all plans that this search
    // proves.
    auto const search = [&](std::vector<bool> const& moves, long most, bool from_plan) {
        auto const some = menu_program(task, moves);
        auto start = from_plan && out.found ? solution(task, some, out.halves).value : std::vector<double>{};
        auto const before = out.nodes;
        auto const solved =
            engine::solve(some.program, {most, menu.gap, menu.cost_half * task.minds.change, std::move(start),
                                         told ? [&](long so_far) { told(before + so_far); } : told});
        out.nodes += solved.nodes;
        // A plan without the items left out costs at least the search's bound; one with any of them at least
        // what the relaxation says and that item's reluctance on top.
        double least = never;
        for (std::size_t i = 0; i < moves.size(); ++i)
            if (!moves[i])
                least = std::min(least, minds[i]);
        double const bound = std::min(solved.bound, relaxed.objective + least);
        out.bound = known(out.bound) ? std::max(out.bound, bound) : bound;
        if (solved.value.empty())
            return;
        std::vector<double> halves;
        for (std::size_t i = 0; i < task.items.size(); ++i)
            halves.push_back(moves[i] ? some.halves(task, i, solved.value)
                             : task.items[i].must_go || !task.items[i].own ? 0
                                                                           : task.items[i].now);
        // Within the gap a search may take half a portion away and add it again; that is paid once too often.
        double const cost = std::min(solved.objective, solution(task, some, halves).objective);
        if (out.found && cost >= out.cost)
            return;
        out.found = true;
        out.cost = cost;
        out.halves = std::move(halves);
    };
    auto moves = favoured(task, minds);
    auto const first = static_cast<long>(task.span == Span::day ? menu.day_first_nodes : menu.first_nodes);
    search(moves, task.changes_most ? nodes : std::min<long>(nodes, first), false);
    double const enough = out.cost - std::max(menu.cost_half * task.minds.change, menu.gap * out.cost);
    if (!(out.bound >= enough * (1 - rounding)) && nodes > first && !task.changes_most) {
        // Whatever could still be in a plan that is cheaper by more than the gap, and nothing else. A plan of
        // the root alone is no start for it: its cost as a cutoff leaves the heuristics little to find.
        for (std::size_t i = 0; i < moves.size(); ++i)
            moves[i] = std::isfinite(minds[i]) && !(relaxed.objective + minds[i] >= enough);
        search(moves, nodes, first > 0);
    }
    if (!out.found)
        return out;
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
