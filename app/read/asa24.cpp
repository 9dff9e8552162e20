// ASA24's items file: one food a row, coded in FNDDS, with grams and every nutrient; and its totals, one day
// a row.
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_text.hpp"

#include <array>
#include <fmt/core.h>
#include <set>

namespace rheobase::read {

namespace {

/// ASA24 writes the meal as a number.
std::string_view meal_of(std::string_view code) {
    constexpr std::array<std::string_view, 9> meals{"",       "breakfast", "brunch", "lunch",     "dinner",
                                                    "supper", "snack",     "drink",  "supplement"};
    auto const value = number(code).value_or(0);
    return value >= 1 && value < static_cast<double>(meals.size()) ? meals[static_cast<std::size_t>(value)]
                                                                   : code;
}

} // namespace

bool is_asa24(DiaryTable const& table) {
    return table.has("KCAL") && table.has("MAGN") && table.has("VITD") && table.has("POTA");
}

diet::Diary read_asa24(DiaryTable const& table, diet::Foods const& foods) {
    diet::Diary diary;
    bool const items = table.has("FoodCode");
    diary.format = items ? "asa24" : "asa24_days";
    DiaryRows rows(
        table,
        {"asa24", DayOrder::month_first, false, {"foodcode", "foodamt", "username", "intakestartdatetime"}},
        diary);
    Filling filling(foods);
    std::set<std::string, std::less<>> people;
    std::size_t other_codes = 0;
    DiaryRow row;
    while (rows.next(row)) {
        // The day of reporting is the day after the one that was eaten on.
        auto when = moment(rows.cell("occ_time"), DayOrder::month_first);
        if (!when)
            when = moment(rows.cell("intakestartdatetime"), DayOrder::month_first);
        if (!when) {
            rows.unread(row, "it names no day that was eaten on");
            continue;
        }
        people.emplace(rows.cell("username"));
        diet::Eaten eaten = eaten_of(row);
        eaten.day = when->day;
        eaten.time = rows.cell("occ_time").empty() ? "" : when->time;
        eaten.meal = meal_of(rows.cell("occ_name"));
        eaten.text = row.food.empty() ? items ? "a food without a name" : "the whole day" : row.food;
        if (items) {
            auto const food = foods.find("FNDDS:" + std::string(rows.cell("foodcode")));
            if (food)
                filling.by_id(eaten, *food, row.grams);
            else {
                ++other_codes;
                eaten.grams = diet::Range::exactly(row.grams);
                filling.by_name(eaten, row.food, "");
            }
        }
        diary.eaten.push_back(std::move(eaten));
    }
    if (people.size() > 1)
        diary.notes.push_back(fmt::format("The file holds {} people (column UserName), and all of them were "
                                          "read as one; keep the rows of one person",
                                          people.size()));
    if (other_codes > 0)
        diary.notes.push_back(
            fmt::format("{} a food code of another release of FNDDS; the food was found by its description",
                        counted(other_codes, "row has", "rows have")));
    filling.tell(diary);
    return diary;
}

} // namespace rheobase::read
