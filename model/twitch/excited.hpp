// How excitable the motor axons are and how strong the muscles, as little of it as twitching needs. It is
// kept apart from the nerve stage's own type so that a response surface can fill it as well.
#pragma once

#include "model/nerve/excitability.hpp"
#include "model/twitch/interval.hpp"

namespace rheobase::twitch {

/// All against the same axons in the ordinary medium; below zero is easier to fire. Intervals span the axons
/// of the ensemble, because which of them is like this person's nobody knows. Unknown: as in ordinary blood.
struct Excited {
    Interval threshold_change_percent;
    /// The same with potassium at its ordinary value. Potassium lowers the threshold by a third between 4 and
    /// 5 mmol/L and yet makes nobody twitch, because what it depolarises also falls asleep; so its part is
    /// not counted. Unknown: it is taken off by the rule `potassium_on_threshold`.
    Interval not_by_potassium_percent;
    Interval fires_alone; ///< share of axons that fire unstimulated, beyond those that do so in the ordinary
                          ///< medium
    Interval rate_hz;     ///< how often those fire
    /// How strong a strong effort is against that in ordinary blood, as the muscle's own model has it; 1 is
    /// as strong.
    Interval strength;
};

/// From tracking the thresholds of the ensemble three times: in this blood, in this blood with ordinary
/// potassium, and in ordinary blood (whose share of axons that fire alone is taken off).
Excited excited(nerve::Excitability const& now, nerve::Excitability const& ordinary_potassium,
                nerve::Excitability const& ordinary);

/// Fall of the threshold in %, above zero when easier to fire, without the part that potassium does.
/// `high` is the most excitable end.
Interval fall_without_potassium(Excited const& nerve, double potassium);

/// The share that fires alone beyond what the ensemble is allowed in ordinary blood; nothing where unknown.
Interval firing_beyond_tolerance(Excited const& nerve);

/// Twitches a day that axons which fire alone add, if this share of the ensemble's is a person's own, and
/// this share of their firings is noticed. Bends towards the most that anybody could count.
double noticed_of_lone_axons(double fires_alone, double rate_hz, double within_person,
                             double noticed_of_firings);

} // namespace rheobase::twitch
