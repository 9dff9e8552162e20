// What a plan holds, summed again from the food table by the test's own formulas.
#pragma once

#include "model/diet/absorption.hpp"
#include "model/diet/intake.hpp"
#include "model/week/week.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::week {

/// Amounts a day of one nutrient.
struct Resummed {
    double counted = 0; ///< toward the need
    double held = 0;    ///< toward a limit, what nobody measured as in similar foods
    double added = 0;   ///< of that, in fortified food and products
};

/// A whole portion of a food of the table: what of it counts toward the need. Heaney's slope for calcium,
/// Bohn's shares for phytate, one meal's saturation for vitamin B12, and niacin from protein.
inline double counts_of_portion(diet::Food food, diet::Nutrient n, double grams) {
    auto const& table = diet::foods();
    auto const of = [&](std::string_view key) {
        double const all = table.per_100_g(food, diet::nutrient_called(key).value()) * grams / 100;
        return std::isnan(all) ? 0.0 : all;
    };
    auto const key = diet::about(n).key;
    auto const absorbed = diet::absorption_of(table, food);
    if (key == "calcium_mg") {
        double const fraction = std::isnan(absorbed.calcium_fraction) ? 1 : absorbed.calcium_fraction / 0.321;
        double const load = of(key) * std::min(1.0, fraction);
        if (load <= 300)
            return load;
        return std::max(300.0, load * std::max(0.0, 0.321 - 0.0964 * std::log(load / 300)) / 0.321);
    }
    if (key == "magnesium_mg")
        return of(key) * (absorbed.phytate == "high" ? 0.88 : absorbed.phytate == "medium" ? 0.95 : 1);
    if (key == "b12_ug") {
        double const all = of(key);
        return all <= 1 ? all : (all / (4.2 + all)) / (1 / 5.2);
    }
    if (key == "niacin_mg")
        return of(key) + 0.183 * of("protein_g");
    return of(key);
}

/// `halves_of(i)`: half portions of item i in so many days. Products of the person are `products`, each as
/// told.
template <class Halves>
Resummed resummed(std::vector<Item> const& items, std::vector<diet::Supplement> const& products,
                  diet::Nutrient n, Halves halves_of, double days = 7) {
    auto const& table = diet::foods();
    Resummed out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        double const halves = halves_of(i), grams = items[i].grams;
        if (halves == 0)
            continue;
        double per_100_g = table.per_100_g(items[i].food, n);
        if (std::isnan(per_100_g))
            per_100_g = diet::donors(table, items[i].food, n).median;
        double const held = std::isnan(per_100_g) ? 0 : per_100_g * grams / 100 * halves / 2 / days;
        out.held += held;
        if (diet::part_of(table, items[i].food, n) == diet::Part::fortified)
            out.added += held;
        out.counted += counts_of_portion(items[i].food, n, grams) * halves / 2 / days;
    }
    for (auto const& product : products) {
        double const each = product.each[static_cast<std::size_t>(n)].low * product.per_day;
        double const amount = std::isnan(each) ? 0 : each;
        out.counted += amount;
        out.held += amount;
        out.added += amount;
    }
    return out;
}

} // namespace rheobase::week
