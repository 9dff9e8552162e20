// A dropped file: read and shown first, kept only when the person says so.
#include "app/server/api.hpp"
#include "app/server/base64.hpp"
#include "app/server/case_parts.hpp"
#include "app/server/dropped.hpp"
#include "model/diet/plain_name.hpp"
#include "model/verdict/codes.hpp"

#include <fmt/core.h>

namespace rheobase::server {

namespace {

constexpr std::size_t longest_name = 300;
constexpr std::size_t most_unread = 500; ///< lines that are shown; the rest is counted
constexpr std::size_t most_held = 200;

/// What was read, a line each: "Potassium: 4.1 mmol/L, 5 days ago", "2026-03-02: toast, Bread, white, toasted, 50 g".
Json held(Dropped const& file) {
    auto out = Json::array();
    auto const full = [&] { return out.size() >= most_held; };
    for (auto const& eaten : file.diary.eaten) {
        if (full())
            break;
        std::string line = eaten.day.empty() ? eaten.text : eaten.day + ": " + eaten.text;
        if (eaten.food != diet::no_food)
            line += ", " + diet::plain_name(diet::foods().name(eaten.food));
        if (known(eaten.grams.mid))
            line += fmt::format(", {:.0f} g", eaten.grams.mid);
        out.push_back(std::move(line));
    }
    for (auto const& [key, part] : file.parts.items()) {
        if (!part.is_array() || key == "in_part")
            continue;
        for (auto const& entry : part) {
            if (full())
                break;
            auto const text = [&](char const* of) {
                return entry.is_object() && entry.contains(of) && entry.at(of).is_string()
                           ? entry.at(of).template get<std::string>()
                           : std::string();
            };
            auto const code = entry.is_string() ? entry.template get<std::string>() : text("code");
            auto line = !text("analyte").empty() ? text("analyte")
                        : !text("name").empty()  ? text("name")
                                                 : verdict::name_of(code);
            if (entry.is_object() && entry.contains("value") && entry.at("value").is_number())
                line += fmt::format(": {:g} {}", entry.at("value").template get<double>(), text("unit"));
            if (entry.is_object() && entry.contains("days_ago") && entry.at("days_ago").is_number())
                line += fmt::format(", {:g} days ago", entry.at("days_ago").template get<double>());
            out.push_back(std::move(line));
        }
    }
    return out;
}

Json shown(Dropped const& file, std::string_view name) {
    auto unread = Json::array();
    auto notes = file.notes;
    for (std::size_t i = 0; i < std::min(most_unread, file.unread.size()); ++i) {
        auto const& lost = file.unread[i];
        unread.push_back({{"line", lost.line}, {"text", lost.text}, {"why", lost.why}});
    }
    if (file.unread.size() > most_unread)
        notes.push_back("And " + std::to_string(file.unread.size() - most_unread) +
                        " more lines that could not be read.");
    return {{"kind", file.kind},
            {"format", file.format},
            {"name", name},
            {"days", diet::days_of(file.diary)},
            {"read", file.read},
            {"held", held(file)},
            {"unread", std::move(unread)},
            {"notes", std::move(notes)}};
}

std::string bytes_in(Asked const& asked) {
    auto const& body = asked.body;
    if (body.contains("base64") == body.contains("text"))
        refuse(400, "a file comes as base64 or as text", "body");
    auto const most = asked.request.body.size();
    if (body.contains("text"))
        return text_in(body, "text", most);
    auto bytes = base64_decoded(text_in(body, "base64", most));
    if (!bytes)
        refuse(400, "this is no base64", "base64");
    return std::move(*bytes);
}

} // namespace

Response read_file(Asked const& asked) {
    only_keys(asked.body, {"name", "base64", "text"});
    auto const name = text_in(asked.body, "name", longest_name);
    auto bytes = bytes_in(asked);
    asked.told(0, "Reading the file");
    auto const file = or_refused(dropped(bytes, name, asked.today));
    auto answer = shown(file, name);
    store::Draft draft{0,    asked.today,      file.kind,
                       name, std::move(bytes), answer.dump(-1, ' ', false, Json::error_handler_t::replace)};
    auto const kept = or_refused(
        asked.shelf.with([&](auto& store) { return store.add_draft(person_of(asked, store), draft); }));
    Json out{{"id", kept.id}};
    out.update(answer);
    return json_response(out, 201);
}

Response keep_file(Asked const& asked) {
    auto const id = id_in(asked);
    struct Taken {
        store::Id person;
        store::Draft draft;
    };
    auto const taken = or_refused(asked.shelf.with([&](auto& store) -> Result<Taken> {
        auto const person = person_of(asked, store);
        return store.draft(person, id).map([&](store::Draft draft) {
            return Taken{person, std::move(draft)};
        });
    }));
    // Read again rather than remembered: what is kept is what the file holds.
    auto file = or_refused(dropped(taken.draft.content, taken.draft.name, asked.today));
    KeptFile kept;
    or_refused(asked.shelf.with([&](auto& store) -> Result<void> {
        kept = or_refused(keep_dropped(store, taken.person, taken.draft.name, file, asked.today));
        return store.erase_draft(taken.person, id);
    }));
    return json_response({{"kind", file.kind},
                          {"kept", kept.kept},
                          {"replaced", kept.replaced},
                          {"notes", kept.notes}});
}

} // namespace rheobase::server
