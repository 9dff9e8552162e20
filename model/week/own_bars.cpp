#include "model/week/own_bars.hpp"

#include "model/diet/name_rules.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/hard_stops.hpp"
#include "model/week/allergens.hpp"
#include "model/week/diet_bars.rows.hpp"
#include "model/week/menu_foods.rows.hpp"

#include <algorithm>
#include <array>

namespace rheobase::week {

namespace {

using verdict::parts_of;

constexpr std::array<std::string_view, 9> made_of_many{"mixed_grain_dish",
                                                       "mixed_meat_dish",
                                                       "mixed_vegetable_dish",
                                                       "sandwich",
                                                       "soup",
                                                       "sauce",
                                                       "pastry",
                                                       "bar",
                                                       "nutrition_product"};

bool one_of(std::string_view list, std::string_view word) {
    auto const all = parts_of(list);
    return std::find(all.begin(), all.end(), word) != all.end();
}

bool menu_fits(std::string_view diet, std::string_view id) {
    return std::any_of(menu_foods_rows.begin(), menu_foods_rows.end(),
                       [&](auto const& row) { return row.id == id && one_of(row.diets, diet); });
}

bool named(diet::Foods const& table, diet::Food food, std::string_view patterns, std::string_view excludes) {
    auto const names = std::string(table.name(food)) + " " + std::string(table.synonyms(food));
    for (auto const pattern : parts_of(patterns))
        if (diet::fits(names, pattern, excludes))
            return true;
    return false;
}

/// By its own name: what else it may be called ("buttermilk bread") is too wide a net for a diet that is
/// wished for. A food that the menu marks as fitting fits.
bool outside(std::string_view diet, diet::Foods const& table, diet::Food food) {
    if (menu_fits(diet, table.id(food)))
        return false;
    auto const name = table.name(food);
    auto const called = [&](std::string_view patterns, std::string_view excludes) {
        auto const parts = parts_of(patterns);
        return std::any_of(parts.begin(), parts.end(),
                           [&](auto const pattern) { return diet::fits(name, pattern, excludes); });
    };
    for (auto const& row : diet_bars_rows) {
        if (row.diet != diet)
            continue;
        bool const instead = called(row.excludes, {}); // named as what is eaten in its place
        if ((one_of(row.families, table.family(food)) && !instead) || called(row.patterns, row.excludes))
            return true;
        for (auto const code : parts_of(row.allergens)) {
            bool const excused = instead && one_of(row.excused, code);
            if (code == "lactose" ? holds_allergen(food, code, table)
                                  : !excused && named_after(name, {}, table.family(food), code))
                return true;
        }
    }
    return false;
}

/// What is kept as it is: neither more nor less of it.
bool steady(std::string_view code) {
    return code == "vitamin_k_change" || code == "caffeine_change";
}

void bar_by_stops(Item& item, std::vector<verdict::HardStop> const& stops, diet::Foods const& table) {
    for (auto const* kind : verdict::forbidden_by(stops)) {
        bool const by_name = stop_names(*kind, item.food, {}, table);
        bool much = false;
        if (auto const n = diet::nutrient_called(kind->nutrient))
            much = 2 * item.held[*n] > kind->most_a_portion;
        if (!by_name && !much)
            continue;
        item.why_barred = kind->text;
        item.may_grow = false;
        if (steady(kind->code))
            item.may_shrink = false;
        else if (by_name || kind->code == "alcohol")
            item.must_go = true;
    }
}

} // namespace

std::vector<std::string> bar_own(std::vector<Item>& items, PlanBans const& bans,
                                 std::vector<verdict::HardStop> const& stops, Wishes const& wishes,
                                 bool allergic, diet::Foods const& table) {
    std::vector<std::string> not_judged;
    for (auto& item : items) {
        if (!item.own)
            continue;
        for (auto const& wish : wishes.keep)
            if (named(table, item.food, wish, {}))
                item.may_shrink = false;
        bar_by_stops(item, stops, table);
        Offer const offer{item.food, item.grams, {}, {}, {}};
        if (bans.avoids(offer, table)) {
            item.must_go = true;
            item.why_barred = "what you avoid";
        }
        if (outside(wishes.diet, table, item.food)) {
            item.must_go = true;
            item.why_barred = "not " + wishes.diet;
        }
        bool const many = std::find(made_of_many.begin(), made_of_many.end(), table.family(item.food)) !=
                          made_of_many.end();
        if ((allergic || bans.own_only()) && many && !item.must_go) {
            item.may_grow = false;
            item.why_barred = "no table tells what is in it";
            not_judged.push_back(item.name);
        }
    }
    return not_judged;
}

} // namespace rheobase::week
