#include "app/read/apple_meals.hpp"

#include "app/read/diary_dates.hpp"
#include "app/read/diary_text.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <tuple>

namespace rheobase::read {

namespace {

/// FNV-1a over the text of a beginning: two that differ in the second or the zone are two moments.
std::uint64_t mark_of(std::string_view text) {
    constexpr std::uint64_t basis = 14695981039346656037u, prime = 1099511628211u;
    std::uint64_t mark = basis;
    for (char const c : text)
        mark = (mark ^ static_cast<unsigned char>(c)) * prime;
    return mark;
}

std::int32_t day_number(std::string const& iso) {
    std::int32_t day = 0;
    for (char const c : iso)
        if (c != '-')
            day = day * 10 + (c - '0');
    return day;
}

std::string iso_day(std::int32_t day) {
    return fmt::format("{:04}-{:02}-{:02}", day / 10000, day / 100 % 100, day % 100);
}

std::string clock(int minute) {
    return minute < 0 ? "" : fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

void take(diet::Eaten& eaten, diet::Nutrient nutrient, double amount) {
    double& sum = eaten.stated[nutrient];
    sum = known(sum) ? sum + amount : amount;
}

} // namespace

void AppleMeals::open_food() {
    food_open_ = true;
    food_name_ = 0;
    food_source_ = -1;
    first_food_ = static_cast<std::uint32_t>(food_names_.size());
}

void AppleMeals::name_food(std::string_view name) {
    if (!food_open_)
        return;
    auto place = names_.find(name);
    if (place == names_.end())
        place = names_.emplace(name, static_cast<std::uint32_t>(names_.size() + 1)).first;
    food_name_ = place->second;
    for (std::size_t food = first_food_; food < food_names_.size(); ++food)
        food_names_[food] = food_name_;
}

void AppleMeals::close_food() {
    food_open_ = false;
}

bool AppleMeals::add(DietaryRecord const& record, bool in_food) {
    constexpr std::size_t most_apps = 60000;
    auto const when = moment(record.start, DayOrder::unsure);
    if (!when)
        return false;
    auto source = sources_.find(record.source);
    if (source == sources_.end() && sources_.size() < most_apps)
        source = sources_.emplace(record.source, static_cast<std::uint16_t>(sources_.size())).first;
    if (source == sources_.end())
        source = sources_.begin();
    auto const start = mark_of(record.start);
    bool const inside = in_food && food_open_;
    if (inside && (food_source_ != source->second || food_start_ != start)) {
        food_source_ = source->second;
        food_start_ = start;
        food_ = static_cast<std::uint32_t>(food_names_.size());
        food_names_.push_back(food_name_);
    }
    auto const minute = when->time.empty() ? -1
                                           : (when->time[0] - '0') * 600 + (when->time[1] - '0') * 60 +
                                                 (when->time[3] - '0') * 10 + (when->time[4] - '0');
    kept_.push_back({start, record.amount, day_number(when->day), record.line, inside ? food_ : 0,
                     static_cast<std::int16_t>(minute), source->second,
                     static_cast<std::uint8_t>(record.nutrient)});
    return true;
}

/// The records of one beginning, app by app.
std::vector<AppleMeals::Moment> AppleMeals::moments(std::vector<Kept>::const_iterator from,
                                                    std::vector<Kept>::const_iterator to) const {
    std::vector<Moment> here;
    for (; from != to; ++from) {
        auto moment =
            std::find_if(here.begin(), here.end(), [&](Moment const& m) { return m.source == from->source; });
        if (moment == here.end())
            moment = here.insert(here.end(), {from->source, {}, {}, from->line});
        Figure const figure{from->nutrient, from->amount};
        if (from->food == 0) {
            moment->loose.push_back(figure);
            continue;
        }
        if (moment->foods.empty() || moment->foods.back().number != from->food)
            moment->foods.push_back({from->food, from->line, {}});
        moment->foods.back().figures.push_back(figure);
    }
    return here;
}

/// Takes from what stands at the top the copy of each record that a named food holds.
void AppleMeals::drop_copies(Moment& moment) {
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
    constexpr auto energy = diet::nutrient("energy_kcal"), water = diet::nutrient("water_g");
    std::vector<std::string> apps(sources_.size());
    for (auto const& [name, place] : sources_)
        apps[place] = name;
    std::vector<std::string> names(names_.size() + 1);
    for (auto const& [name, place] : names_)
        names[place] = name;
    std::stable_sort(kept_.begin(), kept_.end(), [](Kept const& a, Kept const& b) {
        return std::tie(a.day, a.minute, a.start) < std::tie(b.day, b.minute, b.start);
    });

    std::size_t doubled = 0;
    std::map<std::int32_t, std::set<int>> apps_of_day;
    std::map<std::string, Unnamed> rest, drunk; // of one day, by app
    auto const flush = [&] {
        for (auto* entries : {&rest, &drunk}) {
            for (auto& [app, unnamed] : *entries) {
                auto& eaten = unnamed.eaten;
                std::string const whose = app.empty() ? "an app without a name" : app;
                if (entries == &drunk) {
                    eaten.text = "water";
                    eaten.grams = diet::Range::exactly(eaten.stated[water]);
                    named(eaten);
                } else
                    eaten.text = (unnamed.entries == 1 ? "entry in " : "entries in ") + whose;
                diary.eaten.push_back(std::move(eaten));
            }
            entries->clear();
        }
    };
    for (auto from = kept_.cbegin(); from != kept_.cend();) {
        auto const to = std::find_if(from, kept_.cend(), [&](Kept const& other) {
            return other.start != from->start || other.day != from->day;
        });
        auto at_one_time = moments(from, to);
        for (auto& moment : at_one_time)
            drop_copies(moment);
        if (at_one_time.size() > 1) {
            std::sort(at_one_time.begin(), at_one_time.end(),
                      [&](Moment const& a, Moment const& b) { return apps[a.source] < apps[b.source]; });
            doubled += drop_doubles(at_one_time);
        }
        for (auto const& moment : at_one_time) {
            auto const seen = [&](Figure const& figure) {
                if (figure.nutrient == energy)
                    apps_of_day[from->day].insert(moment.source);
            };
            for (auto const& food : moment.foods) {
                if (food.figures.empty())
                    continue;
                diet::Eaten eaten;
                eaten.day = iso_day(from->day);
                eaten.time = clock(from->minute);
                eaten.line = food.line;
                eaten.text = names[food_names_[food.number]];
                for (auto const& figure : food.figures) {
                    take(eaten, figure.nutrient, figure.amount);
                    seen(figure);
                }
                if (eaten.text.empty())
                    eaten.text = "entry in " + (apps[moment.source].empty() ? "an app without a name"
                                                                            : apps[moment.source]);
                else
                    named(eaten);
                diary.eaten.push_back(std::move(eaten));
            }
            if (moment.loose.empty())
                continue;
            bool const only_water =
                std::all_of(moment.loose.begin(), moment.loose.end(),
                            [](Figure const& figure) { return figure.nutrient == water; });
            auto& unnamed = (only_water ? drunk : rest)[apps[moment.source]];
            // The clock is kept while one entry has it.
            unnamed.eaten.time = ++unnamed.entries == 1 ? clock(from->minute) : "";
            unnamed.eaten.day = iso_day(from->day);
            unnamed.eaten.line =
                unnamed.entries == 1 ? moment.line : std::min(unnamed.eaten.line, moment.line);
            for (auto const& figure : moment.loose) {
                take(unnamed.eaten, figure.nutrient, figure.amount);
                seen(figure);
            }
        }
        bool const day_ends = to == kept_.cend() || to->day != from->day;
        from = to;
        if (day_ends)
            flush();
    }
    kept_ = {};
    if (doubled > 0)
        diary.notes.push_back(
            fmt::format("{} written by two apps for the same second with the same figure and counted once",
                        counted(doubled, "record was", "records were")));
    std::size_t shared_days = 0;
    std::set<std::string> together;
    for (auto const& [day, of_day] : apps_of_day)
        if (of_day.size() > 1) {
            ++shared_days;
            for (int const app : of_day)
                together.insert(apps[static_cast<std::size_t>(app)]);
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
