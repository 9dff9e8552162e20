// The people of a store. One file may serve a household; whoever opens it finds somebody there.
#include "app/store/database.hpp"
#include "base/printable.hpp"

namespace rheobase::store {

namespace {

constexpr char const* nobody_named = "Me";

Problem no_person(std::string const& path) {
    return {std::string(not_there), path, "Ask for the list of people"};
}

Result<std::string> name_read(std::string_view name) {
    auto const first = name.find_first_not_of(" \t\r\n");
    if (first == name.npos)
        return fault("name", "a person needs a name", "Any word will do");
    return kept_text(printable(name.substr(first, name.find_last_not_of(" \t\r\n") - first + 1)));
}

} // namespace

Result<std::vector<Person>> Store::people() {
    auto const rows = database_->rows("SELECT id, name FROM people ORDER BY id");
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Person> out;
    for (auto const& row : *rows)
        out.push_back({row.id(0), row.text(1)});
    return out;
}

Result<Person> Store::first_person() {
    auto const found = people();
    if (!found)
        return tl::unexpected(found.error());
    if (!found->empty())
        return found->front();
    // Two programs may find nobody at once; only one of them adds.
    auto const added =
        database_->change("INSERT INTO people (name) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM people)",
                          {std::string(nobody_named)});
    if (!added)
        return tl::unexpected(added.error());
    auto const now = people();
    if (!now)
        return tl::unexpected(now.error());
    return now->front();
}

Result<Person> Store::person(Id id) {
    auto const rows = database_->rows("SELECT id, name FROM people WHERE id = ?", {id});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return tl::unexpected(no_person(path()));
    return Person{(*rows)[0].id(0), (*rows)[0].text(1)};
}

Result<Person> Store::person_named(std::string_view name) {
    if (name.empty())
        return first_person();
    auto const called = name_read(name);
    if (!called)
        return tl::unexpected(called.error());
    auto const rows =
        database_->rows("SELECT id, name FROM people WHERE name = ? COLLATE NOCASE ORDER BY id", {*called});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->size() == 1)
        return Person{(*rows)[0].id(0), (*rows)[0].text(1)};
    if (!rows->empty())
        return fault("who", std::to_string(rows->size()) + " people here are called " + *called,
                     "Rename one of them in the page");
    auto const all = people();
    if (!all)
        return tl::unexpected(all.error());
    std::string names;
    for (auto const& one : *all)
        names += (names.empty() ? "" : ", ") + one.name;
    return fault("who", "nobody here is called " + *called, "There are: " + names);
}

Result<Person> Store::add_person(std::string_view name) {
    auto const called = name_read(name);
    if (!called)
        return tl::unexpected(called.error());
    if (auto const added = database_->change("INSERT INTO people (name) VALUES (?)", {*called}); !added)
        return tl::unexpected(added.error());
    return Person{database_->last_id(), *called};
}

Result<Person> Store::rename_person(Id id, std::string_view name) {
    auto const called = name_read(name);
    if (!called)
        return tl::unexpected(called.error());
    auto const changed = database_->change("UPDATE people SET name = ? WHERE id = ?", {*called, id});
    if (!changed)
        return tl::unexpected(changed.error());
    if (*changed == 0)
        return tl::unexpected(no_person(path()));
    return Person{id, *called};
}

Result<void> Store::erase_person(Id id) {
    auto const erased = database_->change("DELETE FROM people WHERE id = ?", {id});
    if (!erased)
        return tl::unexpected(erased.error());
    if (*erased == 0)
        return tl::unexpected(no_person(path()));
    if (auto const someone = first_person(); !someone)
        return tl::unexpected(someone.error());
    return {};
}

} // namespace rheobase::store
