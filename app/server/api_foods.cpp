// Plain words and the food table.
#include "app/report/json/food.hpp"
#include "app/report/json/meal.hpp"
#include "app/server/api.hpp"

namespace rheobase::server {

namespace {

constexpr std::size_t longest_meal = 10'000;
constexpr std::size_t longest_query = 200;
constexpr int usual_limit = 10;

} // namespace

Response understand(Asked const& asked) {
    only_keys(asked.body, {"text"});
    return json_response(report::meal_json(text_in(asked.body, "text", longest_meal), diet::foods()));
}

Response find_foods(Asked const& asked) {
    auto const text = asked.request.asked("q");
    if (text.size() > longest_query)
        refuse(400, "a food has a shorter name", "q", "Name it in a few words");
    if (text.find_first_not_of(" \t\r\n") == text.npos)
        refuse(400, "there is nothing to look for", "q", "Name a food");
    return json_response(report::found_json(text, diet::foods(), limit_of(asked, usual_limit)));
}

Response one_food(Asked const& asked) {
    auto const& table = diet::foods();
    auto const food = table.find(asked.places.at(0));
    if (!food)
        refuse(404, "no food has this id", asked.places.at(0));
    return json_response(report::food_json(table, *food));
}

} // namespace rheobase::server
