#include "app/server/diary_json.hpp"

namespace rheobase::server {

Response diary(Asked const& asked) {
    auto const bound = [&](std::string_view name) {
        auto const written = asked.request.asked(name);
        return written.empty() ? std::string() : or_refused(store::day_read(written));
    };
    auto const from = bound("from"), to = bound("to");
    auto const entries = or_refused(
        asked.shelf.with([&](auto& store) { return store.entries(person_of(asked, store), from, to); }));
    return json_response(days_json(entries));
}

Response add_entry(Asked const& asked) {
    auto const entry = entry_in(asked.body);
    auto const added = or_refused(
        asked.shelf.with([&](auto& store) { return store.add_entry(person_of(asked, store), entry); }));
    return json_response(entry_json(added), 201);
}

Response change_entry(Asked const& asked) {
    auto entry = entry_in(asked.body);
    entry.id = id_in(asked);
    auto const changed = or_refused(
        asked.shelf.with([&](auto& store) { return store.change_entry(person_of(asked, store), entry); }));
    return json_response(entry_json(changed));
}

Response erase_entry(Asked const& asked) {
    auto const id = id_in(asked);
    or_refused(asked.shelf.with([&](auto& store) { return store.erase_entry(person_of(asked, store), id); }));
    return done();
}

Response repeat_day(Asked const& asked) {
    only_keys(asked.body, {"from", "to"});
    auto const from = day_in(asked.body, "from"), to = day_in(asked.body, "to");
    auto const repeated = or_refused(
        asked.shelf.with([&](auto& store) { return store.repeat_day(person_of(asked, store), from, to); }));
    auto list = Json::array();
    for (auto const& entry : repeated)
        list.push_back(entry_json(entry));
    return json_response({{"entries", std::move(list)}}, 201);
}

} // namespace rheobase::server
