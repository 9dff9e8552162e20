#include "app/read/fhir_sample.hpp"

#include "app/read/fhir_codes.hpp"

namespace rheobase::read::fhir {

namespace {

void add(std::string& note, std::string const& words) {
    if (!words.empty())
        note += (note.empty() ? "" : "; ") + words;
}

/// Codes of HL7 table 0493 in words that the judgement of samples knows.
std::string condition_in_words(Coding const& coding) {
    if (coding.code == "HEM")
        return "haemolysed";
    if (coding.code == "CLOT")
        return "clotted";
    if (coding.code == "CON" || coding.code == "CONT")
        return "contaminated";
    return coding.display;
}

void add_specimen(Json const& specimen, Sample& sample) {
    if (state_at(specimen, "status") == "unsatisfactory")
        add(sample.note, "sample unsuitable");
    for (auto const* one : list_at(specimen, "condition")) {
        auto const condition = coded(*one);
        add(sample.note, condition.text);
        for (auto const& coding : condition.codings)
            add(sample.note, condition_in_words(coding));
    }
    for (auto const* note : list_at(specimen, "note"))
        add(sample.note, text_at(*note, "text"));
}

} // namespace

Sample sample_of(Entry const& observation, Record const& record) {
    auto const& node = *observation.resource;
    Sample sample;
    sample.status = state_at(node, "status");
    auto const& period = part_at(node, "effectivePeriod");
    for (auto const& written : {text_at(node, "effectiveDateTime"), text_at(node, "effectiveInstant"),
                                text_at(period, "start"), text_at(period, "end"), text_at(node, "issued")})
        if (!sample.date)
            if ((sample.date = when(written)))
                sample.written = written;
    for (auto const* note : list_at(node, "note"))
        add(sample.note, text_at(*note, "text"));
    for (auto const* one : list_at(node, "interpretation"))
        for (auto const& coding : coded(*one).codings)
            if (coding.code == "QCF")
                add(sample.note, "quality control failed, unsuitable");

    auto const& reference = part_at(node, "specimen");
    auto kind = Coded{{}, text_at(reference, "display")};
    if (auto const* specimen = record.find(observation, reference_at(node, "specimen"))) {
        add_specimen(*specimen, sample);
        if (auto const type = coded_at(*specimen, "type"); !type.empty())
            kind = type;
    }
    for (auto const& words : kind.wordings())
        if (sample.elsewhere.empty() && !word_role(words, {"elsewhere"}).empty())
            sample.elsewhere = words;
    // "Potassium, urine" without a specimen tells by its name.
    for (auto const& words : coded_at(node, "code").wordings())
        if (sample.elsewhere.empty() && !word_role(words, {"elsewhere"}).empty())
            sample.elsewhere = words;
    return sample;
}

std::string dated(std::string said, Sample const& sample) {
    return sample.written.empty() ? said : said + ", " + sample.written.substr(0, 10);
}

std::set<std::pair<std::size_t, std::string>> withdrawn_reports(Record const& record) {
    std::set<std::pair<std::size_t, std::string>> out;
    for (auto const& entry : record.entries) {
        auto const status = state_at(*entry.resource, "status");
        if (entry.type == "DiagnosticReport" && (status == "entered-in-error" || status == "cancelled"))
            for (auto const* result : list_at(*entry.resource, "result"))
                out.insert({entry.file, reference_of(text_at(*result, "reference"))});
    }
    return out;
}

} // namespace rheobase::read::fhir
