#include "model/felt/felt.hpp"

#include "model/felt/axons.hpp"
#include "model/felt/muscles.hpp"
#include "model/felt/noticing.rows.hpp"
#include "model/felt/unheld.rows.hpp"
#include "model/nerve/response_error.rows.hpp"
#include "model/twitch/base_rates.hpp"
#include "model/twitch/rival_curves.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::felt {

namespace {

/// By blood::Ion.
constexpr std::array<std::string_view, blood::ion_count> ion_names{"ionised calcium", "magnesium",
                                                                   "potassium", "sodium"};

/// Why the crowd's blood tells nothing of this person's nerve; empty where it does.
std::string why_not(blood::Prediction const& blood, verdict::Chart const& chart) {
    if (!blood.why_not.empty())
        return blood.why_not;
    auto const ask = [&](verdict::Term const& term) { return chart.ask(term); };
    for (auto const& row : unheld_rows) {
        auto const when = verdict::parse_condition(row.when, verdict::named_condition);
        if (when && verdict::judge_condition(*when, ask).truth == verdict::Truth::yes)
            return std::string(row.text);
    }
    std::vector<std::string_view> lacking;
    for (std::size_t i = 0; i < blood.ions.size(); ++i)
        if (blood.ions[i].level.empty())
            lacking.push_back(ion_names[i]);
    std::string names;
    for (std::size_t i = 0; i < lacking.size(); ++i)
        names += std::string(i == 0                    ? ""
                             : i + 1 == lacking.size() ? " and "
                                                       : ", ") +
                 std::string(lacking[i]);
    return names.empty() ? ""
                         : "What your blood would do to a nerve is not known without your " + names + ".";
}

Noticed noticed_of(twitch::Interval const& value, double from) {
    return value.mid >= from ? Noticed::likely : value.high >= from ? Noticed::perhaps : Noticed::nothing;
}

/// What the blood brings of a sign. One thing at a time is at its end: the curves in the median blood, or the
/// people at their middle curve; both at once would be the far end of a far end.
Brought brought(std::string_view sign, twitch::Excited const& nerve, Asked const& asked) {
    auto chance = twitch::brought_by_blood(sign, nerve, asked.median);
    for (auto const& blood : {asked.low, asked.high}) {
        auto const there = twitch::brought_by_blood(sign, nerve, blood);
        chance.low = std::min(chance.low, there.mid);
        chance.high = std::max(chance.high, there.mid);
    }
    return {sign, chance, noticed_of(chance, noticing.sign_noticed)};
}

bool in_ordinary_box(nerve::Medium<double> const& medium) {
    for (std::size_t i = 0; i < nerve::response_variables.size(); ++i) {
        auto const& box = nerve::response_box_rows[i];
        double const value = medium.*nerve::response_variables[i];
        if (value < box.ordinary_low || value > box.ordinary_high)
            return false;
    }
    return true;
}

double either(double a, double b) {
    return a + b * (1 - a);
}

} // namespace

Noticed Felt::noticed() const {
    auto most = twitches;
    for (auto const& sign : signs)
        most = std::max(most, sign.noticed);
    return most;
}

double noticed_fall_percent() {
    static double const found = [] {
        double const wanted = twitch::base_rate("noticeable_factor").mid;
        double none = 0, enough = 100;
        for (int i = 0; i < 50; ++i) {
            double const fall = (none + enough) / 2;
            (twitch::rivals({fall, fall, fall}).mid >= wanted ? enough : none) = fall;
        }
        return enough;
    }();
    return found;
}

Felt felt(blood::Prediction const& blood, verdict::Chart const& chart, Surface surface) {
    Felt out;
    out.asked = blood.people > 0 || !blood.why_not.empty();
    if (!out.asked)
        return out;
    out.why_not = why_not(blood, chart);
    if (!out.why_not.empty())
        return out;
    auto asked = ask_axons(blood, surface);
    asked.excited.strength = strength(asked, blood.seed);
    out.medium = asked.median;
    out.threshold_change_percent = asked.threshold_change_percent;
    out.beyond_ordinary_percent = asked.excited.threshold_change_percent;
    out.without_potassium_percent = asked.excited.not_by_potassium_percent;
    out.fires_alone = asked.fires_alone;
    out.rough = !in_ordinary_box(asked.median);
    auto const& error = nerve::response_error;
    out.surface_error_percent = out.rough ? error.whole_threshold_rms : error.ordinary_threshold_rms;
    out.surface_error_ends_percent =
        out.rough ? std::max(error.whole_threshold_p5_rms, error.whole_threshold_p95_rms)
                  : std::max(error.ordinary_threshold_p5_rms, error.ordinary_threshold_p95_rms);
    out.surface_error_share = out.rough ? error.whole_share_rms : error.ordinary_share_rms;
    out.beyond = asked.share_beyond > noticing.beyond_share;
    out.habits = habits(chart);
    out.twitching = twitch::twitching(asked.excited, out.habits, asked.median);
    out.twitches = noticed_of(out.twitching.blood_factor, twitch::base_rate("noticeable_factor").mid);
    for (std::size_t i = 0; i < out.signs.size(); ++i) {
        auto& sign = out.twitching.signs[i];
        out.signs[i] = brought(sign.name, asked.excited, asked);
        // The stage knows one blood; the crowd has many.
        sign.in_a_month.low = either(sign.without_blood.low, out.signs[i].chance.low);
        sign.in_a_month.high = either(sign.without_blood.high, out.signs[i].chance.high);
    }
    return out;
}

} // namespace rheobase::felt
