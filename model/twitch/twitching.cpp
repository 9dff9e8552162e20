#include "model/twitch/twitching.hpp"

#include "model/twitch/assumed.hpp"
#include "model/twitch/odds.hpp"

namespace rheobase::twitch {

namespace {

std::vector<AtPlace> places(std::array<double, places_rows.size()> const& numbers) {
    double sum = 0;
    for (double const number : numbers)
        sum += number;
    std::vector<AtPlace> out;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        auto const& row = places_rows[i];
        double const mid = numbers[i] / sum;
        // The row's own doubt as odds against all other places together.
        auto const moved = [&](double to) {
            return chance_of(log_odds(mid) + log_odds(to) - log_odds(row.mid));
        };
        out.push_back({row.place, in_order(moved(row.low), mid, moved(row.high))});
    }
    return out;
}

} // namespace

Twitching twitching(Excited const& nerve, Habits const& habits, nerve::Medium<double> const& blood) {
    auto const person = assumed(nerve, habits, blood.potassium);
    auto const middle = answer(person);
    Around a_day{engine::log(middle.a_day)}, today{log_odds(middle.today)},
        eyelid{log_odds(middle.eyelid_week)};
    Twitching out;
    double whole = 0;
    for (auto const what : uncertain_things(person)) {
        auto const least = answer(person, {what, End::low}), most = answer(person, {what, End::high});
        double const width = a_day.add(engine::log(least.a_day), engine::log(most.a_day));
        today.add(log_odds(least.today), log_odds(most.today));
        eyelid.add(log_odds(least.eyelid_week), log_odds(most.eyelid_week));
        out.width.push_back({what, width});
        whole += width;
    }
    // in_order, because a chance of one has no odds and log and exp round.
    out.a_day = in_order(engine::exp(a_day.low()), middle.a_day, engine::exp(a_day.high()));
    out.chance_noticed_today = in_order(chance_of(today.low()), middle.today, chance_of(today.high()));
    out.chance_noticed_eyelid_in_a_week =
        in_order(chance_of(eyelid.low()), middle.eyelid_week, chance_of(eyelid.high()));
    for (auto& part : out.width)
        part.share /= whole;
    std::stable_sort(out.width.begin(), out.width.end(),
                     [](Width const& a, Width const& b) { return a.share > b.share; });

    out.blood_factor = person.blood.whole;
    double const noticeable = base_rate("noticeable_factor").mid;
    out.blood_noticeable = out.blood_factor.mid >= noticeable || out.blood_factor.mid <= 1 / noticeable;

    out.places = places(middle.place);
    out.signs = signs(nerve, habits, blood);
    out.moved.push_back({"blood",
                         known(nerve.threshold_change_percent) || known(nerve.not_by_potassium_percent),
                         out.blood_factor, "judgement", "Over the rows of rival_curves.csv."});
    for (auto const& habit : person.habits)
        out.moved.push_back({habit.habit, habit.known, habit.factor, habit.source, habit.because});
    return out;
}

} // namespace rheobase::twitch
