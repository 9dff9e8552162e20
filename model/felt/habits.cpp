#include "model/felt/habits.hpp"

#include "model/felt/habit_signs.rows.hpp"
#include "model/twitch/medicines.rows.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::felt {

namespace {

constexpr double days_a_week = 7;

double told(verdict::Evidence const& evidence, std::string const& key) {
    auto const found = evidence.lifestyle.find(key);
    return found == evidence.lifestyle.end() ? unknown : found->second;
}

/// Days since the latest of a kind of event; unknown where there was none or nobody says when.
double days_since(verdict::Evidence const& evidence, std::string_view event) {
    double latest = unknown;
    for (auto const& each : evidence.events)
        if (each.code == event && each.present.value_or(true) && each.days_ago && !(*each.days_ago >= latest))
            latest = *each.days_ago;
    return latest;
}

/// The value of the first row that surely holds.
double by_signs(verdict::Chart const& chart, std::string_view habit) {
    for (auto const& row : habit_signs_rows) {
        if (row.habit != habit)
            continue;
        auto const when = verdict::parse_condition(row.when, verdict::named_condition);
        auto const ask = [&](verdict::Term const& term) { return chart.ask(term); };
        if (when && verdict::judge_condition(*when, ask).truth == verdict::Truth::yes)
            return row.value;
    }
    return unknown;
}

double either(double first, double second) {
    return known(first) ? first : second;
}

} // namespace

twitch::Habits habits(verdict::Chart const& chart) {
    auto const& evidence = chart.evidence();
    auto const& person = evidence.person;
    twitch::Habits out;
    out.caffeine_mg = either(
        told(evidence, "caffeine_mg"),
        chart.findings().nutrient[static_cast<std::size_t>(diet::nutrient("caffeine_mg"))].per_day.mid);
    out.sleep_hours = told(evidence, "sleep_h");
    out.screen_hours = told(evidence, "screen_h");
    out.stress = by_signs(chart, "stress");
    out.exertion = by_signs(chart, "exertion");
    out.viral_weeks_ago =
        either(days_since(evidence, "viral_illness") / days_a_week, by_signs(chart, "viral_weeks_ago"));
    out.alcohol_withdrawal_days = by_signs(chart, "alcohol_withdrawal_days");
    if (person.sex)
        out.female = *person.sex == diet::Sex::female ? 1 : 0;
    if (person.age_years)
        out.age_years = *person.age_years;
    out.pregnancy_weeks =
        person.pregnancy_weeks ? *person.pregnancy_weeks : by_signs(chart, "pregnancy_weeks");
    out.lasting_twitches = by_signs(chart, "lasting_twitches");
    for (auto const& row : twitch::medicines_rows) {
        bool const listed =
            std::find(out.medicines.begin(), out.medicines.end(), row.drug_class) != out.medicines.end();
        if (!listed && chart.medicines().counts(row.drug_class).truth == verdict::Truth::yes)
            out.medicines.emplace_back(row.drug_class);
    }
    return out;
}

} // namespace rheobase::felt
