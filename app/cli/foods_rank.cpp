#include "app/cli/foods_print.hpp"
#include "base/spelling.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::cli {

using namespace rheobase::diet;
using Json = nlohmann::ordered_json;

namespace {

bool is_from(Foods const& table, Food food, Origin origin) {
    return origin == Origin::any || table.id(food).starts_with(origin == Origin::sr ? "SR:" : "FNDDS:");
}

/// A measure in words: "1 cup, mashed" of one table and "cup, mashed" of the other read alike.
std::string in_words(Portion const& portion) {
    if (portion.measure == "Quantity not specified")
        return "an ordinary amount";
    bool const counted = !portion.measure.empty() && portion.measure[0] >= '0' && portion.measure[0] <= '9';
    return counted ? std::string(portion.measure) : fmt::format("{:g} {}", portion.amount, portion.measure);
}

/// What one helping weighs: the table's ordinary amount, else the lightest measure that is a helping and no
/// crumb.
Portion helping(Foods const& table, Food food) {
    constexpr double crumb = 5;
    Portion lightest{"", 1, unknown};
    for (int i = 0; i < table.portion_count(food); ++i) {
        auto const portion = table.portion(food, i);
        if (portion.measure == "Quantity not specified")
            return portion;
        bool const usable = portion.grams >= crumb && !portion.measure.starts_with("Guideline");
        if (usable && !(portion.grams >= lightest.grams))
            lightest = portion;
    }
    return lightest;
}

} // namespace

Outcome rank_foods(FoodsOptions const& options) {
    auto const& table = diet::foods();
    auto const wanted = nutrient_called(options.nutrient);
    if (!wanted) {
        std::vector<std::string_view> keys;
        for (auto const& row : nutrients_rows)
            keys.push_back(row.key);
        auto const near = nearest(options.nutrient, keys);
        return {
            unusable_input, "",
            fmt::format(
                "foods rank: there is no nutrient '{}'. {}\n", options.nutrient,
                near.empty()
                    ? "Use a key such as magnesium_mg or vitamin_d_ug; 'rheobase facts nutrients' lists them."
                    : fmt::format("Did you mean {}?", near))};
    }
    struct Entry {
        Food food;
        double value, grams;
        std::string measure;
    };
    std::vector<Entry> entries;
    auto const origin = origin_of(options.source);
    for (Food food = 0; food < table.size(); ++food) {
        double const value = table.per_100_g(food, *wanted);
        if (!known(value) || value <= 0 || !is_from(table, food, origin))
            continue;
        Entry entry{food, value, 100, "100 g"};
        if (options.per == "portion") {
            auto const portion = helping(table, food);
            if (!known(portion.grams))
                continue;
            entry.grams = portion.grams;
            entry.measure = in_words(portion);
            entry.value *= entry.grams / 100;
        }
        entries.push_back(entry);
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](auto const& a, auto const& b) { return a.value > b.value; });
    entries.resize(std::min(entries.size(), options.limit));
    Outcome outcome;
    if (options.format == "json") {
        auto results = Json::array();
        for (auto const& entry : entries)
            results.push_back({{"id", table.id(entry.food)},
                               {"name", table.name(entry.food)},
                               {"amount", report::printed(entry.value)},
                               {"unit", about(*wanted).unit},
                               {"measure", entry.measure},
                               {"grams", report::printed(entry.grams)}});
        outcome.out =
            Json{{"nutrient", options.nutrient}, {"per", options.per}, {"results", std::move(results)}}.dump(
                1) +
            "\n";
        return outcome;
    }
    outcome.out = fmt::format("{}, most in {} first\n\n", about(*wanted).name,
                              options.per == "portion" ? "one helping" : "100 g");
    for (auto const& entry : entries)
        outcome.out += fmt::format(
            "{:>12}  {:<15} {}{}\n", amount(entry.value, *wanted), table.id(entry.food),
            table.name(entry.food),
            options.per == "portion" ? fmt::format(" ({}, {:.0f} g)", entry.measure, entry.grams) : "");
    return outcome;
}

} // namespace rheobase::cli
