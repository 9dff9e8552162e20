// MyFitnessPal's Nutrition-Summary: one row a meal, no foods. Vitamins A and C, calcium and iron were shares
// of a daily value in older exports and the heading does not say so: without a unit they stay unknown.
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"

namespace rheobase::read {

bool is_myfitnesspal(DiaryTable const& table) {
    return table.has("Date") && table.has("Meal") && table.has("Calories") && !table.has("Food") &&
           !table.has("Name") && !table.has("Food Name");
}

diet::Diary read_myfitnesspal(DiaryTable const& table, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "myfitnesspal";
    DiaryRows rows(table, {"myfitnesspal"}, diary);
    DiaryRow row;
    while (rows.next(row)) {
        diet::Eaten eaten = eaten_of(row);
        eaten.text = row.meal.empty() ? "a meal" : row.meal;
        if (!row.note.empty())
            eaten.text += " (" + row.note + ")";
        diary.eaten.push_back(std::move(eaten));
    }
    rows.finish();
    zeros_everywhere_are_unknown(diary);
    diary.notes.push_back(
        "This export has one row a meal and names no foods, so what it does not state stays unknown");
    Filling(foods).tell(diary);
    return diary;
}

} // namespace rheobase::read
