// Our own format: day,time,meal,line,text,food_id,food,grams, one column a nutrient, and behind them what
// reading the file again needs: sure,grams_low,grams_high,stated,part. Written by hand, `text`, or `day`
// and `text`, are enough, with the amount in the text.
#include "app/read/diary.hpp"
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_text.hpp"
#include "app/read/diary_words.hpp"
#include "model/diet/intake.hpp"

#include <algorithm>
#include <array>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

std::string written(double value) {
    return known(value) ? fmt::format("{}", value) : "";
}

constexpr std::array<std::string_view, 9> own_headings{"line",   "text",      "food_id",    "food", "sure",
                                                       "stated", "grams_low", "grams_high", "part"};

constexpr std::pair<std::string_view, diet::Part> parts[] = {
    {"food", diet::Part::food}, {"fortified", diet::Part::fortified}, {"supplement", diet::Part::supplement}};

std::string_view called(diet::Part part) {
    for (auto const& [name, value] : parts)
        if (value == part)
            return name;
    return "food";
}

} // namespace

/// `text` is a common word, so a table without days is ours only where every heading is.
bool is_own_csv(DiaryTable const& table) {
    if (!table.has("text"))
        return false;
    return table.has("day") ||
           std::all_of(table.headings.begin(), table.headings.end(), [](std::string const& written) {
               std::string const name = lower(written);
               return std::find(own_headings.begin(), own_headings.end(), name) != own_headings.end() ||
                      heading(written, "own").role != Role::none;
           });
}

diet::Diary read_own_csv(DiaryTable const& table, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "rheobase_csv";
    DiaryRows rows(table,
                   {"own",
                    DayOrder::unsure,
                    false,
                    {own_headings.begin(), own_headings.end()},
                    lower(table.headings.back()) == "text"},
                   diary);
    Filling filling(foods);
    bool matched = false;
    std::vector<int> lost_ids;
    DiaryRow row;
    while (rows.next(row)) {
        auto const text = rows.cell("text");
        auto const id = rows.cell("food_id");
        auto const part = rows.cell("part");
        bool const figures = std::any_of(row.stated.amount.begin(), row.stated.amount.end(),
                                         [](double v) { return known(v); });
        if (text.empty() && id.empty() && rows.cell("food").empty() && !figures) {
            rows.unread(row, "it has neither a text nor a food");
            continue;
        }
        bool const by_hand = id.empty() && part.empty();
        if (by_hand && !known(row.grams) && row.amount.empty() && !text.empty()) {
            auto frame = eaten_of(row);
            add_words(diary, text, frame, foods);
            continue;
        }
        diet::Eaten eaten;
        eaten.day = row.when.day;
        eaten.time = row.when.time;
        eaten.meal = row.meal;
        eaten.line = static_cast<int>(number(rows.cell("line")).value_or(row.line));
        eaten.text = text.empty() ? std::string(rows.cell("food")) : std::string(text);
        if (eaten.text.empty() && id.empty())
            eaten.text = row.meal.empty() ? "a row without a text" : row.meal;
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
        if (by_hand && !text.empty()) {
            matched = true;
            filling.by_name(eaten, text, row.amount);
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
    bool days_named = false;
    for (auto const& eaten : diary.eaten) {
        days_named = days_named || !eaten.day.empty();
        bool const found = eaten.food != diet::no_food;
        std::vector<std::string> cells{eaten.day.empty() && days_named ? std::string(no_day) : eaten.day,
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
