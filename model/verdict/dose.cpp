// How often a day a medicine is taken, from its times or from the words of its dose.
#include "model/verdict/medicine.hpp"

#include "base/number.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/dose_words.rows.hpp"

namespace rheobase::verdict {

namespace {

/// The number that stands before (or after) a word, as in "8 times a day", "every 4 hours".
double number_beside(std::string const& text, std::string_view word, bool before) {
    auto const at = text.find(word);
    if (at == text.npos)
        return unknown;
    auto const parts = before ? parts_of(std::string_view(text).substr(0, at), '_')
                              : parts_of(std::string_view(text).substr(at + word.size()), '_');
    if (parts.empty())
        return unknown;
    auto const found = number(before ? parts.back() : parts.front());
    return found ? *found : unknown;
}

} // namespace

double doses_a_day(Medicine const& medicine) {
    if (!medicine.times.empty())
        return static_cast<double>(medicine.times.size());
    auto const text = "_" + code_spelling(medicine.dose) + "_";
    for (auto const& row : dose_words_rows) {
        if (row.role == "times") {
            if (double const times = number_beside(text, row.phrase, true); known(times))
                return times;
        } else if (row.role == "puffs") {
            if (double const puffs = number_beside(text, row.phrase, true); known(puffs))
                return puffs / row.per_one;
        } else if (row.role == "hours") {
            if (double const hours = number_beside(text, row.phrase, false); known(hours) && hours > 0)
                return row.per_one / hours;
        } else if (text.find("_" + std::string(row.phrase) + "_") != text.npos)
            return row.per_one;
    }
    return unknown;
}

} // namespace rheobase::verdict
