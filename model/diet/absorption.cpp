#include "model/diet/absorption.hpp"

#include "model/diet/absorption.rows.hpp"
#include "model/diet/name_rules.hpp"

namespace rheobase::diet {

Absorption absorption_of(Foods const& table, Food food) {
    for (auto const& row : absorption_rows)
        if (fits(table.name(food), row.pattern, row.excludes))
            return {row.oxalate_class, row.phytate_class, row.oxalate_mg_per_100g,
                    row.calcium_absorbed_fraction, row.source};
    return {};
}

} // namespace rheobase::diet
