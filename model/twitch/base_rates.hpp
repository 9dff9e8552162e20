// How often ordinary people notice twitches, worked back from the one number there is: seven in ten say that
// they do. People differ by a logarithmic normal spread of how often a spell of twitching comes to them; the
// middle of it is set so that the share with at least one spell within the time they looked back is the share
// who said so. Left out: that spells cluster in weeks, and that people forget.
#pragma once

#include "model/twitch/base_rates.rows.hpp"
#include "model/twitch/interval.hpp"

#include <string_view>
#include <vector>

namespace rheobase::twitch {

/// A row of base_rates.csv, found when the program is compiled: base_rate("recall_days"). A wrong key does
/// not compile.
consteval Interval base_rate(std::string_view key) {
    for (auto const& row : base_rates_rows)
        if (row.key == key)
            return {row.low, row.mid, row.high};
    throw "no such base rate";
}

/// Spells of twitching a day that people notice, as a sorted crowd of equally many people at each value.
struct Spells {
    std::vector<double> a_day;

    /// Share of people with at least one spell in so many days, if each has `factor` times as many and
    /// `extra` more.
    double share_noticing(double days, double factor = 1, double extra = 0) const;

    /// Mean over the crowd. The thin tail beyond its outermost member is left out: it would rule the mean.
    double mean() const;
};

/// The crowd of which `noticed_share` has at least one spell in `recall_days`, with this logarithmic SD
/// between people.
Spells ordinary_spells(double noticed_share, double recall_days, double people_log_sd);

/// The crowd of those who twitch lastingly, all around the given number a day.
Spells lasting_spells(double persistent_spells_a_day);

/// Share of people with lasting harmless twitches who still have them after so many months.
Interval still_twitching(double months);

} // namespace rheobase::twitch
