// Magnesium: balance, urine, supplements, absorption, and what a diet without it does.
#include "model/ions/losses.rows.hpp"
#include "tests/validation/study.hpp"

#include <algorithm>
#include <array>

namespace rheobase::validation {

namespace {

constexpr auto serum = Observable::magnesium_serum;
constexpr auto urine = Observable::urine_magnesium;

/// Twelve days of balance after twelve on the diet. The wards counted food less urine and faeces, so what left by the skin
/// counted as kept.
Measured balance(int people) {
    constexpr std::array eaten{110.0, 180.0, 250.0, 320.0, 390.0};
    std::vector<double> intake, kept;
    for (std::size_t i = 0; i < eaten.size(); ++i) {
        Experiment experiment = healthy_adults(std::max(2, people / 3), 401 + i);
        experiment.who.age_high = 75;
        eats(experiment.phases.front(), Ingested::magnesium, 280);
        auto const what = Observable::balance_magnesium;
        reports(experiment, {what}, 24);
        eats(then_days(experiment, 24), Ingested::magnesium, eaten[i]);
        for (auto const& person : crowd_of(experiment)) {
            intake.push_back(eaten[i]);
            double const by_skin = 24 * ions::usual_losses.skin_magnesium;
            kept.push_back(((person.at(1, what, 576) - person.at(1, what, 288)) / 12 + by_skin) *
                           mg_per_mmol_magnesium);
        }
    }
    auto const line = line_through(intake, kept);
    return {{"zero_balance", single(line.crossing, line.crossing_error)}};
}

Measured urine_of_intake(int people) {
    auto const on = [people](double mg) {
        Experiment experiment = healthy_adults(people, 410);
        reports(experiment, {urine}, 24);
        eats(then_days(experiment, 28), Ingested::magnesium, mg);
        return crowd_of(experiment);
    };
    auto const last = [](auto const& p) { return p.last(1, urine) * mg_per_mmol_magnesium; };
    auto const low = on(200), high = on(380);
    return {{"at_200", over(low, last)},
            {"at_380", over(high, last)},
            {"settled_in_5_days",
             single(over(low, [](auto const& p) { return p.last(0, urine) - p.at(1, urine, 120); }).mean /
                    over(low, [](auto const& p) { return p.last(0, urine) - p.last(1, urine); }).mean)}};
}

Measured supplements(int people) {
    constexpr double usual = 300, added = 365;
    constexpr double week = 24 * 7;
    Experiment experiment = healthy_adults(people, 411);
    experiment.phases.front().intake[static_cast<std::size_t>(Ingested::magnesium)] = Spread{usual, 80};
    reports(experiment, {serum, urine}, week);
    // A person keeps the same rank in both phases, so the pill comes on top of everyone's own diet.
    Phase& pill = then_days(experiment, 7 * 52);
    pill.intake[static_cast<std::size_t>(Ingested::magnesium)] = Spread{usual + added, 80};
    auto const crowd = crowd_of(experiment);
    auto const rise = [=](Observable what, double weeks) {
        return over(crowd, [=](auto const& p) { return p.at(1, what, weeks * week) - p.last(0, what); });
    };
    std::vector<double> before, risen;
    for (auto const& person : crowd) {
        before.push_back(person.last(0, serum));
        risen.push_back(person.at(1, serum, 20 * week) - person.last(0, serum));
    }
    return {{"serum", rise(serum, 20)},
            {"urine", rise(urine, 40)},
            {"serum_at_20_of_52_weeks", single(rise(serum, 20).mean / rise(serum, 52).mean)},
            {"urine_at_40_of_52_weeks", single(rise(urine, 40).mean / rise(urine, 52).mean)},
            {"higher_start_smaller_rise", single(correlation(before, risen))}};
}

Measured absorption(int people) {
    auto const at = [people](double mg) {
        Experiment experiment = healthy_adults(people, 412);
        reports(experiment, {Observable::absorption_magnesium}, 24);
        eats(then_days(experiment, 7), Ingested::magnesium, mg);
        return over(crowd_of(experiment),
                    [](auto const& p) { return 100 * p.last(1, Observable::absorption_magnesium); });
    };
    Experiment water = healthy_adults(people, 413);
    reports(water, {Observable::absorption_magnesium}, 24);
    // Tracers were followed in stools for twelve days, so the day looked at has such days before it.
    Phase& week = then_days(water, 7);
    eats(week, Ingested::magnesium, 0);
    for (double const hour : {0.0, 5.0, 10.0})
        swallows(week, Ingested::magnesium, 100, hour, true);
    return {{"three_meals",
             over(crowd_of(water),
                  [](auto const& p) { return 100 * p.last(1, Observable::absorption_magnesium); })},
            {"at_40_mg", at(40)},
            {"at_1000_mg", at(1000)}};
}

/// Less than half a millimole a day for three weeks, as in volunteers on a liquid diet; then for longer.
Measured depletion(int people) {
    Experiment experiment = healthy_adults(people, 414);
    reports(experiment,
            {serum, urine, Observable::calcium_serum, Observable::calcitriol, Observable::pth,
             Observable::potassium_serum},
            24);
    eats(then_days(experiment, 120), Ingested::magnesium, 10);
    auto const crowd = crowd_of(experiment);
    auto const change = [&](Observable what, double day) {
        return over(crowd, [=](auto const& p) { return p.at(1, what, 24 * day) - p.last(0, what); });
    };
    auto const ratio = [&](Observable what, double day) {
        return over(crowd, [=](auto const& p) { return p.at(1, what, 24 * day) / p.last(0, what); });
    };
    return {{"serum_21_days", change(serum, 21)},
            {"calcium_21_days", change(Observable::calcium_serum, 21)},
            {"calcitriol_21_days", ratio(Observable::calcitriol, 21)},
            {"urine_7_days", over(crowd, [](auto const& p) { return p.at(1, urine, 24 * 7); })},
            {"serum_120_days", over(crowd, [](auto const& p) { return p.at(1, serum, 24 * 120); })},
            {"calcium_120_days", change(Observable::calcium_serum, 120)},
            {"potassium_120_days", change(Observable::potassium_serum, 120)}};
}

/// Magnesium into a vein, held high for three hours, shuts the parathyroid down.
Measured held_high(int people) {
    constexpr auto ionised = Observable::calcium_ionised;
    Experiment experiment = healthy_adults(people, 415);
    reports(experiment, {Observable::pth, ionised}, 0.25);
    then_hours(experiment, 3).clamps.push_back({ions::Clamped::magnesium_serum, 2.5, 0, 3});
    auto const crowd = crowd_of(experiment);
    return {{"pth_30_min",
             over(crowd,
                  [](auto const& p) { return p.at(1, Observable::pth, 0.5) / p.last(0, Observable::pth); })},
            {"ionised_3_hours",
             over(crowd, [=](auto const& p) { return p.last(1, ionised) - p.last(0, ionised); })}};
}

constexpr std::array studies{Study{"A15", balance},     Study{"A16", urine_of_intake, true},
                             Study{"A17", supplements}, Study{"A20", absorption, true},
                             Study{"B3", depletion},    Study{"B4", held_high, true}};

} // namespace

std::span<Study const> magnesium_studies() {
    return studies;
}

} // namespace rheobase::validation
