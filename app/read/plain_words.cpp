// A diary in plain words: one meal a line. A line that is only a day or a meal's name holds for the lines
// below it, and "Breakfast: porridge with milk" names its own.
#include "app/read/diary_formats.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"
#include "app/read/diary_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

bool names_a_meal(std::string_view text) {
    constexpr std::array<std::string_view, 12> meals{
        "breakfast", "brunch", "lunch",  "dinner",        "supper",          "tea",
        "snack",     "snacks", "drinks", "morning snack", "afternoon snack", "evening snack"};
    std::string const word = lower(trimmed(text));
    return std::find(meals.begin(), meals.end(), word) != meals.end();
}

} // namespace

diet::Diary read_plain_words(std::string_view text, diet::Foods const& foods) {
    diet::Diary diary;
    diary.format = "words";
    Moment when;
    std::string meal;
    int line = 0;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find('\n', from), text.size());
        std::string_view words = trimmed(text.substr(from, end - from));
        from = end + 1;
        ++line;
        if (words.empty())
            continue;
        if (diary.lines >= static_cast<int>(diary_reading.most_rows)) {
            diary.notes.push_back(fmt::format("Reading stopped at line {}: no diary has more than {} lines",
                                              line, diary.lines));
            break;
        }
        std::string_view const label =
            words.ends_with(':') ? trimmed(words.substr(0, words.size() - 1)) : words;
        bool const short_line = label.size() < 40;
        if (auto const day = short_line ? moment(label, DayOrder::unsure) : std::nullopt) {
            if (written_with_slashes(label) && order_shown_by(label) == DayOrder::unsure)
                diary.notes.push_back(fmt::format(
                    "Line {}: \"{}\" is read as {}; write 2026-03-04 to be sure", line, label, day->day));
            when = *day;
            meal.clear();
            continue;
        }
        if (names_a_meal(label)) {
            meal = label;
            continue;
        }
        auto const colon = words.find(':');
        if (colon != words.npos && names_a_meal(words.substr(0, colon))) {
            meal = trimmed(words.substr(0, colon));
            words = trimmed(words.substr(colon + 1));
        }
        ++diary.lines;
        diet::Eaten frame;
        frame.day = when.day;
        frame.time = when.time;
        frame.meal = meal;
        frame.line = line;
        add_words(diary, words, frame, foods);
    }
    return diary;
}

} // namespace rheobase::read
