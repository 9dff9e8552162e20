#include "app/server/api.hpp"

#include <algorithm>
#include <charconv>

namespace rheobase::server {

namespace {

std::optional<store::Id> id_read(std::string_view text) {
    store::Id id = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc() || end != text.data() + text.size() || id < 1)
        return std::nullopt;
    return id;
}

} // namespace

int status_of(Problem const& problem) {
    return problem.what == store::not_there    ? 404
           : problem.what == store::store_busy ? 503
           : problem.what == store::disk_full  ? 507
                                               : 400;
}

void refuse(int status, std::string what, std::string where, std::string hint) {
    throw Refused{problem_response(status, {std::move(what), std::move(where), std::move(hint)})};
}

Response json_response(Json const& value, int status) {
    return {
        status, "application/json", value.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n", {}};
}

Response done() {
    return {204, "", "", {}};
}

store::Id person_of(Asked const& asked, store::Store& store) {
    auto const written = asked.request.asked("person");
    if (written.empty())
        return or_refused(store.first_person()).id;
    auto const id = id_read(written);
    if (!id)
        refuse(400, "a person is named by a whole number", "person");
    return or_refused(store.person(*id)).id;
}

store::Id id_in(Asked const& asked) {
    auto const id = id_read(asked.places.at(0));
    if (!id)
        refuse(404, "there is nothing at this address", asked.request.address());
    return *id;
}

std::string text_or_none(nlohmann::json const& body, std::string_view key, std::size_t most) {
    auto const found = body.find(key);
    if (found == body.end() || found->is_null())
        return {};
    if (!found->is_string())
        refuse(400, "this must be text", std::string(key));
    auto const& text = found->get_ref<std::string const&>();
    if (text.size() > most)
        refuse(400, "this is longer than the " + std::to_string(most) + " bytes that fit here",
               std::string(key));
    return text;
}

std::string text_in(nlohmann::json const& body, std::string_view key, std::size_t most) {
    if (!body.contains(key))
        refuse(400, "this is missing", std::string(key));
    return text_or_none(body, key, most);
}

std::string day_in(nlohmann::json const& body, std::string_view key) {
    constexpr std::size_t most = 40;
    return or_refused(store::day_read(text_in(body, key, most)));
}

bool flag_in(nlohmann::json const& body, std::string_view key) {
    auto const found = body.find(key);
    if (found == body.end() || found->is_null())
        return false;
    if (!found->is_boolean())
        refuse(400, "this must be true or false", std::string(key));
    return found->get<bool>();
}

void only_keys(nlohmann::json const& body, std::initializer_list<std::string_view> known) {
    if (!body.is_object())
        refuse(400, "this must be an object", "body");
    for (auto const& [key, value] : body.items())
        if (std::find(known.begin(), known.end(), key) == known.end())
            refuse(400, "this is not known here", key);
}

int limit_of(Asked const& asked, int usual) {
    constexpr int most = 100;
    auto const written = asked.request.asked("limit");
    if (written.empty())
        return usual;
    auto const limit = id_read(written);
    if (!limit || *limit > most)
        refuse(400, "a limit is a whole number from 1 to 100", "limit");
    return static_cast<int>(*limit);
}

} // namespace rheobase::server
