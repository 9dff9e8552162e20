#include "app/read/fhir_record.hpp"

#include "app/read/case_json.hpp"
#include "app/read/fhir_reading.rows.hpp"

#include <algorithm>

namespace rheobase::read::fhir {

namespace {

constexpr int deepest_bundle = 4;
constexpr std::size_t looked_at_for_a_message = 1U << 20U;

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

/// Sound JSON, or a discarded value. What stands deeper than any record is dropped before it can do harm.
Json sound_json(std::string_view text) {
    auto const shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= fhir_reading.deepest; };
    return Json::parse(text, shallow, false);
}

void collect(Json const& node, std::size_t file, std::string const& full_url, int depth, Record& record) {
    if (depth > deepest_bundle)
        return;
    if (node.is_array()) {
        for (auto const& one : node)
            collect(one, file, {}, depth + 1, record);
        return;
    }
    auto const type = text_at(node, "resourceType");
    if (type.empty())
        return;
    if (type == "Bundle" || type == "Parameters") {
        if (auto stamp = text_at(node, "timestamp"); !stamp.empty())
            record.stamps.push_back(std::move(stamp));
        for (auto const* one : list_at(node, type == "Bundle" ? "entry" : "parameter")) {
            auto const& request = part_at(*one, "request");
            if (text_at(request, "method") == "DELETE")
                record.deleted.insert({file, reference_of(text_at(request, "url"))});
            collect(part_at(*one, "resource"), file, reference_of(text_at(*one, "fullUrl")), depth + 1,
                    record);
        }
        return;
    }
    Entry entry{&node, type, {}, full_url, file};
    if (auto const id = text_at(node, "id"); !id.empty())
        entry.self = type + "/" + id;
    record.entries.push_back(std::move(entry));
}

/// One resource a line, as bulk exports write it. False where the text is not of that kind.
bool open_lines(FhirFile const& file, std::size_t number, Record& record) {
    std::string_view rest = file.text;
    std::size_t line = 0;
    std::size_t broken = 0;
    std::size_t first_broken = 0;
    bool begun = false;
    while (!rest.empty()) {
        ++line;
        auto const end = rest.find('\n');
        auto const text = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
        if (blank(text))
            continue;
        auto value = sound_json(text);
        bool const whole = !value.is_discarded() && value.is_object() && value.contains("resourceType");
        if (!begun && !whole)
            return false;
        begun = true;
        if (whole) {
            record.documents.push_back(std::move(value));
            collect(record.documents.back(), number, {}, 0, record);
        } else if (broken++ == 0)
            first_broken = line;
    }
    if (broken > 0)
        record.faults.push_back({std::to_string(broken) + (broken == 1 ? " line is" : " lines are") +
                                     " not a FHIR resource in JSON",
                                 file.name + ":line " + std::to_string(first_broken),
                                 "Was the file cut short? Each line must hold one whole resource."});
    return begun;
}

void open_file(FhirFile const& file, std::size_t number, Record& record) {
    std::string_view text = file.text;
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (blank(text)) {
        record.faults.push_back(
            {"the file is empty", file.name, "A FHIR record is a Bundle or a resource in JSON."});
        return;
    }
    if (text[text.find_first_not_of(" \t\r\n")] == '<') {
        record.faults.push_back({"this is XML, and FHIR is read as JSON only", file.name,
                                 "Ask for the record as JSON, or convert it."});
        return;
    }
    auto const before = record.entries.size();
    auto value = sound_json(text);
    if (value.is_discarded()) {
        if (open_lines(file, number, record))
            return;
        // A broken file is read as forgivingly as a broken case, so that an emergency in it is still seen.
        auto saved = read_json(text.substr(0, looked_at_for_a_message), file.name);
        if (saved.faults.empty())
            saved.faults.push_back({"this is not JSON", file.name, "Was the file cut short?"});
        record.faults.push_back(saved.faults.front());
        record.documents.push_back(std::move(saved.value));
        collect(record.documents.back(), number, {}, 0, record);
        return;
    }
    bool const a_case = value.is_object() && value.contains("person") && !value.contains("resourceType");
    bool const bundle = text_at(value, "resourceType") == "Bundle";
    record.documents.push_back(std::move(value));
    collect(record.documents.back(), number, {}, 0, record);
    if (record.entries.size() > before)
        return;
    if (bundle)
        record.told.say(file.name, "The bundle is empty.");
    else
        record.faults.push_back({"this is not a FHIR record: no resourceType was found", file.name,
                                 a_case ? "It looks like a case file: name it without --fhir."
                                        : "A FHIR record is a Bundle or a resource in JSON."});
}

} // namespace

void open_files(std::vector<FhirFile> const& files, Record& record) {
    for (std::size_t i = 0; i < files.size(); ++i)
        open_file(files[i], i, record);
}

Json const* Record::find(Entry const& from, std::string const& reference) const {
    if (reference.empty())
        return nullptr;
    if (reference.starts_with("#")) {
        for (auto const* inside : list_at(*from.resource, "contained"))
            if (text_at(*inside, "id") == reference.substr(1))
                return inside;
        return nullptr;
    }
    auto const found = by_reference.find({from.file, reference});
    return found == by_reference.end() ? nullptr : found->second.resource;
}

std::optional<double> Record::days_ago(std::optional<When> const& date) const {
    if (!date || !today || date->known == When::Known::year)
        return std::nullopt;
    auto const days = static_cast<double>(*today - date->day);
    // Clocks and zones may differ by a day.
    return days < 0 && -days <= fhir_reading.most_future_days ? 0 : days;
}

std::string name_of(Entry const& entry) {
    for (auto const* key : {"code", "medicationCodeableConcept", "vaccineCode"})
        if (auto const what = coded_at(*entry.resource, key); !what.empty())
            return what.said();
    if (auto const words = text_at(part_at(*entry.resource, "medicationReference"), "display");
        !words.empty())
        return words;
    return entry.self.empty() ? entry.type : entry.self;
}

} // namespace rheobase::read::fhir

namespace rheobase::read {

std::size_t largest_fhir() {
    return static_cast<std::size_t>(fhir_reading.most_bytes);
}

} // namespace rheobase::read
