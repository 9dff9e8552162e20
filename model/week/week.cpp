#include "model/week/week.hpp"

#include "base/listed.hpp"
#include "model/diet/diary.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/plan_status.hpp"
#include "model/week/apart.hpp"
#include "model/week/menu.rows.hpp"
#include "model/week/offers.hpp"
#include "model/week/ordinary_day.hpp"
#include "model/week/own_bars.hpp"

#include <algorithm>

namespace rheobase::week {

namespace {

/// Why this diary bears no plan; empty where it does.
std::string why_no_plan(Asked const& asked, Now const& now) {
    auto const& plan = asked.plan;
    auto const fault = why_not_this_diary(asked, now.energy);
    if (plan.status == "needs_data" && !fault.empty())
        return fault;
    // Where only general advice may be given a list of foods is some, and a week with amounts is not.
    if (!verdict::foods_allowed(plan) || plan.status == "general_only")
        return plan.because;
    if (now.items.empty())
        return "No food of the diary could be read with its amount, so there is nothing to plan from.";
    return fault;
}

/// Where the wishes leave a need far out of reach, a plan would do harm: which need, and which wishes.
/// Vitamins D and B12 are what a vegan discusses a product for, and no reason to withhold all the rest.
std::string too_much_wished(Conflict const& conflict) {
    auto const far = [](OutOfReach const& one) {
        return one.missing_percent >= menu.wishes_missing && one.nutrient != diet::nutrient("vitamin_d_ug") &&
               one.nutrient != diet::nutrient("b12_ug");
    };
    if (std::none_of(conflict.all.begin(), conflict.all.end(), far))
        return {};
    std::vector<std::string> short_of, wishes(conflict.wishes);
    for (auto const& one : conflict.all)
        if (far(one))
            short_of.emplace_back(diet::about(one.nutrient).short_name);
    return "With all of these wishes the foods that are left bring far too little " +
           listed(short_of, "and") +
           ", so no plan is made. These cannot hold together: " + listed(wishes, "and") +
           ". Let one of them go.";
}

/// The person's evidence with the wishes of a plan in the place of those of the case.
verdict::Evidence wishing(verdict::Evidence evidence, Wishes const& wishes) {
    evidence.wished_diet = wishes.diet;
    evidence.dislikes = wishes.without;
    return evidence;
}

/// What is eaten now a day, without what must go: of a salt substitute that is taken out no potassium stays allowed.
diet::Nutrients held_by_what_stays(Task const& task) {
    std::vector<double> halves;
    for (auto const& item : task.items)
        halves.push_back(item.must_go ? 0 : item.now);
    return held_by(task, halves);
}

Task task_with(Asked const& asked, Now const& now, Wishes const& wishes, diet::Foods const& table,
               std::vector<std::string>* notes) {
    Task task;
    task.span = now.span;
    auto const& stops = asked.plan.stops;
    auto const evidence = wishing(asked.evidence, wishes);
    PlanBans const bans(evidence, stops);
    task.items = now.items;
    describe(task.items, table);
    auto const barred = bar_own(task.items, bans, stops, wishes, table);
    for (auto& item : offers(task.items, bans, wishes, table)) {
        item.most = most_of_offered(task.span, item.most);
        task.items.push_back(std::move(item));
    }
    auto const apart = keep_apart(task.items, asked.evidence);
    task.fixed = now.fixed;
    task.fixed_added = now.fixed_added;
    // Kept as it is for everyone: a plan never sets another amount of energy.
    task.energy = now.energy;
    auto const& sun = asked.evidence.lifestyle_words;
    bool const much_sun = sun.contains("sun") && sun.at("sun") == "much";
    task.bounds = bounds(asked.evidence.person, asked.evidence.reference, held_by_what_stays(task), stops, much_sun);
    std::vector<std::string> past_limit;
    for (auto& bound : task.bounds)
        if (fixed_against(task, bound) > bound.ceiling) {
            // What products hold no menu can take back; it may only not add to it.
            bound.ceiling = fixed_against(task, bound);
            for (auto const& item : now.items)
                bound.ceiling += (bound.added_only ? item.added : item.held)[bound.nutrient] * item.now /
                                 days_in(task.span);
            bound.ceiling_kind = "products";
            past_limit.emplace_back(diet::about(bound.nutrient).short_name);
        }
    task.minds = {wishes.cheap, !wishes.cooking.empty(), wishes.few_changes ? menu.few_changes : 1};
    if (notes) {
        for (auto const& note : bans.notes())
            notes->push_back(note);
        for (auto const& name : past_limit)
            notes->push_back("Your products alone pass the limit of " + name +
                             ". No food mends that; ask about the product.");
        for (auto const& sentence : apart)
            notes->push_back(sentence);
        for (auto const& disliked : bans.dislikes_not_read())
            notes->push_back("No food is known as '" + disliked + "', so nothing was left out for it.");
        for (auto const& note : notes_of(barred))
            notes->push_back(note);
    }
    return task;
}

} // namespace

std::string why_not_this_diary(Asked const& asked, double energy) {
    auto const& diary = asked.diary;
    bool const stated = !asked.evidence.stated_per_day.empty();
    // A line may carry its own figures, whatever its food is.
    bool const recognised = std::any_of(diary.eaten.begin(), diary.eaten.end(), [](auto const& line) {
        auto const& figures = line.stated.amount;
        return line.food != diet::no_food ||
               std::any_of(figures.begin(), figures.end(), [](double figure) { return known(figure); });
    });
    if (!recognised && !stated && diary.lines > 0)
        return "The diary was opened, and not one of its lines was recognised as food. Write each food in "
               "plain "
               "words with its amount, like \"2 slices of bread\".";
    if (!recognised && !stated && !diary.notes.empty())
        return diary.notes.front();
    if (asked.energy_to_resting > menu.energy_most || energy > menu.energy_most_day)
        return "The diary holds far more food than a person eats in a day. Are several people or days in it?";
    double const read = diet::share_read(diary);
    bool const thin =
        asked.energy_plausible == false && asked.energy_to_resting < verdict::judging.diary_energy_ample;
    if (asked.energy_to_resting < 1 && asked.energy_plausible == false)
        return "The diary holds less food than a body uses at rest, so some of it must be missing. Write "
               "down "
               "whole days, with drinks, oil and snacks.";
    if (thin && asked.plan.status == "needs_data" && read >= verdict::judging.diary_share_read)
        return "The diary was read, and holds less energy than a body of this size uses in a day, so some "
               "food "
               "must be missing. Write down whole days, with drinks, oil and snacks.";
    return {};
}

Now now_of(Asked const& asked, diet::Foods const& table, std::vector<std::string>* notes) {
    auto const& products = asked.evidence.supplements;
    if (asked.span == Span::week)
        return eaten_now(asked.diary, products, asked.days, table);
    auto const day = ordinary_day(asked.diary, asked.days, table);
    if (notes && !day.name.empty() && asked.days > 1)
        notes->push_back("The plan begins from " + day.name +
                         ", of the days of the diary the nearest to their average.");
    if (notes && day.days > 1)
        notes->push_back("The diary does not tell its days apart, so the plan begins from their average.");
    return eaten_now(day.diary, products, day.days, table, Span::day);
}

Task week_task(Asked const& asked, Now const& now, diet::Foods const& table) {
    return task_with(asked, now, asked.wishes, table, nullptr);
}

Week plan_week(Asked const& asked, diet::Foods const& table) {
    Week out;
    out.now = now_of(asked, table, &out.notes);
    out.why_not = why_no_plan(asked, out.now);
    if (!out.why_not.empty())
        return out;
    out.task = task_with(asked, out.now, asked.wishes, table, &out.notes);
    out.conflict = smallest_conflict(asked.wishes, [&](Wishes const& wishes) {
        return task_with(asked, out.now, wishes, table, nullptr);
    });
    out.why_not = too_much_wished(out.conflict);
    if (!out.why_not.empty())
        return out;
    out.menu = least_change(out.task,
                            static_cast<int>(asked.search == Search::first ? menu.first_nodes : menu.nodes),
                            asked.told);
    if (!out.menu.found) {
        out.why_not = "No plan could be made of what may be eaten here.";
        return out;
    }
    out.swaps = first_swaps(out.task);
    out.changes = changes(out.task, out.menu);
    out.days = spread(out.task.items, out.menu.halves, asked.span);
    out.shopping = shopping_list(out.task.items, out.menu.halves);
    out.out_of_reach = out_of_reach(out.task);
    return out;
}

} // namespace rheobase::week
