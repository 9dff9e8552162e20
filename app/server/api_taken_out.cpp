// Everything out as a file, back again, and gone.
#include "app/server/api.hpp"
#include "app/server/base64.hpp"
#include "app/store/sealed.hpp"
#include "app/store/taken_out.hpp"

namespace rheobase::server {

namespace {

constexpr std::size_t longest_passphrase = 1000;

} // namespace

Response export_all(Asked const& asked) {
    only_keys(asked.body, {"format", "passphrase"});
    constexpr std::size_t longest = 10;
    auto const format = text_in(asked.body, "format", longest);
    auto const passphrase = text_or_none(asked.body, "passphrase", longest_passphrase);
    if (asked.body.contains("passphrase") && passphrase.empty())
        refuse(400, "a passphrase holds at least a letter", "passphrase", "Leave it out for an open file");
    Response file;
    std::string ending;
    if (format == "json") {
        file.body = or_refused(asked.shelf.with([](auto& store) { return store::export_json(store); }));
        file.type = "application/json";
        ending = "json";
    } else if (format == "csv") {
        file.body = or_refused(asked.shelf.with(
            [&](auto& store) { return store::export_csv(store, person_of(asked, store), diet::foods()); }));
        file.type = "text/csv; charset=utf-8";
        ending = "csv";
    } else if (format == "fhir") {
        file.body = or_refused(asked.shelf.with(
            [&](auto& store) { return store::export_fhir(store, person_of(asked, store), asked.today); }));
        file.type = "application/fhir+json";
        ending = "fhir.json";
    } else {
        refuse(400, "an export is json, csv or fhir", "format");
    }
    if (!passphrase.empty()) {
        file.body = or_refused(store::sealed(file.body, passphrase));
        file.type = "application/octet-stream";
        ending += ".locked";
    }
    file.headers.emplace_back("Content-Disposition",
                              "attachment; filename=\"rheobase-" + asked.today + "." + ending + "\"");
    return file;
}

Response restore_all(Asked const& asked) {
    only_keys(asked.body, {"base64", "passphrase", "replace"});
    auto const passphrase = text_or_none(asked.body, "passphrase", longest_passphrase);
    auto bytes = base64_decoded(text_in(asked.body, "base64", asked.request.body.size()));
    if (!bytes)
        refuse(400, "this is no base64", "base64");
    if (store::is_sealed(*bytes)) {
        if (passphrase.empty())
            refuse(400, "this file is locked", "passphrase", "Give its passphrase");
        bytes = or_refused(store::unsealed(*bytes, passphrase));
    }
    bool const replace = flag_in(asked.body, "replace");
    or_refused(asked.shelf.with([&](auto& store) -> Result<void> {
        if (!replace && !or_refused(store::holds_nothing(store)))
            refuse(409, "this would go over what is kept now", "replace",
                   "Say that it may be replaced, or export it first");
        return store::restore(store, *bytes, replace);
    }));
    return people(asked);
}

Response erase_all(Asked const& asked) {
    only_keys(asked.body, {"sure"});
    if (!flag_in(asked.body, "sure"))
        refuse(400, "everything would be gone for good", "sure", "Say that you are sure");
    or_refused(asked.shelf.erase());
    return people(asked);
}

} // namespace rheobase::server
