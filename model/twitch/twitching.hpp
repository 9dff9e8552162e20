// Twitches that a person would notice, from how excitable the nerves are and how they live. This is the door
// of the stage. The chance of a twitch given the ions of the blood has never been measured: what stands here
// is the base rate of healthy people, moved by rival curves that disagree, with the width of that
// disagreement beside it. It reassures nobody: when a warning sign is there, whoever prints this must not
// print it as comfort.
#pragma once

#include "model/twitch/signs.hpp"

#include <string>
#include <vector>

namespace rheobase::twitch {

/// Something that moved the answer: a habit, a medicine, or the blood.
struct Moved {
    std::string_view what;
    bool known = false; ///< false: the usual mix of people stood in for it
    Interval factor;    ///< of noticed twitches
    std::string_view source, because;
};

/// How much of the width of `a_day`, in squared logarithms, comes from one uncertain thing; they add up to 1.
struct Width {
    std::string_view from;
    double share = 0;
};

struct AtPlace {
    std::string_view place;
    Interval share; ///< of the twitches; the middles add up to 1
};

struct Twitching {
    Interval a_day;                ///< noticed twitches, mean over people like this one
    Interval chance_noticed_today; ///< at least one
    Interval chance_noticed_eyelid_in_a_week;
    Interval blood_factor;         ///< how many times as often as in ordinary blood
    bool blood_noticeable = false; ///< whether anybody could tell that factor from the ordinary ups and downs
    std::vector<AtPlace> places;   ///< in the order of places.csv
    std::array<Sign, 4> signs;
    std::vector<Moved> moved; ///< the blood, then habits and medicines that act on twitches
    std::vector<Width> width; ///< widest first
};

/// Unknown parts of `nerve`, `habits` and `blood` are as in ordinary people.
Twitching twitching(Excited const& nerve, Habits const& habits, nerve::Medium<double> const& blood);

} // namespace rheobase::twitch
