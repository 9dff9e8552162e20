// Life stages and signs that a record tells of. Both hold for a while only: what a record noted long ago may
// be over.
#pragma once

#include "app/read/fhir_sample.hpp"

namespace rheobase::read::fhir {

/// Takes a stage of fhir_codes.csv ("pregnant", "not_pregnant", "lactating", "menopause") noted so many days
/// ago.
void set_stage(std::string_view stage, std::optional<double> const& days, std::string const& said,
               Record& record, verdict::Evidence& evidence);

/// The week of pregnancy from the date on which the birth is expected.
void set_due_date(std::optional<When> const& due, std::string const& said, Record& record,
                  verdict::Evidence& evidence);

/// Takes a sign that was noted so many days ago, there or not there; an old one is named, not used.
/// A sign without a date is used when it is there: it may raise urgency.
void set_sign(std::string_view symptom, bool present, std::optional<double> const& noted,
              std::optional<double> const& since, std::string const& said, Record& record,
              verdict::Evidence& evidence);

/// Takes an observation that is about a sign; false where it is about something else.
bool take_sign(Json const& node, Sample const& sample, Record& record, verdict::Evidence& evidence);

} // namespace rheobase::read::fhir
