#include "app/read/diary_dates.hpp"

#include "app/read/diary_text.hpp"

#include <array>
#include <fmt/core.h>
#include <vector>

namespace rheobase::read {

namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return c >= 'a' && c <= 'z';
}

/// A number, a word or a mark.
struct Token {
    enum Kind { number, word, mark } kind;
    std::string_view text;
    int value = 0;
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size() && tokens.size() < 24;) {
        std::size_t end = at + 1;
        if (digit(text[at])) {
            while (end < text.size() && digit(text[end]))
                ++end;
            int value = 0;
            for (char const c : text.substr(at, std::min<std::size_t>(end - at, 8)))
                value = value * 10 + (c - '0');
            tokens.push_back({Token::number, text.substr(at, end - at), value});
        } else if (letter(text[at])) {
            while (end < text.size() && letter(text[end]))
                ++end;
            tokens.push_back({Token::word, text.substr(at, end - at)});
        } else if (text[at] != ' ' && text[at] != ',')
            tokens.push_back({Token::mark, text.substr(at, 1)});
        at = end;
    }
    return tokens;
}

int month_called(std::string_view word) {
    constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
    for (std::size_t i = 0; i < months.size(); ++i)
        if (word.size() >= 3 && months[i].starts_with(word))
            return static_cast<int>(i) + 1;
    return word == "sept" ? 9 : 0;
}

bool in_calendar(int year, int month, int day) {
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1)
        return false;
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool const leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap);
}

bool mark(Token const& token, std::string_view which) {
    return token.kind == Token::mark && which.find(token.text[0]) != which.npos;
}

/// Three numbers with the same mark between them, at the start.
bool three_numbers(std::vector<Token> const& t, std::string_view marks) {
    return t.size() >= 5 && t[0].kind == Token::number && mark(t[1], marks) && t[2].kind == Token::number &&
           t[3].kind == Token::mark && t[3].text == t[1].text && t[4].kind == Token::number;
}

std::string clock(int hour, int minute, std::string_view half) {
    if (half == "pm" && hour < 12)
        hour += 12;
    if (half == "am" && hour == 12)
        hour = 0;
    return hour > 23 || minute > 59 ? "" : fmt::format("{:02}:{:02}", hour, minute);
}

/// The first hour:minute among the tokens, or an hour with am or pm.
std::string clock_in(std::vector<Token> const& t, std::size_t from) {
    for (std::size_t i = from; i < t.size(); ++i) {
        if (t[i].kind != Token::number)
            continue;
        if (i + 2 < t.size() && mark(t[i + 1], ":") && t[i + 2].kind == Token::number) {
            std::string_view half;
            for (std::size_t j = i + 3; j < t.size(); ++j)
                if (t[j].text == "am" || t[j].text == "pm")
                    half = t[j].text;
            return clock(t[i].value, t[i + 2].value, half);
        }
        if (i + 1 < t.size() && (t[i + 1].text == "am" || t[i + 1].text == "pm"))
            return clock(t[i].value, 0, t[i + 1].text);
    }
    return "";
}

} // namespace

std::optional<Moment> moment(std::string_view written, DayOrder order) {
    std::string const text = lower(trimmed(written));
    if (text.size() > 64)
        return std::nullopt;
    auto const t = tokens_of(text);
    int year = 0, month = 0, day = 0;
    std::size_t used = 5;
    if (three_numbers(t, "-/.") && t[0].text.size() == 4) {
        year = t[0].value;
        month = t[2].value;
        day = t[4].value;
    } else if (three_numbers(t, "/.-")) {
        year = t[4].text.size() == 2 ? 2000 + t[4].value : t[4].value;
        bool const day_first =
            order == DayOrder::day_first || (order == DayOrder::unsure && mark(t[1], ".")) || t[0].value > 12;
        day = day_first ? t[0].value : t[2].value;
        month = day_first ? t[2].value : t[0].value;
    } else if (!t.empty() && t[0].kind == Token::number && t[0].text.size() == 8) {
        year = t[0].value / 10000;
        month = t[0].value / 100 % 100;
        day = t[0].value % 100;
        used = 1;
    } else {
        // A month by name, with a day and a year of four digits in either order.
        for (std::size_t i = 0; i < t.size() && month == 0; ++i)
            month = t[i].kind == Token::word ? month_called(t[i].text) : 0;
        for (used = 0; used < t.size() && (year == 0 || day == 0); ++used) {
            if (t[used].kind != Token::number)
                continue;
            (t[used].text.size() == 4 ? year : day) = t[used].value;
        }
    }
    if (!in_calendar(year, month, day))
        return std::nullopt;
    return Moment{fmt::format("{:04}-{:02}-{:02}", year, month, day), clock_in(t, used)};
}

std::string time_of_day(std::string_view written) {
    std::string const text = lower(trimmed(written));
    return text.size() > 64 ? "" : clock_in(tokens_of(text), 0);
}

bool written_with_slashes(std::string_view written) {
    std::string const text = lower(trimmed(written).substr(0, 64));
    auto const t = tokens_of(text);
    return three_numbers(t, "/.-") && t[0].text.size() <= 2;
}

DayOrder order_shown_by(std::string_view written) {
    std::string const text = lower(trimmed(written).substr(0, 64));
    auto const t = tokens_of(text);
    if (!three_numbers(t, "/.-") || t[0].text.size() > 2)
        return DayOrder::unsure;
    return t[0].value > 12 ? DayOrder::day_first : t[2].value > 12 ? DayOrder::month_first : DayOrder::unsure;
}

} // namespace rheobase::read
