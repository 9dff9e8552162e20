#include "app/cli/foods_print.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::cli {

using namespace rheobase::diet;
using Json = nlohmann::ordered_json;

Origin origin_of(std::string_view source) {
    return source == "fndds" ? Origin::fndds : source == "sr" ? Origin::sr : Origin::any;
}

double printed(double value) {
    return std::stod(fmt::format("{:.6g}", value));
}

Json per_100_g(Foods const& table, Food food) {
    Json values = Json::object();
    for (Nutrient n = 0; n < nutrient_count; ++n)
        if (double const value = table.per_100_g(food, n); known(value))
            values[std::string(about(n).key)] = printed(value);
    return values;
}

std::string amount(double value, Nutrient n) {
    if (!known(value))
        return "unknown";
    return fmt::format("{:.{}f} {}", value,
                       value < 10 ? std::max(1, static_cast<int>(about(n).decimals))
                                  : static_cast<int>(about(n).decimals),
                       about(n).unit);
}

Outcome foods(FoodsOptions const& options) {
    switch (options.verb) {
    case FoodsOptions::Verb::search:
        return search_foods(options);
    case FoodsOptions::Verb::show:
        return show_food(options);
    case FoodsOptions::Verb::rank:
        return rank_foods(options);
    }
    return {};
}

} // namespace rheobase::cli
