// Observations: laboratory results, vital signs, life stages and signs.
#include "app/read/fhir_codes.hpp"
#include "app/read/fhir_quantity.hpp"
#include "app/read/fhir_reading.rows.hpp"
#include "app/read/fhir_results.hpp"
#include "app/read/fhir_sample.hpp"
#include "app/read/fhir_stage.hpp"
#include "app/read/fhir_vitals.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/lab.hpp"
#include "model/verdict/lab_codes.rows.hpp"
#include "model/verdict/lab_units.rows.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read::fhir {

namespace {

struct Reading {
    Record& record;
    verdict::Evidence& evidence;
    std::vector<Result> results;
    Vitals vitals;
};

verdict::LabCodesRow const* lab_code(std::string_view loinc) {
    for (auto const& row : verdict::lab_codes_rows)
        if (row.loinc == loinc)
            return &row;
    return nullptr;
}

/// Whether an analyte is measured in this unit by this kind of code (mass, molar, …).
bool kind_fits(verdict::LabCodesRow const& row, std::string_view unit) {
    auto const spelled = verdict::unit_spelling(unit);
    return std::any_of(verdict::lab_units_rows.begin(), verdict::lab_units_rows.end(), [&](auto const& one) {
        return one.analyte == row.analyte && one.spelling == spelled && one.kind == row.kind;
    });
}

/// LOINC codes of a concept, known ones first. A code without a system counts where it is a known one.
std::vector<std::string> loinc_codes(Coded const& code) {
    std::vector<std::string> out;
    for (auto const& coding : code.codings)
        if (coding.system == "loinc" || (coding.system.empty() && lab_code(coding.code)))
            out.push_back(coding.code);
    std::sort(out.begin(), out.end());
    std::stable_partition(out.begin(), out.end(), [](auto const& one) { return lab_code(one) != nullptr; });
    return out;
}

/// The analyte that the words mean: "Potassium [Moles/volume] in Serum or Plasma" is potassium.
std::string analyte_in_words(Coded const& code) {
    for (auto const& words : code.wordings()) {
        auto const meant = verdict::code_meant("analyte", cleaned(words.substr(0, words.find('['))));
        if (!meant.empty())
            return std::string(meant);
    }
    return {};
}

/// A figure that was printed as high and stands inside its own range, or the other way round.
void check_interpretation(Json const& node, verdict::Lab const& lab, std::string const& said,
                          Record& record) {
    if (!lab.bound.empty() || (!lab.ref_low && !lab.ref_high))
        return;
    bool const low = lab.ref_low && lab.value < *lab.ref_low;
    bool const high = lab.ref_high && lab.value > *lab.ref_high;
    for (auto const* one : list_at(node, "interpretation"))
        for (auto const& coding : coded(*one).codings) {
            bool const says_high = coding.code == "H" || coding.code == "HH" || coding.code == "HU";
            bool const says_low = coding.code == "L" || coding.code == "LL" || coding.code == "LU";
            if ((says_high && !high) || (says_low && !low) || (coding.code == "N" && (low || high)))
                record.told.say(
                    said, "It is marked " + coding.code +
                              ", and its own range says otherwise. The figure and the range were used.");
        }
}

/// A range in milliequivalents beside a result in millimoles is met in real files and would make every result
/// low. Only for adults, whose usual range is known here.
bool range_of_another_unit(verdict::Lab const& lab, std::string const& analyte, diet::Person const& person) {
    auto const* row = verdict::lab_row(analyte);
    if (!row || !lab.ref_low || !lab.ref_high || person.age_years.value_or(0) < fhir_reading.adult_years)
        return false;
    double const low = in_si(analyte, *lab.ref_low, lab.unit);
    double const high = in_si(analyte, *lab.ref_high, lab.unit);
    return low > fhir_reading.range_apart * row->high || high * fhir_reading.range_apart < row->low;
}

void take_result(Json const& node, Coded const& code, Sample const& sample, Reading& reading) {
    auto& told = reading.record.told;
    auto const codes = loinc_codes(code);
    auto const in_words = analyte_in_words(code);
    auto const* row = codes.empty() ? nullptr : lab_code(codes.front());
    std::string const analyte = row ? std::string(row->analyte) : in_words;
    auto const amount = amount_of(node, analyte);
    auto said = dated(code.said(), sample);
    if (known(amount.value))
        said = dated(fmt::format("{} {}{:.6g} {}", code.said(), amount.bound, amount.value, amount.unit),
                     sample);

    if (auto const& absent = coded_at(node, "dataAbsentReason"); !absent.empty()) {
        told.say(said, "No result was recorded (" + absent.said() + ").");
        return;
    }
    if (!row && !codes.empty()) {
        told.say(said, verdict::loinc_check_digit_fits(codes.front())
                           ? "This LOINC code is not read here."
                           : "Cannot interpret: the LOINC code is mistyped, its check digit is wrong.");
        return;
    }
    if (codes.empty() && in_words.empty()) {
        told.say(said, "This test is not known here: it has no LOINC code, and its name is not understood.",
                 std::string(verdict::nearest_code("analyte", code.said())));
        return;
    }
    if (!sample.elsewhere.empty() && !analyte.starts_with("urine_")) {
        told.say(said,
                 "The sample is not blood (" + sample.elsewhere + "), so blood ranges do not hold for it.");
        return;
    }
    if (!amount.clash.empty()) {
        told.say(said, "Cannot interpret: the unit is given as " + amount.clash + ".");
        return;
    }
    Result result;
    result.analyte = analyte;
    result.said = said;
    result.date = sample.date;
    result.standing = standing_of(sample.status);
    auto& lab = result.lab;
    if (!codes.empty()) {
        auto const fitting = std::find_if(codes.begin(), codes.end(), [&](auto const& one) {
            auto const* other = lab_code(one);
            return other && other->analyte == analyte && kind_fits(*other, amount.unit);
        });
        lab.loinc = fitting == codes.end() ? codes.front() : *fitting;
    }
    lab.analyte = in_words.empty() ? analyte : in_words;
    lab.value = amount.value;
    lab.unit = amount.unit;
    lab.bound = amount.bound;
    lab.status = sample.status;
    lab.note = sample.note;
    result.si = in_si(analyte, lab.value, lab.unit);
    if (auto const why = set_range(node, analyte, lab); !why.empty())
        told.say(said, why);
    if (range_of_another_unit(lab, analyte, reading.evidence.person)) {
        lab.ref_low.reset();
        lab.ref_high.reset();
        told.say(
            said,
            "Its printed range lies far from the usual one, as if in another unit. The usual one was used.");
    }
    check_interpretation(node, lab, said, reading.record);
    reading.results.push_back(std::move(result));
}

bool has_value(Json const& node) {
    if (!node.is_object())
        return false;
    return std::any_of(node.items().begin(), node.items().end(), [](auto const& one) {
        return one.key().starts_with("value") || one.key() == "dataAbsentReason";
    });
}

void take(Json const& node, Sample const& sample, Reading& reading) {
    auto const code = coded_at(node, "code");
    auto const parts = list_at(node, "component");
    for (auto const* part : parts)
        take(*part, sample, reading);
    if (!has_value(node)) {
        if (parts.empty() && list_at(node, "hasMember").empty())
            reading.record.told.say(dated(code.said(), sample), "It holds no value.");
        return;
    }
    if (meaning_of(code, "panel") && node.contains("dataAbsentReason") && !parts.empty())
        return;
    if (auto const* row = meaning_of(code, "vital")) {
        reading.vitals.take(row->means, node, sample, dated(code.said(), sample), reading.record);
        return;
    }
    if (auto const* row = meaning_of(code, "stage")) {
        auto const said = dated(code.said(), sample);
        if (row->means == "due_date")
            set_due_date(when(text_at(node, "valueDateTime")), said, reading.record, reading.evidence);
        else if (auto const* stage = meaning_of(coded_at(node, "valueCodeableConcept"), "stage"))
            set_stage(stage->means, reading.record.days_ago(sample.date), said, reading.record,
                      reading.evidence);
        else
            reading.record.told.say(said, "Its answer is not understood.");
        return;
    }
    if (take_sign(node, sample, reading.record, reading.evidence))
        return;
    take_result(node, code, sample, reading);
}

} // namespace

void read_observations(Record& record, verdict::Evidence& evidence) {
    Reading reading{record, evidence, {}, {}};
    auto const withdrawn = withdrawn_reports(record);
    for (auto const& entry : record.entries) {
        bool const letter = !text_at(*entry.resource, "conclusion").empty() ||
                            !list_at(*entry.resource, "presentedForm").empty();
        if (entry.type == "DiagnosticReport" && letter)
            record.told.say(name_of(entry), "Its results are read, its words are not.");
        if (entry.type != "Observation")
            continue;
        auto const sample = sample_of(entry, record);
        auto const said = dated(name_of(entry), sample);
        bool const by_report = withdrawn.contains({entry.file, entry.self}) ||
                               (!entry.full_url.empty() && withdrawn.contains({entry.file, entry.full_url}));
        if (sample.status == "entered-in-error" || sample.status == "cancelled" || by_report)
            record.told.say(said, "Withdrawn in the record, so not used.");
        else
            take(*entry.resource, sample, reading);
    }
    settle_results(std::move(reading.results), record, evidence);
    reading.vitals.settle(record, evidence);
}

} // namespace rheobase::read::fhir
