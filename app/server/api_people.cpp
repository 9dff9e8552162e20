#include "app/server/api.hpp"

namespace rheobase::server {

namespace {

constexpr std::size_t longest_name = 200;

Json of(store::Person const& person) {
    return {{"id", person.id}, {"name", person.name}};
}

std::string name_in(Asked const& asked) {
    only_keys(asked.body, {"name"});
    auto name = text_in(asked.body, "name", longest_name);
    if (name.find_first_not_of(" \t\r\n") == name.npos)
        refuse(400, "a person needs a name", "name");
    return name;
}

} // namespace

Response people(Asked const& asked) {
    auto const all = or_refused(asked.shelf.with([](auto& store) { return store.people(); }));
    auto list = Json::array();
    for (auto const& person : all)
        list.push_back(of(person));
    return json_response({{"people", std::move(list)}});
}

Response add_person(Asked const& asked) {
    auto const name = name_in(asked);
    return json_response(
        of(or_refused(asked.shelf.with([&](auto& store) { return store.add_person(name); }))), 201);
}

Response rename_person(Asked const& asked) {
    auto const name = name_in(asked);
    auto const id = id_in(asked);
    return json_response(
        of(or_refused(asked.shelf.with([&](auto& store) { return store.rename_person(id, name); }))));
}

Response erase_person(Asked const& asked) {
    auto const id = id_in(asked);
    or_refused(asked.shelf.with([&](auto& store) { return store.erase_person(id); }));
    return done();
}

} // namespace rheobase::server
