#include "model/twitch/twitching.hpp"

#include "engine/elementary.hpp"
#include "model/twitch/base_rates.hpp"
#include "model/twitch/places.rows.hpp"
#include "model/twitch/rival_curves.hpp"

#include <array>

namespace rheobase::twitch {

namespace {

constexpr double days_a_week = 7;
constexpr std::string_view the_curves = "which curve is right", the_numbers = "the numbers of the curves",
                           the_axons = "which axons a person has", the_recall = "how long people looked back",
                           the_noticed = "how many people notice", the_people = "how much people differ",
                           the_spells = "twitches in a spell",
                           the_lasting = "how often lasting twitches come",
                           the_firings = "how many firings are noticed",
                           the_person = "whose axons fire alone";

/// All that can be one way or another, each at one of its ends; the answer is worked out at the middle and
/// then with one thing at a time at its ends.
struct Assumed {
    Interval noticed_share, recall_days, people_log_sd, twitches_in_a_spell, persistent, noticed_of_firings,
        within_person;
    Rivals blood;
    std::vector<Factor> habits;
    bool lasting = false;
    double fires_alone = 0, rate_hz = 0;
};

struct Chosen {
    std::string_view what; ///< the one thing that is not at its middle, or blank
    End end = End::mid;

    double of(std::string_view name, Interval const& x) const { return at(x, name == what ? end : End::mid); }
};

struct Answer {
    double a_day = 0, today = 0, eyelid_week = 0;
    std::array<double, places_rows.size()> place{}; ///< relative numbers of twitches
};

/// How many times as often as usual a person with these habits twitches at a place of this kind in ordinary
/// blood.
double by_habits(Assumed const& assumed, Chosen const& chosen, std::string_view kind) {
    double product = 1;
    for (auto const& habit : assumed.habits) {
        bool const acts = kind == habit.on || (habit.on == "elsewhere" && kind == "legs");
        if (acts)
            product *= chosen.of(habit.habit, habit.factor);
    }
    return product;
}

double blood_factor(Assumed const& assumed, Chosen const& chosen) {
    auto const& blood = assumed.blood;
    if (chosen.what == the_curves)
        return at(blood.rivals, chosen.end);
    if (chosen.what == the_numbers)
        return at(blood.numbers, chosen.end);
    return chosen.what == the_axons ? at(blood.axons, chosen.end) : blood.mid;
}

Spells spells(Assumed const& assumed, Chosen const& chosen) {
    if (assumed.lasting)
        return lasting_spells(chosen.of(the_lasting, assumed.persistent));
    // More who notice, or a shorter time to notice in, means more spells; so the longest time is the low end.
    Interval const recall{assumed.recall_days.high, assumed.recall_days.mid, assumed.recall_days.low};
    return ordinary_spells(chosen.of(the_noticed, assumed.noticed_share), chosen.of(the_recall, recall),
                           chosen.of(the_people, assumed.people_log_sd));
}

Answer answer(Assumed const& assumed, Chosen const& chosen) {
    auto const people = spells(assumed, chosen);
    double const in_a_spell = chosen.of(the_spells, assumed.twitches_in_a_spell);
    double const lone = noticed_of_lone_axons(assumed.fires_alone, assumed.rate_hz,
                                              chosen.of(the_person, assumed.within_person),
                                              chosen.of(the_firings, assumed.noticed_of_firings)) /
                        in_a_spell;
    double const blood = blood_factor(assumed, chosen);
    Answer out;
    double usual = 0, shares = 0;
    for (auto const& row : places_rows)
        shares += row.mid;
    for (std::size_t i = 0; i < places_rows.size(); ++i) {
        out.place[i] = places_rows[i].mid / shares * by_habits(assumed, chosen, places_rows[i].kind);
        usual += out.place[i];
    }
    double const mean = people.mean();
    double eyelid = 0, eyelid_extra = 0;
    for (std::size_t i = 0; i < places_rows.size(); ++i) {
        // What the blood takes away it takes evenly; what it adds falls on hands and feet rather.
        double const kept = out.place[i] * std::min(1.0, blood);
        double const added = usual * std::max(0.0, blood - 1) * places_rows[i].ionic;
        double const extra = lone * places_rows[i].ionic;
        if (places_rows[i].kind == "eyelid") {
            eyelid += kept + added;
            eyelid_extra += extra;
        }
        out.place[i] = mean * (kept + added) + extra;
    }
    out.a_day = (mean * usual * blood + lone) * in_a_spell;
    out.today = people.share_noticing(1, usual * blood, lone);
    out.eyelid_week = people.share_noticing(days_a_week, eyelid, eyelid_extra);
    return out;
}

double log_odds(double chance) {
    double const least = 1e-9;
    double const inside = std::clamp(chance, least, 1 - least);
    return engine::log(inside / (1 - inside));
}

double chance_of(double odds) {
    return 1 / (1 + engine::exp(-odds));
}

/// Grows an interval by one uncertain thing: squared distances below and above the middle.
struct Around {
    double mid = 0, down = 0, up = 0;

