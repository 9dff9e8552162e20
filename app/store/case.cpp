// The case, whole in and whole out. Symptoms, medicines, results and weights are kept in rows of their own,
// so that what was once told stays when the case changes.
#include "app/read/case.hpp"
#include "app/store/ageing.hpp"
#include "app/store/database.hpp"
#include "app/store/days.hpp"

#include <array>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::store {

namespace {

struct List {
    Kind kind;
    char const* key;   ///< in the case
    char const* table; ///< in the store
};

constexpr std::array<List, 3> lists{{{Kind::symptom, "symptoms", "symptoms"},
                                     {Kind::medicine, "medications", "medicines"},
                                     {Kind::lab, "labs", "labs"}}};

struct Kept {
    Id id;
    std::string what, noted;
    Json item;
    bool met = false; ///< by an item of the new case
};

std::string text_at(Json const& item, char const* key) {
    auto const found = item.find(key);
    return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string what_of(Json const& item) {
    for (auto const* key : {"code", "name", "analyte", "atc", "rxnorm", "loinc"})
        if (auto name = text_at(item, key); !name.empty())
            return name;
    return {};
}

/// The day that lies so many days before another, as a value to keep.
Value day_before(Json const& item, std::initializer_list<char const*> keys, std::string_view noted) {
    for (auto const* key : keys)
        if (auto const found = item.find(key); found != item.end() && found->is_number())
            return iso_day(*day_number(noted) - std::lround(std::floor(found->get<double>())));
    return std::monostate{};
}

/// Whether a row tells of the same thing as an item of the new case: the same sign, as there or as not there;
/// the same medicine; the very same result.
bool same_thing(Kind kind, Kept const& row, Json const& item, std::string_view today) {
    if (row.what != what_of(item))
        return false;
    if (kind == Kind::symptom)
        return row.item.value("present", Json(true)) == item.value("present", Json(true));
    return kind == Kind::medicine || aged_item(row.item, days_between(row.noted, today)) == item;
}

Result<std::vector<Kept>> rows_in_case(Database& database, List const& list, Id person) {
    auto const rows = database.rows(
        fmt::format("SELECT id, what, noted, document FROM {} WHERE person = ? AND in_case ORDER BY id",
                    list.table),
        {person});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Kept> out;
    for (auto const& row : *rows)
        out.push_back({row.id(0), row.text(1), row.text(2), Json::parse(row.text(3), nullptr, false)});
    return out;
}

Result<void> write_row(Database& database, List const& list, Id person, Id id, Json const& item,
                       std::string const& today) {
    std::vector<Value> values{kept_text(what_of(item)), today,
                              day_before(item, {"since_days", "started_days_ago", "days_ago"}, today),
                              day_before(item, {"stopped_days_ago"}, today), item.dump()};
    values.emplace_back(id > 0 ? id : person);
    auto const done = database.change(
        id > 0 ? fmt::format(
                     "UPDATE {} SET what = ?, noted = ?, since = ?, until = ?, document = ? WHERE id = ?",
                     list.table)
               : fmt::format("INSERT INTO {} (what, noted, since, until, document, person, in_case) "
                             "VALUES (?, ?, ?, ?, ?, ?, 1)",
                             list.table),
        values);
    return done ? Result<void>() : tl::unexpected(done.error());
}

/// What stands in the store and no longer in the case: a slip of today is forgotten, the rest is history.
Result<void> end_row(Database& database, List const& list, Kept const& row, std::string const& today) {
    bool const forget = list.kind == Kind::lab || row.noted == today;
    auto const done =
        forget ? database.change(fmt::format("DELETE FROM {} WHERE id = ?", list.table), {row.id})
               : database.change(
                     fmt::format("UPDATE {} SET in_case = 0, until = coalesce(until, ?) WHERE id = ?",
                                 list.table),
                     {today, row.id});
    return done ? Result<void>() : tl::unexpected(done.error());
}

Result<void> keep_list(Database& database, List const& list, Id person, Json const& items,
                       std::string const& today) {
    auto rows = rows_in_case(database, list, person);
    if (!rows)
        return tl::unexpected(rows.error());
    for (auto const& item : items) {
        auto const row = std::find_if(rows->begin(), rows->end(), [&](Kept const& one) {
            return !one.met && same_thing(list.kind, one, item, today);
        });
        Id id = 0;
        if (row != rows->end()) {
            row->met = true;
            // What was not changed keeps the day on which it was entered.
            if (aged_item(row->item, days_between(row->noted, today)) == item)
                continue;
            id = row->id;
        }
        if (auto const done = write_row(database, list, person, id, item, today); !done)
            return done;
    }
    for (auto const& row : *rows)
        if (!row.met)
            if (auto const done = end_row(database, list, row, today); !done)
                return done;
    return {};
}

/// A weight that differs from the last one is today's.
Result<void> keep_weight(Database& database, Id person, Json const& said, std::string const& today) {
    if (!said.is_number() || said.get<double>() <= 0)
        return {};
    auto const last = database.rows(
        "SELECT kg FROM weights WHERE person = ? AND day <= ? ORDER BY day DESC LIMIT 1", {person, today});
    if (!last)
        return tl::unexpected(last.error());
    if (!last->empty() && (*last)[0].number(0) == said.get<double>())
        return {};
    auto const done = database.change("INSERT INTO weights (person, day, kg) VALUES (?, ?, ?) "
                                      "ON CONFLICT (person, day) DO UPDATE SET kg = excluded.kg",
                                      {person, today, said.get<double>()});
    return done ? Result<void>() : tl::unexpected(done.error());
}

/// The document as it is kept: without nulls, which say nothing, and without the diary, which is the store's
/// own.
Json without_nothing(Json value) {
    if (value.is_array())
        for (auto& one : value)
            one = without_nothing(std::move(one));
    if (!value.is_object())
        return value;
    Json out = Json::object();
    for (auto& [key, one] : value.items())
        if (!one.is_null())
            out[key] = without_nothing(std::move(one));
    return out;
}

std::vector<std::string> unread_of(read::CaseRead const& taken) {
    std::vector<std::string> out;
    for (auto const& one : taken.not_considered)
        out.push_back(one.what + ": " + one.why +
                      (one.nearest.empty() ? "" : " Nearest known: " + one.nearest + "."));
    return out;
}

} // namespace

Result<KeptCase> Store::keep_case(Id person_id, std::string_view json, std::string_view day) {
    auto const today = day_read(day);
    if (!today)
        return tl::unexpected(today.error());
    if (auto const someone = person(person_id); !someone)
        return tl::unexpected(someone.error());
    auto const taken = read::read_case(json, "case");
    if (!taken.faults.empty()) {
        auto fault = taken.faults.front();
        if (taken.faults.size() > 1)
            fault.hint += fmt::format("{}There are {} more faults", fault.hint.empty() ? "" : ". ",
                                      taken.faults.size() - 1);
        return tl::unexpected(fault);
    }
    auto document = without_nothing(Json::parse(json, nullptr, false));
    if (auto const diet = document.find("diet"); diet != document.end())
        diet->erase("diary");
    auto begun = Transaction::begin(*database_);
    if (!begun)
        return tl::unexpected(begun.error());
    for (auto const& list : lists) {
        auto const items = document.value(list.key, Json::array());
        if (auto const done = keep_list(*database_, list, person_id, items, *today); !done)
            return tl::unexpected(done.error());
        // An empty list is a word of its own: nothing is taken, which is more than not asked.
        if (items.empty() && document.contains(list.key))
            continue;
        document.erase(list.key);
    }
    auto& about = document["person"];
    if (auto const done = keep_weight(*database_, person_id, about.value("weight_kg", Json()), *today); !done)
        return tl::unexpected(done.error());
    about.erase("weight_kg");
    auto const kept = database_->change("INSERT INTO cases (person, noted, document) VALUES (?, ?, ?) "
                                        "ON CONFLICT (person) DO UPDATE SET noted = excluded.noted, "
                                        "document = excluded.document",
                                        {person_id, *today, document.dump()});
    if (!kept)
        return tl::unexpected(kept.error());
    if (auto const done = begun->commit(); !done)
        return tl::unexpected(done.error());
    auto now = case_on(person_id, *today);
    if (now)
        now->unread = unread_of(taken);
    return now;
}

Result<KeptCase> Store::case_on(Id person_id, std::string_view day) {
    if (auto const someone = person(person_id); !someone)
        return tl::unexpected(someone.error());
    auto const kept = database_->rows("SELECT noted, document FROM cases WHERE person = ?", {person_id});
    if (!kept)
        return tl::unexpected(kept.error());
    KeptCase out;
    Json document = Json::object();
    if (!kept->empty())
        document = aged_case(Json::parse((*kept)[0].text(1), nullptr, false),
                             days_between((*kept)[0].text(0), day), out.unread);
    if (!document.is_object() || !document.contains("person"))
        document["person"] = Json::object();
    auto const weight =
        database_->rows("SELECT kg FROM weights WHERE person = ? AND day <= ? ORDER BY day DESC LIMIT 1",
                        {person_id, std::string(day)});
    if (!weight)
        return tl::unexpected(weight.error());
    if (!weight->empty())
        document["person"]["weight_kg"] = (*weight)[0].number(0);
    for (auto const& list : lists) {
        auto const rows = rows_in_case(*database_, list, person_id);
        if (!rows)
            return tl::unexpected(rows.error());
        for (auto const& row : *rows)
            document[list.key].push_back(aged_item(row.item, days_between(row.noted, day)));
    }
    out.json = document.dump();
    return out;
}

Result<std::vector<Told>> Store::told(Id person_id, Kind kind) {
    auto const& list =
        *std::find_if(lists.begin(), lists.end(), [&](List const& one) { return one.kind == kind; });
    auto const rows =
        database_->rows(fmt::format("SELECT id, what, noted, since, until, document FROM {} WHERE person = ? "
                                    "ORDER BY coalesce(since, noted) DESC, id DESC",
                                    list.table),
                        {person_id});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Told> out;
    for (auto const& row : *rows)
        out.push_back({row.id(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)});
    return out;
}

Result<std::vector<Weight>> Store::weights(Id person_id) {
    auto const rows =
        database_->rows("SELECT id, day, kg FROM weights WHERE person = ? ORDER BY day DESC", {person_id});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<Weight> out;
    for (auto const& row : *rows)
        out.push_back({row.id(0), row.text(1), row.number(2)});
    return out;
}

Result<Weight> Store::add_weight(Id person_id, std::string_view day, double kg) {
    auto const on = day_read(day);
    if (!on)
        return tl::unexpected(on.error());
    if (auto const someone = person(person_id); !someone)
        return tl::unexpected(someone.error());
    if (!(kg > 0))
        return fault("weight", "a weight is a number of kilograms above zero", "Write it as 62.5");
    auto const row = database_->rows("INSERT INTO weights (person, day, kg) VALUES (?, ?, ?) "
                                     "ON CONFLICT (person, day) DO UPDATE SET kg = excluded.kg RETURNING id",
                                     {person_id, *on, kg});
    if (!row)
        return tl::unexpected(row.error());
    return Weight{(*row)[0].id(0), *on, kg};
}

Result<void> Store::erase_weight(Id person_id, Id weight) {
    return gone(database_->change("DELETE FROM weights WHERE person = ? AND id = ?", {person_id, weight}),
                path());
}

} // namespace rheobase::store
