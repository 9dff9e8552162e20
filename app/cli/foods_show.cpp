#include "app/cli/foods_print.hpp"
#include "base/spelling.hpp"
#include "model/diet/absorption.hpp"
#include "model/ledger.hpp"

#include <fmt/core.h>

namespace rheobase::cli {

using namespace rheobase::diet;

namespace {

/// What holds back the calcium and magnesium in it, where that is known.
std::string about_absorption(Absorption const& absorption) {
    std::string out;
    if (!absorption.oxalate.empty())
        out += fmt::format("\nOxalate: {}.",
                           absorption.oxalate == "very_high" ? "very high" : absorption.oxalate);
    if (!absorption.phytate.empty())
        out += fmt::format("{}Phytate: {}.", out.empty() ? "\n" : " ", absorption.phytate);
    if (known(absorption.calcium_fraction))
        out += fmt::format("{}About {:.0f} % of its calcium is absorbed.", out.empty() ? "\n" : " ",
                           100 * absorption.calcium_fraction);
    return out.empty() ? out : out + "\n";
}

/// The food whose id was meant: written without its table's name or its zeros, in small letters, or a slip
/// away.
std::optional<Food> meant(Foods const& table, std::string const& written) {
    constexpr std::size_t digits_of_sr = 5;
    std::string id;
    for (char const c : written)
        if (c != ' ')
            id += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    std::string_view const bare = std::string_view(id).substr(id.find(':') == id.npos ? 0 : id.find(':') + 1);
    if (bare.empty() || bare.find_first_not_of("0123456789") != bare.npos)
        return std::nullopt;
    std::string padded(bare);
    if (padded.size() < digits_of_sr)
        padded.insert(0, digits_of_sr - padded.size(), '0');
    for (auto const& likely : {id, "FNDDS:" + std::string(bare), "SR:" + padded, "RB:" + std::string(bare)})
        if (auto const food = table.find(likely))
            return food;
    for (Food food = 0; food < table.size(); ++food) {
        auto const known_id = table.id(food);
        if (slips(known_id.substr(known_id.find(':') + 1), bare, 1) <= 1)
            return food;
    }
    return std::nullopt;
}

} // namespace

Outcome show_food(FoodsOptions const& options) {
    auto const& table = diet::foods();
    auto const food = table.find(options.text);
    if (!food) {
        auto const near = meant(table, options.text);
        auto const like = matches(options.text, table, 1);
        auto const hint = near ? fmt::format("Did you mean {}, {}?", table.id(*near), table.name(*near))
                          : like.empty() ? std::string("Look it up with: rheobase foods search NAME.")
                                         : fmt::format("The nearest food by name is {}, {}.",
                                                       table.id(like[0].food), table.name(like[0].food));
        return {unusable_input, "",
                fmt::format("foods show: no food has the id '{}'. {}\n", options.text, hint)};
    }
    Outcome outcome;
    auto const cited = citations(table.source(*food));
    auto const absorption = absorption_of(table, *food);
    if (options.format == "json") {
        outcome.out = report::food_json(table, *food).dump(1) + "\n";
        return outcome;
    }
    outcome.out = fmt::format("{}  {}\n", table.id(*food), table.name(*food));
    if (!table.synonyms(*food).empty())
        outcome.out += fmt::format("also        {}\n", table.synonyms(*food));
    outcome.out += fmt::format("group       {}\nsource      {}\n\nIn 100 g\n", table.group(*food), cited);
    for (Nutrient n = 0; n < nutrient_count; ++n)
        outcome.out +=
            fmt::format("  {:<24} {:>12}{}\n", about(n).name, amount(table.per_100_g(*food, n), n),
                        table.filled_by(*food, n) > 0 ? "   not measured; follows from what it is" : "");
    outcome.out += about_absorption(absorption);
    if (table.processing(*food) > 0)
        outcome.out += fmt::format("\nProcessing class {} of 4 (1 as it grows, 4 ultra-processed)\n",
                                   table.processing(*food));
    outcome.out += "\nMeasures\n";
    for (int i = 0; i < table.portion_count(*food); ++i) {
        auto const portion = table.portion(*food, i);
        auto const count = portion.amount == 1 ? std::string() : fmt::format("{:g} × ", portion.amount);
        auto const measure = portion.measure == "Quantity not specified" ? std::string("an ordinary amount")
                                                                         : std::string(portion.measure);
        outcome.out += fmt::format("  {}{}: {:g} g\n", count, measure, portion.grams);
    }
    return outcome;
}

} // namespace rheobase::cli
