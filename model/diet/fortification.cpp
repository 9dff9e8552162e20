// Some limits count only what was added to a food. Tables do not say what was added, so rules over groups and
// names do.

#include "model/diet/fortification.rows.hpp"
#include "model/diet/intake.hpp"
#include "model/diet/name_rules.hpp"

namespace rheobase::diet {

namespace {

bool lists(std::string_view keys, std::string_view wanted) {
    auto const at = keys.find(wanted);
    return at != keys.npos && (at == 0 || keys[at - 1] == ' ') &&
           (at + wanted.size() == keys.size() || keys[at + wanted.size()] == ' ');
}

} // namespace

Part part_of(Foods const& table, Food food, Nutrient nutrient) {
    for (auto const& row : fortification_rows)
        if (lists(row.nutrients, about(nutrient).key) &&
            (row.group.empty() || row.group == table.group(food)) &&
            fits(table.name(food), row.pattern, row.excludes))
            return Part::fortified;
    return Part::food;
}

} // namespace rheobase::diet
