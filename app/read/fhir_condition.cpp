// Conditions, procedures and relatives' illnesses of a record.
#include "app/read/fhir_codes.hpp"
#include "app/read/fhir_record.hpp"
#include "app/read/fhir_stage.hpp"
#include "model/verdict/codes.hpp"

#include <algorithm>
#include <tuple>

namespace rheobase::read::fhir {

namespace {

struct Meaning {
    std::string kind, code;
};

/// What a diagnosis is here, by its code, else by its words. A kind of "denied", "family", "past" or "unsure"
/// says that it is not the person's illness of now.
Meaning meaning_of_diagnosis(Coded const& what) {
    for (auto const& words : what.wordings())
        if (auto const role = word_role(words, {"denied", "family", "past", "unsure"}); !role.empty())
            return {std::string(role), {}};
    for (auto const* kind : {"none", "family", "past", "condition", "symptom", "stage"})
        if (auto const* row = meaning_of(what, kind))
            return {row->kind == "none" ? "denied" : std::string(row->kind), std::string(row->means)};
    for (auto const& words : what.wordings())
        for (auto const* kind : {"condition", "symptom"})
            if (auto const code = verdict::code_meant(kind, words); !code.empty())
                return {kind, std::string(code)};
    return {};
}

/// Why a diagnosis does not count now; empty where it does.
std::string why_not(Json const& node) {
    auto const verified = state_at(node, "verificationStatus");
    if (verified == "entered-in-error")
        return "Withdrawn in the record, so not used.";
    if (verified == "refuted")
        return "Refuted in the record, so not used.";
    if (verified == "unconfirmed" || verified == "provisional" || verified == "differential")
        return "Not confirmed in the record, so not used. If you know better, put it in the case.";
    auto const state = state_at(node, "clinicalStatus");
    bool const ended =
        state.empty() && std::any_of(node.items().begin(), node.items().end(),
                                     [](auto const& one) { return one.key().starts_with("abatement"); });
    if (state == "inactive" || state == "remission" || state == "resolved" || ended)
        return "Over, as the record says, so not counted as present.";
    return {};
}

std::string why_not(Meaning const& meaning) {
    if (meaning.kind == "denied")
        return "The record says that it is not there.";
    if (meaning.kind == "family")
        return "A relative's illness is not the person's.";
    if (meaning.kind == "past")
        return "The record speaks of the past, so it is not counted as present.";
    if (meaning.kind == "unsure")
        return "The record is not sure of it, so it is not used.";
    return {};
}

void add_finding(std::vector<verdict::Finding>& list, std::string const& code,
                 std::optional<double> const& days, std::string const& by = {}) {
    for (auto& known : list)
        if (known.code == code && known.by == by) {
            if (days)
                known.days_ago = known.days_ago ? std::max(*known.days_ago, *days) : *days;
            return;
        }
    verdict::Finding finding;
    finding.code = code;
    finding.present = true;
    finding.days_ago = days;
    finding.by = by;
    list.push_back(std::move(finding));
}

void take_diagnosis(Entry const& entry, Record& record, verdict::Evidence& evidence) {
    auto const& node = *entry.resource;
    auto const what = coded_at(node, "code");
    auto const said = name_of(entry);
    auto why = why_not(node);
    auto const meaning = meaning_of_diagnosis(what);
    if (why.empty())
        why = why_not(meaning);
    if (!why.empty()) {
        record.told.say(said, why);
        return;
    }
    auto const past_days = [&](std::string const& written) -> std::optional<double> {
        auto const days = record.days_ago(when(written));
        return days && *days >= 0 ? days : std::nullopt;
    };
    auto since = past_days(text_at(node, "onsetDateTime"));
    if (!since)
        since = past_days(text_at(part_at(node, "onsetPeriod"), "start"));
    auto noted = past_days(text_at(node, "recordedDate"));
    if (!noted)
        noted = since;
    if (meaning.kind == "condition")
        add_finding(evidence.conditions, meaning.code, since);
    else if (meaning.kind == "symptom")
        set_sign(meaning.code, true, noted, since, said, record, evidence);
    else if (meaning.kind == "stage")
        set_stage(meaning.code, noted, said, record, evidence);
    else {
        evidence.conditions_not_read.push_back(said);
        record.told.say(said, "This condition is not known here, so it was not weighed.",
                        std::string(verdict::nearest_code("condition", said)));
    }
}

/// An operation leaves a state behind: a thyroid that was removed is a condition.
void take_procedure(Entry const& entry, Record& record, verdict::Evidence& evidence) {
    auto const& node = *entry.resource;
    auto const status = state_at(node, "status");
    if (status == "entered-in-error" || status == "not-done" || status == "preparation") {
        record.told.say(name_of(entry), "Withdrawn, planned or not done, so not used.");
        return;
    }
    auto const meaning = meaning_of_diagnosis(coded_at(node, "code"));
    if (meaning.kind != "condition") {
        record.told.count("Procedure");
        return;
    }
    auto days = record.days_ago(when(text_at(node, "performedDateTime")));
    if (!days)
        days = record.days_ago(when(text_at(part_at(node, "performedPeriod"), "start")));
    add_finding(evidence.conditions, meaning.code, days && *days >= 0 ? days : std::nullopt);
}

void take_relative(Entry const& entry, Record& record, verdict::Evidence& evidence) {
    auto const& node = *entry.resource;
    if (state_at(node, "status") == "entered-in-error") {
        record.told.say("FamilyMemberHistory", "Withdrawn in the record, so not used.");
        return;
    }
    auto const relative = in_small_letters(coded_at(node, "relationship").said());
    for (auto const* one : list_at(node, "condition")) {
        auto const what = coded_at(*one, "code");
        std::string code;
        if (auto const* row = meaning_of(what, "condition"))
            code = std::string(verdict::code_meant("family", row->means));
        for (auto const& words : what.wordings())
            if (code.empty())
                code = std::string(verdict::code_meant("family", words));
        if (code.empty())
            record.told.say(what.said() + (relative.empty() ? "" : " (" + relative + ")"),
                            "A relative's illness is not the person's.");
        else
            add_finding(evidence.family, code, std::nullopt, relative);
    }
}

template <class List>
void sort_findings(List& list) {
    std::sort(list.begin(), list.end(), [](verdict::Finding const& a, verdict::Finding const& b) {
        return std::tie(a.code, a.by, a.days_ago) < std::tie(b.code, b.by, b.days_ago);
    });
}

} // namespace

void read_conditions(Record& record, verdict::Evidence& evidence) {
    for (auto const& entry : record.entries) {
        if (entry.type == "Condition")
            take_diagnosis(entry, record, evidence);
        if (entry.type == "Procedure")
            take_procedure(entry, record, evidence);
        if (entry.type == "FamilyMemberHistory")
            take_relative(entry, record, evidence);
    }
    sort_findings(evidence.conditions);
    sort_findings(evidence.family);
    std::sort(evidence.symptoms.begin(), evidence.symptoms.end(),
              [](verdict::Symptom const& a, verdict::Symptom const& b) { return a.code < b.code; });
}

void read_allergies(Record& record, verdict::Evidence& evidence) {
    for (auto const& entry : record.entries) {
        if (entry.type != "AllergyIntolerance")
            continue;
        auto const what = coded_at(*entry.resource, "code");
        auto const said = what.empty() ? name_of(entry) : what.said();
        bool const denied =
            meaning_of(what, "none") ||
            std::any_of(what.codings.begin(), what.codings.end(),
                        [](auto const& coding) { return !word_role(coding.display, {"denied"}).empty(); }) ||
            !word_role(what.text, {"denied"}).empty();
        if (auto const why = why_not(*entry.resource); denied || !why.empty()) {
            record.told.say(said, denied ? "The record says that it is not there." : why);
            continue;
        }
        if (auto const* row = meaning_of(what, "allergy")) {
            add_finding(evidence.allergies, std::string(row->means), std::nullopt);
            continue;
        }
        std::string code;
        for (auto const& words : what.wordings())
            if (code.empty())
                code = word_role(words, {"peanut", "tree_nut", "shellfish", "fish", "egg", "milk", "wheat",
                                         "gluten", "soya", "sesame"});
        add_finding(evidence.allergies, code.empty() ? verdict::code_spelling(said) : code, std::nullopt);
    }
    sort_findings(evidence.allergies);
}

} // namespace rheobase::read::fhir
