// How long a plan takes and how good it is, on 200 people with diaries, beside GLPK and plain CBC on the same
// programs. bench_week [PEOPLE] [OF THEM TO THE GAP] [OF THOSE ALSO BY THE OTHERS] [SECONDS EACH]

#include "bench/week/diaries.hpp"
#include "bench/week/others.hpp"
#include "model/week/menu.rows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

using namespace rheobase;
using namespace rheobase::bench;

struct Timed {
    double wall = 0, processor = 0;
};

template <class What>
Timed timed(What const& what) {
    auto const begun = std::chrono::steady_clock::now();
    auto const processor = std::clock();
    what();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count(),
            static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

double median(std::vector<double> values) {
    if (values.empty())
        return unknown;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double worst(std::vector<double> const& values) {
    return values.empty() ? unknown : *std::max_element(values.begin(), values.end());
}

struct Planned {
    Eater eater;
    week::Task task, day_task;
    week::Swaps swaps;
    week::Menu first, menu, day;
    Timed ready, swaps_time, first_time, time, day_time;
    std::size_t changed = 0, unmet = 0, day_changed = 0, day_unmet = 0;
    /// Half a portion of one food is the least that a plan can differ by.
    double half() const { return week::menu.cost_half * task.minds.change; }
    bool near_enough(week::Menu const& of) const {
        return of.found && (of.gap <= week::menu.gap + 1e-6 || of.cost - of.bound <= half() + 1e-6);
    }
};

/// Floors that the plan misses though food reaches them.
std::size_t unmet_in_reach(week::Task const& task, week::Menu const& menu) {
    std::size_t unmet = 0;
    auto const beyond = week::out_of_reach(task);
    for (auto const& bound : menu.bounds)
        unmet += !bound.floor_met && std::none_of(beyond.begin(), beyond.end(), [&](auto const& one) {
            return one.nutrient == bound.bound.nutrient;
        });
    return unmet;
}

Planned planned(unsigned number, bool to_the_gap) {
    auto const& table = diet::foods();
    Planned p{.eater = eater(number, table),
              .task = {},
              .day_task = {},
              .swaps = {},
              .first = {},
              .menu = {},
              .day = {},
              .ready = {},
              .swaps_time = {},
              .first_time = {},
              .time = {},
              .day_time = {}};
    auto const task_for = [&](week::Span span) {
        auto const asked = p.eater.asked(span);
        return week::week_task(asked, week::now_of(asked, table), table);
    };
    p.ready = timed([&] { p.task = task_for(week::Span::week); });
    p.day_task = task_for(week::Span::day);
    p.swaps_time = timed([&] { p.swaps = week::first_swaps(p.task); });
    p.first_time = timed([&] { p.first = week::least_change(p.task, 0); });
    if (!to_the_gap)
        return p;
    p.day_time = timed([&] { p.day = week::least_change(p.day_task, static_cast<int>(week::menu.nodes)); });
    if (p.day.found)
        p.day_changed = week::changes(p.day_task, p.day).size();
    p.day_unmet = unmet_in_reach(p.day_task, p.day);
    p.time = timed([&] { p.menu = week::least_change(p.task, static_cast<int>(week::menu.nodes)); });
    if (!p.menu.found)
        return p;
    p.changed = week::changes(p.task, p.menu).size();
    p.unmet = unmet_in_reach(p.task, p.menu);
    return p;
}

template <class Of>
std::vector<double> all(std::vector<Planned> const& plans, Of of) {
    std::vector<double> out;
    for (auto const& p : plans)
        if (out.size() < plans.size())
            out.push_back(static_cast<double>(of(p)));
    return out;
}

template <class Of>
void times(std::string_view what, std::vector<Planned> const& plans, Of of, std::string_view aim) {
    auto const wall = all(plans, [&](auto const& p) { return of(p).wall; });
    auto const processor = all(plans, [&](auto const& p) { return of(p).processor; });
    fmt::print("  {:<44} {:8.3f} {:8.3f} {:10.3f} {:8.3f}  {}\n", what, median(wall), worst(wall),
               median(processor), worst(processor), aim);
}

template <class Of>
void figures(std::string_view what, std::vector<Planned> const& plans, Of of, std::string_view aim = "") {
    auto const values = all(plans, of);
    fmt::print("  {:<44} {:8.2f} {:8.2f} {:>20}{}\n", what, median(values), worst(values), "", aim);
}

void ours(std::vector<Planned> const& everyone, std::vector<Planned> const& plans) {
    auto const found = std::count_if(plans.begin(), plans.end(), [](auto const& p) { return p.menu.found; });
    fmt::print("\n{} people, {} of them to the gap, {} with a plan; {} nodes, gap {} %, {} candidates\n",
               everyone.size(), plans.size(), found, week::menu.nodes, 100 * week::menu.gap,
               week::menu.candidates);
    double least = 1e9, most = 0;
    for (auto const& p : everyone) {
        least = std::min(least, p.eater.least_kcal);
        most = std::max(most, p.eater.most_kcal);
    }
    fmt::print(
        "  days of {:.0f} to {:.0f} kcal; foods of a diary: median {:.0f}, most {:.0f}\n", least, most,
        median(all(everyone,
                   [](auto const& p) {
                       return week::eaten_now(p.eater.diary, {}, p.eater.days, diet::foods()).items.size();
                   })),
        worst(all(everyone, [](auto const& p) {
            return week::eaten_now(p.eater.diary, {}, p.eater.days, diet::foods()).items.size();
        })));
    fmt::print("  {:<44} {:>8} {:>8} {:>10} {:>8}\n", "", "median s", "worst s", "processor", "worst");
    times(
        "the task (foods, bans, bounds)", everyone, [](auto const& p) { return p.ready; }, "");
    times(
        "swaps", everyone, [](auto const& p) { return p.swaps_time; }, "(aim 0.3 s)");
    times(
        "a day, to the gap or the nodes", plans, [](auto const& p) { return p.day_time; }, "(aim 3 s)");
    times(
        "a week, first plan", everyone, [](auto const& p) { return p.first_time; }, "");
    times(
        "a week, to the gap or the nodes", plans, [](auto const& p) { return p.time; }, "(aim 10 s)");
    fmt::print("  {:<44} {:>8} {:>8}\n", "", "median", "worst");
    figures("cost of a week", plans, [](auto const& p) { return p.menu.cost; });
    figures(
        "gap of a week, %", plans, [](auto const& p) { return 100 * p.menu.gap; },
        "(aim 3, or half a portion)");
    figures("gap of a week, halves moved", plans, [](auto const& p) { return p.menu.cost - p.menu.bound; });
    figures(
        "gap of a day, %", plans, [](auto const& p) { return 100 * p.day.gap; },
        "(aim 3, or half a portion)");
    figures("gap of a day, halves moved", plans, [](auto const& p) { return p.day.cost - p.day.bound; });
    figures("gap of the first plan, %", plans,
            [](auto const& p) { return 100 * (p.first.cost - p.menu.bound) / p.first.cost; });
    figures("gap of swaps, %", everyone, [](auto const& p) { return 100 * p.swaps.menu.gap; });
    figures("nodes of a week", plans, [](auto const& p) { return p.menu.nodes; });
    figures("nodes of a day", plans, [](auto const& p) { return p.day.nodes; });
    figures("nodes of swaps", everyone, [](auto const& p) { return p.swaps.menu.nodes; });
    figures("foods changed by a week", plans, [](auto const& p) { return p.changed; });
    figures("foods changed by a day", plans, [](auto const& p) { return p.day_changed; });
    figures("foods changed by swaps", everyone, [](auto const& p) { return p.swaps.changes.size(); });
    figures("floors unmet by a week that are in reach", plans, [](auto const& p) { return p.unmet; });
    figures("floors unmet by a day that are in reach", plans, [](auto const& p) { return p.day_unmet; });
    fmt::print(
        "  within the gap: {} of {} weeks, {} of {} days; without swaps: {} of {}; with an unmet floor in "
        "reach: {}\n",
        std::count_if(plans.begin(), plans.end(), [](auto const& p) { return p.near_enough(p.menu); }),
        plans.size(),
        std::count_if(plans.begin(), plans.end(), [](auto const& p) { return p.near_enough(p.day); }),
        plans.size(),
        std::count_if(everyone.begin(), everyone.end(), [](auto const& p) { return !p.swaps.menu.found; }),
        everyone.size(),
        std::count_if(plans.begin(), plans.end(), [](auto const& p) { return p.unmet > 0; }));
    for (auto const& p : plans)
        for (auto const* menu : {&p.menu, &p.day})
            if (!p.near_enough(*menu))
                fmt::print("    not within it: the {} of {} ({}): cost {:.1f}, gap {:.1f} %, {} nodes\n",
                           menu == &p.day ? "day" : "week", &p - plans.data(), p.eater.wish, menu->cost,
                           100 * menu->gap, menu->nodes);
}

void others(std::vector<Planned> const& plans, std::size_t many, int seconds) {
    fmt::print("\nThe same programs, unreduced, gap {} %, at most {} s each, {} of the people\n",
               100 * week::menu.gap, seconds, many);
    std::string const path = fmt::format("{}/menu.mps", RHEOBASE_BUILD);
    struct Other {
        std::string name;
        Outcome (*by)(std::string const&, double, int);
        std::vector<Outcome> outcomes;
    };
    std::vector<Other> each{{"glpsol", by_glpsol, {}}, {"cbc", by_cbc, {}}};
    std::erase_if(each, [](auto const& other) {
        if (installed(other.name))
            return false;
        fmt::print("  {} is not here (Debian: glpk-utils, coinor-cbc), so it is left out.\n", other.name);
        return true;
    });
    std::vector<Planned const*> chosen;
    for (std::size_t k = 0; k < many && !plans.empty(); ++k)
        chosen.push_back(&plans[k * plans.size() / many]);
    for (auto const* p : chosen) {
        auto const program =
            week::menu_program(p->task, std::vector<bool>(p->task.items.size(), true)).program;
        if (!write_mps(program, path)) {
            fmt::print("  {} cannot be written.\n", path);
            return;
        }
        for (auto& other : each)
            other.outcomes.push_back(other.by(path, week::menu.gap, seconds));
    }
    fmt::print("  {:<10} {:>8} {:>8} {:>10} {:>8} {:>6} {:>6} {:>22}\n", "", "median s", "worst s",
               "processor", "worst", "found", "proven", "cost beside ours, %");
    auto const line = [&](std::string_view name, std::vector<Outcome> const& outcomes) {
        std::vector<double> wall, processor, dearer;
        int found = 0, done = 0;
        for (std::size_t k = 0; k < outcomes.size(); ++k) {
            auto const& o = outcomes[k];
            wall.push_back(o.wall);
            processor.push_back(o.processor);
            found += o.found;
            done += o.done;
            if (o.found)
                dearer.push_back(100 * (o.objective / chosen[k]->menu.cost - 1));
        }
        auto const least = dearer.empty() ? unknown : *std::min_element(dearer.begin(), dearer.end());
        fmt::print("  {:<10} {:8.3f} {:8.3f} {:10.3f} {:8.3f} {:6} {:6} {:+8.2f} ({:+.2f} to {:+.2f})\n",
                   name, median(wall), worst(wall), median(processor), worst(processor), found, done,
                   median(dearer), least, worst(dearer));
    };
    std::vector<Outcome> our;
    for (auto const* p : chosen)
        our.push_back({p->menu.found, p->menu.gap <= week::menu.gap + 1e-6, p->menu.cost, p->time.wall,
                       p->time.processor});
    line("ours", our);
    for (auto const& other : each)
        line(other.name, other.outcomes);
}

} // namespace

int main(int arguments, char** argument) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    auto const number = [&](int place, int otherwise) {
        return arguments > place ? std::atoi(argument[place]) : otherwise;
    };
    double load = 0;
    if (getloadavg(&load, 1) == 1)
        fmt::print("Plans of a week; load of the machine before: {:.1f}\n", load);
    std::vector<Planned> everyone, plans;
    int const people = number(1, 200), weeks = std::min(people, number(2, 50));
    for (int i = 0; i < people; ++i) {
        bool const to_the_gap = i * weeks / people != (i + 1) * weeks / people;
        everyone.push_back(planned(static_cast<unsigned>(i), to_the_gap));
        if (to_the_gap)
            plans.push_back(everyone.back());
    }
    ours(everyone, plans);
    others(plans, static_cast<std::size_t>(number(3, 10)), number(4, 5));
}
