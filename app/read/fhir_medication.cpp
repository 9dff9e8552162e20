// Medicines of a record: statements (what is taken) and requests (what was prescribed).
#include "app/read/fhir_reading.rows.hpp"
#include "app/read/fhir_record.hpp"
#include "app/read/fhir_same.hpp"
#include "model/verdict/medicine.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <tuple>

namespace rheobase::read::fhir {

namespace {

/// The concept of the medicine, or of its ingredients where only those have a name.
std::vector<Coded> medicine_of(Entry const& entry, Record const& record) {
    auto const& node = *entry.resource;
    if (auto stated = coded_at(node, "medicationCodeableConcept"); !stated.empty())
        return {stated};
    auto const& reference = part_at(node, "medicationReference");
    std::vector<Coded> out;
    if (auto const* medication = record.find(entry, reference_at(node, "medicationReference"))) {
        if (auto code = coded_at(*medication, "code"); !code.empty())
            out.push_back(code);
        else
            for (auto const* one : list_at(*medication, "ingredient"))
                if (auto item = coded_at(*one, "itemCodeableConcept"); !item.empty())
                    out.push_back(item);
    }
    if (auto display = text_at(reference, "display"); out.empty() && !display.empty())
        out.push_back({{}, display});
    return out;
}

/// The code of a system; of several the one that a medicine here has, else the first.
std::string code_of(Coded const& what, std::string_view system) {
    std::string out;
    for (auto const& coding : what.codings) {
        if (coding.system != system || coding.code.empty())
            continue;
        bool const known_here =
            std::any_of(verdict::medicines_rows.begin(), verdict::medicines_rows.end(), [&](auto const& row) {
                return system == "rxnorm" ? row.rxnorm == coding.code : row.atc == coding.code;
            });
        if (known_here)
            return coding.code;
        if (out.empty())
            out = coding.code;
    }
    return out;
}

/// The wording that means a medicine here, else the first.
std::string name_for(Coded const& what) {
    auto const words = what.wordings();
    for (auto const& one : words) {
        verdict::Medicine trial;
        trial.name = one;
        if (verdict::understood(trial).how == "name")
            return one;
    }
    return words.empty() ? what.said() : words.front();
}

/// A code and a name that mean different medicines: one of them is a slip, and nobody here can say which.
void name_contradiction(Coded const& what, Record& record) {
    verdict::Medicine by_name;
    by_name.name = name_for(what);
    verdict::Medicine by_code;
    by_code.rxnorm = code_of(what, "rxnorm");
    auto const named = verdict::understood(by_name);
    auto const coded = verdict::understood(by_code);
    if (named.how != "name" || named.rows.empty() || coded.rows.empty())
        return;
    for (auto const* one : named.rows)
        for (auto const* other : coded.rows)
            if (one == other || (!one->atc.empty() && one->atc == other->atc))
                return;
    record.told.say(by_name.name + ", RxNorm " + by_code.rxnorm,
                    "The code means " + std::string(coded.rows.front()->name) +
                        ", which is another medicine than the name. Both were counted.");
}

std::string figure(double value) {
    return fmt::format("{:.6g}", value);
}

/// "2 puffs 4 times a day as needed", from words or from parts.
std::string dose_of(Json const& dosage) {
    if (auto text = text_at(dosage, "text"); !text.empty())
        return text;
    std::string out;
    auto const amounts = list_at(dosage, "doseAndRate");
    auto const& amount =
        amounts.empty() ? part_at(dosage, "doseQuantity") : part_at(*amounts.front(), "doseQuantity");
    if (auto const value = number_at(amount, "value"))
        out = figure(*value) + " " +
              (text_at(amount, "unit").empty() ? text_at(amount, "code") : text_at(amount, "unit"));
    auto const& repeat = part_at(part_at(dosage, "timing"), "repeat");
    auto const often = number_at(repeat, "frequency");
    auto const period = number_at(repeat, "period");
    auto const unit = text_at(repeat, "periodUnit");
    if (often && period.value_or(1) == 1 && (unit == "d" || unit.empty()))
        out += (out.empty() ? "" : " ") + figure(*often) + (*often == 1 ? " time a day" : " times a day");
    else if (period && unit == "h")
        out += (out.empty() ? "" : " ") + std::string("every ") + figure(*period) + " hours";
    if (truth_at(dosage, "asNeededBoolean").value_or(false) ||
        !part_at(dosage, "asNeededCodeableConcept").empty())
        out += " as needed";
    return out;
}

/// What a status says: taken now, taken before, or neither.
enum class Use { now, before, never };

Use use_of(Entry const& entry, std::string const& status, Record& record) {
    auto const& node = *entry.resource;
    auto const name = [&] { return name_of(entry); };
    if (status == "entered-in-error") {
        record.told.say(name(), "Withdrawn in the record, so not used.");
        return Use::never;
    }
    if (status == "not-taken" || truth_at(node, "doNotPerform").value_or(false)) {
        record.told.say(name(), "The record says that it is not taken.");
        return Use::never;
    }
    auto const intent = state_at(node, "intent");
    if (status == "draft" || status == "intended" || status == "cancelled" || intent == "proposal" ||
        intent == "plan" || intent == "option") {
        record.told.say(name(), "Planned or called off, and never taken as far as the record tells.");
        return Use::never;
    }
    if (status == "on-hold") {
        record.told.say(name(), "On hold in the record; counted as stopped.");
        return Use::before;
    }
    return status == "completed" || status == "stopped" || status == "ended" ? Use::before : Use::now;
}

struct Span {
    std::optional<double> since, until;
};

/// When it was begun and ended, in days ago.
Span span_of(Entry const& entry, Record const& record) {
    auto const& node = *entry.resource;
    auto const days = [&](std::string const& written) { return record.days_ago(when(written)); };
    Span span;
    auto const& period = part_at(node, "effectivePeriod");
    span.since = days(text_at(period, "start"));
    span.until = days(text_at(period, "end"));
    if (!span.since)
        span.since = days(text_at(node, "effectiveDateTime"));
    if (!span.since)
        span.since = days(text_at(node, "authoredOn"));
    for (auto const* dosage : list_at(node, "dosageInstruction"))
        if (!span.until)
            span.until =
                days(text_at(part_at(part_at(part_at(*dosage, "timing"), "repeat"), "boundsPeriod"), "end"));
    if (!span.until)
        span.until = days(text_at(part_at(part_at(node, "dispenseRequest"), "validityPeriod"), "end"));
    if (span.since && *span.since < 0)
        span.since.reset();
    return span;
}

verdict::Medicine medicine_from(Entry const& entry, Coded const& what, Use use, Span const& span) {
    auto const& node = *entry.resource;
    verdict::Medicine medicine;
    medicine.name = name_for(what);
    medicine.rxnorm = code_of(what, "rxnorm");
    medicine.atc = code_of(what, "atc");
    for (auto const* key : {"dosage", "dosageInstruction"})
        for (auto const* dosage : list_at(node, key)) {
            if (medicine.dose.empty())
                medicine.dose = dose_of(*dosage);
            if (medicine.route.empty())
                medicine.route = in_small_letters(coded_at(*dosage, "route").said());
            if (medicine.times.empty())
                for (auto const& time : texts_at(part_at(part_at(*dosage, "timing"), "repeat"), "timeOfDay"))
                    medicine.times.push_back(time.substr(0, 5));
        }
    medicine.current = use == Use::now;
    if (medicine.current) {
        medicine.since_days = span.since;
        medicine.started_days_ago = span.since;
        return medicine;
    }
    if (span.until && *span.until >= 0)
        medicine.stopped_days_ago = span.until;
    else if (!span.until && span.since && *span.since > fhir_reading.prescription_days)
        medicine.stopped_days_ago = *span.since - fhir_reading.prescription_days;
    return medicine;
}

auto content(verdict::Medicine const& one) {
    return std::tuple(one.name, !one.current, one.rxnorm, one.atc, one.since_days.value_or(-1),
                      one.stopped_days_ago.value_or(-1), one.dose, one.route, one.times);
}

/// One prescription after the other is one medicine: taken now if any of them is, for as long as the first of
/// those that run, stopped when the last one ended.
void merge(verdict::Medicine& into, verdict::Medicine const& other) {
    auto const sooner = [](auto& a, auto const& b) {
        if (b)
            a = a ? std::min(*a, *b) : *b;
    };
    auto const later = [](auto& a, auto const& b) {
        if (b)
            a = a ? std::max(*a, *b) : *b;
    };
    if (into.current == other.current) {
        if (into.current) {
            later(into.since_days, other.since_days);
            later(into.started_days_ago, other.started_days_ago);
        } else
            sooner(into.stopped_days_ago, other.stopped_days_ago);
    } else if (other.current) {
        auto const kept = into;
        into = other;
        if (into.dose.empty())
            into.dose = kept.dose;
    }
    if (into.rxnorm.empty())
        into.rxnorm = other.rxnorm;
    if (into.atc.empty())
        into.atc = other.atc;
    if (into.dose.empty())
        into.dose = other.dose;
}

} // namespace

void read_medicines(Record& record, verdict::Evidence& evidence) {
    std::vector<verdict::Medicine> all;
    for (auto const& entry : record.entries) {
        if (entry.type != "MedicationStatement" && entry.type != "MedicationRequest")
            continue;
        auto const status = state_at(*entry.resource, "status");
        auto use = use_of(entry, status, record);
        if (use == Use::never)
            continue;
        auto const named = medicine_of(entry, record);
        if (named.empty()) {
            record.told.say(name_of(entry), "The record does not say which medicine it is.");
            continue;
        }
        auto const span = span_of(entry, record);
        auto const over = record.days_ago(when(text_at(part_at(*entry.resource, "effectivePeriod"), "end")));
        if (use == Use::now && over && *over > 0) {
            record.told.say(name_of(entry), "Marked as taken now, with an end in the past. It was counted as "
                                            "stopped then.");
            use = Use::before;
        } else if (use == Use::now && span.until && *span.until > 0)
            record.told.say(name_of(entry),
                            "Marked as taken now, with an end in the past. It was taken as current, to be "
                            "safe.");
        for (auto const& what : named)
            name_contradiction(what, record);
        for (auto const& what : named)
            all.push_back(medicine_from(entry, what, use, span));
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return content(a) < content(b); });
    for (auto& one : all) {
        auto const known = std::find_if(evidence.medicines.begin(), evidence.medicines.end(),
                                        [&](auto const& other) { return same_medicine(one, other); });
        if (known == evidence.medicines.end())
            evidence.medicines.push_back(std::move(one));
        else
            merge(*known, one);
    }
}

} // namespace rheobase::read::fhir
