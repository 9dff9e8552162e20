// Any table whose headings say what they hold: SnapCalorie, a spreadsheet of one's own, an export not known
// by name.
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

int columns_of(DiaryTable const& table, Role role) {
    return static_cast<int>(
        std::count_if(table.headings.begin(), table.headings.end(),
                      [&](auto const& written) { return heading(written, "").role == role; }));
}

} // namespace

bool is_named_columns(DiaryTable const& table) {
    bool const day = columns_of(table, Role::day) > 0;
    bool const food = columns_of(table, Role::food) > 0;
    int const nutrients = columns_of(table, Role::nutrient);
    bool const amount =
        columns_of(table, Role::amount) + columns_of(table, Role::quantity) + columns_of(table, Role::grams) >
        0;
    return (food && (nutrients > 0 || amount)) || (day && nutrients > 1);
}

diet::Diary read_named_columns(DiaryTable const& table, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "table";
    bool const names = columns_of(table, Role::food) > 0;
    DiaryRows rows(table, {"table"}, diary);
    Filling filling(foods);
    DiaryRow row;
    while (rows.next(row)) {
        bool const figures = std::any_of(row.stated.amount.begin(), row.stated.amount.end(),
                                         [](double v) { return known(v); });
        if (!row.food.empty() || !figures) {
            filling.add(row, rows, diary);
            continue;
        }
        diet::Eaten eaten = eaten_of(row);
        eaten.text = !row.meal.empty() ? row.meal : names ? "a food without a name" : "the whole day";
        diary.eaten.push_back(std::move(eaten));
    }
    rows.finish();
    zeros_everywhere_are_unknown(diary);
    filling.tell(diary);
    return diary;
}

void zeros_everywhere_are_unknown(diet::Diary& diary) {
    constexpr std::size_t few = 3;
    std::string names;
    for (int n = 0; n < diet::nutrient_count; ++n) {
        if (diet::about(n).family != "mineral" && diet::about(n).family != "vitamin")
            continue;
        std::size_t zeros = 0, others = 0;
        for (auto const& eaten : diary.eaten) {
            zeros += eaten.stated[n] == 0;
            others += eaten.stated[n] > 0;
        }
        if (others > 0 || zeros < few)
            continue;
        for (auto& eaten : diary.eaten)
            eaten.stated[n] = unknown;
        names += (names.empty() ? "" : ", ") + std::string(diet::about(n).short_name);
    }
    if (!names.empty())
        diary.notes.push_back(fmt::format("0 in every row, and so taken as not recorded: {}", names));
}

} // namespace rheobase::read
