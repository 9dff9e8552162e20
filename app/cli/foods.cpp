#include "app/cli/foods_print.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::cli {

using namespace rheobase::diet;
Origin origin_of(std::string_view source) {
    return source == "fndds" ? Origin::fndds : source == "sr" ? Origin::sr : Origin::any;
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
