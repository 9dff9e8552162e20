// Diaries of other programs. Every row is kept. A newer export mostly holds the older one too, so that its
// days take the place of the same days of the same program.
#include "app/store/days.hpp"
#include "app/store/diary_rows.hpp"
#include "app/store/diary_values.hpp"

#include <fmt/core.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace rheobase::store {

namespace {

using Json = nlohmann::ordered_json;

/// The dates of a diary's days: those that have none are the days that end with today, in their order.
std::map<std::string, std::string> dates_of(diet::Diary const& diary, std::string const& today,
                                            std::vector<std::string>& notes) {
    std::map<std::string, std::string> out;
    std::vector<std::string> undated;
    auto const add = [&](std::string const& day) {
        if (out.contains(day))
            return;
        out[day] = day;
        if (!day_number(day))
            undated.push_back(day);
    };
    for (auto const& day : diet::days_of(diary))
        add(day);
    for (auto const& eaten : diary.eaten)
        add(eaten.day);
    long const last = *day_number(today);
    for (std::size_t i = 0; i < undated.size(); ++i)
        out[undated[i]] = iso_day(last - static_cast<long>(undated.size() - 1 - i));
    if (!undated.empty())
        notes.push_back(
            fmt::format("Days without a date were set on {} to {}.", out[undated.front()], today));
    return out;
}

Json unread_kept(std::vector<diet::Unread> const& unread) {
    Json out = Json::array();
    for (auto const& lost : unread)
        out.push_back({{"line", lost.line}, {"text", kept_text(lost.text)}, {"why", kept_text(lost.why)}});
    return out;
}

Json notes_kept(std::vector<std::string> const& notes) {
    Json out = Json::array();
    for (auto const& note : notes)
        out.push_back(kept_text(note));
    return out;
}

Import import_read(Row const& row) {
    Import out;
    out.id = row.id(0);
    out.day = row.text(1);
    out.name = row.text(2);
    out.format = row.text(3);
    out.lines = row.whole(4);
    for (auto const& lost : Json::parse(row.text(5), nullptr, false))
        out.unread.push_back({lost.value("line", 0), lost.value("text", ""), lost.value("why", "")});
    for (auto const& note : Json::parse(row.text(6), nullptr, false))
        out.notes.push_back(note.get<std::string>());
    out.entries = row.whole(7);
    return out;
}

Result<int> replace_days(Database& database, Id person, std::string const& format,
                         std::map<std::string, std::string> const& dates) {
    std::set<std::string> days;
    for (auto const& [said, day] : dates)
        days.insert(day);
    int replaced = 0;
    for (auto const& day : days) {
        auto const erased =
            database.change("DELETE FROM entries WHERE person = ? AND day = ? AND import IN "
                            "(SELECT id FROM imports WHERE person = entries.person AND format = ?)",
                            {person, day, format});
        if (!erased)
            return erased;
        replaced += *erased;
    }
    auto const emptied = database.change("DELETE FROM imports WHERE person = ? AND NOT EXISTS (SELECT 1 FROM "
                                         "entries WHERE import = imports.id)",
                                         {person});
    if (!emptied)
        return emptied;
    return replaced;
}

} // namespace

Result<Import> Store::add_import(Id person_id, std::string_view name, diet::Diary const& diary,
                                 std::string_view day) {
    auto const today = day_read(day);
    if (!today)
        return tl::unexpected(today.error());
    if (auto const someone = person(person_id); !someone)
        return tl::unexpected(someone.error());
    if (diary.eaten.empty())
        return fault(std::string(name), "nothing eaten was found in it, so there is nothing to keep");
    Import made;
    made.day = *today;
    made.name = kept_text(name);
    made.format = kept_text(diary.format);
    made.unread = diary.unread;
    made.lines = diary.lines;
    made.notes = diary.notes;
    auto const dates = dates_of(diary, *today, made.notes);
    auto begun = Transaction::begin(*database_);
    if (!begun)
        return tl::unexpected(begun.error());
    auto const replaced = replace_days(*database_, person_id, made.format, dates);
    if (!replaced)
        return tl::unexpected(replaced.error());
    made.replaced = *replaced;
    auto const added = database_->change(
        "INSERT INTO imports (person, day, name, format, lines, unread, notes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        {person_id, made.day, made.name, made.format, Id{made.lines}, unread_kept(made.unread).dump(),
         notes_kept(made.notes).dump()});
    if (!added)
        return tl::unexpected(added.error());
    made.id = database_->last_id();
    for (auto const& eaten : diary.eaten) {
        Entry entry;
        entry.import = made.id;
        entry.day = dates.at(eaten.day);
        entry.time = eaten.time;
        entry.meal = eaten.meal;
        entry.text = eaten.text;
        entry.foods.push_back(chosen(eaten, "import", diet::foods()));
        if (auto const kept = insert_entry(*database_, person_id, entry); !kept)
            return tl::unexpected(kept.error());
        ++made.entries;
    }
    if (auto const done = begun->commit(); !done)
        return tl::unexpected(done.error());
    return made;
}

Result<std::vector<Import>> Store::imports(Id person_id) {
    auto const rows = database_->rows("SELECT id, day, name, format, lines, unread, notes, "
                                      "(SELECT count(*) FROM entries WHERE import = imports.id) "
                                      "FROM imports WHERE person = ? ORDER BY id DESC",
                                      {person_id});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Import> out;
    for (auto const& row : *rows)
        out.push_back(import_read(row));
    return out;
}

Result<void> Store::erase_import(Id person_id, Id import_id) {
    return gone(database_->change("DELETE FROM imports WHERE person = ? AND id = ?", {person_id, import_id}),
                path());
}

} // namespace rheobase::store
