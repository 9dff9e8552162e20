#include "app/read/fhir_vitals.hpp"

#include "app/read/fhir_quantity.hpp"
#include "app/read/fhir_vitals.rows.hpp"
#include "model/verdict/judging.rows.hpp"
#include "model/verdict/lab.hpp"

#include <algorithm>
#include <tuple>

namespace rheobase::read::fhir {

namespace {

FhirVitalsRow const* unit_of(std::string_view what, std::string_view unit) {
    auto spelled = verdict::unit_spelling(unit);
    if (spelled.starts_with("\xC2\xB0")) // the degree sign
        spelled.erase(0, 2);
    for (auto const& row : fhir_vitals_rows)
        if (row.what == what && row.spelling == spelled)
            return &row;
    return nullptr;
}

} // namespace

void Vitals::take(std::string_view what, Json const& node, Sample const& sample, std::string const& said,
                  Record& record) {
    auto const& written = part_at(node, "valueQuantity");
    auto const value = number_at(written, "value");
    auto const code = text_at(written, "code");
    auto const print = text_at(written, "unit");
    auto const* by_code = unit_of(what, code);
    auto const* by_print = unit_of(what, print);
    if (!value || !text_at(written, "comparator").empty()) {
        record.told.say(said, "It holds no plain figure.");
        return;
    }
    auto const* row = by_code ? by_code : by_print;
    if (!row || (by_code && by_print && by_code->to_si != by_print->to_si)) {
        record.told.say(said,
                        "Cannot interpret: the unit " + (code.empty() ? print : code) + " does not fit.");
        return;
    }
    double const in_unit = *value * row->to_si + (known(row->plus) ? row->plus : 0);
    if (in_unit < row->possible_low || in_unit > row->possible_high) {
        record.told.say(said, "No living person has this value. Is the unit right?");
        return;
    }
    if (record.days_ago(sample.date).value_or(0) < 0) {
        record.told.say(said, "Its date lies in the future.");
        return;
    }
    measured_[std::string(what)].push_back({in_unit, sample.date, said});
}

void Vitals::settle(Record& record, verdict::Evidence& evidence) const {
    auto const age = [&](Measured const& one) { return record.days_ago(one.date).value_or(1e300); };
    auto const clock = [](Measured const& one) { return one.date ? one.date->minute.value_or(-1) : -1; };
    double newest_day = 1e300;
    std::map<std::string, Measured> newest;
    for (auto const& [what, all] : measured_) {
        auto const& best =
            *std::min_element(all.begin(), all.end(), [&](Measured const& a, Measured const& b) {
                return std::tuple(age(a), -clock(a), -a.value) < std::tuple(age(b), -clock(b), -b.value);
            });
        newest[what] = best;
        if (what != "weight_kg" && what != "height_cm")
            newest_day = std::min(newest_day, age(best));
    }
    for (auto const& [what, one] : newest) {
        auto const days = age(one);
        if (what == "weight_kg" || what == "height_cm") {
            if (days > verdict::judging.forgotten_after_days && days < 1e300)
                record.told.say(one.said, "Older than a year, so not used.");
            else
                (what == "weight_kg" ? evidence.person.weight_kg : evidence.person.height_cm) = one.value;
        } else if (days > newest_day)
            record.told.say(one.said,
                            "Other vital signs are newer, and only those of one day are judged together.");
        else
            evidence.vitals[what] = one.value;
    }
    if (!evidence.vitals.empty() && newest_day < 1e300)
        evidence.vitals["days_ago"] = newest_day;
}

} // namespace rheobase::read::fhir
