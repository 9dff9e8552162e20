// What stands around a result: its date, its state, and how the sample was.
#pragma once

#include "app/read/fhir_record.hpp"

namespace rheobase::read::fhir {

struct Sample {
    std::optional<When> date;
    std::string written;   ///< the date as the record writes it
    std::string status;    ///< "final", "corrected", …
    std::string note;      ///< notes of the result and the state of the specimen
    std::string elsewhere; ///< what the specimen is where it is not blood; else ""
};

Sample sample_of(Entry const& observation, Record const& record);

/// A name with the day behind it, for what is told of.
std::string dated(std::string said, Sample const& sample);

/// Results of reports that were withdrawn whole, by file and reference.
std::set<std::pair<std::size_t, std::string>> withdrawn_reports(Record const& record);

} // namespace rheobase::read::fhir
