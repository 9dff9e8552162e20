#include "bench/ions/years.hpp"

#include "engine/random.hpp"
#include "model/ions/ingested.rows.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <ctime>

namespace rheobase::bench {

using namespace ions;

namespace {

constexpr std::size_t changing[] = {
    static_cast<std::size_t>(Ingested::calcium),   static_cast<std::size_t>(Ingested::magnesium),
    static_cast<std::size_t>(Ingested::phosphorus), static_cast<std::size_t>(Ingested::potassium),
    static_cast<std::size_t>(Ingested::sodium),    static_cast<std::size_t>(Ingested::water)};

/// Between a half and one and a half, the same on every machine.
double share_of_usual(int day, std::size_t what) {
    return 0.5 + std::fmod((day + 1) * 0.6180339887498949 + static_cast<double>(what) * 0.7548776662466927, 1.0);
}

constexpr double meal_hours[] = {7, 13, 19};
constexpr double meal_shares[] = {0.25, 0.35, 0.4};

Phase day_of(Diet diet, int day) {
    Phase phase;
    phase.hours = 24;
    for (std::size_t const what : changing) {
        double const eaten = ingested_rows[what].usual_mean * share_of_usual(day, what);
        if (diet == Diet::daily)
            phase.intake[what] = Spread{eaten, 0};
    }
    if (diet != Diet::meals)
        return phase;
    for (int m = 0; m < 3; ++m) {
        Meal meal;
        meal.hour = meal_hours[m];
        for (std::size_t const what : changing) {
            meal.named[what] = true;
            meal.amount[what] = ingested_rows[what].usual_mean * share_of_usual(day, what) * meal_shares[m];
        }
        auto const carbohydrate = static_cast<std::size_t>(Ingested::carbohydrate);
        meal.named[carbohydrate] = true;
        meal.amount[carbohydrate] = ingested_rows[carbohydrate].usual_mean * meal_shares[m];
        phase.meals.push_back(meal);
    }
    return phase;
}

void put(LaneArray& into, auto const& value, int lane) {
    auto const flat = std::bit_cast<std::array<double, sizeof(value) / sizeof(double)>>(value);
    for (std::size_t i = 0; i < flat.size(); ++i)
        into.at(i, lane) = flat[i];
}

} // namespace

std::string_view name_of(Diet diet) {
    return diet == Diet::constant ? "constant diet" : diet == Diet::daily ? "daily changes" : "three meals a day";
}

Experiment experiment(Diet diet, int people, int days) {
    Experiment e;
    e.people = people;
    e.phases.emplace_back();
    if (diet == Diet::constant) {
        Phase poor;
        poor.hours = 24.0 * (days - 1);
        auto const calcium = static_cast<std::size_t>(Ingested::calcium);
        poor.intake[calcium] = Spread{ingested_rows[calcium].usual_mean / 4, 0};
        e.phases.push_back(poor);
    } else {
        for (int day = 1; day < days; ++day)
            e.phases.push_back(day_of(diet, day));
    }
    e.reports = {{Observable::calcium_serum, 24}, {Observable::magnesium_serum, 24}, {Observable::potassium_serum, 24}};
    return e;
}

Walk walk(Experiment const& experiment, Kernel const& kernel, Grid const& grid, int only) {
    RunOptions options;
    options.grid = grid;
    Course const c = course(experiment, options);
    Walk w{LaneArray(physiology_count, kernel.width), LaneArray(state_count, kernel.width), {}, {}};
    LaneArray first(forcing_count, kernel.width);
    std::vector<std::vector<Forcing<double>>> base(c.experiment.phases.size());
    for (int lane = 0; lane < kernel.width; ++lane) {
        auto const person = static_cast<std::uint32_t>(only < 0 ? lane : only);
        auto const who = participant(c.experiment.who, c.experiment.seed, person);
        auto const facts = physiology(who, c.facts, c.experiment.seed, person);
        put(w.physiology, facts, lane);
        for (std::size_t p = 0; p < base.size(); ++p)
            base[p].push_back(forcing(c.experiment.phases[p], amounts(c.experiment.phases[p], c.experiment.seed, person),
                                      facts, who.stage, c.experiment.seed, person));
        put(first, with_meals_spread(base[0].back(), c.experiment.phases[0], c.inherited[0]), lane);
    }
    settle(kernel, w.physiology, first, w.start);
    int phase = -1;
    bool pending = false;
    Acting const* acting = nullptr;
    for (std::size_t s = 0; s < c.stretches.size(); ++s) {
        auto const& stretch = c.stretches[s];
        auto const number = static_cast<std::size_t>(stretch.phase);
        bool const other = stretch.phase != phase || !acting || !(*acting == c.acting[s]);
        if (other) {
            w.forcings.emplace_back(forcing_count, kernel.width);
            for (int lane = 0; lane < kernel.width; ++lane)
                put(w.forcings.back(), with(base[number][static_cast<std::size_t>(lane)], c.acting[s]), lane);
        }
        phase = stretch.phase;
        acting = &c.acting[s];
        Leg leg;
        leg.acting = w.forcings.size() - 1;
        for (std::size_t const m : stretch.meals)
            for (auto const& one : c.meals[number][m])
                leg.swallowed.push_back(one);
        leg.changed = pending || other || !leg.swallowed.empty();
        leg.steps = stretch.steps;
        leg.hours = stretch.to - stretch.from;
        leg.day_ends = leg.hours > 0 && std::fmod(stretch.to + 1e-6, 24) < 1e-3;
        // At hour 0 of a phase, for its report, nothing happens yet.
        pending = leg.hours == 0 && leg.changed;
        if (leg.hours > 0)
            w.legs.push_back(leg);
    }
    return w;
}

void advance(Walk const& walk, Kernel const& kernel, std::vector<double>* days) {
    LaneArray y(state_count, kernel.width);
    std::size_t const all = state_count * static_cast<std::size_t>(kernel.width);
    std::copy_n(walk.start.data(), all, y.data());
    for (auto const& leg : walk.legs) {
        for (auto const& [state, amount] : leg.swallowed)
            for (int lane = 0; lane < kernel.width; ++lane)
                y.at(state, lane) += amount;
        for (double const hours : leg.steps)
            kernel.follow(walk.physiology.data(), walk.forcings[leg.acting].data(), engine::Accuracy{}, hours, y.data());
        if (days && leg.day_ends)
            days->insert(days->end(), y.data(), y.data() + all);
    }
}

double seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

Error error(std::span<double const> days, std::span<double const> reference) {
    Error worst;
    for (std::size_t i = 0; i < std::min(days.size(), reference.size()); ++i) {
        std::size_t const state = i % state_count;
        double const size = std::max(std::abs(reference[i]), 1e-3 * state_rows[state].scale);
        double const off = std::abs(days[i] - reference[i]) / size;
        if (!(off <= worst.most)) {
            worst.most = off;
            worst.state = state;
            worst.day = i / state_count;
        }
        if (state > at::gut_carbohydrate && !(off <= worst.outside_gut))
            worst.outside_gut = off;
    }
    return worst;
}

} // namespace rheobase::bench
