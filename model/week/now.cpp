#include "model/week/now.hpp"

#include "model/diet/intake.hpp"
#include "model/diet/plain_name.hpp"
#include "model/week/measure.hpp"
#include "model/week/menu.rows.hpp"
#include "model/week/no_more.rows.hpp"
#include "model/week/worth.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rheobase::week {

namespace {

struct Lines {
    std::vector<diet::Eaten const*> all;
    double grams = 0;
    std::map<std::string, int> meals;
};

/// Per gram of what was eaten of one food; where nobody measured a nutrient, similar foods stand in if asked.
diet::Nutrients per_gram(Lines const& lines, diet::Foods const& table, bool similar_foods) {
    diet::Nutrients out;
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        double sum = 0;
        for (auto const* line : lines.all) {
            double amount = diet::amounts_in(*line, table)[n];
            if (!known(amount) && similar_foods)
                amount = diet::donors(table, line->food, n).median * line->grams.mid / 100;
            sum += known(amount) ? amount : similar_foods ? 0 : unknown;
        }
        out[n] = sum / lines.grams;
    }
    return out;
}

double middle(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Item item_of(diet::Food food, Lines const& lines, std::vector<std::string> const& day_names, double days,
             Span span, diet::Foods const& table) {
    Item item;
    item.food = food;
    item.own = true;
    item.id = table.id(food);
    item.name = diet::plain_name(table.name(food));
    std::vector<double> amounts;
    for (auto const* line : lines.all) {
        amounts.push_back(line->grams.mid);
        if (!line->text.empty() &&
            std::find(item.said.begin(), item.said.end(), line->text) == item.said.end())
            item.said.push_back(line->text);
    }
    auto const measure = nearest_measure(table, food, middle(amounts));
    item.measure = measure.words;
    item.grams = measure.grams;
    item.now = lines.grams / days * days_in(span) / (item.grams / 2);
    item.most = static_cast<int>(std::ceil(item.now + std::max(limits_of(span).own_growth, item.now / 2)));
    for (auto const& [meal, times] : lines.meals)
        item.meals.push_back(meal);
    std::stable_sort(item.meals.begin(), item.meals.end(),
                     [&](auto const& a, auto const& b) { return lines.meals.at(a) > lines.meals.at(b); });
    for (auto const* line : lines.all) {
        auto const day = std::find(day_names.begin(), day_names.end(), line->day);
        if (day != day_names.end())
            item.eaten.push_back({static_cast<std::size_t>(day - day_names.begin()), line->meal,
                                  line->grams.mid / (item.grams / 2)});
    }
    item.kind = table.family(food);
    item.may_grow = std::none_of(no_more_rows.begin(), no_more_rows.end(),
                                 [&](auto const& row) { return row.family == item.kind; });
    item.processing = table.processing(food);
    auto const held = per_gram(lines, table, true), measured = per_gram(lines, table, false);
    diet::Nutrients portion;
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        item.held[n] = held[n] * item.grams / 2;
        item.added[n] = diet::part_of(table, food, n) == diet::Part::fortified ? item.held[n] : 0;
        portion[n] = measured[n] * item.grams;
    }
    item.counted = counted(table, food, portion);
    for (auto& amount : item.counted.amount)
        amount /= 2;
    return item;
}

} // namespace

Now eaten_now(diet::Diary const& diary, std::vector<diet::Supplement> const& supplements, double days,
              diet::Foods const& table, Span span) {
    Now now;
    now.span = span;
    now.days = days;
    std::vector<diet::Food> order;
    std::map<diet::Food, Lines> foods;
    diet::Diary rest;
    for (auto const& line : diary.eaten) {
        if (line.food == diet::no_food || !(line.grams.mid > 0) || line.part != diet::Part::food) {
            rest.eaten.push_back(line);
            continue;
        }
        auto& lines = foods[line.food];
        if (lines.all.empty())
            order.push_back(line.food);
        lines.all.push_back(&line);
        lines.grams += line.grams.mid;
        if (!line.meal.empty())
            ++lines.meals[line.meal];
    }
    if (!(days > 0))
        return now;
    auto day_names = diet::days_of(diary);
    if (static_cast<double>(day_names.size()) != days)
        day_names.clear();
    for (auto const food : order)
        now.items.push_back(item_of(food, foods.at(food), day_names, days, span, table));
    auto const fixed = diet::eaten_per_day(rest, supplements, table, days);
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        now.fixed[n] = known(fixed[n].per_day.low) ? fixed[n].per_day.low : 0;
        auto const& products = fixed[n].from_supplements.low;
        now.fixed_added[n] = fixed[n].from_fortified + (known(products) ? products : 0);
    }
    now.energy = held_now(now)[diet::nutrient("energy_kcal")];
    return now;
}

diet::Nutrients held_now(Now const& now) {
    auto out = now.fixed;
    for (auto const& item : now.items)
        for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
            out[n] += item.held[n] * item.now / days_in(now.span);
    return out;
}

} // namespace rheobase::week
