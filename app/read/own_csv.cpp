// Our own format: day,time,meal,line,text,food_id,food,grams, one column a nutrient, and behind them what
// reading the file again needs: sure,grams_low,grams_high,stated,part. Written by hand, `day` and `text` are
// enough.
#include "app/read/diary.hpp"
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_text.hpp"
#include "app/read/diary_words.hpp"
#include "model/diet/intake.hpp"

#include <fmt/core.h>

namespace rheobase::read {

namespace {

std::string written(double value) {
    return known(value) ? fmt::format("{}", value) : "";
}

constexpr std::pair<std::string_view, diet::Part> parts[] = {
    {"food", diet::Part::food}, {"fortified", diet::Part::fortified}, {"supplement", diet::Part::supplement}};

std::string_view called(diet::Part part) {
    for (auto const& [name, value] : parts)
        if (value == part)
            return name;
    return "food";
}

} // namespace

bool is_own_csv(DiaryTable const& table) {
    return table.has("day") && table.has("text");
}

diet::Diary read_own_csv(DiaryTable const& table, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "rheobase_csv";
    DiaryRows rows(table,
                   {"own",
                    DayOrder::unsure,
                    false,
                    {"line", "text", "food_id", "food", "sure", "grams_low", "grams_high", "stated", "part"}},
                   diary);
    Filling filling(foods);
    bool matched = false;
    std::vector<int> lost_ids;
    DiaryRow row;
    while (rows.next(row)) {
        auto const text = rows.cell("text");
        auto const id = rows.cell("food_id");
        auto const part = rows.cell("part");
        if (id.empty() && part.empty() && !known(row.grams)) {
            if (text.empty())
                rows.unread(row, "it has neither a text nor a food");
            else
                add_words(diary, text, eaten_of(row), foods);
            continue;
        }
        diet::Eaten eaten;
        eaten.day = row.when.day;
        eaten.time = row.when.time;
        eaten.meal = row.meal;
        eaten.line = static_cast<int>(number(rows.cell("line")).value_or(row.line));
        eaten.text = text.empty() ? std::string(rows.cell("food")) : std::string(text);
        eaten.sure = number(rows.cell("sure")).value_or(id.empty() ? 0 : 1);
        for (auto const& [name, value] : parts)
            if (name == lower(part))
                eaten.part = value;
        double const low = number(rows.cell("grams_low")).value_or(row.grams);
        double const high = number(rows.cell("grams_high")).value_or(row.grams);
        eaten.grams = {low, row.grams, high};
        auto const food = foods.find(id);
        eaten.food = food.value_or(diet::no_food);
        bool const marked = table.has("stated");
        auto const stated = fmt::format(" {} ", rows.cell("stated"));
        for (int n = 0; n < diet::nutrient_count; ++n) {
            bool const from_file =
                !marked || stated.find(fmt::format(" {} ", diet::about(n).key)) != stated.npos;
            if (from_file || (!food && !id.empty()))
                eaten.stated[n] = row.stated[n];
        }
        if (!food && !id.empty())
            lost_ids.push_back(row.line);
        if (food && !known(row.grams))
            eaten.grams = possible(grams_of(diary_amount(text), *food, foods));
        if (!food && id.empty() && part.empty() && !text.empty()) {
            matched = true;
            filling.by_name(eaten, text, "");
        }
        diary.eaten.push_back(std::move(eaten));
    }
    if (!lost_ids.empty())
        diary.notes.push_back(fmt::format(
            "{} a food_id that this food table does not have; the figures of the file are used: {}",
            counted(lost_ids.size(), "row has", "rows have"), lines_named(lost_ids)));
    rows.finish();
    if (matched)
        filling.tell(diary);
    return diary;
}

std::string write_diary_csv(diet::Diary const& diary, diet::Foods const& foods) {
    std::string out = "day,time,meal,line,text,food_id,food,grams";
    for (int n = 0; n < diet::nutrient_count; ++n)
        out += fmt::format(",{}", diet::about(n).key);
    out += ",sure,grams_low,grams_high,stated,part\n";
    for (auto const& eaten : diary.eaten) {
        bool const found = eaten.food != diet::no_food;
        std::vector<std::string> cells{eaten.day,
                                       eaten.time,
                                       eaten.meal,
                                       std::to_string(eaten.line),
                                       eaten.text,
                                       found ? std::string(foods.id(eaten.food)) : "",
                                       found ? std::string(foods.name(eaten.food)) : "",
                                       written(eaten.grams.mid)};
        auto const amounts = diet::amounts_in(eaten, foods);
        std::string stated;
        for (int n = 0; n < diet::nutrient_count; ++n) {
            cells.push_back(written(amounts[n]));
            if (known(eaten.stated[n]))
                stated += fmt::format("{}{}", stated.empty() ? "" : " ", diet::about(n).key);
        }
        cells.push_back(written(eaten.sure));
        cells.push_back(written(eaten.grams.low));
        cells.push_back(written(eaten.grams.high));
        cells.push_back(stated);
        cells.emplace_back(called(eaten.part));
        out += csv_line(cells) + '\n';
    }
    return out;
}

} // namespace rheobase::read
