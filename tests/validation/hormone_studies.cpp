// Parathyroid hormone against ionised calcium: clamps and ramps, within one person.
#include "tests/validation/study.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace rheobase::validation {

namespace {

constexpr auto pth = Observable::pth;
constexpr auto ionised = Observable::calcium_ionised;

/// Calcium held `away` from each person's own from the start of a phase of some hours.
Crowd clamped(int people, std::uint64_t seed, double away, double hours, double every) {
    Experiment start = healthy_adults(1, seed);
    reports(start, {ionised, pth}, every);
    return one_by_one(start, people, [&](Experiment& experiment, Person const& before) {
        Phase& held = then_hours(experiment, hours);
        held.clamps.push_back({ions::Clamped::ionised_calcium, before.last(0, ionised) + away, 0, hours});
    });
}

/// Calcium moved evenly by `away` over some hours, in small steps.
Crowd ramped(int people, std::uint64_t seed, double away, double hours) {
    constexpr int steps = 30;
    Experiment start = healthy_adults(1, seed);
    reports(start, {ionised, pth}, hours / steps);
    return one_by_one(start, people, [&](Experiment& experiment, Person const& before) {
        Phase& moved = then_hours(experiment, hours);
        double const resting = before.last(0, ionised);
        for (int step = 0; step < steps; ++step)
            moved.clamps.push_back({ions::Clamped::ionised_calcium, resting + away * (step + 1) / steps,
                                    hours * step / steps, hours / steps});
    });
}

double base(Person const& person) {
    return person.last(0, pth);
}

Measured lowered_calcium(int people) {
    auto const crowd = clamped(people, 101, -0.21, 2, 1.0 / 60);
    return {{"peak", over(crowd, [](auto const& p) { return p.highest(1, pth) / base(p); })},
            {"steady", over(crowd, [](auto const& p) { return p.last(1, pth) / base(p); })}};
}

Measured raised_calcium(int people) {
    auto const crowd = clamped(people, 102, 0.20, 2, 0.25);
    return {{"steady", over(crowd, [](auto const& p) { return p.last(1, pth) / base(p); })}};
}

/// Where PTH on the way down passes the middle between its highest and its lowest.
double middle_of_range(Person const& down, Person const& up) {
    double const middle = (down.highest(1, pth) + up.lowest(1, pth)) / 2;
    auto const& hormone = down.course(1, pth);
    auto const& calcium = down.course(1, ionised);
    for (std::size_t i = 1; i < hormone.size(); ++i)
        if (hormone[i].value >= middle) {
            double const way = (middle - hormone[i - 1].value) / (hormone[i].value - hormone[i - 1].value);
            return calcium[i - 1].value + way * (calcium[i].value - calcium[i - 1].value);
        }
    return calcium.back().value;
}

Measured set_points(int people) {
    constexpr double hours = 1; // in steps of minutes, so that the store still answers
    auto const down = ramped(people, 103, -0.30, hours);
    auto const up = ramped(people, 103, 0.30, hours);
    std::vector<double> middles;
    for (std::size_t i = 0; i < std::min(down.size(), up.size()); ++i)
        middles.push_back(middle_of_range(down[i], up[i]));
    return {{"mid_range", outcome_of(middles)},
            {"resting", over(down, [](auto const& p) { return p.last(0, ionised); })}};
}

Measured ramps(int people) {
    auto const highest = [](auto const& p) { return p.highest(1, pth) / base(p); };
    auto const slow = over(ramped(people, 104, -0.30, 2), highest);
    auto const fast = over(ramped(people, 104, -0.30, 1), highest);
    return {{"highest", slow},
            {"lowest",
             over(ramped(people, 104, 0.30, 2), [](auto const& p) { return p.lowest(1, pth) / base(p); })},
            {"fast_over_slow", single(fast.mean / slow.mean, 0)}};
}

/// Half-life from the first fall once secretion is shut off.
Measured half_life(int people) {
    auto const crowd = clamped(people, 105, 0.6, 1, 1.0 / 120);
    return {{"minutes", over(crowd, [](auto const& p) {
                 double const end = p.last(1, pth);
                 double const half = (base(p) + end) / 2;
                 Point before{0, base(p)};
                 for (auto const& point : p.course(1, pth)) {
                     if (point.value <= half)
                         return 60 * (before.hour + (point.hour - before.hour) * (before.value - half) /
                                                        (before.value - point.value));
                     before = point;
                 }
                 return 60.0;
             })}};
}

/// A gram of phosphorus by mouth.
Measured phosphate_load(int people) {
    Experiment experiment = healthy_adults(people, 106);
    reports(experiment, {pth, ionised, Observable::phosphate_serum}, 0.5);
    Phase& load = then_hours(experiment, 6);
    eats(load, Ingested::phosphorus, 0);
    swallows(load, Ingested::phosphorus, 1000, 0);
    auto const crowd = crowd_of(experiment);
    return {
        {"pth", over(crowd, [](auto const& p) { return p.highest(1, pth) / base(p); })},
        {"phosphate", over(crowd,
                           [](auto const& p) {
                               return p.highest(1, Observable::phosphate_serum) -
                                      p.last(0, Observable::phosphate_serum);
                           })},
        {"ionised", over(crowd, [](auto const& p) { return p.lowest(1, ionised) - p.last(0, ionised); })}};
}

/// A gram of calcium by mouth after a fast.
Measured calcium_by_mouth(int people) {
    constexpr auto calcium = Observable::calcium_serum;
    Experiment experiment = healthy_adults(people, 107);
    experiment.who.sex = ions::Sex::male;
    experiment.who.age_high = 35;
    reports(experiment, {pth, calcium}, 0.5);
    eats(then_hours(experiment, 12), Ingested::calcium, 0);
    Phase& load = then_hours(experiment, 6);
    eats(load, Ingested::calcium, 0);
    swallows(load, Ingested::calcium, 1000, 0);
    auto const crowd = crowd_of(experiment);
    return {
        {"calcium_percent",
         over(crowd, [](auto const& p) { return 100 * (p.highest(2, calcium) / p.last(1, calcium) - 1); })},
        {"pth", over(crowd, [](auto const& p) { return p.lowest(2, pth) / p.last(1, pth); })}};
}

/// Calcium gluconate into a vein for six hours.
Measured calcium_infused(int people) {
    constexpr auto calcium = Observable::calcium_serum;
    constexpr double weight = 72, per_kg = 0.025, first = 1.0 / 3;
    Experiment experiment = healthy_adults(people, 108);
    experiment.who.weight_kg = {weight, 0};
    reports(experiment, {pth, calcium}, 0.5);
    Phase& infused = then_hours(experiment, 6);
    infused.infusions.push_back({ions::Infused::calcium, weight * per_kg / first, 0, first});
    infused.infusions.push_back({ions::Infused::calcium, weight * per_kg, first, 6 - first});
    auto const crowd = crowd_of(experiment);
    auto const rise = [&](double hour) {
        return over(crowd, [=](auto const& p) { return p.at(1, calcium, hour) - p.last(0, calcium); });
    };
    return {{"calcium_2_hours", rise(2)},
            {"calcium_6_hours", rise(6)},
            {"pth_4_hours", over(crowd, [](auto const& p) { return p.at(1, pth, 4) / base(p); })}};
}

constexpr std::array studies{Study{"A1", lowered_calcium, true},
                             Study{"A2", raised_calcium, true},
                             Study{"A3", set_points},
                             Study{"A4", ramps},
                             Study{"A5", half_life, true},
                             Study{"B1", phosphate_load},
                             Study{"B20", calcium_by_mouth, true},
                             Study{"B21", calcium_infused, true}};

} // namespace

std::span<Study const> hormone_studies() {
    return studies;
}

} // namespace rheobase::validation
