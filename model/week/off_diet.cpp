#include "model/week/off_diet.hpp"

#include "model/verdict/avoided_kinds.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/week/allergens.hpp"
#include "model/week/diet_bars.rows.hpp"
#include "model/week/kinds.hpp"
#include "model/week/menu_foods.rows.hpp"

#include <algorithm>
#include <string>

namespace rheobase::week {

namespace {

using verdict::parts_of;

constexpr double grams_of_table = 100;

bool one_of(std::string_view list, std::string_view word) {
    auto const all = parts_of(list);
    return std::find(all.begin(), all.end(), word) != all.end();
}

bool menu_fits(std::string_view diet, std::string_view id) {
    return std::any_of(menu_foods_rows.begin(), menu_foods_rows.end(),
                       [&](auto const& row) { return row.id == id && one_of(row.diets, diet); });
}

/// Whether the words call a food by this diet, or by a stricter one.
bool called_by(std::string_view diet, std::string_view words) {
    std::string name(diet);
    std::replace(name.begin(), name.end(), '_', ' ');
    if (called(words, name, {}))
        return true;
    if (diet == "vegetarian" || diet == "pescatarian")
        return called(words, "vegan;vegetarian;veggie;plant based", {});
    return diet == "lactose_free" && called(words, "dairy free;vegan", {});
}

bool is_kind(std::string_view code) {
    return std::any_of(verdict::avoided_kinds_rows.begin(), verdict::avoided_kinds_rows.end(),
                       [&](auto const& row) { return row.code == code; });
}

bool named_off(DietBarsRow const& row, std::string_view name, std::string_view family, bool by_family) {
    bool const instead = called(name, row.excludes, {}); // named as what is eaten in its place
    if ((by_family && one_of(row.families, family) && !instead) || called(name, row.patterns, row.excludes))
        return true;
    auto const codes = parts_of(row.allergens);
    return std::any_of(codes.begin(), codes.end(), [&](auto const code) {
        return code != "lactose" && !is_kind(code) && !(instead && one_of(row.excused, code)) &&
               named_after(name, {}, family, code, Held::mostly);
    });
}

} // namespace

bool off_diet(std::string_view diet, diet::Food food, double grams, diet::Foods const& table,
              std::span<std::string const> said) {
    auto const family = table.family(food);
    if (!said.empty() &&
        std::all_of(said.begin(), said.end(), [&](auto const& words) { return called_by(diet, words); }))
        return false;
    bool const marked = menu_fits(diet, table.id(food));
    return std::any_of(diet_bars_rows.begin(), diet_bars_rows.end(), [&](auto const& row) {
        if (row.diet != diet)
            return false;
        if (std::any_of(said.begin(), said.end(),
                        [&](auto const& words) { return named_off(row, words, family, false); }))
            return true;
        auto const codes = parts_of(row.allergens);
        if (std::any_of(codes.begin(), codes.end(), [&](auto const code) {
                return is_kind(code) && is_of_kind(code, food, grams, {}, table, said);
            }))
            return true;
        if (marked)
            return false;
        // A family of meat dishes says nothing of the one that is made without.
        bool const told_otherwise =
            row.families.empty() && row.allergens.empty() && !said.empty() &&
            std::all_of(said.begin(), said.end(),
                        [&](auto const& words) { return called(words, row.excludes, {}); });
        if (!told_otherwise &&
            named_off(row, table.name(food), family, !said_free_of(food, "meat", table, {})))
            return true;
        if (one_of(row.allergens, "lactose") && holds_allergen(food, "lactose", table, said))
            return true;
        auto const nutrient = diet::nutrient_called(row.nutrient);
        return nutrient && table.per_100_g(food, *nutrient) * grams / grams_of_table > row.most_a_portion;
    });
}

} // namespace rheobase::week
