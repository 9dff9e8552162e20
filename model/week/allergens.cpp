#include "model/week/allergens.hpp"

#include "model/diet/name_rules.hpp"
#include "model/verdict/allergens.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/week/allergen_phrases.rows.hpp"
#include "model/week/lactose.rows.hpp"
#include "model/week/lactose_facts.rows.hpp"
#include "model/week/menu_foods.rows.hpp"

#include <algorithm>
#include <map>

namespace rheobase::week {

namespace {

using verdict::parts_of;

bool listed(std::string_view list, std::string_view word) {
    auto const parts = parts_of(list);
    return std::find(parts.begin(), parts.end(), word) != parts.end();
}

MenuFoodsRow const* of_menu(std::string_view id) {
    static auto const rows = [] {
        std::map<std::string_view, MenuFoodsRow const*> out;
        for (auto const& row : menu_foods_rows)
            out.emplace(row.id, &row);
        return out;
    }();
    auto const found = rows.find(id);
    return found == rows.end() ? nullptr : found->second;
}

/// In small letters and parted at hyphens: "EGGS" are eggs, and "soy-based" speaks of soy.
std::string parted(std::string_view name) {
    std::string out(name);
    for (auto& letter : out)
        letter = letter == '-'                    ? ' '
                 : letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a')
                                                  : letter;
    return out;
}

bool excused(std::string_view word, std::string_view name, std::string_view family, std::string_view code) {
    return std::any_of(allergen_phrases_rows.begin(), allergen_phrases_rows.end(), [&](auto const& row) {
        return row.code == code && (row.words.empty() || listed(row.words, word)) &&
               (row.families.empty() || listed(row.families, family)) &&
               diet::fits(name, row.pattern, row.excludes);
    });
}

bool little_lactose(diet::Food food, diet::Foods const& table) {
    auto const name = table.name(food);
    return std::any_of(lactose_rows.begin(), lactose_rows.end(), [&](auto const& row) {
        return listed(row.families, table.family(food)) && diet::fits(name, row.pattern, row.excludes) &&
               row.grams_per_100_g <= lactose_facts.little;
    });
}

} // namespace

bool named_after(std::string_view name, std::string_view others, std::string_view family,
                 std::string_view code) {
    auto const own = parted(name);
    auto const all = own + "; " + parted(others);
    for (auto const& row : verdict::allergens_rows)
        if (row.code == code)
            for (auto const word : parts_of(row.patterns))
                if (diet::fits(all, word) && !excused(word, own, family, code))
                    return true;
    return false;
}

bool holds_allergen(diet::Food food, std::string_view code, diet::Foods const& table) {
    auto const* row = of_menu(table.id(food));
    if (code == "lactose")
        return row != nullptr ? !listed(row->diets, "lactose_free")
                              : holds_allergen(food, "milk", table) && !little_lactose(food, table);
    if (row != nullptr)
        return listed(row->contains, code);
    return named_after(table.name(food), table.synonyms(food), table.family(food), code);
}

bool stop_names(verdict::StopKindsRow const& kind, diet::Food food, std::string_view plain_name,
                diet::Foods const& table) {
    auto const* row = of_menu(table.id(food));
    if (kind.code == "lactose" || (kind.code == "gluten" && row != nullptr))
        return holds_allergen(food, kind.code, table);
    auto const names = std::string(table.name(food)) + " " + std::string(table.synonyms(food)) + " " +
                       std::string(plain_name);
    auto const patterns = parts_of(kind.patterns);
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](auto const pattern) { return diet::fits(names, pattern, kind.excludes); });
}

} // namespace rheobase::week
