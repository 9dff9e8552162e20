// Samsung Health's two files of what was eaten. Their first line names the data type; the headings stand on
// the second.
//
// food_intake lists foods with energy only, nutrition the same foods with nutrients: read together they are
// joined, so that nothing counts twice. Times are in UTC with the offset in a column of its own.
#include "app/read/diary_filling.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_text.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

std::string_view meal_of(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> meals{
        {{"100001", "breakfast"},
         {"100002", "lunch"},
         {"100003", "dinner"},
         {"100004", "morning snack"},
         {"100005", "afternoon snack"},
         {"100006", "evening snack"}}};
    for (auto const& [number, name] : meals)
        if (number == code)
            return name;
    return code;
}

/// "UTC+0200" in minutes; 0 where it is not written so.
int offset_minutes(std::string_view text) {
    if (text.size() != 8 || !text.starts_with("UTC"))
        return 0;
    auto const hours = number(text.substr(4, 2));
    auto const minutes = number(text.substr(6, 2));
    if (!hours || !minutes)
        return 0;
    int const size = static_cast<int>(*hours) * 60 + static_cast<int>(*minutes);
    return text[3] == '-' ? -size : size;
}

Moment moved(Moment const& when, int by_minutes) {
    if (by_minutes == 0 || when.time.size() != 5)
        return when;
    using namespace std::chrono;
    auto const part = [&](std::string const& text, std::size_t from, std::size_t size) {
        return static_cast<int>(number(text.substr(from, size)).value_or(0));
    };
    sys_days const day = year{part(when.day, 0, 4)} / part(when.day, 5, 2) / part(when.day, 8, 2);
    auto const then =
        sys_seconds(day) + hours(part(when.time, 0, 2)) + minutes(part(when.time, 3, 2) + by_minutes);
    auto const date = floor<days>(then);
    year_month_day const calendar(date);
    hh_mm_ss const clock(then - date);
    return {fmt::format("{:04}-{:02}-{:02}", static_cast<int>(calendar.year()),
                        static_cast<unsigned>(calendar.month()), static_cast<unsigned>(calendar.day())),
            fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count())};
}

/// Some versions put the data type before each heading.
std::string without_type(std::string const& heading) {
    auto const at = heading.starts_with("com.samsung.") ? heading.rfind('.') : std::string::npos;
    return at == std::string::npos ? heading : heading.substr(at + 1);
}

DiaryTable with_short_headings(DiaryTable table) {
    for (auto& written : table.headings) {
        written = without_type(written);
        if (lower(written) == "title")
            written = "name";
    }
    return table;
}

} // namespace

bool is_samsung(DiaryTable const& written) {
    auto const table = with_short_headings(written);
    return table.has("start_time") && table.has("name") && table.has("calorie") &&
           (table.has("pkg_name") || table.has("deviceuuid") || table.has("datauuid"));
}

diet::Diary read_samsung(DiaryTable const& written, diet::Foods const& foods) {
    auto const table = with_short_headings(written);
    diet::Diary diary;
    bool const nutrition = table.has("magnesium") || table.has("potassium") || table.has("protein");
    diary.format = nutrition ? "samsung_nutrition" : "samsung_food_intake";
    DiaryRows rows(
        table,
        {"samsung",
         DayOrder::unsure,
         true,
         {"create_sh_ver", "modify_sh_ver", "update_time", "create_time", "custom", "client_data_id",
          "client_data_ver", "time_offset", "deviceuuid", "pkg_name", "datauuid", "food_info_id"}},
        diary);
    Filling filling(foods);
    bool shifted = false;
    DiaryRow row;
    while (rows.next(row)) {
        int const offset = offset_minutes(rows.cell("time_offset"));
        shifted = shifted || offset != 0;
        row.when = moved(row.when, offset);
        row.meal = meal_of(row.meal);
        // The unit is a number of Samsung's own, which no document explains: such an amount cannot be
        // weighed.
        if (!unit_called(rows.cell("unit")))
            row.amount.clear();
        if (row.food.empty() && row.stated[diet::nutrient("energy_kcal")] > 0)
            row.food = row.meal.empty() ? "meal" : row.meal;
        filling.add(row, rows, diary);
    }
    rows.finish();
    if (shifted)
        diary.notes.push_back("Times are taken as UTC and moved by the offset that the file names");
    zeros_everywhere_are_unknown(diary);
    filling.tell(diary);
    return diary;
}

diet::Diary joined_samsung(diet::Diary intake, diet::Diary const& nutrition) {
    std::size_t joined = 0, added = 0, left_out = 0;
    std::vector<bool> used(intake.eaten.size(), false);
    auto const listed = intake.eaten.size();
    for (auto const& other : nutrition.eaten) {
        bool meal_listed = false;
        std::size_t found = listed;
        for (std::size_t i = 0; i < listed && found == listed; ++i) {
            auto const& eaten = intake.eaten[i];
            bool const same_meal = eaten.day == other.day && eaten.meal == other.meal;
            meal_listed = meal_listed || same_meal;
            if (same_meal && !used[i] && lower(eaten.text) == lower(other.text))
                found = i;
        }
        if (found < listed) {
            used[found] = true;
            ++joined;
            for (int n = 0; n < diet::nutrient_count; ++n)
                if (!known(intake.eaten[found].stated[n]))
                    intake.eaten[found].stated[n] = other.stated[n];
        } else if (meal_listed)
            ++left_out;
        else {
            ++added;
            intake.eaten.push_back(other);
        }
    }
    intake.format = "samsung";
    intake.lines += static_cast<int>(added);
    intake.unread.insert(intake.unread.end(), nutrition.unread.begin(), nutrition.unread.end());
    intake.lines += static_cast<int>(nutrition.unread.size());
    intake.notes.push_back(fmt::format("Of the nutrition file {} joined to the list of foods, {} added, and "
                                       "{} left out because their meal is listed there under other names",
                                       counted(joined, "row is", "rows are"), added, left_out));
    return intake;
}

} // namespace rheobase::read
