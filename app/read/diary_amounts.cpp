#include "app/read/diary_amounts.hpp"

#include "app/read/diary_headings.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"
#include "model/diet/phrases.hpp"
#include "model/diet/portions.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace rheobase::read {

namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

/// A number at the start: "4.00", "1/2", "1 1/2", "1,200.5", "½". Taken off the text; unknown when there is
/// none.
double number_off(std::string_view& text) {
    text = trimmed(text);
    constexpr std::array<std::pair<std::string_view, double>, 5> marks{{{"\xC2\xBD", 0.5},
                                                                        {"\xC2\xBC", 0.25},
                                                                        {"\xC2\xBE", 0.75},
                                                                        {"\xE2\x85\x93", 1.0 / 3},
                                                                        {"\xE2\x85\x94", 2.0 / 3}}};
    double value = unknown;
    std::size_t end = 0;
    while (end < text.size() &&
           (digit(text[end]) || text[end] == '.' || text[end] == ',' || (end == 0 && text[end] == '-')))
        ++end;
    while (end > 0 && (text[end - 1] == ',' || text[end - 1] == '.'))
        --end;
    if (end > 0)
        value = number_with_grouping(text.substr(0, end)).value_or(unknown);
    std::string_view rest = text.substr(end);
    if (known(value) && rest.starts_with('/') && rest.size() > 1 && digit(rest[1])) {
        rest.remove_prefix(1);
        double const below = number_off(rest);
        text = rest;
        return below > 0 ? value / below : unknown;
    }
    std::string_view const after = trimmed(rest);
    for (auto const& [mark, part] : marks)
        if (after.starts_with(mark)) {
            text = after.substr(mark.size());
            return (known(value) ? value : 0) + part;
        }
    auto const slash = after.find('/');
    if (known(value) && slash != after.npos && slash > 0 && slash <= 2 && digit(after[0]) &&
        rest.starts_with(' ')) {
        std::string_view fraction = after;
        double const part = number_off(fraction);
        if (part > 0 && part < 1) {
            text = fraction;
            return value + part;
        }
    }
    text = rest;
    return value;
}

/// The longest unit of diary_units.csv (one or two words) at the start, taken off the text.
std::optional<Unit> unit_off(std::string_view& text) {
    text = trimmed(text);
    auto const end_of_word = [&](std::size_t from) {
        while (from < text.size() && text[from] != ' ' && text[from] != ',' && text[from] != '(' &&
               text[from] != ')')
            ++from;
        return from;
    };
    auto const first = end_of_word(0);
    auto const second = first < text.size() && text[first] == ' ' ? end_of_word(first + 1) : first;
    for (auto const end : {second, first})
        if (end > 0)
            if (auto const unit = unit_called(text.substr(0, end))) {
                text.remove_prefix(end);
                return unit;
            }
    return std::nullopt;
}

bool counts_doses(std::string_view measure) {
    constexpr std::array<std::string_view, 13> doses{"tablet",  "capsule", "softgel", "soft gel", "caplet",
                                                     "pill",    "gummy",   "gummies", "lozenge",  "drop",
                                                     "ampoule", "sachet",  "vcap"};
    std::string const text = lower(measure);
    return std::any_of(doses.begin(), doses.end(), [&](auto word) {
        auto const at = text.find(word);
        return at != text.npos && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '-');
    });
}

/// Words without numbers and marks, singular: "2 cups, sliced" is {cup, sliced}.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    auto const close = [&] {
        if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss"))
            word.pop_back();
        if (!word.empty())
            words.push_back(word);
        word.clear();
    };
    for (char const c : lower(text)) {
        if (c == '(')
            break;
        if (c >= 'a' && c <= 'z')
            word += c;
        else
            close();
    }
    close();
    for (auto& w : words) {
        if (w == "tablespoon")
            w = "tbsp";
        else if (w == "teaspoon")
            w = "tsp";
    }
    return words;
}

void weigh(DiaryAmount& amount, double each, Unit const& unit) {
    if (unit.measures == "mass")
        amount.grams = amount.count * each * unit.factor;
    else if (unit.measures == "volume")
        amount.millilitres = amount.count * each * unit.factor;
    else if (unit.measures == "iu") {
        amount.units = amount.count * each;
        amount.dose = true;
    }
    amount.understood = true;
}

} // namespace

