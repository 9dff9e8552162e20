// What acts on a person: the phase as the person lives it, between two events.
#pragma once

#include "model/ions/person.hpp"

#include <string>
#include <vector>

namespace rheobase::ions {

/// The experiment with every phase complete: what a phase does not name is the baseline's, what the baseline does not
/// name is usual (ingested.csv).
Experiment completed(Experiment experiment);

/// What a stretch of a phase adds to it, the same for everyone.
struct Acting {
    std::array<double, static_cast<std::size_t>(Infused::count)> infused{};  ///< mmol/h
    std::array<bool, static_cast<std::size_t>(Clamped::count)> clamped{};
    std::array<double, static_cast<std::size_t>(Clamped::count)> clamped_at{}; ///< mmol/L
    std::array<bool, ingested_count> in_meals{}; ///< comes with meals alone, not evenly
    double drinking = 0;                         ///< g/h
    bool operator==(Acting const&) const = default;
};

/// Meals add to what is eaten evenly. Only a nutrient whose intake nobody named (`unnamed`) comes with daily meals alone,
/// where they hold it.
Acting acting(Phase const& phase, std::array<bool, ingested_count> const& unnamed, double hour);

/// A person's own amounts in one phase, in the units of ingested.csv a day.
using Amounts = std::array<double, ingested_count>;
Amounts amounts(Phase const& phase, std::uint64_t seed, std::uint32_t person);

/// Everything that acts on a person through a phase, meals and windows apart.
Forcing<double> forcing(Phase const& phase, Amounts const& eaten, Physiology<double> const& p, Stage stage,
                        std::uint64_t seed, std::uint32_t person);

/// The same with what the stretch adds.
Forcing<double> with(Forcing<double> base, Acting const& now);

/// The same with meals spread over the day: the day's mean, from which people begin.
Forcing<double> with_meals_spread(Forcing<double> base, Phase const& phase,
                                  std::array<bool, ingested_count> const& unnamed);

/// What one meal puts into the body at once: (state, amount) pairs.
struct Swallowed {
    std::size_t state;
    double amount;
};
std::vector<Swallowed> swallowed(Meal const& meal);

} // namespace rheobase::ions
