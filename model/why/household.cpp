// Which foods of an ordinary kitchen hold most of a nutrient. The list of foods is ours; every figure is the
// food table's. The whole table ranked would name powders and eels that few people have at home.

#include "model/diet/foods.hpp"
#include "model/why/build.hpp"
#include "model/why/household_foods.rows.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::why {

namespace {

/// What the table calls an ordinary amount of it; unknown where it names none.
double helping_grams(diet::Foods const& table, diet::Food food) {
    for (int i = 0; i < table.portion_count(food); ++i)
        if (auto const portion = table.portion(food, i); portion.measure == "Quantity not specified")
            return portion.grams;
    return unknown;
}

std::string rounded(double value, int decimals) {
    double const scale = std::pow(10.0, decimals);
    return plain_number(std::floor(value * scale + 0.5) / scale);
}

} // namespace

std::vector<Statement> foods_in_words(std::string_view nutrient_key, std::size_t most) {
    auto const nutrient = diet::nutrient_called(nutrient_key);
    if (!nutrient)
        return {};
    auto const& table = diet::foods();
    struct Helping {
        HouseholdFoodsRow const* row;
        diet::Food food;
        double grams, amount;
    };
    std::vector<Helping> helpings;
    for (auto const& row : household_foods_rows)
        if (auto const food = table.find(row.id)) {
            double const grams = helping_grams(table, *food);
            double const amount = table.per_100_g(*food, *nutrient) * grams / 100;
            if (known(amount) && amount > 0)
                helpings.push_back({&row, *food, grams, amount});
        }
    std::stable_sort(helpings.begin(), helpings.end(),
                     [](auto const& a, auto const& b) { return a.amount > b.amount; });
    helpings.resize(std::min(helpings.size(), most));
    auto const& about = diet::about(*nutrient);
    std::vector<Statement> out;
    for (auto const& helping : helpings)
        out.push_back({std::string(helping.row->name) + ": " +
                           rounded(helping.amount, static_cast<int>(about.decimals)) + " " +
                           std::string(about.unit) + " in " + rounded(helping.grams, 0) +
                           " g, an ordinary helping.",
                       keys_of(table.source(helping.food))});
    return out;
}

} // namespace rheobase::why