    double add(double one, double other) {
        double const lowest = std::min({one, other, mid}) - mid, highest = std::max({one, other, mid}) - mid;
        down += lowest * lowest;
        up += highest * highest;
        return (highest - lowest) * (highest - lowest);
    }
    double low() const { return mid - engine::sqrt(down); }
    double high() const { return mid + engine::sqrt(up); }
};

std::vector<std::string_view> uncertain_things(Assumed const& assumed) {
    std::vector<std::string_view> out{the_curves, the_numbers, the_axons, the_spells};
    if (assumed.lasting)
        out.push_back(the_lasting);
    else
        out.insert(out.end(), {the_recall, the_noticed, the_people});
    if (assumed.fires_alone > 0)
        out.insert(out.end(), {the_firings, the_person});
    for (auto const& habit : assumed.habits)
        if (std::find(out.begin(), out.end(), habit.habit) == out.end())
            out.push_back(habit.habit);
    return out;
}

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

bool of_twitches(std::string_view on) {
    return on == "eyelid" || on == "legs" || on == "elsewhere";
}

} // namespace

Twitching twitching(Excited const& nerve, Habits const& habits, nerve::Medium<double> const& blood) {
    Assumed assumed;
    assumed.noticed_share = base_rate("noticed_share");
    assumed.recall_days = base_rate("recall_days");
    assumed.people_log_sd = base_rate("people_log_sd");
    assumed.twitches_in_a_spell = base_rate("twitches_in_a_spell");
    assumed.persistent = base_rate("persistent_spells_a_day");
    assumed.noticed_of_firings = base_rate("noticed_of_firings");
    assumed.within_person = base_rate("within_person");
    assumed.blood = rivals(fall_without_potassium(nerve, blood.potassium));
    assumed.lasting = known(habits.lasting_twitches) && habits.lasting_twitches > 0;
    assumed.fires_alone = firing_beyond_tolerance(nerve).mid;
    assumed.rate_hz = known(nerve.rate_hz) ? nerve.rate_hz.mid : 0;
    for (auto const& factor : factors(habits))
        if (of_twitches(factor.on))
            assumed.habits.push_back(factor);

    auto const middle = answer(assumed, {});
    Around a_day{engine::log(middle.a_day)}, today{log_odds(middle.today)},
        eyelid{log_odds(middle.eyelid_week)};
    Twitching out;
    double whole = 0;
    for (auto const what : uncertain_things(assumed)) {
        auto const least = answer(assumed, {what, End::low}), most = answer(assumed, {what, End::high});
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

    auto ordinary = assumed;
    ordinary.blood = rivals({0, 0, 0});
    ordinary.fires_alone = 0;
    double const usual = answer(ordinary, {}).a_day;
    auto const lone = [&](End end) { // against the usual twitches of this person
        return noticed_of_lone_axons(assumed.fires_alone, assumed.rate_hz, at(assumed.within_person, end),
                                     at(assumed.noticed_of_firings, end)) /
               usual;
    };
    out.blood_factor = {assumed.blood.whole.low + lone(End::low), assumed.blood.mid + lone(End::mid),
                        assumed.blood.whole.high + lone(End::high)};
    double const noticeable = base_rate("noticeable_factor").mid;
    out.blood_noticeable = out.blood_factor.mid >= noticeable || out.blood_factor.mid <= 1 / noticeable;

    out.places = places(middle.place);
    out.signs = signs(nerve, habits, blood);
    out.moved.push_back({"blood",
                         known(nerve.threshold_change_percent) || known(nerve.not_by_potassium_percent),
                         out.blood_factor, "judgement", "Over the rows of rival_curves.csv."});
    for (auto const& habit : assumed.habits)
        out.moved.push_back({habit.habit, habit.known, habit.factor, habit.source, habit.because});
    return out;
}

} // namespace rheobase::twitch
