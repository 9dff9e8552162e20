#include "model/verdict/lab.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/lab_codes.rows.hpp"
#include "model/verdict/lab_units.rows.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rheobase::verdict {

namespace {

LabCodesRow const* row_of_loinc(std::string_view loinc) {
    for (auto const& row : lab_codes_rows)
        if (row.loinc == loinc)
            return &row;
    return nullptr;
}

LabUnitsRow const* row_of_unit(std::string_view analyte, std::string_view unit) {
    for (auto const& row : lab_units_rows)
        if (row.analyte == analyte && row.spelling == unit)
            return &row;
    return nullptr;
}

double converted(LabUnitsRow const& unit, double value) {
    return value * unit.to_si + (known(unit.plus) ? unit.plus : 0);
}

std::string as_written(Lab const& lab) {
    char text[64];
    std::snprintf(text, sizeof text, "%.10g", lab.value);
    return (known(lab.value) ? lab.bound + text : std::string("?")) +
           (lab.unit.empty() ? "" : " " + lab.unit);
}

bool says_withdrawn(Lab const& lab) {
    auto const status = code_spelling(lab.status);
    return status == "entered_in_error" || status == "cancelled" ||
           code_spelling(lab.note).find("wrong_patient") != std::string::npos;
}

bool says_spoiled(Lab const& lab) {
    auto const note = code_spelling(lab.note);
    auto holds = [&](std::string_view word) { return note.find(word) != note.npos; };
    // "Not haemolysed" is a good sample.
    bool const denied =
        holds("not_haemoly") || holds("not_hemoly") || holds("no_haemoly") || holds("no_hemoly") ||
        holds("non_haemoly") || holds("non_hemoly") || holds("nonhaemoly") || holds("nonhemoly") ||
        holds("without_haemoly") || holds("without_hemoly");
    return (!denied && (holds("haemoly") || holds("hemoly"))) || holds("spoiled") || holds("contaminat") ||
           holds("clotted") || holds("unsuitable") || holds("edta");
}

void set_range(LabLine& line, LabsRow const& row, Lab const& lab, LabUnitsRow const& unit,
               diet::Person const& person) {
    bool const adult = !person.age_years || *person.age_years >= judging.adult_from_years;
    bool const pregnant = person.pregnant.value_or(false) || person.pregnancy_weeks.has_value();
    bool const third =
        person.pregnancy_weeks && *person.pregnancy_weeks >= judging.third_trimester_from_weeks;
    if ((lab.ref_low || lab.ref_high) && !(lab.ref_low && lab.ref_high && *lab.ref_low >= *lab.ref_high)) {
        line.low = lab.ref_low ? converted(unit, *lab.ref_low) : unknown;
        line.high = lab.ref_high ? converted(unit, *lab.ref_high) : unknown;
        line.range_from = "report";
    } else if (adult) {
        line.low = row.low;
        line.high = row.high;
        line.range_from = "fallback";
        // In pregnancy of unknown length a value is out of range only where it is so by both.
        bool const own_range = known(row.pregnant_low) || known(row.pregnant_high);
        if (third && own_range) {
            line.low = row.pregnant_low;
            line.high = row.pregnant_high;
            line.range_from = "pregnancy";
        } else if (pregnant && !person.pregnancy_weeks && own_range) {
            line.low = std::fmin(row.low, row.pregnant_low);
            line.high = std::fmax(row.high, row.pregnant_high);
            line.range_from = "pregnancy";
        }
    }
    if (!known(line.low) && !known(line.high)) {
        line.range_from.clear();
        return;
    }
    line.flag = flag_of(line);
}

} // namespace

LabsRow const* lab_row(std::string_view analyte) {
    for (auto const& row : labs_rows)
        if (row.analyte == analyte)
            return &row;
    return nullptr;
}

// Conversion of units must not push a value out that lies on the bound.
std::string flag_of(LabLine const& line) {
    if (!line.bound.empty()) {
        bool const below = line.bound.starts_with('<');
        if (below && known(line.low) && line.value <= line.low)
            return "low";
        if (!below && known(line.high) && line.value >= line.high)
            return "high";
        bool const within =
            below ? !known(line.low) && line.value <= line.high : !known(line.high) && line.value >= line.low;
        return within ? "normal" : "";
    }
    if (known(line.low) && line.value < line.low * (1 - judging.rounding))
        return "low";
    if (known(line.high) && line.value > line.high * (1 + judging.rounding))
        return "high";
    return line.range_from.empty() ? "" : "normal";
}

Labs::Labs(Evidence const& evidence) {
    for (auto const& lab : evidence.labs)
        interpret(lab, evidence);
    set_aside_contaminated();
    adjust_calcium();
    settle_changes();
}

