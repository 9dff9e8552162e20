// Google Fit's nutrition points, as its Takeout and its interface write them: a map of nutrients, a meal, a
// food.
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_json.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"

#include <array>
#include <chrono>
#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <set>

namespace rheobase::read {

namespace {

using nlohmann::json;

/// Nanoseconds since 1970 in UTC.
std::optional<Moment> moment_of(json const& point) {
    auto const place = point.find("startTimeNanos");
    if (place == point.end())
        return std::nullopt;
    auto const nanoseconds = place->is_string()   ? number(place->get<std::string>())
                             : place->is_number() ? std::optional(place->get<double>())
                                                  : std::nullopt;
    constexpr double latest = 7e18;
    if (!nanoseconds || *nanoseconds < 0 || *nanoseconds > latest)
        return std::nullopt;
    using namespace std::chrono;
    sys_seconds const then{seconds(static_cast<long long>(*nanoseconds / 1e9))};
    auto const date = floor<days>(then);
    year_month_day const calendar(date);
    hh_mm_ss const clock(then - date);
    return Moment{fmt::format("{:04}-{:02}-{:02}", static_cast<int>(calendar.year()),
                              static_cast<unsigned>(calendar.month()), static_cast<unsigned>(calendar.day())),
                  fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count())};
}

std::string_view meal_of(int code) {
    constexpr std::array<std::string_view, 5> meals{"", "breakfast", "lunch", "dinner", "snack"};
    return code >= 1 && code < static_cast<int>(meals.size()) ? meals[static_cast<std::size_t>(code)] : "";
}

} // namespace

bool is_google_fit(std::string_view text) {
    return text.find("com.google.nutrition") != text.npos &&
           json_entries(text, {"Data Points", "point"}).has_value();
}

diet::Diary read_google_fit(std::string_view text, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "google_fit";
    Filling filling(foods);
    std::set<std::string> unused;
    std::vector<std::string> doubled;
    for (auto const& written :
         json_entries(text, {"Data Points", "point"}).value_or(std::vector<JsonEntry>{})) {
        if (diary.lines >= static_cast<int>(diary_reading.most_rows)) {
            diary.notes.push_back(fmt::format("Reading stopped at line {}: no diary has more than {} entries",
                                              written.line, diary.lines));
            break;
        }
        ++diary.lines;
        auto const unread = [&](std::string why) {
            diary.unread.push_back({written.line, std::string(written.text.substr(0, 160)), std::move(why)});
        };
        std::string why;
        auto const point = written.whole ? json_object(written.text, why, doubled) : std::nullopt;
        if (!point) {
            unread(written.whole ? why : "the file ends inside this entry");
            continue;
        }
        auto const when = moment_of(*point);
        if (!when) {
            unread("it names no time");
            continue;
        }
        diet::Eaten eaten;
        eaten.day = when->day;
        eaten.time = when->time;
        eaten.line = written.line;
        auto values = point->value("fitValue", point->value("value", json::array()));
        for (auto const& wrapped : values.is_array() ? values : json::array()) {
            if (!wrapped.is_object())
                continue;
            auto const inner = wrapped.find("value");
            json const& value = inner != wrapped.end() && inner->is_object() ? *inner : wrapped;
            if (auto const meal = value.find("intVal"); meal != value.end() && meal->is_number_integer())
                eaten.meal = meal_of(meal->get<int>());
            for (char const* key : {"stringVal", "stringValue"})
                if (auto const name = value.find(key); name != value.end() && name->is_string())
                    eaten.text = name->get<std::string>();
            auto const map = value.find("mapVal");
            for (auto const& pair : map != value.end() && map->is_array() ? *map : json::array()) {
                if (!pair.is_object() || !pair.contains("key") || !pair["key"].is_string() ||
                    !pair.contains("value") || !pair["value"].is_object())
                    continue;
                auto const key = pair["key"].get<std::string>();
                auto const column = heading(key, "google_fit");
                auto const figure = pair["value"].find("fpVal");
                if (column.role != Role::nutrient || !known(column.factor))
                    unused.insert(key);
                else if (figure != pair["value"].end() && figure->is_number() && figure->get<double>() >= 0 &&
                         figure->get<double>() < 1e6)
                    eaten.stated[column.nutrient] = figure->get<double>() * column.factor;
            }
        }
        if (eaten.text.empty())
            eaten.text = eaten.meal.empty() ? "meal" : eaten.meal;
        filling.by_name(eaten, eaten.text, "");
        diary.eaten.push_back(std::move(eaten));
    }
    if (!diary.eaten.empty())
        diary.notes.push_back("Days and times are in UTC, as the file has them");
    if (!unused.empty())
        diary.notes.push_back(fmt::format("{} not used, {} among them",
                                          counted(unused.size(), "kind of figure is", "kinds of figures are"),
                                          *unused.begin()));
    filling.tell(diary);
    return diary;
}

} // namespace rheobase::read
