// A laboratory test: its usual range in both units, and what is read from it.

#include "model/verdict/flags.rows.hpp"
#include "model/verdict/lab_patterns.rows.hpp"
#include "model/verdict/labs.rows.hpp"
#include "model/why/build.hpp"

#include <cmath>

namespace rheobase::why {

namespace {

bool given(double value) {
    return value == value;
}

/// As printed in the United States: one digit behind the point for small figures, none for large ones.
std::string in_us_units(double value, verdict::LabsRow const& row) {
    constexpr double small = 20, tenths = 10, half = 0.5;
    double const there = value / row.to_si;
    return plain_number(there < small ? std::floor(there * tenths + half) / tenths
                                      : std::floor(there + half));
}

std::string span(double low, double high, auto const& printed, std::string_view unit) {
    std::string const end = " " + std::string(unit);
    if (given(low) && given(high))
        return printed(low) + " to " + printed(high) + end;
    return given(low) ? "from " + printed(low) + end : "up to " + printed(high) + end;
}

std::string range_in_words(double low, double high, verdict::LabsRow const& row) {
    auto text = span(low, high, plain_number, row.unit);
    if (!row.unit_us.empty() && given(row.to_si) && row.unit_us != row.unit)
        text += " (" +
                span(
                    low, high, [&](double value) { return in_us_units(value, row); }, row.unit_us) +
                ")";
    return text;
}

} // namespace

Card test_card(std::string_view analyte, std::string name) {
    Card card{Kind::test, std::string(analyte), std::move(name), {}, {}, {}};
    auto const path = "lab." + std::string(analyte);
    for (auto const& row : verdict::labs_rows) {
        if (row.analyte != analyte)
            continue;
        std::vector<Statement> range;
        if (given(row.low) || given(row.high))
            range.push_back(
                {"Usual in adults: " + range_in_words(row.low, row.high, row) + ".", keys_of(row.source)});
        else
            range.push_back({"Only the report's own range is used.", keys_of(row.source)});
        if (given(row.pregnant_low) || given(row.pregnant_high))
            range.push_back(
                {"Late in pregnancy: " + range_in_words(row.pregnant_low, row.pregnant_high, row) + ".",
                 keys_of(row.source)});
        if (given(row.low) || given(row.high))
            range.push_back({"The report's own range goes first.", {"clinical_facts"}});
        add_part(card, "Range", std::move(range));
        if (!row.because.empty())
            card.details.emplace_back("about the range", std::string(row.because));
    }
    std::vector<Statement> patterns, rules;
    for (auto const& row : verdict::lab_patterns_rows)
        if (mentions(row.when, path))
            patterns.push_back({std::string(row.text), keys_of(row.source)});
    for (auto const& row : verdict::flags_rows)
        if (mentions(row.when, path))
            rules.push_back({std::string(row.text), keys_of(row.source)});
    add_part(card, "What is read from it", std::move(patterns));
    add_part(card, "What a rule may say about it", std::move(rules));
    return card;
}

} // namespace rheobase::why
