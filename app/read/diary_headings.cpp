#include "app/read/diary_headings.hpp"

#include "app/read/diary_columns.rows.hpp"
#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"
#include "app/read/diary_units.rows.hpp"

#include <fmt/core.h>

namespace rheobase::read {

namespace {

/// Lower case, and every run of blanks, underscores, dots and hyphens one blank.
std::string plain(std::string_view written) {
    std::string out;
    for (char const c : lower(trimmed(written))) {
        bool const blank =
            c == ' ' || c == '_' || c == '.' || c == '-' || c == '\t' || c == '\n' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (out.ends_with(' '))
        out.pop_back();
    return out;
}

struct NameAndUnit {
    std::string name;
    std::string unit;
};

/// The unit stands in the last brackets, after a comma, or as the last word.
NameAndUnit parted(std::string_view written) {
    std::string const text = plain(written);
    if (text.ends_with(')')) {
        auto const open = text.rfind('(');
        if (open != text.npos && open > 0) {
            std::string const inside = text.substr(open + 1, text.size() - open - 2);
            if (unit_called(inside))
                return {std::string(trimmed(text.substr(0, open))), inside};
        }
    }
    for (auto const at : {text.rfind(", "), text.find(' '), text.rfind(' ')}) {
        if (at == text.npos || at == 0)
            continue;
        std::string const last(trimmed(text.substr(at + 1)));
        if (unit_called(last))
            return {std::string(trimmed(text.substr(0, at))), last};
    }
    return {text, ""};
}

Role role_called(std::string_view what) {
    constexpr std::pair<std::string_view, Role> roles[] = {{"day", Role::day},
                                                           {"time", Role::time},
                                                           {"meal", Role::meal},
                                                           {"food", Role::food},
                                                           {"amount", Role::amount},
                                                           {"quantity", Role::quantity},
                                                           {"unit", Role::unit},
                                                           {"category", Role::category},
                                                           {"brand", Role::brand},
                                                           {"deleted", Role::deleted},
                                                           {"note", Role::note},
                                                           {"grams", Role::grams},
                                                           {"completed", Role::completed}};
    for (auto const& [name, role] : roles)
        if (name == what)
            return role;
    return Role::nutrient;
}

/// "vitamin a (rae)", "vitamin a, rae" and "vitamin a rae" are one name.
std::string bare(std::string_view name) {
    std::string out;
    for (char const c : name)
        if (c != '(' && c != ')' && c != ',' && !(c == ' ' && (out.empty() || out.back() == ' ')))
            out += c;
    return out;
}

DiaryColumnsRow const* row_of(std::string_view name, std::string_view format) {
    DiaryColumnsRow const* general = nullptr;
    std::string const wanted = bare(name);
    for (auto const& row : diary_columns_rows) {
        if (bare(row.heading) != wanted)
            continue;
        if (!row.format.empty() && row.format == format)
            return &row;
        if (row.format.empty())
            general = &row;
    }
    return general;
}

} // namespace

std::optional<Unit> unit_called(std::string_view written) {
    std::string const name = plain(written);
    for (auto const& row : diary_units_rows)
        if (row.written == name)
            return Unit{row.measures, row.factor};
    return std::nullopt;
}

std::optional<double> to_nutrient_unit(diet::Nutrient nutrient, std::string_view written) {
    auto const unit = unit_called(written);
    if (!unit)
        return std::nullopt;
    auto const& row = diet::about(nutrient);
    if (unit->measures == "mass" && known(row.grams_per_unit))
        return unit->factor / row.grams_per_unit;
    if (unit->measures == "energy" && !known(row.grams_per_unit))
        return unit->factor;
    // Water is the one nutrient that is also counted by volume: a millilitre of it weighs a gram.
    if (unit->measures == "volume" && nutrient == diet::nutrient("water_g"))
        return unit->factor;
    if (unit->measures == "iu" && nutrient == diet::nutrient("vitamin_d_ug"))
        return diary_reading.vitamin_d_per_iu;
    return std::nullopt;
}

Heading heading(std::string_view written, std::string_view format) {
    Heading column;
    column.written = trimmed(written);
    if (auto const key = diet::nutrient_called(column.written)) {
        column.role = Role::nutrient;
        column.nutrient = *key;
        column.factor = 1;
        return column;
    }
    auto parts = NameAndUnit{plain(written), ""};
    auto const* row = row_of(parts.name, format);
    if (!row) {
        parts = parted(written);
        row = row_of(parts.name, format);
    }
    if (!row)
        return column;
    column.role = role_called(row->what);
    if (column.role != Role::nutrient)
        return column;
    column.nutrient = diet::nutrient_called(row->what).value_or(-1);
    if (column.nutrient < 0)
        return Heading{column.written, Role::none, -1, unknown, ""};
    std::string_view const unit = parts.unit.empty() ? row->unit_unsaid : std::string_view(parts.unit);
    if (known(row->factor) && parts.unit.empty())
        column.why_not = "the heading names no unit";
    else if (auto const factor = to_nutrient_unit(column.nutrient, unit))
        column.factor = *factor * (known(row->factor) ? row->factor : 1.0);
    else if (unit.empty())
        column.why_not = "the heading names no unit";
    else
        column.why_not = fmt::format("its unit cannot be turned into {}", diet::about(column.nutrient).unit);
    return column;
}

} // namespace rheobase::read
