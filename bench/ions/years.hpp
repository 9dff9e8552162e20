// The years that are timed: what is eaten, and a walk through it that either solver can take.
#pragma once

#include "model/ions/block.hpp"

#include <span>
#include <string>

namespace rheobase::bench {

enum class Diet { constant, daily, meals };
inline constexpr Diet diets[] = {Diet::constant, Diet::daily, Diet::meals};

std::string_view name_of(Diet diet);

/// A year whose first day is ordinary. constant: a quarter of the calcium ever after; daily: every nutrient another
/// amount each day, between half and one and a half times the usual; meals: the same days in three meals.
ions::Experiment experiment(Diet diet, int people, int days = 365);

/// What happens to a block of people, in order: what is swallowed, what acts, for how long.
struct Leg {
    std::size_t acting;                     ///< place in Walk::forcings
    bool changed = false;                   ///< a solver that looks back must start afresh
    std::vector<ions::Swallowed> swallowed; ///< at its start
    std::vector<double> steps;              ///< hours
    double hours = 0;
    bool day_ends = false;
};

struct Walk {
    ions::LaneArray physiology, start; ///< start: the steady state of the first day
    std::vector<ions::LaneArray> forcings;
    std::vector<Leg> legs;
};

/// The first people of the experiment, as many as the kernel has lanes, or only the one numbered `only`.
Walk walk(ions::Experiment const& experiment, ions::Kernel const& kernel, ions::Grid const& grid, int only = -1);

/// Our way through it; appends every state at each day's end to `days` where that is wanted.
void advance(Walk const& walk, ions::Kernel const& kernel, std::vector<double>* days = nullptr);

/// Processor seconds of this thread.
double seconds();

/// Largest difference at day ends, relative to the state, or to a thousandth of its usual size where it is smaller.
struct Error {
    double most = 0;
    std::size_t state = 0, day = 0;
    double outside_gut = 0; ///< of all but what lies in the gut, of which hours after a meal only a trace is left
};
Error error(std::span<double const> days, std::span<double const> reference);

} // namespace rheobase::bench
