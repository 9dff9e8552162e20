#include "app/read/case_dose.hpp"

#include "base/number.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/lab.hpp"
#include "model/verdict/salts.rows.hpp"

#include <algorithm>

namespace rheobase::read {

namespace {

constexpr double micrograms_per_iu_of_vitamin_d = 0.025;
constexpr double days_a_week = 7;

std::string small(std::string_view text) {
    std::string out = " ";
    for (char const c : text) {
        char const low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        out += low == '(' || low == ')' || low == ',' || low == '+' || low == '/' ? ' ' : low;
    }
    return out + " ";
}

struct Amount {
    double figure = unknown;
    std::string unit;
};

/// The first figure with a unit of mass, or in international units.
Amount first_amount(std::string const& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9' || (i > 0 && text[i - 1] != ' '))
            continue;
        std::size_t end = i;
        while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.'))
            ++end;
        auto const figure = number(text.substr(i, end - i));
        auto rest = std::string_view(text).substr(end);
        while (rest.starts_with(' '))
            rest.remove_prefix(1);
        auto const unit = verdict::unit_spelling(rest.substr(0, rest.find(' ')));
        if (figure && (unit == "mg" || unit == "g" || unit == "ug" || unit == "iu"))
            return {*figure, unit};
        i = end;
    }
    return {};
}

double times_a_day(std::string const& text) {
    struct Often {
        std::string_view words;
        double times;
    };
    static constexpr Often table[] = {
        {" twice a week", 2 / days_a_week},
        {" once a week", 1 / days_a_week},
        {" weekly", 1 / days_a_week},
        {" every other day", 0.5},
        {" alternate days", 0.5},
        {" four times", 4},
        {" 4 times", 4},
        {" 4x", 4},
        {" qds ", 4},
        {" qid ", 4},
        {" three times", 3},
        {" 3 times", 3},
        {" 3x", 3},
        {" tds ", 3},
        {" tid ", 3},
        {" twice", 2},
        {" two times", 2},
        {" 2 times", 2},
        {" 2x", 2},
        {" bd ", 2},
        {" bid ", 2},
        {" once", 1},
        {" daily", 1},
        {" a day", 1},
        {" every day", 1},
        {" per day", 1},
        {" od ", 1},
    };
    for (auto const& [words, times] : table)
        if (text.find(words) != text.npos)
            return times;
    return unknown;
}

/// In the nutrient's own unit; unknown where the unit does not fit.
double in_unit_of(diet::Nutrient nutrient, Amount const& amount) {
    auto const wanted = verdict::unit_spelling(diet::about(nutrient).unit);
    if (amount.unit == "iu")
        return diet::about(nutrient).key == "vitamin_d_ug" ? amount.figure * micrograms_per_iu_of_vitamin_d
                                                           : unknown;
    auto const grams = [](std::string_view unit) { return unit == "g" ? 1.0 : unit == "mg" ? 1e-3 : 1e-6; };
    return amount.figure * grams(amount.unit) / grams(wanted);
}

} // namespace

std::string read_dose(diet::Supplement& product) {
    auto const text = small(product.dose);
    auto const all = small(product.name) + text;
    if (!known(product.per_day))
        product.per_day = product.dose.empty() ? unknown : times_a_day(text);
    bool const figures = std::any_of(product.each.begin(), product.each.end(), [](diet::Range const& range) {
        return known(range.low) || known(range.high);
    });
    if (figures)
        return {};
    auto const amount = first_amount(product.dose.empty() ? all : text);
    verdict::SaltsRow const* best = nullptr;
    std::size_t longest = 0;
    int different = 0;
    for (auto const& row : verdict::salts_rows)
        for (auto const phrase : verdict::parts_of(row.phrases)) {
            if (all.find(" " + std::string(phrase) + " ") == all.npos)
                continue;
            different += !best || row.nutrient != best->nutrient;
            if (phrase.size() > longest) {
                longest = phrase.size();
                best = &row;
            }
        }
    if (!best || !known(amount.figure))
        return product.dose.empty() ? "what it holds is not given" : "the dose could not be read";
    auto const nutrient = *diet::nutrient_called(best->nutrient);
    double const as_element = in_unit_of(nutrient, amount);
    if (!known(as_element))
        return "the unit of the dose does not fit";
    if (different > 1)
        return "several substances are named, but only one amount";
    double const as_compound = as_element * best->fraction;
    product.each[static_cast<std::size_t>(nutrient)] = {as_compound, (as_compound + as_element) / 2,
                                                        as_element};
    return {};
}

} // namespace rheobase::read
