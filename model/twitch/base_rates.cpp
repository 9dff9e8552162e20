#include "model/twitch/base_rates.hpp"

#include "base/expects.hpp"
#include "engine/elementary.hpp"
#include "engine/normal_quantile.hpp"

namespace rheobase::twitch {

namespace {

// Enough that a share moves by less than half a percent when the number is doubled.
constexpr int members = 200;
constexpr int halvings = 60;

Spells around(double median, double log_sd) {
    Spells spells;
    spells.a_day.reserve(members);
    for (int i = 0; i < members; ++i)
        spells.a_day.push_back(median * engine::exp(log_sd * engine::normal_quantile((i + 0.5) / members)));
    return spells;
}

} // namespace

double Spells::share_noticing(double days, double factor, double extra) const {
    double none = 0;
    for (double const each : a_day)
        none += engine::exp(-(each * factor + extra) * days);
    return 1 - none / static_cast<double>(a_day.size());
}

double Spells::mean() const {
    double sum = 0;
    for (double const each : a_day)
        sum += each;
    return sum / static_cast<double>(a_day.size());
}

Spells ordinary_spells(double noticed_share, double recall_days, double people_log_sd) {
    RHEOBASE_EXPECTS(noticed_share > 0 && noticed_share < 1 && recall_days > 0);
    auto const shape = around(1, people_log_sd);
    double log_low = -20, log_high = 20;
    for (int step = 0; step < halvings; ++step) {
        double const log_median = (log_low + log_high) / 2;
        (shape.share_noticing(recall_days, engine::exp(log_median)) < noticed_share ? log_low : log_high) =
            log_median;
    }
    return around(engine::exp((log_low + log_high) / 2), people_log_sd);
}

Spells lasting_spells(double persistent_spells_a_day) {
    return around(persistent_spells_a_day, base_rate("lasting_log_sd").mid);
}

Interval still_twitching(double months) {
    RHEOBASE_EXPECTS(months >= 0);
    auto const lost = base_rate("lost_ever");
    auto const half = base_rate("lost_half_months");
    auto const left = [&](double lost_ever, double half_months) {
        return 1 - lost_ever * months / (months + half_months);
    };
    return in_order(left(lost.high, half.low), left(lost.mid, half.mid), left(lost.low, half.high));
}

} // namespace rheobase::twitch
