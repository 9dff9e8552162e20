// What was eaten: meals in words as they were logged, with the foods that were understood or chosen.
#include "app/store/days.hpp"
#include "app/store/diary_rows.hpp"

#include <fmt/core.h>

namespace rheobase::store {

namespace {

constexpr char const* first_of_days = "0000-00-00";
constexpr char const* last_of_days = "9999-99-99";

Problem no_entry(std::string const& path) {
    return {std::string(not_there), path, "It may have been erased elsewhere"};
}

} // namespace

Result<Entry> Store::add_entry(Id person_id, Entry const& given) {
    if (auto const someone = person(person_id); !someone)
        return tl::unexpected(someone.error());
    auto begun = Transaction::begin(*database_);
    if (!begun)
        return tl::unexpected(begun.error());
    auto added = insert_entry(*database_, person_id, given);
    if (!added)
        return added;
    if (auto const done = begun->commit(); !done)
        return tl::unexpected(done.error());
    return added;
}

Result<Entry> Store::change_entry(Id person_id, Entry const& given) {
    if (auto const day = day_read(given.day); !day)
        return tl::unexpected(day.error());
    auto begun = Transaction::begin(*database_);
    if (!begun)
        return tl::unexpected(begun.error());
    auto const changed =
        gone(database_->change("UPDATE entries SET day = ?, time = ?, meal = ?, text = ?, unread = ? "
                               "WHERE person = ? AND id = ?",
                               {given.day, kept_text(given.time), kept_text(given.meal),
                                kept_text(given.text), list_or_nothing(given.unread), person_id, given.id}),
             path());
    if (!changed)
        return tl::unexpected(changed.error());
    auto const cleared = database_->change("DELETE FROM eaten WHERE entry = ?", {given.id});
    if (!cleared)
        return tl::unexpected(cleared.error());
    if (auto const foods = insert_foods(*database_, given.id, given.foods); !foods)
        return tl::unexpected(foods.error());
    if (auto const done = begun->commit(); !done)
        return tl::unexpected(done.error());
    return entry(person_id, given.id);
}

Result<void> Store::erase_entry(Id person_id, Id entry_id) {
    return gone(database_->change("DELETE FROM entries WHERE person = ? AND id = ?", {person_id, entry_id}),
                path());
}

Result<Entry> Store::entry(Id person_id, Id entry_id) {
    auto found = read_entries(*database_, "person = ?1 AND id = ?2", {person_id, entry_id});
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return tl::unexpected(no_entry(path()));
    return found->front();
}

Result<std::vector<Entry>> Store::entries(Id person_id, std::string_view from, std::string_view to) {
    return read_entries(*database_, "person = ?1 AND day BETWEEN ?2 AND ?3",
                        {person_id, std::string(from.empty() ? first_of_days : from),
                         std::string(to.empty() ? last_of_days : to)});
}

Result<std::vector<Entry>> Store::repeat_day(Id person_id, std::string_view from, std::string_view to) {
    auto const day = day_read(to);
    if (!day)
        return tl::unexpected(day.error());
    auto begun = Transaction::begin(*database_);
    if (!begun)
        return tl::unexpected(begun.error());
    auto const there = entries(person_id, from, from);
    if (!there)
        return there;
    std::vector<Entry> out;
    for (auto once_more : *there) {
        once_more.day = *day;
        once_more.import = 0;
        auto added = insert_entry(*database_, person_id, once_more);
        if (!added)
            return tl::unexpected(added.error());
        out.push_back(std::move(*added));
    }
    if (auto const done = begun->commit(); !done)
        return tl::unexpected(done.error());
    return out;
}

} // namespace rheobase::store
