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
        holds("not_haemoly") || holds("not_hemoly") || holds("no_haemoly") || holds("no_hemoly");
    return (!denied && (holds("haemoly") || holds("hemoly"))) || holds("spoiled") || holds("contaminat") ||
           holds("clotted") || holds("unsuitable") || holds("edta");
}

/// Unfirm: without a date, or too old to clear a rule.
bool firm(LabLine const& line) {
    auto const* row = lab_row(line.analyte);
    bool const own = row && known(row->stale_days);
    return line.days_ago && *line.days_ago <= (own ? row->stale_days : judging.stale_after_days);
}

/// "< 0.1" against a number: sure only where every value beyond the bound gives the same answer. A bound
/// settles a rule on its own side and is silent about the rest.
Truth bound_satisfies(LabLine const& line, Compare how, double number) {
    bool const below = line.bound.starts_with('<');
    bool const itself = line.bound.ends_with('='); // the value may lie on the bound
    double const edge = line.value;
    // Whether all, or none, of the values that the bound allows lie below the number.
    bool const all_less = below && (edge < number || (edge == number && !itself));
    bool const all_at_most = below && edge <= number;
    bool const all_more = !below && (edge > number || (edge == number && !itself));
    bool const all_at_least = !below && edge >= number;
    auto const either_way = [](bool yes, bool no) {
        return yes ? Truth::yes : no ? Truth::no : Truth::unknown;
    };
    switch (how) {
    case Compare::less:
        return either_way(all_less, all_at_least);
    case Compare::at_most:
        return either_way(all_at_most, all_more);
    case Compare::more:
        return either_way(all_more, all_at_most);
    case Compare::at_least:
        return either_way(all_at_least, all_less);
    case Compare::low:
        return either_way(line.flag == "low", line.flag == "high" || (!below && edge >= line.low));
    case Compare::high:
        return either_way(line.flag == "high", line.flag == "low" || (below && edge <= line.high));
    case Compare::normal:
        return either_way(line.flag == "normal", line.flag == "low" || line.flag == "high");
    case Compare::equal:
        return Truth::unknown;
    case Compare::holds:
    case Compare::is:
    case Compare::within:
        break;
    }
    return Truth::yes;
}

