#include "app/report/json/meal.hpp"

#include "model/diet/words.hpp"

namespace rheobase::report {

Json range_json(diet::Range const& range) {
    return {{"low", figure(range.low)}, {"mid", figure(range.mid)}, {"high", figure(range.high)}};
}

Json totals_json(diet::Diary const& diary, diet::Foods const& table) {
    Json totals = Json::object();
    if (diary.eaten.empty())
        return totals;
    auto const intake = diet::eaten_per_day(diary, {}, table, 1);
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
        totals[std::string(diet::about(n).key)] = range_json(intake[n].per_day);
    return totals;
}

Json meal_json(std::string const& meal, diet::Foods const& table) {
    auto const read = diet::read_words(meal, table);
    Json foods = Json::array();
    for (auto const& eaten : read.eaten) {
        Json runners_up = Json::array();
        for (auto const& other : eaten.runners_up)
            runners_up.push_back({{"id", table.id(other.food)},
                                  {"name", table.name(other.food)},
                                  {"sure", figure(other.sure)}});
        foods.push_back({{"id", table.id(eaten.food)},
                         {"name", table.name(eaten.food)},
                         {"text", eaten.text},
                         {"grams", range_json(eaten.grams)},
                         {"sure", figure(eaten.sure)},
                         {"runners_up", std::move(runners_up)}});
    }
    Json unread = Json::array(), why = Json::array();
    for (auto const& lost : read.unread) {
        unread.push_back(lost.text);
        why.push_back(lost.why);
    }
    return {{"meal", meal},
            {"foods", std::move(foods)},
            {"unread", std::move(unread)},
            {"unread_why", std::move(why)},
            {"totals", totals_json(read, table)}};
}

} // namespace rheobase::report
