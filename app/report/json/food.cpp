#include "app/report/json/food.hpp"

#include "model/diet/absorption.hpp"
#include "model/ledger.hpp"

#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

using namespace rheobase::diet;

double printed(double value) {
    return std::stod(fmt::format("{:.6g}", value));
}

Json per_100_g_json(Foods const& table, Food food) {
    Json values = Json::object();
    for (Nutrient n = 0; n < nutrient_count; ++n)
        if (double const value = table.per_100_g(food, n); known(value))
            values[std::string(about(n).key)] = printed(value);
    return values;
}

Json found_json(std::string_view text, Foods const& table, int limit, Origin origin) {
    auto results = Json::array();
    for (auto const& one : matches(text, table, limit, origin))
        results.push_back({{"id", table.id(one.food)},
                           {"name", table.name(one.food)},
                           {"score", printed(std::round(one.sure * 1000) / 1000)},
                           {"group", table.group(one.food)},
                           {"per_100_g", per_100_g_json(table, one.food)}});
    return {{"results", std::move(results)}};
}

Json food_json(Foods const& table, Food food) {
    auto const absorption = absorption_of(table, food);
    Json entry{{"id", table.id(food)},
               {"name", table.name(food)},
               {"synonyms", table.synonyms(food)},
               {"group", table.group(food)},
               {"family", table.family(food)},
               {"source", table.source(food)},
               {"citation", citations(table.source(food))},
               {"processing", table.processing(food) ? Json(table.processing(food)) : Json(nullptr)},
               {"oxalate", absorption.oxalate.empty() ? Json(nullptr) : Json(absorption.oxalate)},
               {"phytate", absorption.phytate.empty() ? Json(nullptr) : Json(absorption.phytate)},
               {"calcium_absorbed_fraction",
                known(absorption.calcium_fraction) ? Json(absorption.calcium_fraction) : Json(nullptr)},
               {"per_100_g", per_100_g_json(table, food)}};
    // Figures nobody measured, which follow from what the food is.
    entry["filled"] = Json::array();
    for (Nutrient n = 0; n < nutrient_count; ++n)
        if (table.filled_by(food, n) > 0)
            entry["filled"].push_back(about(n).key);
    entry["portions"] = Json::array();
    for (int i = 0; i < table.portion_count(food); ++i) {
        auto const portion = table.portion(food, i);
        entry["portions"].push_back({{"amount", printed(portion.amount)},
                                     {"measure", portion.measure},
                                     {"grams", printed(portion.grams)}});
    }
    return entry;
}

} // namespace rheobase::report
