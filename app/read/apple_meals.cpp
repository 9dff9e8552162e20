#include "app/read/apple_meals.hpp"

#include "app/read/diary_dates.hpp"
#include "app/read/diary_text.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <set>

namespace rheobase::read {

AppleMeals::Moment& AppleMeals::moment_of(DietaryRecord const& record) {
    auto source = sources_.find(record.source);
    if (source == sources_.end())
        source = sources_.emplace(record.source, static_cast<int>(sources_.size())).first;
    auto& here = moments_[std::string(record.start)];
    auto const found =
        std::find_if(here.begin(), here.end(), [&](Moment const& m) { return m.source == source->second; });
    if (found != here.end())
        return *found;
    here.push_back({source->second, {}, {}, record.line});
    return here.back();
}

void AppleMeals::open_food() {
    food_open_ = true;
    food_name_.clear();
    food_source_ = -1;
}

void AppleMeals::name_food(std::string_view name) {
    if (!food_open_)
        return;
    food_name_ = name;
    if (food_source_ >= 0)
        for (auto& m : moments_[food_start_])
            if (m.source == food_source_)
                m.foods[food_place_].name = food_name_;
}

void AppleMeals::close_food() {
    food_open_ = false;
}

void AppleMeals::add(DietaryRecord const& record, bool in_food) {
    Moment& moment = moment_of(record);
    Figure const figure{record.nutrient, record.amount};
    if (!in_food || !food_open_) {
        moment.loose.push_back(figure);
        return;
    }
    if (food_source_ != moment.source || food_start_ != record.start) {
        food_source_ = moment.source;
        food_start_ = record.start;
        food_place_ = moment.foods.size();
        moment.foods.push_back({food_name_, record.line, {}});
    }
    moment.foods[food_place_].figures.push_back(figure);
}

/// Takes from the later apps what an earlier one already has, figure by figure. Returns how many figures
/// went.
std::size_t AppleMeals::drop_doubles(std::vector<Moment>& at_one_time) {
    std::size_t dropped = 0;
    std::map<Figure, int> most; // how often any one app has it
    for (auto& moment : at_one_time) {
        std::map<Figure, int> own;
        auto const double_of_another = [&](Figure const& figure) {
            int const count = ++own[figure];
            auto const others = most.find(figure);
            return others != most.end() && count <= others->second;
        };
        auto const drop = [&](std::vector<Figure>& figures) {
            dropped += std::erase_if(figures, double_of_another);
        };
        for (auto& food : moment.foods)
            drop(food.figures);
        drop(moment.loose);
        for (auto const& [figure, count] : own) {
            int& so_far = most[figure];
            so_far = std::max(so_far, count);
        }
    }
    return dropped;
}

void AppleMeals::finish(diet::Diary& diary, std::function<void(diet::Eaten&)> const& named) {
    std::vector<std::string> names(sources_.size());
    for (auto const& [name, place] : sources_)
        names[static_cast<std::size_t>(place)] = name;

    std::vector<std::string_view> starts;
    starts.reserve(moments_.size());
    for (auto const& [start, at] : moments_)
        starts.push_back(start);
    std::sort(starts.begin(), starts.end());

    std::size_t doubled = 0;
    std::map<std::string, std::set<int>> apps_of_day;
    for (auto const start : starts) {
        auto& at_one_time = moments_[std::string(start)];
        for (auto& moment : at_one_time) {
            // The copy at the top of each record that a named food holds.
            std::multiset<Figure> in_foods;
            for (auto const& food : moment.foods)
                in_foods.insert(food.figures.begin(), food.figures.end());
            std::erase_if(moment.loose, [&](Figure const& figure) {
                auto const copy = in_foods.find(figure);
                if (copy == in_foods.end())
                    return false;
                in_foods.erase(copy);
                return true;
            });
        }
        if (at_one_time.size() > 1) {
            std::sort(at_one_time.begin(), at_one_time.end(), [&](Moment const& a, Moment const& b) {
                return names[static_cast<std::size_t>(a.source)] < names[static_cast<std::size_t>(b.source)];
            });
            doubled += drop_doubles(at_one_time);
        }
        auto const when = rheobase::read::moment(start, DayOrder::unsure).value_or(rheobase::read::Moment{});
        for (auto& moment : at_one_time) {
            auto const& app = names[static_cast<std::size_t>(moment.source)];
            auto const add = [&](std::vector<Figure> const& figures, std::string const& name, int line) {
                if (figures.empty())
                    return;
                diet::Eaten eaten;
                eaten.day = when.day;
                eaten.time = when.time;
                eaten.line = line;
                eaten.text = name;
                for (auto const& [nutrient, amount] : figures)
                    eaten.stated[nutrient] =
                        known(eaten.stated[nutrient]) ? eaten.stated[nutrient] + amount : amount;
                bool const only_water = figures.front().nutrient == diet::nutrient("water_g") &&
                                        std::all_of(figures.begin(), figures.end(), [&](Figure const& f) {
                                            return f.nutrient == figures.front().nutrient;
                                        });
                if (eaten.text.empty() && only_water) {
                    eaten.text = "water";
                    eaten.grams = diet::Range::exactly(eaten.stated[diet::nutrient("water_g")]);
                }
                if (!eaten.text.empty())
                    named(eaten);
                else
                    eaten.text = "entry in " + (app.empty() ? std::string("an app without a name") : app);
                if (known(eaten.stated[diet::nutrient("energy_kcal")]))
                    apps_of_day[when.day].insert(moment.source);
                diary.eaten.push_back(std::move(eaten));
            };
            for (auto const& food : moment.foods)
                add(food.figures, food.name, food.line);
            add(moment.loose, "", moment.line);
        }
    }
    moments_.clear();
    if (doubled > 0)
        diary.notes.push_back(
            fmt::format("{} written by two apps for the same second with the same figure and counted once",
                        counted(doubled, "record was", "records were")));
    std::size_t shared_days = 0;
    std::set<std::string> together;
    for (auto const& [day, apps] : apps_of_day)
        if (apps.size() > 1) {
            ++shared_days;
            for (int const app : apps)
                together.insert(names[static_cast<std::size_t>(app)]);
        }
    if (shared_days > 0) {
        std::string list;
        for (auto const& name : together)
            list += (list.empty() ? "" : ", ") + name;
        diary.notes.push_back(fmt::format("On {} several apps wrote energy ({}): if they logged the same "
                                          "meals at other times, those days count too high",
                                          counted(shared_days, "day", "days"), list));
    }
}

} // namespace rheobase::read
