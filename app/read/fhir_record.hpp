// The files of one person as a list of resources: bundles opened, older versions and other people's entries
// left out, references at hand.
#pragma once

#include "app/read/fhir.hpp"
#include "app/read/fhir_date.hpp"
#include "app/read/fhir_told.hpp"
#include "app/read/fhir_value.hpp"

#include <deque>
#include <map>
#include <set>

namespace rheobase::read::fhir {

struct Entry {
    Json const* resource = nullptr;
    std::string type;     ///< "Observation"
    std::string self;     ///< "Observation/12"; "" without an id
    std::string full_url; ///< as the bundle gives it, as reference_of writes it
    std::size_t file = 0;
};

struct Record {
    std::deque<Json> documents; ///< what the entries point into
    std::vector<Entry> entries;
    std::map<std::pair<std::size_t, std::string>, Entry> by_reference;
    std::set<std::pair<std::size_t, std::string>> deleted;
    std::vector<std::string> stamps; ///< when each bundle was put together
    std::vector<Problem> faults;
    Told told;
    std::optional<long> today; ///< the day that "days ago" counts from

    /// The resource that a reference of this entry names: one inside it ("#a"), or one of the same file.
    Json const* find(Entry const& from, std::string const& reference) const;
    /// Days before today; nothing where the date is not known to the month. A month counts from its first
    /// day: older, which is the side on which nothing is calmed. Negative for a date in the future.
    std::optional<double> days_ago(std::optional<When> const& date) const;
};

/// Reads the texts; what is wrong with them is in `faults`.
void open_files(std::vector<FhirFile> const& files, Record& record);

/// Of several versions of one resource the newest stays; deleted ones go.
void keep_newest_versions(Record& record);

/// A fault where the record is of more than one person. Entries about somebody else are taken out and named.
void keep_one_person(Record& record, std::vector<FhirFile> const& files);

/// Settles the day that "days ago" counts from: the one asked for, or the newest date of the record.
void settle_today(Record& record, std::string_view today);

/// What a resource is called in a list of what was not used.
std::string name_of(Entry const& entry);

void read_person(Record& record, verdict::Evidence& evidence);
void read_observations(Record& record, verdict::Evidence& evidence);
void read_medicines(Record& record, verdict::Evidence& evidence);
void read_conditions(Record& record, verdict::Evidence& evidence);
void read_allergies(Record& record, verdict::Evidence& evidence);

} // namespace rheobase::read::fhir
