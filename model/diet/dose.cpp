#include "model/diet/dose.hpp"

#include "model/diet/dose_frequencies.rows.hpp"
#include "model/diet/dose_words.rows.hpp"
#include "model/diet/name_rules.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace rheobase::diet {

namespace {

/// Small letters, with a blank between a figure and what is glued to it: "400mg" is "400 mg", "2x200" is "2 x
/// 200".
std::vector<std::string> parts_of(std::string_view words) {
    std::vector<std::string> parts(1);
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    bool figure = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        char c = words[i];
        if (words.substr(i).starts_with("\xC3\x97")) { // ×
            c = 'x';
            ++i;
        }
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        bool const inside = figure && (c == '.' || c == ',') && i + 1 < words.size() && digit(words[i + 1]);
        bool const part_of_figure = digit(c) || inside;
        bool const breaks = c == ' ' || c == '\t' || c == '(' || c == ')' || c == '/' || c == ';' ||
                            ((c == ',' || c == '.') && !inside);
        if ((breaks || part_of_figure != figure) && !parts.back().empty())
            parts.emplace_back();
        figure = part_of_figure;
        if (!breaks)
            parts.back() += c;
    }
    if (parts.back().empty())
        parts.pop_back();
    return parts;
}

DoseWordsRow const* word_row(std::string_view word, std::string_view kind) {
    for (auto const& row : dose_words_rows)
        if (row.kind == kind && row.word == word)
            return &row;
    return nullptr;
}

/// "2", "1,000", "1,5" or "two".
std::optional<double> figure_of(std::string const& part) {
    if (auto const* row = word_row(part, "number"))
        return row->value;
    return part[0] >= '0' && part[0] <= '9' ? number_with_grouping(part) : std::nullopt;
}

/// "2 a day", "3 times", "2x daily", "4 per day": a figure in front of such words says how often.
std::optional<double> stated_times(std::vector<std::string> const& parts) {
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        auto const figure = figure_of(parts[i]);
        auto const& next = parts[i + 1];
        auto const after = i + 2 < parts.size() ? parts[i + 2] : std::string();
        if (!figure)
            continue;
        bool const multiplies = (next == "x" || next == "times") && !(!after.empty() && figure_of(after));
        bool const a_day =
            ((next == "a" || next == "per" || next == "each" || next == "every") && after == "day") ||
            next == "daily" || next == "day";
        if (multiplies || a_day)
            return figure;
    }
    return std::nullopt;
}

double times_of(std::vector<std::string> const& parts) {
    std::string text;
    for (auto const& part : parts)
        text += (text.empty() ? "" : " ") + part;
    if (text.find("needed") != text.npos || text.find("required") != text.npos || fits(text, "prn"))
        return unknown;
    bool const weekly =
        fits(text, "week") || fits(text, "weekly") || fits(text, "month") || fits(text, "monthly");
    if (!weekly)
        if (auto const stated = stated_times(parts))
            return *stated;
    for (auto const& row : dose_frequencies_rows)
        if (fits(text, row.pattern))
            return row.value;
    return 1;
}

} // namespace

Dose dose_in(std::string_view words) {
    auto const parts = parts_of(words);
    Dose dose;
    dose.times_a_day = times_of(parts);
    std::optional<std::size_t> at;
    for (std::size_t i = 0; i + 1 < parts.size() && !at; ++i) {
        auto const* unit = word_row(parts[i + 1], "unit");
        auto const figure = figure_of(parts[i]);
        if (!unit || !figure)
            continue;
        dose.international_units = !known(unit->value);
        dose.amount = dose.international_units ? *figure : *figure * unit->value;
        at = i;
    }
    // "2 x 200 mg", "two 400 mg tablets"
    if (at && *at > 0) {
        bool const times = parts[*at - 1] == "x";
        if (*at > (times ? 1u : 0u))
            if (auto const units = figure_of(parts[*at - 1 - (times ? 1 : 0)]))
                dose.units_at_a_time = *units;
    }
    // "2 tablets", "three capsules of 100 mg"
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
        if (word_row(parts[i + 1], "thing"))
            if (auto const units = figure_of(parts[i]))
                dose.units_at_a_time = *units;
    return dose;
}

} // namespace rheobase::diet
