#include "model/week/days.hpp"

#include "model/week/as_eaten.hpp"
#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace rheobase::week {

namespace {

constexpr std::array<std::string_view, 4> usual_meals{"Breakfast", "Lunch", "Dinner", "Snack"};

/// On how many days the halves of a food come: one usual portion each, as far as there are days.
int occasions(Item const& item, double halves, int days) {
    double const portion = item.step > 1 ? item.step : 2;
    return std::clamp(static_cast<int>(std::floor(halves / portion + 0.5)), 1, days);
}

/// `halves` in `times` parts of whole steps; what is left over goes to the first.
std::vector<double> parts(double halves, int times, int step) {
    double const each = std::floor(halves / times / step) * step;
    std::vector<double> out(static_cast<std::size_t>(times), each);
    double left = halves - each * times;
    for (std::size_t i = 0; left > 1e-9; i = (i + 1) % out.size()) {
        double const more = std::min<double>(left, step);
        out[i] += more;
        left -= more;
    }
    std::erase_if(out, [](double part) { return !(part > 1e-9); });
    return out;
}

constexpr auto energy = diet::nutrient("energy_kcal");

/// Spread over whole numbers, so that neighbours in a list share no rhythm (Knuth's multiplicative hash).
std::size_t turn_of(std::size_t item) {
    return (item * 2654435761U) >> 16;
}

double energy_of(Meal const& meal, std::vector<Item> const& items) {
    double sum = 0;
    for (auto const& serving : meal.servings)
        sum += items[serving.item].held[energy] * serving.halves;
    return sum;
}

bool served(Day const& day, std::size_t item) {
    return std::any_of(day.meals.begin(), day.meals.end(), [&](Meal const& meal) {
        return std::any_of(meal.servings.begin(), meal.servings.end(),
                           [&](Serving const& serving) { return serving.item == item; });
    });
}

/// A meal that this food belongs to and that holds least yet, not counting what is eaten between meals.
std::optional<std::size_t> emptiest(Item const& item, Day const& day, std::vector<Item> const& items) {
    std::optional<std::size_t> best;
    for (auto const& name : item.meals)
        if (auto const place = place_of(name); usual_meals[place] != "Snack")
            if (!best || energy_of(day.meals[place], items) < energy_of(day.meals[*best], items))
                best = place;
    return best;
}

/// What fills goes where least is yet. What does not joins, of the meals that it belongs to, the one with
/// most to go with it: the energy of the day's own foods there, shared with what else is new. The first of
/// them where there is none.
std::size_t meal_for(Item const& item, double part, Day const& day, std::vector<Item> const& items) {
    if (item.held[energy] * part >= menu.hearty)
        if (auto const place = emptiest(item, day, items))
            return *place;
    std::size_t best = place_of(item.meals.empty() ? "Snack" : item.meals.front());
    double most = 0;
    for (auto const& name : item.meals) {
        auto const place = place_of(name);
        double own = 0, others = 1;
        for (auto const& serving : day.meals[place].servings) {
            if (items[serving.item].own)
                own += items[serving.item].held[energy] * serving.halves;
            else
                ++others;
        }
        if (own / others > most) {
            most = own / others;
            best = place;
        }
    }
    return best;
}

} // namespace

std::size_t place_of(std::string_view meal) {
    auto const begins = [&](std::string_view word) {
        return meal.size() >= word.size() &&
               std::equal(word.begin(), word.end(), meal.begin(),
                          [](char a, char b) { return (a | 0x20) == (b | 0x20); });
    };
    if (begins("breakfast") || begins("brunch"))
        return 0;
    if (begins("lunch"))
        return 1;
    if (begins("dinner") || begins("supper") || begins("evening") || begins("tea"))
        return 2;
    return 3;
}

std::vector<Day> spread(std::vector<Item> const& items, std::vector<double> const& halves, Span span) {
    auto const days = static_cast<int>(days_in(span));
    std::vector<Day> week(static_cast<std::size_t>(days));
    for (auto& day : week)
        for (auto const meal : usual_meals)
            day.meals.push_back({std::string(meal), {}});
    auto const serve = [&](Day& day, std::size_t meal, std::size_t i, double part) {
        day.energy += items[i].held[energy] * part;
        day.meals[meal].servings.push_back({i, part});
    };
    std::vector<std::size_t> order;
    std::vector<double> left = halves; // of each food, for helpings that the diary does not have
    auto const told_apart = diary_days(items);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!(halves[i] > 1e-9))
            continue;
        auto const placed = items[i].own && told_apart > 0
                                ? as_eaten(items[i], halves[i], week.size(), told_apart, turn_of(i))
                                : std::vector<Placed>{};
        for (auto const& one : placed) {
            serve(week[one.day], place_of(one.meal), i, one.halves);
            left[i] -= one.halves;
        }
        if (left[i] > 1e-9)
            order.push_back(i);
    }
    auto const weight = [&](std::size_t i) {
        auto const& item = items[i];
        return item.held[energy] * left[i] / occasions(item, left[i], days);
    };
    // What is new on the table joins the meals that are there already.
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
        return items[a].own != items[b].own ? items[a].own : weight(a) > weight(b);
    });
    for (auto const i : order) {
        auto const& item = items[i];
        auto const some = parts(left[i], occasions(item, left[i], days), item.step);
        auto const times = static_cast<int>(some.size());
        // The start with the fewest days that have it already; of these, where the fullest day is least full.
        int best = 0, fewest = days + 1;
        double least = 1e300;
        for (int start = 0; start < days; ++start) {
            double fullest = 0;
            int again = 0;
            for (int k = 0; k < times; ++k) {
                auto const& day = week[static_cast<std::size_t>((start + k * days / times) % days)];
                fullest =
                    std::max(fullest, day.energy + item.held[energy] * some[static_cast<std::size_t>(k)]);
                again += served(day, i);
            }
            if (again < fewest || (again == fewest && fullest < least - 1e-9)) {
                fewest = again;
                least = fullest;
                best = start;
            }
        }
        for (int k = 0; k < times; ++k) {
            auto& day = week[static_cast<std::size_t>((best + k * days / times) % days)];
            double const part = some[static_cast<std::size_t>(k)];
            serve(day, meal_for(item, part, day, items), i, part);
        }
    }
    return week;
}

} // namespace rheobase::week
