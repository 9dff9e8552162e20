// All that can be one way or another in how often somebody notices twitches, and the answer for one choice of
// it. The answer is worked out with everything at its middle and then with one thing at a time at its ends.
#pragma once

#include "model/twitch/base_rates.hpp"
#include "model/twitch/excited.hpp"
#include "model/twitch/habits.hpp"
#include "model/twitch/places.rows.hpp"
#include "model/twitch/rival_curves.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace rheobase::twitch {

struct Assumed {
    Interval noticed_share, recall_days, people_log_sd, twitches_in_a_spell, persistent;
    Rivals blood;
    std::vector<Factor> habits; ///< those that act on twitches
    bool lasting = false;
    Spells people; ///< with all of their base rates at the middle
};

Assumed assumed(Excited const& nerve, Habits const& habits, double potassium);

/// The one thing that is not at its middle, or blank.
struct Chosen {
    std::string_view what;
    End end = End::mid;
};

/// What can be chosen: the curves, the base rates, and the habits by their names.
std::vector<std::string_view> uncertain_things(Assumed const& assumed);

struct Answer {
    double a_day = 0, today = 0, eyelid_week = 0;
    std::array<double, places_rows.size()> place{}; ///< relative numbers of twitches
};

Answer answer(Assumed const& assumed, Chosen const& chosen = {});

} // namespace rheobase::twitch
