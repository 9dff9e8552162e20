#include "app/server/alarm.hpp"

namespace rheobase::server {

Response get_case(Asked const& asked) {
    auto const kept = or_refused(
        asked.shelf.with([&](auto& store) { return store.case_on(person_of(asked, store), asked.today); }));
    return {200, "application/json", kept.json, {}};
}

Response put_case(Asked const& asked) {
    auto const kept = or_refused(asked.shelf.with([&](auto& store) {
        return store.keep_case(person_of(asked, store), asked.request.body, asked.today);
    }));
    return json_response(
        {{"case", Json::parse(kept.json)}, {"unread", kept.unread}, {"alarm", alarm_kept(asked)}});
}

} // namespace rheobase::server
