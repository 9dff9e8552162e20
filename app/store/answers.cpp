// Answers that were given, each with the date of the facts it rests on; and files that wait to be kept.
#include "app/store/database.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::store {

namespace {

using Json = nlohmann::json;

std::string text_at(Json const& in, char const* key) {
    auto const found = in.find(key);
    return found != in.end() && found->is_string() ? kept_text(found->get<std::string>()) : std::string();
}

Problem lost(std::string const& path) {
    return {std::string(not_there), path, "It may have been erased elsewhere"};
}

} // namespace

Result<KeptAnswer> Store::add_answer(Id person_id, std::string_view day, std::string_view json) {
    auto const on = day_read(day);
    if (!on)
        return tl::unexpected(on.error());
    if (auto const someone = person(person_id); !someone)
        return tl::unexpected(someone.error());
    auto const answer = Json::parse(json, nullptr, false);
    if (!answer.is_object())
        return fault("answer", "this is no answer of Rheobase", "Keep what ask --format json prints");
    KeptAnswer kept;
    kept.day = *on;
    kept.urgency = text_at(answer, "urgency");
    kept.facts_version = text_at(answer, "facts");
    if (auto const causes = answer.find("causes");
        causes != answer.end() && causes->is_array() && !causes->empty())
        kept.first_cause = text_at(causes->front(), "code");
    kept.json = json;
    auto const added = database_->change(
        "INSERT INTO answers (person, day, urgency, first_cause, facts_version, "
        "document) VALUES (?, ?, ?, ?, ?, ?)",
        {person_id, kept.day, kept.urgency, kept.first_cause, kept.facts_version, kept.json});
    if (!added)
        return tl::unexpected(added.error());
    kept.id = database_->last_id();
    return kept;
}

Result<std::vector<KeptAnswer>> Store::answers(Id person_id) {
    auto const rows = database_->rows("SELECT id, day, urgency, first_cause, facts_version FROM answers "
                                      "WHERE person = ? ORDER BY id DESC",
                                      {person_id});
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<KeptAnswer> out;
    for (auto const& row : *rows)
        out.push_back({row.id(0), row.text(1), row.text(2), row.text(3), row.text(4), {}});
    return out;
}

Result<KeptAnswer> Store::answer(Id person_id, Id answer_id) {
    auto const rows =
        database_->rows("SELECT id, day, urgency, first_cause, facts_version, document FROM answers "
                        "WHERE person = ? AND id = ?",
                        {person_id, answer_id});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return tl::unexpected(lost(path()));
    auto const& row = rows->front();
    return KeptAnswer{row.id(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

Result<void> Store::erase_answer(Id person_id, Id answer_id) {
    return gone(database_->change("DELETE FROM answers WHERE person = ? AND id = ?", {person_id, answer_id}),
                path());
}

Result<Draft> Store::add_draft(Id person_id, Draft const& given) {
    auto const on = day_read(given.day);
    if (!on)
        return tl::unexpected(on.error());
    if (auto const someone = person(person_id); !someone)
        return tl::unexpected(someone.error());
    auto const added = database_->change(
        "INSERT INTO drafts (person, day, kind, name, content, read) VALUES (?, ?, ?, ?, ?, ?)",
        {person_id, *on, kept_text(given.kind), kept_text(given.name), Blob{given.content},
         kept_text(given.read)});
    if (!added)
        return tl::unexpected(added.error());
    auto kept = given;
    kept.id = database_->last_id();
    return kept;
}

Result<Draft> Store::draft(Id person_id, Id draft_id) {
    auto const rows =
        database_->rows("SELECT id, day, kind, name, content, read FROM drafts WHERE person = ? AND id = ?",
                        {person_id, draft_id});
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return tl::unexpected(lost(path()));
    auto const& row = rows->front();
    return Draft{row.id(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
}

Result<void> Store::erase_draft(Id person_id, Id draft_id) {
    return gone(database_->change("DELETE FROM drafts WHERE person = ? AND id = ?", {person_id, draft_id}),
                path());
}

Result<void> Store::erase_drafts_before(std::string_view day) {
    auto const erased = database_->change("DELETE FROM drafts WHERE day < ?", {std::string(day)});
    return erased ? Result<void>() : tl::unexpected(erased.error());
}

} // namespace rheobase::store
