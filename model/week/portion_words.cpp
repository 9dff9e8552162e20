// The amount of a food as a person writes it: "two" of "half a cup" is "1 cup", half of it "a quarter of a
// cup".
#include "model/week/measure.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace rheobase::week {

namespace {

using Said = std::pair<std::string_view, double>;

constexpr double half = 0.5;

/// How a measure may begin; what begins longer stands first.
constexpr std::array<Said, 22> counts{{{"three quarters of a ", 0.75},
                                       {"a quarter of a ", 0.25},
                                       {"a quarter of an ", 0.25},
                                       {"two thirds of a ", 2.0 / 3},
                                       {"a third of a ", 1.0 / 3},
                                       {"half of a ", half},
                                       {"half an ", half},
                                       {"half a ", half},
                                       {"half of ", half},
                                       {"an ", 1},
                                       {"a ", 1},
                                       {"one ", 1},
                                       {"two ", 2},
                                       {"three ", 3},
                                       {"four ", 4},
                                       {"five ", 5},
                                       {"six ", 6},
                                       {"seven ", 7},
                                       {"eight ", 8},
                                       {"nine ", 9},
                                       {"ten ", 10},
                                       {"twelve ", 12}}};

/// What is less than one of something.
constexpr std::array<Said, 5> shares{{{"a quarter of ", 0.25},
                                      {"a third of ", 1.0 / 3},
                                      {"half ", half},
                                      {"two thirds of ", 2.0 / 3},
                                      {"three quarters of ", 0.75}}};

/// Adjectives that tables leave to stand for the food, and words that make no noun.
constexpr std::array<std::string_view, 9> sizes{"small", "medium", "large", "regular",   "miniature",
                                                "thin",  "thick",  "whole", "individual"};
/// Written alike for one and for many.
constexpr std::array<std::string_view, 5> unbending{"tbsp", "tsp", "ml", "g", "lb"};

template <typename List>
bool one_of(List const& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// The measure without what stands in brackets, and without what the table does not know.
std::string bare(std::string_view words) {
    std::string open;
    int depth = 0;
    for (char const c : words) {
        depth += c == '(';
        if (depth == 0 && !(c == ' ' && open.ends_with(' ')))
            open += c;
        depth -= c == ')' && depth > 0;
    }
    std::string out;
    for (std::string_view left = open; !left.empty();) {
        auto const comma = left.find(", ");
        auto part = left.substr(0, comma);
        left = comma == left.npos ? std::string_view{} : left.substr(comma + 2);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        if (!part.empty() && part != "NFS" && part != "any size" && !part.starts_with("NS as to"))
            out += (out.empty() ? "" : ", ") + std::string(part);
    }
    return out;
}

bool digit(char c) {
    return c >= '0' && c <= '9';
}

/// "1 1/2 " at the beginning, taken off; 0 where there is none.
double number_off(std::string_view& words) {
    double sum = 0;
    while (!words.empty() && digit(words.front())) {
        auto const end = std::min(words.find(' '), words.size());
        auto const slash = words.substr(0, end).find('/');
        auto const whole = [](std::string_view digits) {
            double value = 0;
            for (char const c : digits)
                value = digit(c) ? value * 10 + (c - '0') : value;
            return value;
        };
        auto const word = words.substr(0, end);
        if (!std::all_of(word.begin(), word.end(), [](char c) { return digit(c) || c == '/'; }))
            break;
        sum +=
            slash == word.npos ? whole(word) : whole(word.substr(0, slash)) / whole(word.substr(slash + 1));
        words.remove_prefix(std::min(end + 1, words.size()));
        // "1 100 calorie package": the second whole number belongs to the thing.
        if (slash == word.npos && words.find('/') > words.find(' '))
            break;
    }
    return sum;
}

/// Of alternatives the first: "regular/thin slice" is a regular slice.
std::string first_named(std::string_view words) {
    std::string out;
    while (!words.empty()) {
        auto const end = std::min(words.find(' '), words.size());
        auto const word = words.substr(0, end);
        if (word == "or" && !out.empty() && !out.ends_with(',')) { // and what it offers instead
            words.remove_prefix(std::min(end + 1, words.size()));
            words.remove_prefix(std::min(words.find(' '), words.size() - 1) + 1);
            continue;
        }
        out += (out.empty() ? "" : " ") + std::string(word.substr(0, word.find('/')));
        if (word.ends_with(',') && !out.ends_with(','))
            out += ',';
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return out;
}

/// Where the thing itself ends and what is said of it begins: "cup, sliced", "sachet for 1 litre".
std::size_t end_of_thing(std::string_view words) {
    std::size_t end = words.size();
    for (std::string_view const mark : {",", " of ", " for ", " with ", " without ", " from "})
        end = std::min(end, words.find(mark));
    return std::min(end, words.size());
}

std::string one(std::string word) {
    auto const cut = [&](std::string_view ending, std::string_view by) {
        if (!word.ends_with(ending))
            return false;
        word.replace(word.size() - ending.size(), ending.size(), by);
        return true;
    };
    if (!cut("leaves", "leaf") && !cut("halves", "half") && !cut("ies", "y") && !cut("sses", "ss") &&
        !cut("ches", "ch") && !cut("shes", "sh") && !cut("xes", "x") && !cut("toes", "to") &&
        !word.ends_with("ss"))
        cut("s", "");
    return word;
}

std::string many(std::string const& word) {
    if (one_of(unbending, word))
        return word;
    auto const cut = [&](std::size_t last, std::string_view by) {
        return word.substr(0, word.size() - last) + std::string(by);
    };
    if (word.ends_with("leaf") || word.ends_with("loaf") || word.ends_with("half"))
        return cut(1, "ves");
    bool const vowel_before =
        word.size() > 1 && std::string_view("aeiou").find(word[word.size() - 2]) != std::string_view::npos;
    if (word.ends_with('y') && !vowel_before)
        return cut(1, "ies");
    if (word.ends_with('s') || word.ends_with("ch") || word.ends_with("sh") || word.ends_with('x') ||
        word.ends_with("tato") || word.ends_with("mato"))
        return word + "es";
    return word + "s";
}

struct Counted {
    double count = 1;
    std::string thing, said_of_it; ///< "medium egg", ", sliced"
};

std::string with_last(std::string const& thing, std::string (*bend)(std::string const&)) {
    auto const space = thing.rfind(' ');
    return space == thing.npos ? bend(thing) : thing.substr(0, space + 1) + bend(thing.substr(space + 1));
}

Counted counted_of(std::string_view words) {
    Counted out;
    auto const plain = bare(words);
    std::string_view left = plain;
    auto const begins = [&](Said const& said) { return left.starts_with(said.first); };
    double number = number_off(left);
    if (auto const said = std::find_if(counts.begin(), counts.end(), begins);
        !(number > 0) && said != counts.end()) {
        number = said->second;
        left.remove_prefix(said->first.size());
    } else if (auto const alone =
                   std::find_if(counts.begin(), counts.end(),
                                [&](Said const& other) { return other.first == std::string(left) + " "; });
               !(number > 0) && alone != counts.end()) {
        number = alone->second; // "four", of what the name says
        left = {};
    }
    out.count = number > 0 ? number : 1;
    auto const thing = first_named(left);
    auto const end = end_of_thing(thing);
    out.thing = thing.substr(0, end);
    out.said_of_it = thing.substr(end);
    if (out.thing.ends_with(" serving") && out.thing.starts_with("NLEA"))
        out.thing = "serving";
    if (out.count > 1)
        out.thing = with_last(out.thing, [](std::string const& word) { return one(word); });
    auto const last = out.thing.rfind(' ');
    if (one_of(sizes, out.thing.substr(last == std::string::npos ? 0 : last + 1)))
        out.thing += " one";
    return out;
}

std::string number_in_words(double number) {
    auto const whole = static_cast<long>(number);
    auto const quarters = static_cast<int>((number - static_cast<double>(whole)) * 4 + half);
    constexpr std::array<std::string_view, 4> of_one{"", " 1/4", " 1/2", " 3/4"};
    return std::to_string(whole) + std::string(of_one[static_cast<std::size_t>(quarters)]);
}

std::string grams_in_words(double grams) {
    constexpr double kilogram = 1000;
    if (grams >= kilogram) {
        auto const tenths = static_cast<long>(grams / 100 + half);
        return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "") + " kg";
    }
    double const to = grams >= 100 ? 10 : grams >= 20 ? 5 : 1;
    return std::to_string(std::max(1L, static_cast<long>(std::floor(grams / to + half) * to))) + " g";
}

/// The nearest number that people say: thirds and quarters below one, quarters below two, halves below
/// twenty.
double sayable(double number) {
    if (number < 1) {
        double nearest = 1;
        for (auto const& [words, share] : shares)
            if (std::fabs(share - number) < std::fabs(nearest - number))
                nearest = share;
        return nearest;
    }
    double const parts = number < 2 ? 4 : number < 20 ? 2 : 1;
    return std::floor(number * parts + half) / parts;
}

} // namespace

std::string times_in_words(std::string_view words, int times) {
    auto const measure = counted_of(words);
    return number_in_words(measure.count * times) + " " +
           with_last(measure.thing, [](std::string const& word) { return many(word); }) + measure.said_of_it;
}

std::string weight_in_words(double grams) {
    return grams_in_words(grams);
}

std::string portion_in_words(std::string_view words, double grams, double halves) {
    // Off by a tenth of half a measure is still that half; off by more than a seventh of all is another
    // amount.
    constexpr double near = 0.05, far = 0.15;
    auto const weight = grams_in_words(grams * halves / 2);
    auto const measure = counted_of(words);
    if (words.empty() || measure.thing == "oz" || measure.thing.ends_with(" oz") || measure.thing == "lb")
        return weight;
    double const number = measure.count * halves / 2;
    double const said = sayable(number);
    if (std::fabs(said - number) > far * number)
        return weight;
    std::string const about = std::fabs(said - number) > near * measure.count ? "about " : "";
    std::string amount;
    if (said < 1) {
        auto const share = std::find_if(shares.begin(), shares.end(),
                                        [&](Said const& one_share) { return !(one_share.second < said); });
        bool const vowel = std::string_view("aeio").find(measure.thing.front()) != std::string_view::npos;
        amount = std::string(share->first) + (vowel ? "an " : "a ") + measure.thing;
    } else if (measure.thing.empty())
        amount = number_in_words(said);
    else if (said > 1)
        amount = number_in_words(said) + " " +
                 with_last(measure.thing, [](std::string const& word) { return many(word); });
    else // as the table of the menu says it: "a small pot", "one cup"
        amount = (measure.count == 1 && !digit(words.front()) &&
                          bare(words).find(measure.thing) != std::string::npos
                      ? std::string(words.substr(0, words.find(' ')))
                      : "1") +
                 " " + measure.thing;
    return about + amount + measure.said_of_it + " (" + weight + ")";
}

} // namespace rheobase::week
