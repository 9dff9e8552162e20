// Reads health records in FHIR R4 as evidence beside a case file: results, medicines, conditions, allergies
// and the person. What a record withdraws, refutes or says of somebody else is left out and named.
#pragma once

#include "base/result.hpp"
#include "model/verdict/evidence.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct FhirFile {
    std::string name; ///< for messages
    std::string text; ///< a Bundle of any type, one resource, a list of resources, or one resource a line
};

struct FhirRead {
    verdict::Evidence evidence; ///< what is not used stands in set_aside, with its reason
    /// Malformed JSON, something that is no FHIR, records of more than one person: the program ends with 2.
    /// Of a malformed file the evidence still holds whatever could be read.
    std::vector<Problem> faults;
};

/// More bytes than this are not read as one record.
std::size_t largest_fhir();

/// Reads the files of one person together. Days are counted back from `today` (YYYY-MM-DD), or where it is
/// empty from the newest date in the files. Never throws; any bytes are met with an answer. The order of the
/// entries makes no difference.
FhirRead read_fhir(std::vector<FhirFile> const& files, std::string_view today);
FhirRead read_fhir(std::string_view text, std::string_view name, std::string_view today);

/// Adds a record to a case. Where both speak, the case stands; what contradicts it is named in set_aside.
void add_record(verdict::Evidence& evidence, verdict::Evidence const& record);

} // namespace rheobase::read
