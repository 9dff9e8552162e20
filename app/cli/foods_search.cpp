#include "app/cli/foods_print.hpp"

#include <fmt/core.h>

namespace rheobase::cli {

using namespace rheobase::diet;

Outcome search_foods(FoodsOptions const& options) {
    auto const& table = diet::foods();
    if (options.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return {unusable_input, "",
                "foods search: there is nothing to look for. Name a food: rheobase foods search almonds\n"};
    if (options.format == "json")
        return {answered,
                report::found_json(options.text, table, static_cast<int>(options.limit),
                                   origin_of(options.source))
                        .dump(1) +
                    "\n",
                ""};
    auto const found =
        matches(options.text, table, static_cast<int>(options.limit), origin_of(options.source));
    Outcome outcome;
    if (found.empty())
        outcome.out =
            fmt::format("Nothing in the table is like '{}'. Try fewer or plainer words.\n", options.text);
    constexpr Nutrient magnesium = nutrient("magnesium_mg"), calcium = nutrient("calcium_mg"),
                       potassium = nutrient("potassium_mg");
    for (auto const& one : found)
        outcome.out +=
            fmt::format("{:<15} {:>4.0f} %  {}\n{:24}per 100 g: magnesium {}, calcium {}, potassium {}\n",
                        table.id(one.food), 100 * one.sure, table.name(one.food), "",
                        amount(table.per_100_g(one.food, magnesium), magnesium),
                        amount(table.per_100_g(one.food, calcium), calcium),
                        amount(table.per_100_g(one.food, potassium), potassium));
    return outcome;
}

} // namespace rheobase::cli
