// Logging a meal in words: what was understood is kept, and said.
#include "app/cli/verbs.hpp"
#include "app/store/store.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace rheobase::cli {

namespace {

using Json = nlohmann::ordered_json;

Json figure(double value) {
    return known(value) ? Json(value) : Json(nullptr);
}

std::string in_json(store::Entry const& entry) {
    Json foods = Json::array();
    for (auto const& food : entry.foods)
        foods.push_back({{"id", food.id},
                         {"name", food.name},
                         {"text", food.text},
                         {"grams",
                          {{"low", figure(food.grams.low)},
                           {"mid", figure(food.grams.mid)},
                           {"high", figure(food.grams.high)}}},
                         {"sure", figure(food.sure)}});
    Json const out{{"id", entry.id},     {"day", entry.day},          {"meal", entry.meal},
                   {"text", entry.text}, {"foods", std::move(foods)}, {"unread", entry.unread}};
    return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string in_text(store::Entry const& entry) {
    auto out = fmt::format("Logged for {}{}{}:\n", entry.day, entry.meal.empty() ? "" : ", ", entry.meal);
    for (auto const& food : entry.foods)
        out += known(food.grams.mid) ? fmt::format("  {:.0f} g  {}\n", food.grams.mid, food.name)
                                     : fmt::format("  amount unknown  {}\n", food.name);
    for (auto const& lost : entry.unread)
        out += fmt::format("  Not understood: {}\n", lost);
    if (entry.foods.empty() && entry.unread.empty())
        out += "  No food was understood in it. The words are kept.\n";
    return printable(out);
}

} // namespace

Outcome diet_add(DietOptions const& options) {
    auto const cannot = [](Problem const& problem) {
        bool const outside = problem.what == store::disk_full || problem.what == store::store_busy;
        return Outcome{outside ? outside_failure : unusable_input, "", in_words(problem) + "\n"};
    };
    if (options.add.find_first_not_of(" \t\r\n") == std::string::npos)
        return {unusable_input, "",
                "diet --add: there are no words. Say what you ate: --add \"a banana\".\n"};
    auto const day = options.day.empty() ? Result<std::string>(store::today()) : store::day_said(options.day);
    if (!day)
        return cannot(day.error());
    if (*day > store::today())
        return cannot({"this day is still to come", *day, "Log what was eaten, on its day"});
    auto store = store::Store::open(options.store);
    if (!store)
        return cannot(store.error());
    auto const person = store->person_named(options.who);
    if (!person)
        return cannot(person.error());
    auto const kept =
        store->add_entry(person->id, store::understood(*day, options.meal, options.add, diet::foods()));
    if (!kept)
        return cannot(kept.error());
    return {answered, options.format == "json" ? in_json(*kept) : in_text(*kept), ""};
}

} // namespace rheobase::cli
