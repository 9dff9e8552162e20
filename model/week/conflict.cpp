#include "model/week/conflict.hpp"

#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <numeric>

namespace rheobase::week {

namespace {

/// Of `now`, the floors that `freely` reaches.
std::vector<OutOfReach> lost(std::vector<OutOfReach> now, std::vector<OutOfReach> const& freely) {
    std::erase_if(now, [&](OutOfReach const& one) {
        return std::any_of(freely.begin(), freely.end(), [&](auto const& other) {
            return other.nutrient == one.nutrient &&
                   other.missing_percent > one.missing_percent - menu.noticeable_percent;
        });
    });
    return now;
}

/// The next set of the same size in order; false after the last.
bool next(std::vector<std::size_t>& chosen, std::size_t of) {
    for (std::size_t k = chosen.size(); k-- > 0;) {
        if (chosen[k] + (chosen.size() - k) < of) {
            ++chosen[k];
            for (std::size_t j = k + 1; j < chosen.size(); ++j)
                chosen[j] = chosen[j - 1] + 1;
            return true;
        }
    }
    return false;
}

/// All wishes, and then without each that can be spared: a set of which none can, if not the smallest.
template <class Of>
Conflict none_to_spare(std::size_t wishes, Of of) {
    std::vector<std::size_t> chosen(wishes);
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    for (std::size_t k = 0; k < wishes; ++k) {
        auto fewer = chosen;
        std::erase(fewer, k);
        if (!of(fewer).costs.empty())
            chosen = std::move(fewer);
    }
    return of(chosen);
}

} // namespace

std::vector<OutOfReach> out_of_reach(Task const& task) {
    auto const program = menu_program(task, std::vector<bool>(task.items.size(), true));
    auto const relaxed = engine::relax(program.program);
    std::vector<OutOfReach> out;
    if (relaxed.status != engine::Relaxed::optimal)
        return out;
    for (std::size_t b = 0; b < task.bounds.size(); ++b) {
        int const column = program.bounds[b].missing_floor;
        double const missing = column < 0 ? 0 : relaxed.value[static_cast<std::size_t>(column)];
        if (missing > menu.noticeable_percent)
            out.push_back({task.bounds[b].nutrient, missing});
    }
    return out;
}

Conflict smallest_conflict(Wishes const& wishes, std::function<Task(Wishes const&)> const& task_with) {
    auto const all = parts(wishes);
    if (all.empty())
        return {};
    auto const freely = out_of_reach(task_with({}));
    auto const with_all = lost(out_of_reach(task_with(wishes)), freely);
    if (with_all.empty())
        return {};
    auto const of = [&](std::vector<std::size_t> const& chosen) {
        Wishes some;
        Conflict conflict;
        conflict.all = with_all;
        for (auto const k : chosen) {
            some = joined(some, all[k].alone);
            conflict.wishes.push_back(all[k].name);
        }
        conflict.costs = lost(out_of_reach(task_with(some)), freely);
        return conflict;
    };
    int tried = 0;
    for (std::size_t size = 1; size <= all.size(); ++size) {
        std::vector<std::size_t> chosen(size);
        std::iota(chosen.begin(), chosen.end(), std::size_t{0});
        do {
            if (++tried > static_cast<int>(menu.conflict_sets))
                return none_to_spare(all.size(), of);
            if (auto conflict = of(chosen); !conflict.costs.empty())
                return conflict;
        } while (next(chosen, all.size()));
    }
    return {};
}

} // namespace rheobase::week
