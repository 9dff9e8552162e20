#include "model/plan_foods.hpp"

#include "model/diet/absorption.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/diet/plain_name.hpp"
#include "model/week/bans.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/hard_stops.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/plan_status.hpp"
#include "model/verdict/shortfall.hpp"
#include "model/week/menu_foods.rows.hpp"
#include "model/week/off_diet.hpp"

#include <algorithm>
#include <map>

namespace rheobase {

namespace {

using verdict::judging, verdict::PlanFood, verdict::Shortfall;

constexpr double grams_of_table = 100;

struct Ranked {
    PlanFood food;
    double score = 0;
};

/// What a portion adds, in the nutrient's unit; unknown where the food holds its calcium fast.
double adds(week::Offer const& offer, diet::Nutrient nutrient, diet::Foods const& table) {
    if (nutrient == diet::nutrient("calcium_mg") &&
        diet::absorption_of(table, offer.food).calcium_fraction < diet::intake_facts.poor_calcium_absorption)
        return unknown;
    return table.per_100_g(offer.food, nutrient) * offer.grams / grams_of_table;
}

/// The food with what it is offered for: the nutrient of which it fills most. Score 0 = not worth offering.
Ranked rank(week::Offer const& offer, std::vector<Shortfall> const& short_of, diet::Foods const& table) {
    Ranked out;
    double best = 0;
    for (auto const& one : short_of) {
        double const amount = adds(offer, one.nutrient, table);
        if (!(amount / one.target >= judging.plan_worth))
            continue;
        double const fills = std::min(amount, one.gap()) / one.target;
        out.score += fills;
        if (fills > best) {
            best = fills;
            out.food.nutrient = diet::about(one.nutrient).key;
            out.food.adds = amount;
        }
    }
    out.food.id = table.id(offer.food);
    out.food.grams = offer.grams;
    return out;
}

std::string in_grams(double grams) {
    return " (" + std::to_string(static_cast<int>(grams + 1.0 / 2)) + " g)";
}

/// "half a ", "1 ": the Standard Reference keeps the number apart from the measure.
std::string in_amount(double amount) {
    constexpr double half = 0.5, quarter = 0.25;
    if (amount == half)
        return "half a ";
    if (amount == quarter)
        return "a quarter of a ";
    return std::to_string(static_cast<int>(amount + half)) + " ";
}

bool is_household(std::string_view measure) {
    return !measure.empty() && measure.find("specified") == measure.npos &&
           measure.find("Guideline") == measure.npos && measure.find("yields") == measure.npos &&
           measure.find(" inch") == measure.npos;
}

/// The household measure nearest to what this person usually has of it.
void measure_own(Ranked& own, diet::Food food, double usual_grams, diet::Foods const& table) {
    own.food.grams = usual_grams;
    own.food.measure = "as much as you had" + in_grams(usual_grams);
    double nearest = 2;
    for (int i = 0; i < table.portion_count(food); ++i) {
        auto const portion = table.portion(food, i);
        double const ratio = std::max(portion.grams, usual_grams) / std::min(portion.grams, usual_grams);
        if (!is_household(portion.measure) || !(ratio < nearest))
            continue;
        nearest = ratio;
        own.food.grams = portion.grams;
        bool const counted = portion.measure.front() >= '0' && portion.measure.front() <= '9';
        own.food.measure = (counted ? "" : in_amount(portion.amount)) + std::string(portion.measure) +
                           in_grams(portion.grams);
    }
}

std::vector<Ranked> own_foods(diet::Diary const& diary, std::vector<Shortfall> const& short_of,
                              week::PlanBans const& bans, diet::Foods const& table) {
    std::map<diet::Food, std::vector<double>> eaten;
    for (auto const& one : diary.eaten)
        if (one.food != diet::no_food && one.part == diet::Part::food &&
            one.grams.mid >= judging.plan_own_grams_least)
            eaten[one.food].push_back(one.grams.mid);
    std::vector<Ranked> found;
    for (auto& [food, amounts] : eaten) {
        std::sort(amounts.begin(), amounts.end());
        Ranked measured;
        measure_own(measured, food, amounts[amounts.size() / 2], table);
        week::Offer const offer{food, measured.food.grams, {}, {}, {}};
        if (table.processing(food) > judging.plan_processing_most || bans.ban(offer, table) ||
            std::any_of(bans.diets().begin(), bans.diets().end(), [&](auto const& kept) {
                return week::off_diet(kept.code, food, measured.food.grams, table, {});
            }))
            continue;
        auto ranked = rank(offer, short_of, table);
        ranked.food.measure = measured.food.measure;
        ranked.food.name = diet::plain_name(table.name(food));
        ranked.food.own = true;
        found.push_back(std::move(ranked));
    }
    return found;
}

std::vector<Ranked> common_foods(std::vector<Shortfall> const& short_of, week::PlanBans const& bans,
                                 diet::Foods const& table) {
    std::vector<Ranked> found;
    for (auto const& row : week::menu_foods_rows) {
        auto const food = table.find(row.id);
        if (!(row.first_list > 0) || !food)
            continue;
        week::Offer const offer{*food, row.grams, row.name, row.contains, row.diets};
        if (bans.ban(offer, table))
            continue;
        auto ranked = rank(offer, short_of, table);
        ranked.food.name = row.name;
        ranked.food.measure = row.measure;
        found.push_back(std::move(ranked));
    }
    return found;
}

/// Adds the best until `most` stand in the list, at most `each` of them for one nutrient and few of a kind.
void add_best(std::vector<PlanFood>& foods, std::vector<Ranked> ranked, double most, double each,
              diet::Foods const& table) {
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](Ranked const& a, Ranked const& b) { return a.score > b.score; });
    auto const family = [&](PlanFood const& food) { return table.family(table.find(food.id).value()); };
    auto const count = [&](auto const& like) {
        return static_cast<double>(std::count_if(foods.begin(), foods.end(), like));
    };
    for (auto& one : ranked) {
        auto const& next = one.food;
        if (!(one.score > 0) || !(static_cast<double>(foods.size()) < most))
            continue;
        bool const there = count([&](PlanFood const& food) { return food.id == next.id; }) > 0;
        double const for_it = count([&](PlanFood const& food) { return food.nutrient == next.nutrient; });
        double const of_a_kind = count([&](PlanFood const& food) { return family(food) == family(next); });
        if (!there && for_it < each && of_a_kind < judging.plan_each_family)
            foods.push_back(std::move(one.food));
    }
}

} // namespace

