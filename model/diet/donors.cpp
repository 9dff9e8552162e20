// A food nobody analysed for a nutrient is bounded by its relatives: the same family's measured foods.

#include "model/diet/intake.hpp"
#include "model/diet/intake_facts.rows.hpp"

#include <algorithm>
#include <map>

namespace rheobase::diet {

namespace {

Donors measured(Foods const& table, std::string_view family, Nutrient nutrient) {
    std::vector<double> values;
    for (Food other = 0; other < table.size(); ++other) {
        double const value = table.per_100_g(other, nutrient);
        if (known(value) && table.family(other) == family)
            values.push_back(value);
    }
    if (values.empty())
        return {};
    auto const at_share = [&](double share) {
        auto const place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + place, values.end());
        return values[static_cast<std::size_t>(place)];
    };
    return {static_cast<int>(values.size()), at_share(intake_facts.donor_middle),
            at_share(intake_facts.donor_high)};
}

} // namespace

Donors donors(Foods const& table, Food food, Nutrient nutrient) {
    auto const family = table.family(food);
    if (family.empty())
        return {};
    if (&table != &foods())
        return measured(table, family, nutrient);
    // The table of the program never changes, and whoever types a meal asks for the same families at every
    // key.
    thread_local std::map<std::pair<std::string_view, Nutrient>, Donors> met;
    auto const key = std::pair(family, nutrient);
    auto const place = met.find(key);
    return place != met.end() ? place->second
                              : met.emplace(key, measured(table, family, nutrient)).first->second;
}

} // namespace rheobase::diet
