#include "model/diet/foods.hpp"
#include "app/cli/verbs.hpp"
#include "base/spelling.hpp"
#include "model/diet/intake.hpp"
#include "model/diet/matching.hpp"
#include "model/ledger.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace rheobase::cli {

namespace {

using namespace rheobase::diet;
using Json = nlohmann::ordered_json;

Origin origin_of(std::string_view source) {
    return source == "fndds" ? Origin::fndds : source == "sr" ? Origin::sr : Origin::any;
}

bool is_from(Foods const& table, Food food, Origin origin) {
    return origin == Origin::any || table.id(food).starts_with(origin == Origin::sr ? "SR:" : "FNDDS:");
}

/// Single precision holds seven figures; more would be noise in print.
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

Outcome search(FoodsOptions const& options) {
    auto const& table = diet::foods();
    auto const found =
        matches(options.text, table, static_cast<int>(options.limit), origin_of(options.source));
    Outcome outcome;
    if (options.format == "json") {
        auto results = Json::array();
        for (auto const& one : found)
            results.push_back({{"id", table.id(one.food)},
                               {"name", table.name(one.food)},
                               {"score", printed(std::round(one.sure * 1000) / 1000)},
                               {"group", table.group(one.food)},
                               {"per_100_g", per_100_g(table, one.food)}});
        outcome.out = Json{{"results", std::move(results)}}.dump(1) + "\n";
        return outcome;
    }
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

Outcome show(FoodsOptions const& options) {
    auto const& table = diet::foods();
    auto const food = table.find(options.text);
    if (!food) {
        auto const like = matches(options.text, table, 1);
        auto const hint = like.empty() ? std::string("Look it up with: rheobase foods search NAME")
                                       : fmt::format("The nearest food by name is {}, {}",
                                                     table.id(like[0].food), table.name(like[0].food));
        return {unusable_input, "",
                fmt::format("foods show: no food has the id '{}'. {}.\n", options.text, hint)};
    }
    Outcome outcome;
    auto const cited = citation(table.source(*food));
    if (options.format == "json") {
        Json entry{{"id", table.id(*food)},
                   {"name", table.name(*food)},
                   {"synonyms", table.synonyms(*food)},
                   {"group", table.group(*food)},
                   {"family", table.family(*food)},
                   {"source", table.source(*food)},
                   {"citation", cited.text},
                   {"per_100_g", per_100_g(table, *food)}};
        entry["portions"] = Json::array();
        for (int i = 0; i < table.portion_count(*food); ++i) {
            auto const portion = table.portion(*food, i);
            entry["portions"].push_back({{"amount", printed(portion.amount)},
                                         {"measure", portion.measure},
                                         {"grams", printed(portion.grams)}});
        }
        outcome.out = entry.dump(1) + "\n";
        return outcome;
    }
    outcome.out = fmt::format("{}  {}\n", table.id(*food), table.name(*food));
    if (!table.synonyms(*food).empty())
        outcome.out += fmt::format("also        {}\n", table.synonyms(*food));
    outcome.out +=
        fmt::format("group       {}\nsource      {}\n\nIn 100 g\n", table.group(*food), cited.text);
    for (Nutrient n = 0; n < nutrient_count; ++n)
        outcome.out += fmt::format("  {:<24} {:>12}\n", about(n).name, amount(table.per_100_g(*food, n), n));
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

/// What one helping weighs: the table's ordinary amount, else its first measure of a whole thing.
double helping(Foods const& table, Food food, std::string& measure) {
    double grams = unknown;
    for (int i = 0; i < table.portion_count(food); ++i) {
        auto const portion = table.portion(food, i);
        if (portion.measure == "Quantity not specified") {
            measure = "an ordinary amount";
            return portion.grams;
        }
        if (!known(grams) && !portion.measure.starts_with("Guideline")) {
            measure = fmt::format("{:g} {}", portion.amount, portion.measure);
            grams = portion.grams;
        }
    }
    return grams;
}

Outcome rank(FoodsOptions const& options) {
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
            entry.grams = helping(table, food, entry.measure);
            if (!known(entry.grams))
                continue;
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
                               {"amount", printed(entry.value)},
                               {"unit", about(*wanted).unit},
                               {"measure", entry.measure},
                               {"grams", printed(entry.grams)}});
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

} // namespace

Outcome foods(FoodsOptions const& options) {
    switch (options.verb) {
    case FoodsOptions::Verb::search:
        return search(options);
    case FoodsOptions::Verb::show:
        return show(options);
    case FoodsOptions::Verb::rank:
        return rank(options);
    }
    return {};
}

} // namespace rheobase::cli
