// A diary in plain words: one meal a line. A line that is only a day or a meal's name holds for the lines
// below it, and "Tuesday lunch: soup" names its own. Days need no date: "Monday" and "Day 2" part days as
// well.
#include "app/read/day_labels.hpp"
#include "app/read/diary_formats.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"
#include "app/read/diary_words.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <set>

namespace rheobase::read {

namespace {

/// "Breakfast: eggs. Lunch: soup" is two meals of one line.
std::vector<std::string_view> meals_of(std::string_view line) {
    std::vector<std::string_view> parts;
    std::size_t begun = 0;
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
        bool const parting = line[at] == '.' || line[at] == ';' || line[at] == ',' || line[at] == '|';
        if (!parting || line[at + 1] != ' ')
            continue;
        auto const head = head_of(line.substr(at + 2), false, DayOrder::unsure);
        if (!head.meal.empty() && head.written.ends_with(':')) {
            parts.push_back(trimmed(line.substr(begun, at - begun)));
            begun = at + 2;
        }
    }
    parts.push_back(trimmed(line.substr(begun)));
    return parts;
}

/// One date with a 13 in it tells for all.
DayOrder order_shown_in(std::string_view text) {
    auto order = DayOrder::unsure;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find('\n', from), text.size());
        auto const head = head_of(trimmed(text.substr(from, end - from)), false, DayOrder::unsure);
        if (auto const shown = head.slashes ? order_shown_by(head.date_written) : DayOrder::unsure;
            shown != DayOrder::unsure)
            order = shown;
        from = end + 1;
    }
    return order;
}

} // namespace

diet::Diary read_plain_words(std::string_view text, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "words";
    bool const weekdays = weekdays_lead(text);
    auto const order = order_shown_in(text);
    DaysInOrder days;
    diet::Eaten frame;
    bool named = false;
    std::set<int> undated;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find('\n', from), text.size());
        std::string_view const line = trimmed(text.substr(from, end - from));
        from = end + 1;
        ++frame.line;
        if (line.empty())
            continue;
        if (diary.lines >= static_cast<int>(diary_reading.most_rows)) {
            diary.notes.push_back(fmt::format("Reading stopped at line {}: no diary has more than {} lines",
                                              frame.line, diary.lines));
            break;
        }
        bool counted_line = false;
        for (auto const part : meals_of(line)) {
            auto const head = head_of(part, weekdays, order);
            if (head.date) {
                if (head.slashes && order == DayOrder::unsure)
                    diary.notes.push_back(
                        fmt::format("Line {}: \"{}\" is read as {}; write 2026-03-04 to be sure", frame.line,
                                    head.written, head.date->day));
                frame.day = days.day(head.date->day);
            } else if (head.label) {
                bool again = false;
                frame.day = days.day(*head.label, &again);
                if (again)
                    diary.notes.push_back(
                        fmt::format("Line {}: {} comes again after other days and is a new day", frame.line,
                                    *head.label));
            }
            if (head.date || head.label) {
                named = true;
                frame.meal.clear();
                frame.time.clear();
            }
            if (!head.meal.empty()) {
                frame.meal = head.meal;
                frame.time.clear();
            }
            if (!head.time.empty())
                frame.time = head.time;
            std::string_view const food = trimmed(head.food);
            if (food.empty())
                continue;
            diary.lines += !counted_line;
            counted_line = true;
            if (frame.day.empty())
                undated.insert(frame.line);
            add_words(diary, food, frame, foods);
        }
    }
    if (named && !undated.empty())
        diary.notes.push_back(fmt::format(
            "{} above the first day that is named and {} as a day of {} own: {}",
            counted(undated.size(), "line stands", "lines stand"), undated.size() == 1 ? "counts" : "count",
            undated.size() == 1 ? "its" : "their", lines_named({undated.begin(), undated.end()})));
    return diary;
}

} // namespace rheobase::read