void choose_foods(verdict::Plan& plan, verdict::Evidence const& evidence, verdict::Findings const& findings,
                  diet::Diary const& diary, diet::Foods const& table) {
    if (plan.row == "allergy_not_read")
        plan.notes = week::PlanBans(evidence, plan.stops).notes();
    if (!verdict::foods_allowed(plan))
        return;
    auto short_of = verdict::shortfalls(findings);
    std::erase_if(short_of, [&](Shortfall const& one) {
        return verdict::forbids_more_of(plan.stops, diet::about(one.nutrient).key);
    });
    week::PlanBans const bans(evidence, plan.stops);
    double const each =
        std::max(judging.plan_each_nutrient,
                 judging.plan_foods_shown / static_cast<double>(std::max(short_of.size(), 1UL)));
    add_best(plan.foods, own_foods(diary, short_of, bans, table), judging.plan_own_most, each, table);
    add_best(plan.foods, common_foods(short_of, bans, table), judging.plan_foods_shown, each, table);
    if (!plan.short_of.empty() && !bans.none_safe())
        plan.notes.emplace_back(plan.foods.empty() ? "No food fits what is short and what must be left out."
                                                   : "This is a first list, not a menu.");
    if (findings.days < judging.plan_days_for_trust)
        plan.notes.emplace_back("It rests on very few days. A week of food would say more.");
    if (!plan.foods.empty())
        plan.notes.emplace_back("Food that is little processed keeps most of its minerals.");
    for (auto& note : bans.notes())
        plan.notes.push_back(std::move(note));
}

} // namespace rheobase
