// Whose record it is. An answer is for one person: two people in a file are a fault, and what a record says
// of somebody else (a baby, a donor, a device) is not this person's.
#include "app/read/fhir_reading.rows.hpp"
#include "app/read/fhir_record.hpp"

#include <algorithm>

namespace rheobase::read::fhir {

namespace {

/// How new a version is; nothing where the resource does not tell.
struct Version {
    std::string updated;
    double number = -1;
    bool operator<(Version const& other) const {
        auto const a = when(updated);
        auto const b = when(other.updated);
        if (a && b && a->minute && b->minute && *a->minute != *b->minute)
            return *a->minute < *b->minute;
        return number < other.number;
    }
};

Version version_of(Entry const& entry) {
    auto const& meta = part_at(*entry.resource, "meta");
    Version out{text_at(meta, "lastUpdated"), -1};
    auto const number = text_at(meta, "versionId");
    if (!number.empty() && number.size() < 10 && number.find_first_not_of("0123456789") == number.npos)
        out.number = std::stod(number);
    return out;
}

struct Patient {
    std::set<std::string> called; ///< references that mean this person
    std::set<std::string> linked;
    std::string birth, gender, name;
};

std::string subject_of(Entry const& entry) {
    for (auto const* key : {"subject", "patient"})
        if (auto const reference = reference_at(*entry.resource, key); !reference.empty())
            return reference;
    return {};
}

bool overlaps(std::set<std::string> const& a, std::set<std::string> const& b) {
    return std::any_of(a.begin(), a.end(), [&](auto const& one) { return b.contains(one); });
}

std::vector<Patient> patients_of(Record const& record, std::size_t file) {
    std::vector<Patient> out;
    for (auto const& entry : record.entries) {
        if (entry.type != "Patient" || entry.file != file)
            continue;
        Patient one;
        for (auto const& name : {entry.self, entry.full_url})
            if (!name.empty())
                one.called.insert(name);
        for (auto const* link : list_at(*entry.resource, "link"))
            one.linked.insert(reference_at(*link, "other"));
        one.birth = text_at(*entry.resource, "birthDate");
        one.gender = in_small_letters(text_at(*entry.resource, "gender"));
        one.name = entry.self.empty() ? "a patient without an id" : entry.self;
        auto const same = std::find_if(out.begin(), out.end(), [&](Patient const& other) {
            return overlaps(one.called, other.called) || overlaps(one.linked, other.called) ||
                   overlaps(other.linked, one.called);
        });
        if (same == out.end())
            out.push_back(std::move(one));
        else {
            same->called.insert(one.called.begin(), one.called.end());
            same->linked.insert(one.linked.begin(), one.linked.end());
        }
    }
    return out;
}

void refuse(Record& record, std::string const& where, std::set<std::string> const& who) {
    std::string names;
    for (auto const& one : who)
        names += (names.empty() ? "" : ", ") + one;
    record.faults.push_back({"the record is of " + std::to_string(who.size()) + " people (" + cleaned(names) +
                                 "), and an answer is for one",
                             where, "Give the record of one person."});
    record.entries.clear(); // nobody can say whose an emergency in it would be
}

bool never_a_person(std::string const& reference) {
    for (auto const* kind : {"Group/", "Device/", "Location/", "Substance/", "RelatedPerson/"})
        if (reference.starts_with(kind))
            return true;
    return false;
}

} // namespace

void keep_newest_versions(Record& record) {
    std::map<std::pair<std::size_t, std::string>, Version> newest;
    for (auto const& entry : record.entries)
        if (!entry.self.empty()) {
            auto const [found, fresh] = newest.try_emplace({entry.file, entry.self}, version_of(entry));
            if (!fresh && found->second < version_of(entry))
                found->second = version_of(entry);
        }
    std::map<std::pair<std::size_t, std::string>, std::vector<Json const*>> kept;
    std::erase_if(record.entries, [&](Entry const& entry) {
        std::pair const key(entry.file, entry.self);
        if (entry.self.empty())
            return false;
        if (record.deleted.contains(key)) {
            record.told.say(name_of(entry), "Deleted in the record, so not used.");
            return true;
        }
        if (version_of(entry) < newest.at(key)) {
            record.told.say(name_of(entry), "A newer version of this entry stands in the record.");
            return true;
        }
        auto& same = kept[key];
        if (std::any_of(same.begin(), same.end(),
                        [&](auto const* other) { return *other == *entry.resource; }))
            return true; // the same entry once more
        same.push_back(entry.resource);
        return false;
    });
    for (auto const& entry : record.entries)
        for (auto const& name : {entry.self, entry.full_url})
            if (!name.empty())
                record.by_reference.try_emplace({entry.file, name}, entry);
}

void keep_one_person(Record& record, std::vector<FhirFile> const& files) {
    std::vector<Patient> all;
    std::vector<std::set<std::string>> called(files.size());
    for (std::size_t file = 0; file < files.size(); ++file) {
        auto const here = patients_of(record, file);
        std::set<std::string> who;
        for (auto const& one : here)
            who.insert(one.name);
        if (here.size() == 1 && !here.front().called.empty())
            called[file] = here.front().called;
        if (here.size() < 2 && called[file].empty()) {
            who.clear();
            for (auto const& entry : record.entries)
                if (auto const subject = subject_of(entry);
                    entry.file == file && !subject.empty() && !never_a_person(subject) && subject[0] != '#')
                    who.insert(subject);
        }
        if (here.size() > 1 || who.size() > 1)
            return refuse(record, files[file].name, who);
        all.insert(all.end(), here.begin(), here.end());
    }
    for (auto const& one : all)
        if ((!one.birth.empty() && !all.front().birth.empty() && one.birth != all.front().birth) ||
            (!one.gender.empty() && !all.front().gender.empty() && one.gender != all.front().gender))
            return refuse(record, "the FHIR files",
                          {all.front().name, one.name + " of another birth date or sex"});

    std::erase_if(record.entries, [&](Entry const& entry) {
        auto const subject = subject_of(entry);
        auto const& own = called[entry.file];
        bool const person = subject.starts_with("Patient/") || subject.starts_with("urn:");
        bool const other = never_a_person(subject) || (person && !own.empty() && !own.contains(subject));
        bool const focused = !list_at(*entry.resource, "focus").empty() && entry.type == "Observation";
        if (other || focused)
            record.told.say(name_of(entry),
                            "The record says this of somebody or something else, so it is not used.");
        return other || focused;
    });
}

void settle_today(Record& record, std::string_view today) {
    if (!today.empty()) {
        auto const asked = when(today);
        if (asked && asked->known == When::Known::day)
            record.today = asked->day;
        else
            record.faults.push_back({"\"" + std::string(today) + "\" is not a day", "--today",
                                     "Write it as year, month and day: 2026-03-01."});
        return;
    }
    auto const look = [&](std::string const& written) {
        if (auto const date = when(written); date && date->known == When::Known::day)
            record.today = record.today ? std::max(*record.today, date->day) : date->day;
    };
    for (auto const& stamp : record.stamps)
        look(stamp);
    for (auto const& entry : record.entries) {
        auto const state = state_at(*entry.resource, "status");
        if (state == "entered-in-error" ||
            state_at(*entry.resource, "verificationStatus") == "entered-in-error")
            continue;
        for (auto const* key : {"effectiveDateTime", "effectiveInstant", "issued", "authoredOn",
                                "dateAsserted", "recordedDate", "onsetDateTime", "performedDateTime"})
            look(text_at(*entry.resource, key));
        for (auto const* key : {"effectivePeriod", "performedPeriod"})
            look(text_at(part_at(*entry.resource, key), "start"));
        // What runs still may have its end in the future; what is over has not.
        if (state != "active" && state != "intended" && state != "on-hold" && state != "draft")
            for (auto const* key : {"effectivePeriod", "performedPeriod"})
                look(text_at(part_at(*entry.resource, key), "end"));
    }
}

} // namespace rheobase::read::fhir