DiaryAmount diary_amount(std::string_view written) {
    DiaryAmount amount;
    std::string_view rest = written.substr(0, 200);
    double const count = number_off(rest);
    amount.count = known(count) ? count : 1;
    amount.understood = known(count);
    rest = trimmed(rest);
    if (rest.starts_with("x ") || rest.starts_with("* ") || rest.starts_with("\xC3\x97"))
        rest.remove_prefix(rest[0] == '\xC3' ? 2 : 1);
    rest = trimmed(rest);
    std::string_view inner = rest;
    double const each = number_off(inner);
    if (known(each)) {
        if (auto const unit = unit_off(inner)) {
            weigh(amount, each, *unit);
            return amount;
        }
    } else if (auto const unit = unit_off(rest)) {
        weigh(amount, 1, *unit);
        amount.understood = known(count);
        if (!known(count))
            amount.grams = amount.millilitres = amount.units = unknown;
        return amount;
    }
    amount.dose = counts_doses(rest);
    // "1 serving (85 g)", "2 slices - 28g": the weight of one stands behind the measure.
    for (std::size_t at = 0; at < rest.size(); ++at) {
        if (!digit(rest[at]) || (at > 0 && (digit(rest[at - 1]) || rest[at - 1] == '.' ||
                                            rest[at - 1] == '/' || rest[at - 1] == '-')))
            continue;
        std::string_view behind = rest.substr(at);
        double const weight = number_off(behind);
        auto const unit = unit_off(behind);
        if (known(weight) && unit && (unit->measures == "mass" || unit->measures == "volume")) {
            weigh(amount, weight, *unit);
            break;
        }
    }
    amount.measure = trimmed(rest);
    return amount;
}

bool can_be_eaten(DiaryAmount const& amount) {
    auto const possible = [](double value) {
        return !known(value) || (value >= 0 && value <= diary_reading.most_grams);
    };
    return possible(amount.count) && possible(amount.grams) && possible(amount.millilitres);
}

diet::Range possible(double grams) {
    return grams >= 0 && grams <= diary_reading.most_grams ? diet::Range::exactly(grams) : diet::Range{};
}

double grams_of(DiaryAmount const& amount, diet::Food food, diet::Foods const& foods) {
    if (known(amount.grams))
        return amount.grams;
    if (food == diet::no_food)
        return unknown;
    int const portions = foods.portion_count(food);
    if (known(amount.millilitres)) {
        for (int i = 0; i < portions; ++i) {
            auto const portion = foods.portion(food, i);
            auto measure = diary_amount(portion.measure);
            if (known(measure.millilitres) && measure.millilitres > 0 && portion.amount > 0 &&
                portion.grams > 0)
                return amount.millilitres * portion.grams / (portion.amount * measure.millilitres);
        }
        return amount.millilitres * diary_reading.grams_per_ml;
    }
    auto const wanted = words_of(amount.measure);
    if (wanted.empty())
        return unknown;
    double best = unknown;
    std::size_t fewest = 0;
    for (int i = 0; i < portions; ++i) {
        auto const portion = foods.portion(food, i);
        auto const words = words_of(portion.measure);
        auto const in_portion = [&](std::string const& word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        };
        if (portion.grams <= 0 || portion.amount <= 0 ||
            !std::all_of(wanted.begin(), wanted.end(), in_portion))
            continue;
        if (!known(best) || words.size() < fewest) {
            double const of_measure = diary_amount(portion.measure).count;
            best = portion.grams / (portion.amount * (of_measure > 0 ? of_measure : 1));
            fewest = words.size();
        }
    }
    return amount.count * best;
}

diet::Range usual_grams(std::string_view written, diet::Food food, diet::Foods const& foods) {
    // Measures and words are understood once, for the table inside the program.
    if (&foods != &diet::foods() || food == diet::no_food)
        return {};
    auto const phrases = diet::phrases_of(diet::sentence_of(written.substr(0, 200)), diet::vocabulary());
    if (phrases.size() != 1 || phrases.front().amount.says_nothing() || phrases.front().amount.dose)
        return {};
    return diet::weigh(foods, diet::measures(), food, phrases.front().amount, phrases.front().words).grams;
}

diet::Range usual_helping(std::string_view name, diet::Food food, diet::Foods const& foods) {
    if (&foods != &diet::foods() || food == diet::no_food)
        return {};
    auto const phrases = diet::phrases_of(diet::sentence_of(name.substr(0, 200)), diet::vocabulary());
    if (phrases.empty())
        return diet::weigh(foods, diet::measures(), food, {}, {}).grams;
    auto const& phrase = phrases.front();
    return phrase.amount.dose ? diet::Range{}
                              : diet::weigh(foods, diet::measures(), food, phrase.amount, phrase.words).grams;
}

} // namespace rheobase::read
