// Lose It!'s food-logs.csv: one food a row; rows the person deleted are still in it and marked.
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"

namespace rheobase::read {

bool is_loseit(DiaryTable const& table) {
    return table.has("Name") && table.has("Quantity") && table.has("Units") && table.has("Calories") &&
           (table.has("Deleted") || table.has("Icon")) && table.has("Date");
}

diet::Diary read_loseit(DiaryTable const& table, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "loseit";
    DiaryRows rows(table, {"loseit", DayOrder::month_first, true, {"icon"}}, diary);
    Filling filling(foods);
    DiaryRow row;
    while (rows.next(row))
        filling.add(row, rows, diary);
    rows.finish();
    zeros_everywhere_are_unknown(diary);
    filling.tell(diary);
    return diary;
}

} // namespace rheobase::read
