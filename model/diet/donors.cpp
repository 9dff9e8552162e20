// A food nobody analysed for a nutrient is bounded by its relatives: the same family's measured foods.

#include "model/diet/food_families.rows.hpp"
#include "model/diet/intake.hpp"

#include <algorithm>
#include <unordered_map>

namespace rheobase::diet {

namespace {

std::unordered_map<std::string_view, std::string_view> const& family_of_group() {
    static auto const families = [] {
        std::unordered_map<std::string_view, std::string_view> map;
        for (auto const& row : food_families_rows)
            map.emplace(row.group, row.family);
        return map;
    }();
    return families;
}

} // namespace

std::string_view family_of(Foods const& table, Food food) {
    auto const found = family_of_group().find(table.group(food));
    return found == family_of_group().end() ? std::string_view{} : found->second;
}

Donors donors(Foods const& table, Food food, Nutrient nutrient) {
    auto const family = family_of(table, food);
    if (family.empty())
        return {};
    std::vector<double> values;
    for (Food other = 0; other < table.size(); ++other) {
        double const value = table.per_100_g(other, nutrient);
        if (known(value) && family_of(table, other) == family)
            values.push_back(value);
    }
    if (values.empty())
        return {};
    auto const at_share = [&](double share) {
        auto const place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + place, values.end());
        return values[static_cast<std::size_t>(place)];
    };
    double const half = 0.5, nearly_all = 0.95;
    return {static_cast<int>(values.size()), at_share(half), at_share(nearly_all)};
}

} // namespace rheobase::diet
