#include "model/twitch/assumed.hpp"

namespace rheobase::twitch {

namespace {

constexpr double days_a_week = 7;
constexpr std::string_view the_curves = "which curve is right", the_numbers = "the numbers of the curves",
                           the_axons = "which axons a person has", the_recall = "how long people looked back",
                           the_noticed = "how many people notice", the_people = "how much people differ",
                           the_spells = "twitches in a spell",
                           the_lasting = "how often lasting twitches come";

double taken(Chosen const& chosen, std::string_view name, Interval const& x) {
    return at(x, name == chosen.what ? chosen.end : End::mid);
}

/// How many times as often as usual a person with these habits twitches at a place of this kind in ordinary
/// blood.
double by_habits(Assumed const& assumed, Chosen const& chosen, std::string_view kind) {
    double product = 1;
    for (auto const& habit : assumed.habits) {
        bool const acts = kind == habit.on || (habit.on == "elsewhere" && kind == "legs");
        if (acts)
            product *= taken(chosen, habit.habit, habit.factor);
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
    bool const moved = chosen.what == the_recall || chosen.what == the_noticed || chosen.what == the_people ||
                       chosen.what == the_lasting;
    if (!moved && !assumed.people.a_day.empty())
        return assumed.people;
    if (assumed.lasting)
        return lasting_spells(taken(chosen, the_lasting, assumed.persistent));
    // More who notice, or a shorter time to notice in, means more spells; so the longest time is the low end.
    Interval const recall{assumed.recall_days.high, assumed.recall_days.mid, assumed.recall_days.low};
    return ordinary_spells(taken(chosen, the_noticed, assumed.noticed_share),
                           taken(chosen, the_recall, recall),
                           taken(chosen, the_people, assumed.people_log_sd));
}

bool of_twitches(std::string_view on) {
    return on == "eyelid" || on == "legs" || on == "elsewhere";
}

} // namespace

Assumed assumed(Excited const& nerve, Habits const& habits, double potassium) {
    Assumed out;
    out.noticed_share = base_rate("noticed_share");
    out.recall_days = base_rate("recall_days");
    out.people_log_sd = base_rate("people_log_sd");
    out.twitches_in_a_spell = base_rate("twitches_in_a_spell");
    out.persistent = base_rate("persistent_spells_a_day");
    out.lasting = known(habits.lasting_twitches) && habits.lasting_twitches > 0;
    for (auto const& factor : factors(habits))
        if (of_twitches(factor.on))
            out.habits.push_back(factor);
    out.people = spells(out, {});
    out.blood = rivals({0, 0, 0});
    auto const lone = twitches_of_lone_axons(nerve);
    double const usual = answer(out).a_day;
    out.blood = rivals(fall_without_potassium(nerve, potassium),
                       {lone.low / usual, lone.mid / usual, lone.high / usual});
    return out;
}

std::vector<std::string_view> uncertain_things(Assumed const& assumed) {
    std::vector<std::string_view> out{the_curves, the_numbers, the_axons, the_spells};
    if (assumed.lasting)
        out.push_back(the_lasting);
    else
        out.insert(out.end(), {the_recall, the_noticed, the_people});
    for (auto const& habit : assumed.habits)
        if (std::find(out.begin(), out.end(), habit.habit) == out.end())
            out.push_back(habit.habit);
    return out;
}

Answer answer(Assumed const& assumed, Chosen const& chosen) {
    auto const people = spells(assumed, chosen);
    double const in_a_spell = taken(chosen, the_spells, assumed.twitches_in_a_spell);
    double const blood = blood_factor(assumed, chosen);
    Answer out;
    double usual = 0, shares = 0;
    for (auto const& row : places_rows)
        shares += row.mid;
    for (std::size_t i = 0; i < places_rows.size(); ++i) {
        out.place[i] = places_rows[i].mid / shares * by_habits(assumed, chosen, places_rows[i].kind);
        usual += out.place[i];
    }
    double eyelid = 0;
    for (std::size_t i = 0; i < places_rows.size(); ++i) {
        // What the blood takes away it takes evenly; what it adds falls on hands and feet rather.
        out.place[i] *= std::min(1.0, blood);
        out.place[i] += usual * std::max(0.0, blood - 1) * places_rows[i].ionic;
        if (places_rows[i].kind == "eyelid")
            eyelid += out.place[i];
    }
    out.a_day = people.mean() * usual * blood * in_a_spell;
    out.today = people.share_noticing(1, usual * blood);
    out.eyelid_week = people.share_noticing(days_a_week, eyelid);
    return out;
}

} // namespace rheobase::twitch