void Labs::interpret(Lab const& lab, Evidence const& evidence) {
    LabLine line;
    line.written = as_written(lab);
    line.bound = lab.bound;
    line.days_ago = lab.days_ago;
    auto cannot = [&](std::string why, std::string_view near = {}) {
        line.why_not = why;
        auto const what = lab.analyte.empty() ? lab.loinc : lab.analyte;
        not_considered_.push_back({what + " " + line.written, std::string(near), std::move(why)});
        line.name = line.analyte.empty() ? what : name_of(line.analyte);
        lines_.push_back(line);
    };

    auto const* by_code = lab.loinc.empty() ? nullptr : row_of_loinc(lab.loinc);
    auto const by_name = code_meant("analyte", lab.analyte);
    line.analyte = std::string(by_code ? by_code->analyte : by_name);
    if (!lab.loinc.empty() && !loinc_check_digit_fits(lab.loinc))
        return cannot("Cannot interpret: the LOINC code " + lab.loinc +
                      " is mistyped, its check digit is wrong.");
    if (by_code && !by_name.empty() && by_name != by_code->analyte &&
        !(by_name.starts_with("calcium") && by_code->analyte.starts_with("calcium") &&
          by_name == "calcium_total"))
        return cannot("Cannot interpret: the LOINC code means " + name_of(by_code->analyte) +
                      ", the name says " + name_of(by_name) + ".");
    if (line.analyte.empty())
        return cannot(lab.loinc.empty() ? "Cannot interpret: this test is not known here."
                                        : "Cannot interpret: this LOINC code is not known here.",
                      nearest_code("analyte", lab.analyte));
    line.name = name_of(line.analyte);
    auto const* row = lab_row(line.analyte);
    if (!row)
        return cannot("Cannot interpret yet: this test is known by name, but its values are not read.");
    if (!known(lab.value))
        return cannot("Cannot interpret: there is no value.");
    if (lab.unit.empty()) {
        // A figure that is ordinary in the other unit says nothing; any other may still ask for a new test.
        double const otherwise = lab.value * row->to_si;
        if (!(known(row->to_si) && row->to_si != 1 && otherwise >= row->low && otherwise <= row->high) &&
            lab.value >= row->possible_low && lab.value <= row->possible_high) {
            line.value = lab.value;
            doubted_.push_back(line);
        }
        line.value = unknown;
        return cannot("Cannot interpret: there is no unit.");
    }
    auto const* unit = row_of_unit(line.analyte, unit_spelling(lab.unit));
    if (!unit) {
        line.value = lab.value;
        if (row->to_si == 1)
            doubted_.push_back(line);
        line.value = unknown;
        return cannot("Cannot interpret: the unit " + lab.unit + " does not fit this test.", row->unit);
    }
    if (by_code && by_code->kind != unit->kind)
        return cannot("Cannot interpret: the LOINC code is for another kind of unit than " + lab.unit + ".",
                      row->unit);

    line.value = converted(*unit, lab.value);
    line.unit = std::string(row->unit);
    line.unit_us = std::string(row->unit_us);
    if (!row->unit_us.empty() && known(row->to_si))
        line.value_us = line.value / row->to_si;
    if (line.value < row->possible_low || line.value > row->possible_high) {
        doubted_.push_back(line);
        return cannot("Cannot interpret: no living person has this value. Is the unit right?", row->unit);
    }
    if (lab.days_ago && *lab.days_ago < 0)
        return cannot("Cannot interpret: the date lies in the future.");
    set_range(line, *row, lab, *unit, evidence.person);
    if (says_withdrawn(lab))
        return cannot("Set aside: the result was withdrawn (" + (lab.note.empty() ? lab.status : lab.note) +
                      ").");
    if (says_spoiled(lab)) {
        doubted_.push_back(line);
        return cannot("Set aside: the sample was spoiled (" + lab.note + "). It should be taken again.");
    }
    if (lab.days_ago && *lab.days_ago > judging.forgotten_after_days)
        return cannot("Not used: the result is more than a year old.");
    line.used = true;
    lines_.push_back(line);
}

void Labs::settle_changes() {
    for (auto& line : lines_) {
        if (!line.used || !line.days_ago)
            continue;
        LabLine const* before = nullptr;
        for (auto const& other : lines_)
            if (other.used && other.analyte == line.analyte && other.days_ago && line.bound.empty() &&
                other.bound.empty() && *other.days_ago > *line.days_ago &&
                (!before || *other.days_ago < *before->days_ago))
                before = &other;
        if (before) {
            line.change = line.value - before->value;
            line.change_days = *before->days_ago - *line.days_ago;
        }
        bool const newer = std::any_of(lines_.begin(), lines_.end(), [&](LabLine const& other) {
            return other.used && other.analyte == line.analyte && other.days_ago &&
                   *other.days_ago < *line.days_ago;
        });
        if (newer && line.why_not.empty())
            line.why_not = "A later result is the level; this one shows the change.";
    }
}

} // namespace rheobase::verdict
