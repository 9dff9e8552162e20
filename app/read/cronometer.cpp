// Cronometer's servings.csv (one food a row; columns vary by year and by settings) and its daily nutrition
// file.
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_text.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

bool is_cronometer(DiaryTable const& table) {
    bool const foods = table.has("Day") && table.has("Food Name") && table.has("Amount");
    bool const days = table.has("Date") && table.has("Energy (kcal)") && !table.has("Meal") &&
                      !table.has("Food") &&
                      (table.has("Completed") || table.has("Net Carbs (g)") || table.has("Water (g)"));
    return foods || days;
}

diet::Diary read_cronometer(DiaryTable const& table, diet::Foods const& foods) {
    bool const whole_days = !table.has("Food Name");
    diet::Diary diary;
    diary.format = whole_days ? "cronometer_days" : "cronometer";
    DiaryRows rows(table, {"cronometer", DayOrder::unsure, true, {"net carbs (g)"}}, diary);
    Filling filling(foods);
    std::vector<int> empty_days, unfinished;
    DiaryRow row;
    while (rows.next(row)) {
        if (!whole_days) {
            filling.add(row, rows, diary);
            continue;
        }
        bool const something =
            std::any_of(row.stated.amount.begin(), row.stated.amount.end(), [](double v) { return v > 0; });
        if (!something) {
            empty_days.push_back(row.line);
            continue;
        }
        if (!row.completed)
            unfinished.push_back(row.line);
        diet::Eaten eaten = eaten_of(row);
        eaten.text = "the whole day";
        diary.eaten.push_back(std::move(eaten));
    }
    rows.finish();
    if (!empty_days.empty())
        diary.notes.push_back(fmt::format("{} left out, because nothing was entered: {}",
                                          counted(empty_days.size(), "day is", "days are"),
                                          lines_named(empty_days)));
    if (!unfinished.empty())
        diary.notes.push_back(fmt::format("{} not marked as completed, so food may be missing: {}",
                                          counted(unfinished.size(), "day is", "days are"),
                                          lines_named(unfinished)));
    if (whole_days)
        diary.notes.push_back(
            "This export has one row a day and names no foods; the servings export says more");
    filling.tell(diary);
    return diary;
}

} // namespace rheobase::read
