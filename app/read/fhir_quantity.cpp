#include "app/read/fhir_quantity.hpp"

#include "model/verdict/lab.hpp"
#include "model/verdict/lab_units.rows.hpp"

#include <algorithm>

namespace rheobase::read::fhir {

namespace {

verdict::LabUnitsRow const* unit_row(std::string_view analyte, std::string_view unit) {
    auto const spelled = verdict::unit_spelling(unit);
    for (auto const& row : verdict::lab_units_rows)
        if (row.analyte == analyte && row.spelling == spelled)
            return &row;
    return nullptr;
}

bool same_scale(verdict::LabUnitsRow const& a, verdict::LabUnitsRow const& b) {
    return a.to_si == b.to_si && (a.plus == b.plus || (!known(a.plus) && !known(b.plus)));
}

double plus_of(verdict::LabUnitsRow const& row) {
    return known(row.plus) ? row.plus : 0;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

/// "< 0.5 mmol/L", "5.1". Nothing is taken from a text that is anything else.
Amount amount_in_words(std::string_view text) {
    Amount out;
    text = trimmed(text);
    out.bound = bound_taken(text);
    text = trimmed(text);
    auto const end = text.find_first_not_of("0123456789.,");
    auto const value = number(text.substr(0, end));
    if (!value)
        return {};
    out.value = *value;
    if (end != text.npos)
        out.unit = std::string(trimmed(text.substr(end)));
    return out;
}

/// "3.5-5.1", "3.5 – 5.1 mmol/L", "< 5", "> 60"; two unknowns for anything else, and for another unit than
/// the result's.
std::pair<double, double> range_in_words(std::string_view text, std::string_view analyte,
                                         verdict::LabUnitsRow const* of_value) {
    auto const fits = [&](Amount const& edge) {
        auto const* of_edge = unit_row(analyte, edge.unit);
        return known(edge.value) &&
               (edge.unit.empty() || (of_value && of_edge && same_scale(*of_value, *of_edge)));
    };
    if (auto const edge = amount_in_words(text); !edge.bound.empty() && fits(edge))
        return edge.bound[0] == '<' ? std::pair(unknown, edge.value) : std::pair(edge.value, unknown);
    for (std::string_view const dash : {"-", "\xE2\x80\x93", " to "})
        if (auto const at = text.find(dash, 1); at != text.npos) {
            auto const low = number(trimmed(text.substr(0, at)));
            auto const high = amount_in_words(text.substr(at + dash.size()));
            if (low && fits(high))
                return {*low, high.value};
        }
    return {unknown, unknown};
}

/// The ranges of healthy people, of which there should be one.
std::vector<Json const*> normal_ranges(Json const& observation) {
    std::vector<Json const*> out;
    for (auto const* one : list_at(observation, "referenceRange"))
        if (auto const kind = state_at(*one, "type"); kind.empty() || kind == "normal")
            out.push_back(one);
    return out;
}

} // namespace

std::string bound_taken(std::string_view& text) {
    for (auto const& [written, bound] : {std::pair<std::string_view, char const*>{"<=", "<="},
                                         {">=", ">="},
                                         {"\xE2\x89\xA4", "<="},
                                         {"\xE2\x89\xA5", ">="},
                                         {"<", "<"},
                                         {">", ">"}})
        if (text.starts_with(written)) {
            text.remove_prefix(written.size());
            return bound;
        }
    return {};
}

Amount quantity(Json const& from, std::string_view analyte) {
    Amount out;
    out.value = number_at(from, "value").value_or(unknown);
    out.bound = text_at(from, "comparator");
    auto const code = text_at(from, "code");
    auto const print = text_at(from, "unit");
    auto const* by_code = unit_row(analyte, code);
    auto const* by_print = unit_row(analyte, print);
    if (by_code && by_print && !same_scale(*by_code, *by_print)) {
        out.clash = code + " and " + print;
        return out;
    }
    // Laboratories print "mEq/L" where UCUM has "meq/L", and some files have one of the two only.
    out.unit = by_code || print.empty() ? code : by_print ? print : code.empty() ? print : code;
    return out;
}

Amount amount_of(Json const& observation, std::string_view analyte) {
    if (auto const& value = part_at(observation, "valueQuantity"); !value.empty())
        return quantity(value, analyte);
    if (auto const text = text_at(observation, "valueString"); !text.empty())
        return amount_in_words(text);
    Amount out;
    out.value = number_at(observation, "valueInteger").value_or(unknown);
    return out;
}

double in_si(std::string_view analyte, double value, std::string_view unit) {
    auto const* row = unit_row(analyte, unit);
    return row ? value * row->to_si + plus_of(*row) : unknown;
}

std::string set_range(Json const& observation, std::string_view analyte, verdict::Lab& lab) {
    auto const ranges = normal_ranges(observation);
    if (ranges.empty())
        return {};
    if (ranges.size() > 1)
        return "More than one range is printed, so none of them was used.";
    auto const* of_value = unit_row(analyte, lab.unit);
    bool misfit = false;
    auto const edge = [&](char const* key) -> std::optional<double> {
        auto const& written = part_at(*ranges.front(), key);
        auto const value = number_at(written, "value");
        if (!value)
            return std::nullopt;
        auto const amount = quantity(written, analyte);
        if (amount.unit.empty() && amount.clash.empty())
            return *value; // said without a unit, it is in the unit of the result
        auto const* of_edge = unit_row(analyte, amount.unit);
        if (!of_value || !of_edge || !amount.clash.empty()) {
            misfit = true;
            return std::nullopt;
        }
        if (same_scale(*of_edge, *of_value))
            return *value;
        return (*value * of_edge->to_si + plus_of(*of_edge) - plus_of(*of_value)) / of_value->to_si;
    };
    auto low = edge("low");
    auto high = edge("high");
    if (!low && !high && !misfit) {
        auto const [from, to] = range_in_words(text_at(*ranges.front(), "text"), analyte, of_value);
        if (known(from))
            low = from;
        if (known(to))
            high = to;
    }
    if (misfit)
        return "The unit of its printed range does not fit, so the usual range was used.";
    if (low && high && *low >= *high)
        return "Its printed range ends before it begins, so the usual range was used.";
    lab.ref_low = low;
    lab.ref_high = high;
    return {};
}

} // namespace rheobase::read::fhir
