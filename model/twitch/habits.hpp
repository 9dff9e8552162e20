// What people do and are, as far as it is said to bring twitches, cramps, tingling or weakness. Every factor
// is a row of habits.csv or medicines.csv; most rest on a study that found a direction and gave no size, so
// most begin at 1.
#pragma once

#include "model/twitch/interval.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::twitch {

/// Unknown is never zero: of an unknown habit a person is taken to have what people have, and the answer is
/// wider.
struct Habits {
    double caffeine_mg = unknown;             ///< a day
    double sleep_hours = unknown;             ///< a night
    double stress = unknown;                  ///< 0 low, 1 medium, 2 high
    double exertion = unknown;                ///< 0 hardly any, 1 usual, 2 hard or unwonted within three days
    double viral_weeks_ago = unknown;         ///< since the last viral illness; `never` where there was none
    double alcohol_withdrawal_days = unknown; ///< since heavy drinking stopped; `never` where it did not
    double screen_hours = unknown;            ///< a day
    double female = unknown;                  ///< 1 or 0
    double age_years = unknown;
    double pregnancy_weeks = unknown;   ///< 0 where not pregnant
    double lasting_twitches = unknown;  ///< 1 where harmless twitches have lasted for months, 0 where not
    std::vector<std::string> medicines; ///< classes of drug_classes.csv that are taken

    static constexpr double never = 999; ///< days or weeks ago that no row of the tables reaches
};

/// The value of a habit of the tables by its name; unknown where the person's is, or the name is none of
/// them.
double value_of(Habits const& habits, std::string_view habit);

/// What one habit or medicine does: rate of twitches, or odds of a sign, against people with the usual mix of
/// that habit.
struct Factor {
    std::string_view habit, on, source, because;
    bool known = false; ///< the person's own, not the usual mix
    Interval factor; ///< an unknown habit: 1 in the middle, what nine in ten people lie between at the ends
};

/// Every row of the tables that concerns this person, in the order of the tables.
std::vector<Factor> factors(Habits const& habits);

} // namespace rheobase::twitch
