#include "model/week/allergens.hpp"

#include "model/diet/name_rules.hpp"
#include "model/verdict/allergens.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/week/allergen_dishes.rows.hpp"
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

/// The row of the menu for this food. Bread that was toasted is still that bread.
MenuFoodsRow const* of_menu(diet::Food food, diet::Foods const& table) {
    static auto const by_id = [] {
        std::map<std::string_view, MenuFoodsRow const*> out;
        for (auto const& row : menu_foods_rows)
            out.emplace(row.id, &row);
        return out;
    }();
    static auto const by_name = [](diet::Foods const& foods) {
        std::map<std::string_view, MenuFoodsRow const*> out;
        for (auto const& row : menu_foods_rows)
            if (auto const of_row = foods.find(row.id))
                out.emplace(foods.name(*of_row), &row);
        return out;
    }(table);
    if (auto const found = by_id.find(table.id(food)); found != by_id.end())
        return found->second;
    constexpr std::string_view toasted = ", toasted";
    auto name = table.name(food);
    if (!name.ends_with(toasted))
        return nullptr;
    name.remove_suffix(toasted.size());
    auto const found = by_name.find(name);
    return found == by_name.end() ? nullptr : found->second;
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
        return row.code == code && listed(row.words, word) &&
               (row.families.empty() || listed(row.families, family)) &&
               diet::fits(name, row.pattern, row.excludes);
    });
}

/// Whether the name says that the food is made without it ("dairy free"): a row without words. The words
/// stand side by side, because milk that is fat free is not milk free.
bool free_by_name(std::string_view name, std::string_view code) {
    return std::any_of(allergen_phrases_rows.begin(), allergen_phrases_rows.end(), [&](auto const& row) {
        if (row.code != code || !row.words.empty())
            return false;
        auto const at = name.find(row.pattern);
        auto const before = std::string_view(name).substr(0, std::min(at, name.size()));
        // "Not gluten free" says the contrary.
        if (before.ends_with("not ") || before.ends_with("n't ") || before.ends_with("never "))
            return false;
        return at != name.npos && diet::fits(name.substr(at, row.pattern.size()), row.pattern) &&
               (at == 0 || name[at - 1] == ' ' || name[at - 1] == ',' || name[at - 1] == '(');
    });
}

/// Whether what usually is in a dish of this name speaks of it, or, where asked, what is in the whole family.
bool usual_in(std::string_view name, std::string_view family, std::string_view code, Held held,
              bool whole_families) {
    return std::any_of(allergen_dishes_rows.begin(), allergen_dishes_rows.end(), [&](auto const& row) {
        if (!listed(row.contains, code) && !(held == Held::often && listed(row.may_contain, code)))
            return false;
        if (!row.families.empty() && !(whole_families && listed(row.families, family)))
            return false;
        // A family without patterns is meant whole, less what is excepted.
        return row.patterns.empty() ? !called(name, row.excludes, {})
                                    : called(name, row.patterns, row.excludes);
    });
}

bool little_lactose(diet::Food food, diet::Foods const& table) {
    auto const name = table.name(food);
    return std::any_of(lactose_rows.begin(), lactose_rows.end(), [&](auto const& row) {
        return listed(row.families, table.family(food)) && diet::fits(name, row.pattern, row.excludes) &&
               row.grams_per_100_g <= lactose_facts.little;
    });
}

bool speaks_of(std::string_view name, std::string_view others, std::string_view family, std::string_view code,
               Held held, bool whole_families) {
    auto const own = parted(name);
    if (free_by_name(own, code))
        return false;
    auto const all = own + "; " + parted(others);
    for (auto const& row : verdict::allergens_rows)
        if (row.code == code)
            for (auto const word : parts_of(row.patterns))
                if (diet::fits(all, word) && !excused(word, own, family, code))
                    return true;
    return held != Held::by_name && usual_in(own, family, code, held, whole_families);
}

} // namespace

bool called(std::string_view name, std::string_view patterns, std::string_view excludes) {
    auto const any = [&](std::string_view list) {
        auto const parts = parts_of(list);
        return std::any_of(parts.begin(), parts.end(),
                           [&](auto const part) { return !part.empty() && diet::fits(name, part); });
    };
    return any(patterns) && !any(excludes);
}

bool named_after(std::string_view name, std::string_view others, std::string_view family,
                 std::string_view code, Held held) {
    return speaks_of(name, others, family, code, held, true);
}

bool said_free_of(diet::Food food, std::string_view code, diet::Foods const& table,
                  std::span<std::string const> said) {
    if (said.empty())
        return free_by_name(parted(table.name(food)), code);
    return std::all_of(said.begin(), said.end(),
                       [&](auto const& words) { return free_by_name(parted(words), code); });
}

bool holds_allergen(diet::Food food, std::string_view code, diet::Foods const& table,
                    std::span<std::string const> said, Held held) {
    auto const* row = of_menu(food, table);
    auto const family = table.family(food);
    // Of a food of the menu its row speaks for the family: "bread" in a diary adds nothing to white bread.
    auto const said_so = [&](std::string_view of) {
        return std::any_of(said.begin(), said.end(), [&](auto const& words) {
            return speaks_of(words, {}, family, of, held, row == nullptr);
        });
    };
    if (!said.empty() && said_free_of(food, code, table, said))
        return false;
    if (code == "lactose") {
        if (row != nullptr)
            return !listed(row->diets, "lactose_free");
        return holds_allergen(food, "milk", table, said, Held::by_name) && !little_lactose(food, table);
    }
    if (row != nullptr)
        return listed(row->contains, code) || said_so(code);
    return said_so(code) || named_after(table.name(food), table.synonyms(food), family, code, held);
}

bool judged_by_menu(diet::Food food, diet::Foods const& table) {
    return of_menu(food, table) != nullptr;
}

bool stop_names(verdict::StopKindsRow const& kind, diet::Food food, std::string_view plain_name,
                diet::Foods const& table, std::span<std::string const> said) {
    if (kind.code == "lactose" || kind.code == "gluten")
        return holds_allergen(food, kind.code, table, said);
    auto names = std::vector<std::string>{std::string(table.name(food)) + " " +
                                          std::string(table.synonyms(food)) + " " + std::string(plain_name)};
    names.insert(names.end(), said.begin(), said.end());
    auto const patterns = parts_of(kind.patterns);
    return std::any_of(patterns.begin(), patterns.end(), [&](auto const pattern) {
        return std::any_of(names.begin(), names.end(),
                           [&](auto const& name) { return diet::fits(name, pattern, kind.excludes); });
    });
}

} // namespace rheobase::week
