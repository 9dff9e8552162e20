#include "model/diet/supplement.hpp"

#include "model/diet/dose_frequencies.rows.hpp"
#include "model/diet/name_rules.hpp"
#include "model/diet/supplement_substances.rows.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

struct Dose {
    double amount = unknown;
    double grams_per_unit = unknown; ///< unknown for IU
    bool international_units = false;
};

/// The first amount with a unit of mass or activity in the words: "400 mg", "1,000 IU", "1.5g".
Dose dose_in(std::string_view words) {
    struct Unit {
        std::string_view name;
        double grams;
    };
    static constexpr Unit units[] = {{"mg", 1e-3}, {"mcg", 1e-6}, {"µg", 1e-6},   {"μg", 1e-6},
                                     {"ug", 1e-6}, {"g", 1.0},    {"iu", unknown}};
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] < '0' || words[at] > '9')
            continue;
        auto const end = std::min(words.find_first_not_of("0123456789.,", at), words.size());
        auto const figure = number_with_grouping(words.substr(at, end - at));
        auto rest = words.substr(end);
        rest.remove_prefix(std::min(rest.find_first_not_of(" "), rest.size()));
        for (auto const& unit : units) {
            if (!figure || !rest.starts_with(unit.name))
                continue;
            auto const after = rest.substr(unit.name.size());
            if (!after.empty() && after[0] >= 'a' && after[0] <= 'z')
                continue;
            return {*figure, unit.grams, !known(unit.grams)};
        }
        at = end;
    }
    return {};
}

/// How many units are taken at a time: "2 tablets", "3 capsules"; one when the words do not say.
double units_at_a_time(std::string_view words) {
    for (std::string_view const thing :
         {"tablet", "capsule", "pill", "gumm", "sachet", "softgel", "drop", "spray", "scoop"}) {
        auto const at = words.find(thing);
        if (at == words.npos || at < 2)
            continue;
        auto const start = words.find_last_not_of(" ", at - 1);
        auto const first = words.find_last_not_of("0123456789.", start);
        auto const digits = words.substr(first == words.npos ? 0 : first + 1,
                                         start - (first == words.npos ? 0 : first + 1) + 1);
        if (auto const count = number(digits))
            return *count;
    }
    return 1;
}

} // namespace

double times_a_day(std::string_view words) {
    auto const text = lower(words);
    for (auto const& row : dose_frequencies_rows)
        if (fits(text, row.pattern))
            return row.value;
    return 1;
}

Supplement understood(Supplement product) {
    auto const words = lower(product.name + " " + product.dose);
    if (!known(product.per_day))
        product.per_day =
            product.dose.empty() ? 1 : times_a_day(product.dose) * units_at_a_time(lower(product.dose));
    if (holds_anything_known(product))
        return product;
    auto dose = dose_in(lower(product.dose));
    if (!known(dose.amount))
        dose = dose_in(lower(product.name));
    auto const substance = std::find_if(supplement_substances_rows.begin(), supplement_substances_rows.end(),
                                        [&](auto const& row) { return fits(words, row.pattern); });
    if (!known(dose.amount) || substance == supplement_substances_rows.end())
        return product;
    auto const n = nutrient_called(substance->nutrient);
    if (!n)
        return product;
    double const micro = 1e-6;
    double const grams = dose.international_units ? dose.amount * substance->micrograms_per_iu * micro
                                                  : dose.amount * dose.grams_per_unit;
    double const as_nutrient = grams / about(*n).grams_per_unit;
    double const as_compound = as_nutrient * substance->fraction;
    if (known(as_nutrient))
        product.each[static_cast<std::size_t>(*n)] = {as_compound, (as_compound + as_nutrient) / 2,
                                                      as_nutrient};
    return product;
}

bool holds_anything_known(Supplement const& product) {
    return std::any_of(product.each.begin(), product.each.end(),
                       [](Range const& range) { return known(range.mid); });
}

} // namespace rheobase::diet
