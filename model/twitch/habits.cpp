#include "model/twitch/habits.hpp"

#include "engine/elementary.hpp"
#include "model/twitch/habits.rows.hpp"
#include "model/twitch/medicines.rows.hpp"
#include "model/twitch/usual_habits.rows.hpp"

#include <array>
#include <utility>

namespace rheobase::twitch {

namespace {

constexpr double outer_share = 0.05; // below and above the ends of an unknown habit's interval

constexpr std::array<std::pair<End, double>, 3> ends_and_weights{
    {{End::low, 1}, {End::mid, 2}, {End::high, 1}}};

struct Named {
    std::string_view name;
    double Habits::*member;
};

constexpr std::array<Named, 10> named{{{"caffeine_mg", &Habits::caffeine_mg},
                                       {"sleep_hours", &Habits::sleep_hours},
                                       {"stress", &Habits::stress},
                                       {"exertion", &Habits::exertion},
                                       {"viral_weeks_ago", &Habits::viral_weeks_ago},
                                       {"alcohol_withdrawal_days", &Habits::alcohol_withdrawal_days},
                                       {"screen_hours", &Habits::screen_hours},
                                       {"female", &Habits::female},
                                       {"age_years", &Habits::age_years},
                                       {"pregnancy_weeks", &Habits::pregnancy_weeks}}};

/// Against somebody who has nothing of the habit.
double raw(HabitsRow const& row, End end, double value) {
    double const from = std::min(row.from_dose, row.to_dose), to = std::max(row.from_dose, row.to_dose);
    double const steps = (std::clamp(value, from, to) - row.from_dose) / row.step;
    return engine::exp(steps * engine::log(at({row.low, row.mid, row.high}, end)));
}

/// The mean over the usual mix, so that the base rates, which people with all their habits gave, stay as they
/// are.
double mean_of_people(HabitsRow const& row, End end) {
    double sum = 0, shares = 0;
    for (auto const& usual : usual_habits_rows) {
        if (usual.habit != row.habit)
            continue;
        sum += usual.share * raw(row, end, usual.value);
        shares += usual.share;
    }
    return shares > 0 ? sum / shares : 1;
}

double relative(HabitsRow const& row, End end, double value) {
    return raw(row, end, value) / mean_of_people(row, end);
}

/// Between which factors nine in ten people lie, whatever the true size of the effect: its middle counts
/// twice its ends.
Interval of_unknown(HabitsRow const& row) {
    std::vector<std::pair<double, double>> factor_share;
    double shares = 0;
    for (auto const& usual : usual_habits_rows) {
        if (usual.habit != row.habit)
            continue;
        for (auto const& [end, weight] : ends_and_weights) {
            factor_share.emplace_back(relative(row, end, usual.value), usual.share * weight);
            shares += usual.share * weight;
        }
    }
    std::sort(factor_share.begin(), factor_share.end());
    Interval out{1, 1, 1};
    double below = 0;
    bool low_found = false;
    for (auto const& [factor, share] : factor_share) {
        below += share / shares;
        if (!low_found && below >= outer_share) {
            out.low = factor;
            low_found = true;
        }
        out.high = factor;
        if (below >= 1 - outer_share)
            break;
    }
    return in_order(out.low, 1, out.high);
}

} // namespace

double value_of(Habits const& habits, std::string_view habit) {
    for (auto const& [name, member] : named)
        if (name == habit)
            return habits.*member;
    return unknown;
}

std::vector<Factor> factors(Habits const& habits) {
    std::vector<Factor> out;
    for (auto const& row : habits_rows) {
        double const value = value_of(habits, row.habit);
        Factor factor{row.habit, row.on, row.source, row.because, known(value), {}};
        factor.factor = factor.known
                            ? in_order(relative(row, End::low, value), relative(row, End::mid, value),
                                       relative(row, End::high, value))
                            : of_unknown(row);
        out.push_back(factor);
    }
    for (auto const& row : medicines_rows)
        if (std::find(habits.medicines.begin(), habits.medicines.end(), row.drug_class) !=
            habits.medicines.end())
            out.push_back(
                {row.drug_class, row.on, row.source, row.because, true, {row.low, row.mid, row.high}});
    return out;
}

} // namespace rheobase::twitch
