// Signs that a record tells of: "Symptom: muscle cramp", or "Muscle cramp: yes".
#include "app/read/fhir_codes.hpp"
#include "app/read/fhir_reading.rows.hpp"
#include "app/read/fhir_stage.hpp"
#include "model/verdict/codes.hpp"

#include <algorithm>

namespace rheobase::read::fhir {

void set_sign(std::string_view symptom, bool present, std::optional<double> const& noted,
              std::optional<double> const& since, std::string const& said, Record& record,
              verdict::Evidence& evidence) {
    if (noted && (*noted < 0 || *noted > fhir_reading.symptom_counts_days)) {
        record.told.say(
            said, "This sign was noted more than a week ago. If it is still there, say so in the case.");
        return;
    }
    if (!present && !noted) {
        record.told.say(said, "Without a date, that a sign is absent cannot calm.");
        return;
    }
    for (auto& known : evidence.symptoms)
        if (known.code == symptom) {
            // Noted twice: there, if it was there once in these days; for as long as the longer one says.
            known.present = known.present.value_or(true) || present;
            if (since)
                known.since_days = known.since_days ? std::max(*known.since_days, *since) : *since;
            return;
        }
    verdict::Symptom sign;
    sign.code = symptom;
    sign.present = present;
    sign.since_days = since;
    evidence.symptoms.push_back(std::move(sign));
}

bool take_sign(Json const& node, Sample const& sample, Record& record, verdict::Evidence& evidence) {
    auto const code = coded_at(node, "code");
    auto const meant = [](Coded const& what) -> std::string {
        if (auto const* row = meaning_of(what, "symptom"))
            return std::string(row->means);
        for (auto const& words : what.wordings())
            if (auto const found = verdict::code_meant("symptom", words); !found.empty())
                return std::string(found);
        return {};
    };
    auto const value = coded_at(node, "valueCodeableConcept");
    bool const names_one = meaning_of(code, "complaint") != nullptr;
    auto const asked = meant(names_one ? value : code);
    if (asked.empty())
        return false;
    auto const days = record.days_ago(sample.date);
    for (auto const* part : {&code, names_one ? &value : &code})
        for (auto const& words : part->wordings())
            if (!word_role(words, {"denied", "family", "past", "unsure"}).empty()) {
                record.told.say(dated(words, sample),
                                "It is denied, of a relative, past or not sure, so it is not used.");
                return true;
            }
    if (names_one) {
        set_sign(asked, true, days, std::nullopt, dated(value.said(), sample), record, evidence);
        return true;
    }
    auto const answer = yes_or_no(node);
    if (!answer && node.contains("valueQuantity"))
        return false;
    auto const said = dated(code.said(), sample);
    if (answer)
        set_sign(asked, *answer, days, std::nullopt, said, record, evidence);
    else
        record.told.say(said, "Whether it was there is not said in words that are understood.");
    return true;
}

} // namespace rheobase::read::fhir
