#include "model/week/kinds.hpp"

#include "model/verdict/avoided_kinds.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/week/allergens.hpp"

#include <algorithm>

namespace rheobase::week {

namespace {

using verdict::parts_of;

constexpr double grams_of_table = 100;

bool holds_too_much(verdict::AvoidedKindsRow const& row, diet::Food food, double grams,
                    diet::Foods const& table) {
    auto const nutrient = diet::nutrient_called(row.nutrient);
    return nutrient && table.per_100_g(food, *nutrient) * grams / grams_of_table > row.most_a_portion;
}

} // namespace

bool is_of_kind(std::string_view kind, diet::Food food, double grams, std::string_view plain_name,
                diet::Foods const& table, std::span<std::string const> said) {
    return std::any_of(
        verdict::avoided_kinds_rows.begin(), verdict::avoided_kinds_rows.end(), [&](auto const& row) {
            if (row.code != kind)
                return false;
            auto const any_said = [&](std::string_view patterns, std::string_view excludes) {
                return std::any_of(said.begin(), said.end(),
                                   [&](auto const& words) { return called(words, patterns, excludes); });
            };
            if (any_said(row.patterns, row.excludes))
                return true;
            if (!said.empty() && std::all_of(said.begin(), said.end(), [&](auto const& words) {
                    return called(words, row.excludes, {});
                }))
                return false;
            auto const name = table.name(food);
            auto const families = parts_of(row.families);
            bool const of_family =
                std::find(families.begin(), families.end(), table.family(food)) != families.end();
            auto const codes = parts_of(row.leaves_out);
            return (of_family && !called(name, row.excludes, {})) ||
                   called(name, row.patterns, row.excludes) ||
                   called(plain_name, row.patterns, row.excludes) ||
                   holds_too_much(row, food, grams, table) ||
                   (!called(name, row.excludes, {}) &&
                    std::any_of(codes.begin(), codes.end(), [&](auto const code) {
                        return holds_allergen(food, code, table, said, Held::mostly);
                    }));
        });
}

} // namespace rheobase::week
