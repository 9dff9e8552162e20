#include "app/read/day_labels.hpp"

#include "app/read/diary_text.hpp"

#include <algorithm>
#include <array>
#include <fmt/core.h>
#include <set>
#include <vector>

namespace rheobase::read {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> counts{"one", "two", "three", "four", "five", "six", "seven"};

constexpr std::array<std::string_view, 24> meals{
    "breakfast",     "brekkie",       "brunch",          "elevenses",        "lunch",       "dinner",
    "supper",        "tea",           "snack",           "snacks",           "drinks",      "dessert",
    "bedtime",       "meal",          "other",           "early morning",    "mid morning", "mid afternoon",
    "morning snack", "evening snack", "afternoon snack", "late night snack", "late snack",  "bedtime snack"};

bool digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// Which name a word shortens ("tues", "Sept"), -1 for none; no word of fewer than three letters does.
template <std::size_t N>
int shortened(std::string_view word, std::array<std::string_view, N> const& names) {
    if (word.ends_with('.'))
        word.remove_suffix(1);
    std::string const low = lower(word);
    for (std::size_t i = 0; i < N; ++i)
        if (low.size() >= 3 && lower(names[i]).starts_with(low))
            return static_cast<int>(i);
    return -1;
}

int weekday_called(std::string_view word) {
    // "sun" and "wed" are days; "mond" is a slip, "thur" and "weds" are habits.
    return lower(word) == "weds" ? 2 : shortened(word, weekdays);
}

/// 5 of "5", "5th", "05"; 0 for anything else.
int day_of_month(std::string_view word) {
    auto const end = std::min(word.find_first_not_of("0123456789"), word.size());
    std::string_view const rest = word.substr(end);
    bool const ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th" || rest.empty();
    if (end == 0 || end > 2 || !ordinal)
        return 0;
    int const day = word[0] - '0' + (end == 2 ? 9 * (word[0] - '0') + word[1] - '0' : 0);
    return day >= 1 && day <= 31 ? day : 0;
}

/// A word of a line and where it ends, with the marks behind it.
struct Word {
    std::string_view text;
    std::size_t from = 0;
    std::size_t to = 0;  ///< behind the word and the marks after it
    bool closed = false; ///< a colon, a dash or the end of the line stands behind it
};

std::vector<Word> first_words(std::string_view line) {
    constexpr std::size_t enough = 12;
    constexpr std::string_view blanks = " \t()[]*_#";
    constexpr std::array<std::string_view, 4> dashes{"-", "\xE2\x80\x93", "\xE2\x80\x94", "="};
    std::vector<Word> words;
    std::size_t at = 0;
    auto const skip = [&](std::string_view which) {
        while (at < line.size() && which.find(line[at]) != which.npos)
            ++at;
    };
    // List marks before the first word.
    for (std::string_view const bullet : {"\xE2\x80\xA2", "- ", "* ", "\xE2\x80\x93 "})
        if (line.starts_with(bullet))
            at = bullet.size();
    skip(blanks);
    while (at < line.size() && words.size() < enough) {
        Word word;
        word.from = at;
        while (at < line.size() && blanks.find(line[at]) == blanks.npos && line[at] != ',' &&
               line[at] != ';' &&
               !(line[at] == ':' && (at + 1 == line.size() || line[at + 1] < '0' || line[at + 1] > '9')))
            ++at;
        word.text = line.substr(word.from, at - word.from);
        bool const blank_behind = at < line.size() && blanks.find(line[at]) != blanks.npos;
        skip(blanks);
        if (at < line.size() && (line[at] == ':' || line[at] == ',' || line[at] == ';')) {
            word.closed = line[at] == ':';
            ++at;
        } else if (blank_behind)
            for (auto const dash : dashes)
                if (line.substr(at).starts_with(dash) && !word.closed) {
                    at += dash.size();
                    word.closed = true;
                }
        skip(blanks);
        word.closed = word.closed || at >= line.size();
        word.to = at;
        words.push_back(word);
    }
    return words;
}

std::string joined(std::vector<Word> const& words, std::size_t from, std::size_t count) {
    std::string out;
    for (std::size_t i = from; i < from + count && i < words.size(); ++i)
        out += (i > from ? " " : "") + std::string(words[i].text);
    return out;
}

/// "Jan 5th 2026" without its ordinal's letters, so that it reads as a date.
std::string plain_date(std::vector<Word> const& words, std::size_t from, std::size_t count) {
    std::string out;
    for (std::size_t i = from; i < from + count; ++i) {
        int const day = day_of_month(words[i].text);
        out += (i > from ? " " : "") + (day > 0 ? std::to_string(day) : std::string(words[i].text));
    }
    return out;
}

/// A piece of a head: how many words it takes, and whether it needs no colon behind it.
struct Piece {
    std::size_t words = 0;
    bool sure = false;
};

/// A full date: "2026-01-05", "5/1/2026", "5 January 2026".
Piece date_at(std::vector<Word> const& words, std::size_t at, DayOrder order, LineHead& head) {
    auto const& first = words[at].text;
    bool const three_numbers = std::count_if(first.begin(), first.end(),
                                             [](char c) { return c == '-' || c == '/' || c == '.'; }) >= 2;
    if (three_numbers && first[0] >= '0' && first[0] <= '9')
        if (auto const when = moment(first, order)) {
            head.date = when;
            head.date_written = first;
            head.slashes = written_with_slashes(first);
            head.time = when->time;
            return {1, true};
        }
    if (at + 2 >= words.size())
        return {};
    bool const month = shortened(first, months) >= 0 || shortened(words[at + 1].text, months) >= 0;
    bool const day = day_of_month(first) > 0 || day_of_month(words[at + 1].text) > 0;
    if (!month || !day || words[at + 2].text.size() != 4 || !digits(words[at + 2].text))
        return {};
    auto const when = moment(plain_date(words, at, 3), order);
    if (!when)
        return {};
    head.date = when;
    return {3, true};
}

/// A day without a year: "Monday", "Day 2", "5 January", "today".
Piece label_at(std::vector<Word> const& words, std::size_t at, std::string& label) {
    std::string const first = lower(words[at].text);
    std::string_view const second = at + 1 < words.size() ? words[at + 1].text : std::string_view{};
    if (int const day = weekday_called(first); day >= 0) {
        label = weekdays[static_cast<std::size_t>(day)];
        return {1, false};
    }
    if (first == "day") {
        std::string_view number = second;
        if (number.starts_with('#'))
            number.remove_prefix(1);
        auto const spelt = std::find(counts.begin(), counts.end(), lower(number));
        if (spelt != counts.end())
            label = fmt::format("Day {}", spelt - counts.begin() + 1);
        else if (digits(number) && number.size() <= 3)
            label = fmt::format("Day {}", std::stoi(std::string(number)));
        else
            return {};
        return {2, true};
    }
    if (first == "today" || first == "yesterday") {
        label = first == "today" ? "Today" : "Yesterday";
        return {1, false};
    }
    int const month = std::max(shortened(first, months), shortened(second, months));
    int const day = std::max(day_of_month(first), day_of_month(second));
    if (month >= 0 && day > 0) {
        label = fmt::format("{} {}", day, months[static_cast<std::size_t>(month)]);
        return {2, false};
    }
    return {};
}

Piece time_at(std::vector<Word> const& words, std::size_t at, std::string& time) {
    auto const first = words[at].text;
    if (first.empty() || first[0] < '0' || first[0] > '9')
        return {};
    std::string const next = at + 1 < words.size() ? lower(words[at + 1].text) : "";
    std::size_t const count = next == "am" || next == "pm" ? 2 : 1;
    auto const told = time_of_day(joined(words, at, count));
    bool const clock = first.find_first_not_of("0123456789:.apmAPM") == first.npos;
    if (told.empty() || !clock)
        return {};
    time = told;
    return {count, true};
}

Piece meal_at(std::vector<Word> const& words, std::size_t at, std::string& meal) {
    constexpr std::size_t longest = 3;
    for (std::size_t count = std::min(longest, words.size() - at); count > 0; --count)
        if (names_a_meal(joined(words, at, count))) {
            meal = joined(words, at, count);
            return {count, false};
        }
    return {};
}

} // namespace

