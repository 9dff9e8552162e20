// Laboratory results of a record before they become evidence.
#pragma once

#include "app/read/fhir_record.hpp"

namespace rheobase::read::fhir {

struct Result {
    verdict::Lab lab;
    std::string analyte; ///< code of what was measured; "" where the code is not known here
    std::string said;    ///< "Potassium 7.2 mmol/L, 2026-03-01"
    std::optional<When> date;
    int standing = 0;    ///< corrected goes before final, final before preliminary
    double si = unknown; ///< in the unit of labs.csv; unknown where it cannot be compared
};

/// How a status stands against the others of one time: corrected 2, final 1, everything else 0.
int standing_of(std::string_view status);

/// Makes evidence of the results: what was corrected replaces what was not, what stands there twice counts
/// once, results of one time that differ lose their date, and results of one day keep the order of the clock.
void settle_results(std::vector<Result> results, Record& record, verdict::Evidence& evidence);

} // namespace rheobase::read::fhir
