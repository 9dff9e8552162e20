// From what the model reads to what is kept, and back.
#include "app/store/diary_values.hpp"

#include "model/diet/words.hpp"

#include <array>
#include <fmt/core.h>
#include <utility>

namespace rheobase::store {

namespace {

constexpr std::array<std::pair<std::string_view, diet::Part>, 3> parts{
    {{"food", diet::Part::food},
     {"fortified", diet::Part::fortified},
     {"supplement", diet::Part::supplement}}};

} // namespace

ChosenFood chosen(diet::Eaten const& eaten, std::string_view source, diet::Foods const& table) {
    ChosenFood out;
    if (eaten.food != diet::no_food) {
        out.id = table.id(eaten.food);
        out.name = table.name(eaten.food);
    }
    out.text = eaten.text;
    out.grams = eaten.grams;
    out.sure = eaten.sure;
    out.source = source;
    for (auto const& [name, part] : parts)
        if (part == eaten.part)
            out.part = name;
    out.stated = eaten.stated;
    return out;
}

Entry understood(std::string_view day, std::string_view meal, std::string_view text,
                 diet::Foods const& table) {
    Entry entry;
    entry.day = day;
    entry.meal = meal;
    entry.text = text;
    auto const read = diet::read_words(text, table);
    for (auto const& eaten : read.eaten)
        entry.foods.push_back(chosen(eaten, "words", table));
    for (auto const& lost : read.unread)
        entry.unread.push_back(lost.text);
    return entry;
}

diet::Diary diary_of(std::vector<Entry> const& entries, diet::Foods const& table) {
    diet::Diary diary;
    diary.format = "rheobase";
    int strangers = 0;
    for (auto const& entry : entries) {
        ++diary.lines;
        for (auto const& food : entry.foods) {
            diet::Eaten eaten;
            eaten.day = entry.day;
            eaten.time = entry.time;
            eaten.meal = entry.meal;
            eaten.line = diary.lines;
            eaten.text = food.text.empty() ? food.name : food.text;
            eaten.food = table.find(food.id).value_or(diet::no_food);
            strangers += !food.id.empty() && eaten.food == diet::no_food;
            eaten.grams = food.grams;
            eaten.sure = known(food.sure) ? food.sure : 0;
            eaten.stated = food.stated;
            for (auto const& [name, part] : parts)
                if (name == food.part)
                    eaten.part = part;
            diary.eaten.push_back(std::move(eaten));
        }
        for (auto const& lost : entry.unread)
            diary.unread.push_back({diary.lines, lost, "it was not understood"});
        if (entry.foods.empty() && entry.unread.empty())
            diary.unread.push_back({diary.lines, entry.text, "no food was understood in it"});
    }
    if (strangers > 0)
        diary.notes.push_back(
            fmt::format("{} of the foods logged are not in this food table, so what they hold is "
                        "not known. Choose them again.",
                        strangers));
    return diary;
}

} // namespace rheobase::store