Truth satisfies(LabLine const& line, Compare how, double number) {
    if (!line.bound.empty() && how != Compare::within)
        return bound_satisfies(line, how, number);
    switch (how) {
    case Compare::less:
        return truth(line.value < number);
    case Compare::at_most:
        return truth(line.value <= number);
    case Compare::more:
        return truth(line.value > number);
    case Compare::at_least:
        return truth(line.value >= number);
    case Compare::equal:
        return truth(line.value == number);
    case Compare::low:
        return line.flag.empty() ? Truth::unknown : truth(line.flag == "low");
    case Compare::high:
        return line.flag.empty() ? Truth::unknown : truth(line.flag == "high");
    case Compare::normal:
        return line.flag.empty() ? Truth::unknown : truth(line.flag == "normal");
    case Compare::within:
        return line.days_ago ? truth(*line.days_ago <= number) : Truth::unknown;
    case Compare::holds:
    case Compare::is:
        break;
    }
    return Truth::yes;
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

std::string unit_spelling(std::string_view unit) {
    std::string out;
    for (std::size_t i = 0; i < unit.size(); ++i) {
        // µ is C2 B5, μ is CE BC, ² is C2 B2 in UTF-8; zero-width characters (E2 80 ..) are met in real
        // files.
        auto const byte = [&](std::size_t k) {
            return k < unit.size() ? static_cast<unsigned char>(unit[k]) : static_cast<unsigned char>(0);
        };
        unsigned char const c = byte(i);
        if ((c == 0xC2 && byte(i + 1) == 0xB5) || (c == 0xCE && byte(i + 1) == 0xBC)) {
            out += 'u';
            ++i;
        } else if (c == 0xC2 && byte(i + 1) == 0xB2) {
            out += '2';
            ++i;
        } else if (c == 0xE2 && byte(i + 1) == 0x80) {
            i += 2;
        } else if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if (c != ' ' && c != '[' && c != ']' && c != '{' && c != '}' && c != '_')
            out += static_cast<char>(c);
    }
    auto replace = [&](std::string_view what, std::string_view by) {
        for (auto at = out.find(what); at != out.npos; at = out.find(what, at + by.size()))
            out.replace(at, what.size(), by);
    };
    replace("mcg", "ug");
    replace("mcmol", "umol");
    replace("micromol", "umol");
    replace("liter", "l");
    replace("litre", "l");
    replace("m^2", "m2");
    replace("/min/1.73m**2", "/min/1.73m2");
    if (out == "mval/l")
        out = "meq/l";
    if (out == "gm/dl")
        out = "g/dl";
    return out;
}

bool loinc_check_digit_fits(std::string_view loinc) {
    auto const dash = loinc.find('-');
    if (dash == loinc.npos || dash == 0 || dash + 2 != loinc.size())
        return false;
    int sum = 0;
    bool twice = true;
    for (std::size_t i = dash; i-- > 0;) {
        if (loinc[i] < '0' || loinc[i] > '9')
            return false;
        int digit = loinc[i] - '0';
        if (twice) {
            digit *= 2;
            digit = digit / 10 + digit % 10;
        }
        sum += digit;
        twice = !twice;
    }
    return (10 - sum % 10) % 10 == loinc[dash + 1] - '0';
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
        // Where every laboratory prints the same figure, it may still ask for a new test.
        if (row->to_si == 1) {
            line.value = lab.value;
            doubted_.push_back(line);
        }
        line.value = unknown;
        return cannot("Cannot interpret: there is no unit.");
    }
    auto const* unit = row_of_unit(line.analyte, unit_spelling(lab.unit));
    if (!unit)
        return cannot("Cannot interpret: the unit " + lab.unit + " does not fit this test.", row->unit);
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

LabLine const* Labs::latest(std::string_view analyte) const {
    LabLine const* latest = nullptr;
    for (auto const& line : lines_)
        if (line.used && line.analyte == analyte && line.days_ago &&
            (!latest || *line.days_ago < *latest->days_ago))
            latest = &line;
    return latest;
}

Reading Labs::compare(std::string_view analyte, Compare how, double number) const {
    auto const* newest = latest(analyte);
    bool const stands_in = newest && !newest->why_not.empty();
    Reading reading;
    if (newest) // how old it is, is known for sure, however old
        reading = {satisfies(*newest, how, number), how == Compare::within || (firm(*newest) && !stands_in)};
    // Two results of one day that disagree: either may raise urgency, neither clears anything.
    for (auto const& line : lines_)
        if (newest && line.used && line.analyte == analyte && line.days_ago == newest->days_ago &&
            how != Compare::within && satisfies(line, how, number) != satisfies(*newest, how, number))
            reading = {Truth::yes, false};
    for (auto const& line : lines_) {
        if (!line.used || line.analyte != analyte || line.days_ago || reading.truth == Truth::yes)
            continue;
        auto const undated = satisfies(line, how, number);
        if (undated == Truth::yes || (!newest && undated == Truth::no))
            reading = {undated, false};
    }
    return reading;
}

Reading Labs::spoiled(std::string_view analyte, Compare how, double number) const {
    Reading reading;
    auto const* good = latest(analyte);
    for (auto const& line : doubted_) {
        // A good sample after the spoiled one is the new test that was needed.
        bool const taken_again = good && line.days_ago && *good->days_ago < *line.days_ago;
        if (line.analyte == analyte && reading.truth != Truth::yes && !taken_again)
            reading.truth = satisfies(line, how, number);
    }
    if (reading.truth == Truth::unknown && good)
        reading.truth = Truth::no;
    return reading;
}

Reading Labs::rose_by(std::string_view analyte, double rise, double days) const {
    Reading reading;
    for (auto const& later : lines_)
        for (auto const& earlier : lines_) {
            if (!later.used || !earlier.used || later.analyte != analyte || earlier.analyte != analyte ||
                !later.bound.empty() || !earlier.bound.empty() || !later.days_ago || !earlier.days_ago ||
                *earlier.days_ago <= *later.days_ago || *earlier.days_ago - *later.days_ago > days ||
                !firm(later))
                continue;
            reading.truth = either(reading.truth == Truth::unknown ? Truth::no : reading.truth,
                                   truth(later.value - earlier.value >= rise));
        }
    return reading;
}

Reading Labs::rose_times(std::string_view analyte, double times, double days) const {
    Reading reading;
    for (auto const& later : lines_)
        for (auto const& earlier : lines_) {
            if (!later.used || !earlier.used || later.analyte != analyte || earlier.analyte != analyte ||
                !later.bound.empty() || !earlier.bound.empty() || !later.days_ago || !earlier.days_ago ||
                *earlier.days_ago <= *later.days_ago || *earlier.days_ago - *later.days_ago > days ||
                !firm(later))
                continue;
            reading.truth = either(reading.truth == Truth::unknown ? Truth::no : reading.truth,
                                   truth(later.value >= times * earlier.value));
        }
    return reading;
}

} // namespace rheobase::verdict
