#include "model/week/apart.hpp"

#include "base/listed.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/medicine.hpp"
#include "model/week/apart.rows.hpp"
#include "model/week/apart_facts.rows.hpp"
#include "model/week/days.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rheobase::week {

namespace {

constexpr std::array<std::string_view, 4> meal_names{"breakfast", "lunch", "dinner", "snack"};
constexpr std::array<double, 4> clock_of{apart_facts.breakfast, apart_facts.lunch, apart_facts.dinner,
                                         apart_facts.snack};

using Near = std::array<bool, 4>; ///< of the meals, in the order of place_of()

bool binds(Item const& item) {
    return 2 * item.held[diet::nutrient("calcium_mg")] >= apart_facts.calcium_portion ||
           2 * item.held[diet::nutrient("iron_mg")] >= apart_facts.iron_portion;
}

/// "08:00" in hours; unknown for words.
double hour(std::string_view time) {
    double hours = 0, minutes = 0;
    auto const colon = time.find(':');
    auto const whole = time.substr(0, colon);
    if (std::from_chars(whole.data(), whole.data() + whole.size(), hours).ec != std::errc{})
        return unknown;
    if (colon != time.npos)
        std::from_chars(time.data() + colon + 1, time.data() + time.size(), minutes);
    return hours + minutes / 60;
}

Near near(ApartRow const& row, verdict::Medicine const& medicine) {
    Near out{};
    bool told = false;
    for (auto const& time : medicine.times)
        if (double const at = hour(time); known(at)) {
            told = true;
            for (std::size_t meal = 0; meal < out.size(); ++meal)
                out[meal] |= std::abs(clock_of[meal] - at) < row.hours;
        }
    if (!told)
        for (auto const meal : verdict::parts_of(row.meals))
            out[place_of(meal)] = true;
    return out;
}

std::string sentence(ApartRow const& row, Near const& meals, std::vector<Item> const& items) {
    std::vector<std::string> near_meals, own;
    for (std::size_t meal = 0; meal < meals.size(); ++meal)
        if (meals[meal])
            near_meals.emplace_back(meal_names[meal]);
    if (near_meals.empty())
        return {};
    for (auto const& item : items)
        if (item.own && !item.must_go && binds(item) &&
            std::any_of(item.meals.begin(), item.meals.end(),
                        [&](auto const& meal) { return meals[place_of(meal)]; }))
            own.push_back(item.name);
    auto out = "Calcium and iron bind " + std::string(row.name) +
               ", so nothing new that is rich in them stands at " + listed(near_meals, "or") + ".";
    if (!own.empty())
        out += " Of your own food there, have these " + std::to_string(std::lround(row.hours)) + " hour" +
               (row.hours > 1 ? "s" : "") + " apart from it: " + listed(own, "and") + ".";
    return out;
}

} // namespace

std::vector<std::string> keep_apart(std::vector<Item>& items, verdict::Evidence const& evidence) {
    std::vector<std::string> out;
    Near all{};
    for (auto const& medicine : evidence.medicines) {
        if (!medicine.current)
            continue;
        auto const known_as = verdict::understood(medicine);
        for (auto const& row : apart_rows) {
            if (std::none_of(known_as.classes.begin(), known_as.classes.end(),
                             [&](auto const* one) { return one->drug_class == row.drug; }))
                continue;
            auto const meals = near(row, medicine);
            for (std::size_t meal = 0; meal < all.size(); ++meal)
                all[meal] |= meals[meal];
            if (auto said = sentence(row, meals, items); !said.empty())
                out.push_back(std::move(said));
        }
    }
    for (auto& item : items) {
        if (!binds(item))
            continue;
        auto const is_near = [&](std::string const& meal) { return all[place_of(meal)]; };
        if (item.own) {
            item.may_grow &= item.meals.empty() || !is_near(item.meals.front());
            continue;
        }
        std::erase_if(item.meals, is_near);
        for (std::size_t meal = 0; item.meals.empty() && meal < all.size(); ++meal)
            if (!all[meal])
                item.meals.emplace_back(meal_names[meal]);
        if (item.meals.empty())
            item.most = 0; // no meal of the day is far enough
    }
    return out;
}

} // namespace rheobase::week
