// A food nobody analysed for a nutrient is bounded by its relatives: the same family's measured foods.

#include "model/diet/intake.hpp"
#include "model/diet/intake_facts.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

Donors donors(Foods const& table, Food food, Nutrient nutrient) {
    auto const family = table.family(food);
    if (family.empty())
        return {};
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

} // namespace rheobase::diet
