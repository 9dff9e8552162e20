// Our own JSON: {"diary": [{"day", "time", "meal", "text", "food_id", "grams", "nutrients": {"magnesium_mg":
// 12}}]}.
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_json.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"
#include "app/read/diary_words.hpp"
#include "base/spelling.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <set>

namespace rheobase::read {

namespace {

using nlohmann::json;

std::string text_at(json const& entry, char const* key) {
    auto const place = entry.find(key);
    return place != entry.end() && place->is_string() ? place->get<std::string>() : "";
}

/// A number, or a range {"low", "mid", "high"}; unknown for null and absent. False where it is no amount.
bool range_at(json const& entry, char const* key, diet::Range& range) {
    auto const place = entry.find(key);
    if (place == entry.end() || place->is_null())
        return true;
    auto const possible = [](json const& value) {
        return value.is_number() && value.get<double>() >= 0 &&
               value.get<double>() <= diary_reading.most_grams;
    };
    if (possible(*place)) {
        range = diet::Range::exactly(place->get<double>());
        return true;
    }
    if (!place->is_object() || !place->contains("mid") || !possible((*place)["mid"]))
        return false;
    double const mid = (*place)["mid"].get<double>();
    auto const bound = [&](char const* name) {
        return place->contains(name) && possible((*place)[name]) ? (*place)[name].get<double>() : mid;
    };
    range = {bound("low"), mid, bound("high")};
    return true;
}

} // namespace

bool is_own_json(std::string_view text) {
    auto const entries = json_entries(text, {"diary", ""});
    if (!entries)
        return false;
    if (json_entries(text, {"diary"}) || entries->empty())
        return true;
    std::string_view const first = entries->front().text;
    return first.find("\"day\"") != first.npos && first.find("\"text\"") != first.npos;
}

diet::Diary read_own_json(std::string_view text, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "rheobase_json";
    Filling filling(foods);
    std::set<std::string> strange;
    std::vector<std::string> doubled, odd;
    DaysInOrder days;
    std::vector<int> undated;
    bool dated = false;
    auto const entries = json_entries(text, {"diary", ""}).value_or(std::vector<JsonEntry>{});
    for (auto const& written : entries) {
        if (diary.lines >= static_cast<int>(diary_reading.most_rows)) {
            diary.notes.push_back(fmt::format("Reading stopped at line {}: no diary has more than {} entries",
                                              written.line, diary.lines));
            break;
        }
        ++diary.lines;
        auto const unread = [&](std::string why) {
            diary.unread.push_back({written.line, std::string(written.text.substr(0, 160)), std::move(why)});
        };
        std::string why = "it is not proper JSON";
        auto const entry = written.whole ? json_object(written.text, why, doubled) : std::nullopt;
        if (!entry) {
            unread(written.whole ? why : "the file ends inside this entry");
            continue;
        }
        diet::Eaten eaten;
        eaten.line = written.line;
        eaten.text = text_at(*entry, "text");
        eaten.meal = text_at(*entry, "meal");
        eaten.time = time_of_day(text_at(*entry, "time"));
        auto const day = text_at(*entry, "day");
        if (auto const when = moment(day, DayOrder::unsure))
            eaten.day = when->day;
        else if (auto const label = day_label(day))
            eaten.day = days.day(*label);
        else if (!day.empty()) {
            unread(fmt::format("\"{}\" is no day of the calendar", day.substr(0, 40)));
            continue;
        } else
            undated.push_back(written.line);
        dated = dated || !eaten.day.empty();
        if (!range_at(*entry, "grams", eaten.grams)) {
            unread("grams is no amount that can be eaten");
            continue;
        }
        bool figures = false;
        if (auto const nutrients = entry->find("nutrients");
            nutrients != entry->end() && nutrients->is_object())
            for (auto const& [key, value] : nutrients->items()) {
                auto const n = diet::nutrient_called(key);
                bool const amount = value.is_number() && value.get<double>() >= 0 &&
                                    value.get<double>() * (n && known(diet::about(*n).grams_per_unit)
                                                               ? diet::about(*n).grams_per_unit
                                                               : 1) <=
                                        diary_reading.most_grams;
                if (!n)
                    strange.insert(key);
                else if (amount) {
                    eaten.stated[*n] = value.get<double>();
                    figures = true;
                } else if (!value.is_null())
                    odd.push_back(fmt::format("line {}, {}", written.line, key));
            }
        auto const id = text_at(*entry, "food_id");
        auto const food = foods.find(id);
        if (!id.empty() && !food)
            diary.notes.push_back(fmt::format(
                "Line {}: the food table has no food {}; its text is read instead", written.line, id));
        if (text_at(*entry, "part") == "supplement")
            filling.supplement(eaten, eaten.text, diary_amount(text_at(*entry, "amount")));
        else if (food)
            filling.by_id(eaten, *food,
                          known(eaten.grams.mid) ? eaten.grams.mid
                                                 : grams_of(diary_amount(eaten.text), *food, foods));
        else if (known(eaten.grams.mid) || figures)
            filling.by_name(eaten, eaten.text, text_at(*entry, "amount"));
        else if (eaten.text.empty()) {
            unread("it has neither a text nor a food");
            continue;
        } else {
            add_words(diary, std::string(eaten.text), eaten, foods);
            continue;
        }
        diary.eaten.push_back(std::move(eaten));
    }
    std::vector<std::string_view> keys;
    for (int n = 0; n < diet::nutrient_count; ++n)
        keys.push_back(diet::about(n).key);
    for (auto const& key : strange) {
        auto const near = nearest(key, keys);
        diary.notes.push_back(fmt::format("Nutrient \"{}\" is not known{}", key.substr(0, 60),
                                          near.empty() ? "" : fmt::format("; did you mean {}?", near)));
    }
    if (!odd.empty())
        diary.notes.push_back(fmt::format("{} no amount that can be eaten and left unknown, first: {}",
                                          counted(odd.size(), "figure is", "figures are"), odd.front()));
    if (!doubled.empty())
        diary.notes.push_back(fmt::format("{} twice in one entry, and the last is used, first: {}",
                                          counted(doubled.size(), "key stands", "keys stand"),
                                          doubled.front()));
    if (dated && !undated.empty())
        diary.notes.push_back(fmt::format("{} no day, and together they count as one more: {}",
                                          counted(undated.size(), "entry names", "entries name"),
                                          lines_named(undated)));
    filling.tell(diary);
    return diary;
}

} // namespace rheobase::read
