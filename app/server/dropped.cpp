#include "app/server/dropped.hpp"

#include "app/read/case.hpp"
#include "app/read/diary.hpp"
#include "app/read/fhir.hpp"
#include "app/read/lab_table.hpp"
#include "app/server/case_parts.hpp"
#include "app/server/routes.hpp"

namespace rheobase::server {

namespace {

std::size_t counted(nlohmann::ordered_json const& parts) {
    std::size_t count = 0;
    for (auto const& [key, part] : parts.items())
        if (key != "in_part")
            count += part.is_array() || part.is_object() ? part.size() : 1;
    return count;
}

/// What the readers set aside, as lines of the page's list.
void set_aside(Dropped& out, std::vector<verdict::NotConsidered> const& odd) {
    for (auto const& one : odd)
        out.unread.push_back({0, one.what, one.why});
}

Result<Dropped> health_record(std::string_view bytes, std::string_view name, std::string_view today) {
    auto const record = read::read_fhir(bytes, name, today);
    if (!record.faults.empty())
        return tl::unexpected(record.faults.front());
    Dropped out;
    out.kind = "health_record";
    out.format = "fhir";
    out.parts = case_parts(record.evidence);
    out.read = counted(out.parts);
    set_aside(out, record.evidence.set_aside);
    return out;
}

Result<Dropped> whole_case(nlohmann::json const& value, std::string_view name) {
    auto parts = value;
    bool const had_diary =
        parts.contains("diet") && parts.at("diet").is_object() && parts.at("diet").erase("diary") > 0;
    auto const read = read::read_case(parts.dump(), name);
    if (!read.faults.empty())
        return tl::unexpected(read.faults.front());
    Dropped out;
    out.kind = "case";
    out.format = "case";
    out.parts = parts;
    out.read = counted(out.parts);
    set_aside(out, read.not_considered);
    if (had_diary)
        out.notes.emplace_back(
            "The case names a diary, which stands in a file of its own. Give that file too.");
    return out;
}

} // namespace

Result<Dropped> dropped(std::string_view bytes, std::string_view name, std::string_view today) {
    auto const begin = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin == bytes.npos)
        return fault(std::string(name), "the file is empty", "Is this the right file?");
    if (bytes[begin] == '{' || bytes[begin] == '[') {
        if (bytes.find("\"resourceType\"") != bytes.npos)
            return health_record(bytes, name, today);
        auto const value = body_json(bytes.substr(begin));
        if (value && value->is_object() && value->contains("person") && value->at("person").is_object())
            return whole_case(*value, name);
    } else if (auto table = read::read_lab_table(bytes, today)) {
        Dropped out;
        out.kind = "labs";
        out.format = "table";
        verdict::Evidence evidence;
        for (auto& lab : table->labs)
            if (lab.bound.empty())
                evidence.labs.push_back(std::move(lab));
            else
                out.unread.push_back({0, lab.analyte, "only a bound is given, which a case cannot hold"});
        out.parts = {{"labs", case_parts(evidence).value("labs", nlohmann::ordered_json::array())}};
        out.read = evidence.labs.size();
        out.notes = std::move(table->notes);
        out.unread.insert(out.unread.end(), table->unread.begin(), table->unread.end());
        return out;
    }
    return read::read_diary_text(bytes, name, diet::foods()).map([](diet::Diary diary) {
        Dropped out;
        out.kind = "diary";
        out.format = diary.format;
        out.read = diary.eaten.size();
        out.unread = diary.unread;
        out.notes = diary.notes;
        out.diary = std::move(diary);
        return out;
    });
}

Result<KeptFile> keep_dropped(store::Store& store, store::Id person, std::string const& name,
                              Dropped const& file, std::string const& today) {
    if (file.kind == "diary")
        return store.add_import(person, name, file.diary, today).map([](store::Import const& import) {
            return KeptFile{static_cast<std::size_t>(import.entries), import.replaced, import.notes};
        });
    KeptFile out{file.read, 0, {}};
    auto whole = file.parts;
    if (file.kind != "case") {
        auto const before = store.case_on(person, today);
        if (!before)
            return tl::unexpected(before.error());
        whole = nlohmann::ordered_json::parse(before->json);
        out.kept = lay_into(whole, file.parts);
    }
    auto const kept = store.keep_case(person, whole.dump(), today);
    if (!kept)
        return tl::unexpected(kept.error());
    out.notes = kept->unread;
    return out;
}

} // namespace rheobase::server
