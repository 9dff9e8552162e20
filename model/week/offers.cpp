#include "model/week/offers.hpp"

#include "model/diet/intake.hpp"
#include "model/verdict/codes.hpp"
#include "model/week/menu_foods.rows.hpp"
#include "model/week/shopping.hpp"
#include "model/week/worth.hpp"

#include <algorithm>

namespace rheobase::week {

namespace {

/// "a small handful", of "a small handful (28 g)": the grams are said beside it.
std::string_view without_grams(std::string_view measure) {
    auto const bracket = measure.rfind(" (");
    return bracket == measure.npos ? measure : measure.substr(0, bracket);
}

Item item_of(MenuFoodsRow const& row, diet::Food food, diet::Foods const& table) {
    Item item;
    item.food = food;
    item.id = row.id;
    item.name = row.name;
    item.measure = without_grams(row.measure);
    item.grams = row.grams;
    item.step = row.half > 0 ? 1 : 2;
    item.most = static_cast<int>(2 * row.most_a_week);
    item.aisle = row.aisle;
    item.kind = row.kind;
    item.prepare = row.prepare;
    item.group = row.group;
    item.price = row.price;
    item.processing = table.processing(food);
    for (auto const meal : verdict::parts_of(row.meals))
        item.meals.emplace_back(meal);
    diet::Nutrients portion;
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        portion[n] = table.per_100_g(food, n) * row.grams / 100;
        double const held =
            known(portion[n]) ? portion[n] : diet::donors(table, food, n).median * row.grams / 100;
        item.held[n] = known(held) ? held / 2 : 0;
        item.added[n] = diet::part_of(table, food, n) == diet::Part::fortified ? item.held[n] : 0;
    }
    item.counted = counted(table, food, portion);
    for (auto& amount : item.counted.amount)
        amount /= 2;
    return item;
}

} // namespace

std::vector<Item> offers(std::vector<Item> const& own, PlanBans const& bans, Wishes const& wishes,
                         diet::Foods const& table) {
    std::vector<Item> out;
    for (auto const& row : menu_foods_rows) {
        auto const food = table.find(row.id);
        bool const eaten =
            std::any_of(own.begin(), own.end(), [&](auto const& item) { return item.id == row.id; });
        if (!food || eaten || row.kind == "water" || (wishes.cooking == "none" && row.prepare == "cook") ||
            (wishes.cheap && row.price > 2))
            continue;
        if (bans.ban({*food, row.grams, row.name, row.contains, row.diets}, table))
            continue;
        out.push_back(item_of(row, *food, table));
    }
    return out;
}

void describe(std::vector<Item>& own, diet::Foods const& table) {
    for (auto& item : own) {
        item.aisle = aisle_of(table.family(item.food));
        for (auto const& row : menu_foods_rows)
            if (row.id == item.id) {
                item.aisle = row.aisle;
                item.price = row.price;
                item.prepare = row.prepare;
                item.group = row.group;
                item.kind = row.kind;
            }
    }
}

} // namespace rheobase::week