bool names_a_meal(std::string_view text) {
    std::string word = lower(trimmed(text));
    std::replace(word.begin(), word.end(), '-', ' ');
    auto const space = word.rfind(' ');
    if (space != word.npos && digits(std::string_view(word).substr(space + 1)))
        word.resize(space);
    return std::find(meals.begin(), meals.end(), word) != meals.end();
}

std::optional<std::string> day_label(std::string_view text) {
    auto words = first_words(trimmed(text));
    if (words.empty() || words.size() > 3)
        return std::nullopt;
    std::string label;
    auto const piece = label_at(words, 0, label);
    if (piece.words == words.size())
        return label;
    // As it is written again: "Monday (2)".
    if (piece.words == 1 && words.size() == 2 && digits(words[1].text) && text.find('(') != text.npos)
        return fmt::format("{} ({})", label, words[1].text);
    return std::nullopt;
}

std::string DaysInOrder::day(std::string const& name, bool* again) {
    if (name == now_)
        return now_as_;
    now_ = now_as_ = name;
    bool const weekday = std::find(weekdays.begin(), weekdays.end(), name) != weekdays.end();
    int const week = ++weeks_[name];
    if (weekday && week > 1) {
        now_as_ = fmt::format("{} ({})", name, week);
        if (again)
            *again = true;
    }
    return now_as_;
}

LineHead head_of(std::string_view line, bool weekdays_lead, DayOrder order) {
    LineHead head, reading;
    head.food = line;
    auto const words = first_words(line);
    for (std::size_t at = 0; at < words.size();) {
        Piece piece;
        std::string label, time, meal;
        if (!reading.date)
            piece = date_at(words, at, order, reading);
        if (piece.words == 0) {
            if (piece = label_at(words, at, label); piece.words > 0) {
                bool const weekday = piece.words == 1 && label != "Today" && label != "Yesterday";
                piece.sure = piece.sure || (weekday && weekdays_lead);
                // "Monday 5 January": the surer of the two names the day.
                if (!reading.label || !weekday)
                    reading.label = label;
            } else if (piece = time_at(words, at, time); piece.words > 0)
                reading.time = time;
            else if (piece = meal_at(words, at, meal); piece.words > 0 && reading.meal.empty())
                reading.meal = meal;
            else
                break;
        }
        auto const& last = words[at + piece.words - 1];
        at += piece.words;
        if (piece.sure || last.closed) {
            head = reading;
            head.food = line.substr(std::min(last.to, line.size()));
            head.written = trimmed(line.substr(0, last.to));
        }
        // A comma goes on with a date ("Monday, 5 January") and never with a meal ("tea, two biscuits").
    }
    return head;
}

bool weekdays_lead(std::string_view text) {
    std::set<int> seen;
    for (std::size_t from = 0; from < text.size();) {
        auto const end = std::min(text.find('\n', from), text.size());
        auto const words = first_words(trimmed(text.substr(from, end - from)));
        if (!words.empty())
            if (int const day = weekday_called(words[0].text); day >= 0)
                seen.insert(day);
        from = end + 1;
    }
    return seen.size() > 1;
}

} // namespace rheobase::read
