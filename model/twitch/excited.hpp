// How excitable the motor axons are and how strong the muscles, as little of it as twitching needs. It is
// kept apart from the nerve stage's own type so that a response surface can fill it as well.
#pragma once

#include "model/nerve/excitability.hpp"
#include "model/twitch/interval.hpp"
#include "model/twitch/ordinary.hpp"

namespace rheobase::twitch {

/// All against the same axons in the nearest ordinary blood; below zero is easier to fire. Intervals span the
/// axons of the ensemble, because which of them is like this person's nobody knows. Unknown: as in ordinary
/// blood.
struct Excited {
    Interval threshold_change_percent;
    /// The same with the potassium of ordinary blood. Potassium lowers the threshold by a quarter between 4 and
    /// 5 mmol/L and yet makes nobody twitch, because what it depolarises also falls asleep; so its part is
    /// not counted. Unknown: it is taken off by the rule `potassium_on_threshold`.
    Interval not_by_potassium_percent;
    /// Likewise without the potassium's part:
    Interval fires_alone; ///< share of axons that fire unstimulated, beyond those that do so in the nearest
                          ///< ordinary blood
    Interval rate_hz;     ///< how often those fire
    /// How strong a strong effort is against that in ordinary blood, as the muscle's own model has it; 1 is
    /// as strong.
    Interval strength;
};

/// From tracking the thresholds of the ensemble three times: in this blood, in `without_its_potassium` of it,
/// and in `nearest_ordinary` of it. Where two of the three bloods are the same, one run serves for both.
Excited excited(nerve::Excitability const& now, nerve::Excitability const& without_potassium,
                nerve::Excitability const& nearest);

/// Fall of the threshold in %, above zero when easier to fire, without the part that potassium does and with
/// the axons that fire alone counted as having none left. `high` is the most excitable end.
Interval fall_without_potassium(Excited const& nerve, double potassium);

/// The share that fires alone beyond what the ensemble is allowed in ordinary blood; nothing where unknown.
Interval firing_beyond_tolerance(Excited const& nerve);

/// Twitches a day that axons which fire alone would add, as far as the ensemble's are a person's own and
/// their firings are noticed. Bends towards the most that anybody could count. Nothing where unknown.
Interval twitches_of_lone_axons(Excited const& nerve);

} // namespace rheobase::twitch
