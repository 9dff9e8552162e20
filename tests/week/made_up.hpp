// Foods and tasks made up for tests of the week, so that what is tested is the planning and not the food
// table.
#pragma once

#include "engine/random.hpp"
#include "model/week/menu.hpp"

namespace rheobase::week {

inline constexpr auto calcium = diet::nutrient("calcium_mg"), sodium = diet::nutrient("sodium_mg"),
                      energy = diet::nutrient("energy_kcal");

inline Item made_up(std::string name, bool own, double now, double kcal, double calcium_mg,
                    double sodium_mg) {
    Item item;
    item.name = std::move(name);
    item.own = own;
    item.now = now;
    item.most = own ? static_cast<int>(now) + 4 : 4;
    item.grams = 100;
    item.kind = own ? "" : "offered";
    for (auto* nutrients : {&item.held, &item.counted, &item.added})
        nutrients->amount.fill(0);
    item.held[energy] = item.counted[energy] = kcal;
    item.held[calcium] = item.counted[calcium] = calcium_mg;
    item.held[sodium] = item.counted[sodium] = sodium_mg;
    return item;
}

inline Task made_up_task(std::uint32_t seed, int own, int offered, Span span = Span::week) {
    Task task;
    task.span = span;
    task.fixed.amount.fill(0);
    auto const any = [&](std::uint32_t which, double low, double high) {
        return low + (high - low) * engine::uniform(seed, which, 7);
    };
    std::uint32_t which = 0;
    double kcal = 0;
    for (int i = 0; i < own + offered; ++i) {
        bool const mine = i < own;
        double const now = mine ? static_cast<double>(static_cast<int>(any(which + 3, 1, 6))) : 0;
        task.items.push_back(made_up("food " + std::to_string(i), mine, now, any(which, 50, 200),
                                     any(which + 1, 0, mine ? 60 : 200), any(which + 2, 0, 300)));
        kcal += task.items.back().held[energy] * now / days_in(span);
        which += 4;
    }
    task.energy = kcal;
    Bound bound;
    bound.nutrient = calcium;
    bound.floor = any(which, 50, 150);
    bound.aim = bound.floor * 1.3;
    Bound salt;
    salt.nutrient = sodium;
    salt.ceiling = any(which + 1, 100, 400);
    salt.ceiling_kind = "ul";
    task.bounds = {bound, salt};
    return task;
}

} // namespace rheobase::week
