#include "app/server/diary_json.hpp"

#include "app/report/json/meal.hpp"

namespace rheobase::server {

namespace {

constexpr std::size_t longest_text = 10'000;
constexpr std::size_t longest_name = 200;
constexpr std::size_t most_foods = 200;
constexpr double most_grams = 20'000;

double grams_read(nlohmann::json const& value) {
    if (value.is_null())
        return unknown;
    if (!value.is_number())
        refuse(400, "grams are a number, or null where nobody knows", "foods/grams");
    double const grams = value.get<double>();
    if (!(grams > 0 && grams <= most_grams))
        refuse(400, "nobody eats so much of a food, or so little", "foods/grams",
               "Give grams, from a little to 20000");
    return grams;
}

diet::Range range_read(nlohmann::json const& food) {
    auto const found = food.find("grams");
    if (found == food.end())
        return {};
    if (!found->is_object())
        return diet::Range::exactly(grams_read(*found));
    only_keys(*found, {"low", "mid", "high"});
    auto const one = [&](char const* key) {
        return found->contains(key) ? grams_read(found->at(key)) : unknown;
    };
    diet::Range const range{one("low"), one("mid"), one("high")};
    if (range.low > range.mid || range.mid > range.high)
        refuse(400, "low, mid and high stand in this order", "foods/grams");
    return range;
}

store::ChosenFood food_read(nlohmann::json const& given) {
    only_keys(given, {"id", "grams", "text", "sure", "source"});
    auto const& table = diet::foods();
    store::ChosenFood food;
    food.id = text_in(given, "id", longest_name);
    auto const known_food = table.find(food.id);
    if (!known_food)
        refuse(400, "no food has the id " + food.id, "foods/id");
    food.name = table.name(*known_food);
    food.text = text_or_none(given, "text", longest_text);
    food.grams = range_read(given);
    auto const source = text_or_none(given, "source", longest_name);
    if (!source.empty() && source != "chosen" && source != "words")
        refuse(400, "a food is chosen, or understood from words", "foods/source");
    food.source = source.empty() ? "chosen" : source;
    if (auto const sure = given.find("sure"); sure != given.end()) {
        if (!sure->is_number() || sure->get<double>() < 0 || sure->get<double>() > 1)
            refuse(400, "how sure it is stands between 0 and 1", "foods/sure");
        food.sure = sure->get<double>();
    }
    return food;
}

std::string time_in(nlohmann::json const& body) {
    auto const time = text_or_none(body, "time", longest_name);
    if (time.empty())
        return time;
    auto const digit = [&](std::size_t i) { return time[i] >= '0' && time[i] <= '9'; };
    if (time.size() != 5 || !digit(0) || !digit(1) || time[2] != ':' || !digit(3) || !digit(4) ||
        time.substr(0, 2) > "23" || time.substr(3) > "59")
        refuse(400, "a time is written as 08:30", "time");
    return time;
}

} // namespace

Json entry_json(store::Entry const& entry) {
    auto foods = Json::array();
    for (auto const& food : entry.foods)
        foods.push_back({{"id", food.id},
                         {"name", food.name},
                         {"text", food.text},
                         {"grams", report::range_json(food.grams)},
                         {"sure", report::figure(food.sure)},
                         {"source", food.source}});
    return {{"id", entry.id},         {"day", entry.day},
            {"time", entry.time},     {"meal", entry.meal},
            {"text", entry.text},     {"foods", std::move(foods)},
            {"unread", entry.unread}, {"imported", entry.import != 0}};
}

Json days_json(std::vector<store::Entry> const& entries) {
    auto days = Json::array();
    std::vector<store::Entry> of_day;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        of_day.push_back(entries[i]);
        if (i + 1 < entries.size() && entries[i + 1].day == entries[i].day)
            continue;
        auto list = Json::array();
        for (auto const& entry : of_day)
            list.push_back(entry_json(entry));
        auto const& table = diet::foods();
        days.push_back({{"day", entries[i].day},
                        {"entries", std::move(list)},
                        {"totals", report::totals_json(store::diary_of(of_day, table), table)}});
        of_day.clear();
    }
    return {{"days", std::move(days)}};
}

store::Entry entry_in(nlohmann::json const& body) {
    only_keys(body, {"day", "time", "meal", "text", "foods", "unread"});
    auto const day = day_in(body, "day");
    auto const meal = text_or_none(body, "meal", longest_name);
    auto const text = text_in(body, "text", longest_text);
    auto const given = body.find("foods");
    store::Entry entry;
    if (given == body.end() || given->is_null()) {
        if (text.find_first_not_of(" \t\r\n") == text.npos)
            refuse(400, "there is nothing to log", "text", "Say what was eaten");
        entry = store::understood(day, meal, text, diet::foods());
    } else {
        if (!given->is_array() || given->size() > most_foods)
            refuse(400, "foods are a list of at most 200", "foods");
        entry.day = day;
        entry.meal = meal;
        entry.text = text;
        for (auto const& food : *given)
            entry.foods.push_back(food_read(food));
        if (auto const unread = body.find("unread"); unread != body.end()) {
            if (!unread->is_array() || unread->size() > most_foods)
                refuse(400, "what was not understood is a list of texts", "unread");
            for (auto const& part : *unread) {
                if (!part.is_string() || part.get_ref<std::string const&>().size() > longest_text)
                    refuse(400, "what was not understood is a list of texts", "unread");
                entry.unread.push_back(part.get<std::string>());
            }
        }
        if (text.find_first_not_of(" \t\r\n") == text.npos && entry.foods.empty())
            refuse(400, "there is nothing to log", "text", "Say what was eaten");
    }
    entry.time = time_in(body);
    return entry;
}

} // namespace rheobase::server
