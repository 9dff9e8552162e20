#include "app/read/diary_json.hpp"

#include "app/read/diary_reading.rows.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace rheobase::read {

namespace {

/// Walks over JSON without judging it: strings, brackets and lines are all it knows.
struct Walk {
    std::string_view text;
    std::size_t at = 0;
    int line = 1;

    bool blanks() {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n' ||
                                    text[at] == '\r' || text[at] == ',' || text[at] == ':'))
            line += text[at++] == '\n';
        return at < text.size();
    }
    /// Passes one value; false where the text ends inside it.
    bool value() {
        int depth = 0;
        do {
            if (at >= text.size())
                return false;
            char const c = text[at];
            if (c == '"') {
                if (!string())
                    return false;
            } else if (c == '{' || c == '[') {
                ++depth;
                ++at;
            } else if (c == '}' || c == ']') {
                --depth;
                ++at;
            } else if (depth == 0) {
                while (at < text.size() && text[at] != ',' && text[at] != '}' && text[at] != ']' &&
                       text[at] != '\n')
                    ++at;
                return at < text.size();
            } else
                line += text[at++] == '\n';
        } while (depth > 0);
        return true;
    }
    bool string() {
        for (++at; at < text.size(); ++at) {
            if (text[at] == '\\')
                ++at;
            else if (text[at] == '"') {
                ++at;
                return true;
            } else
                line += text[at] == '\n';
        }
        at = std::min(at, text.size());
        return false;
    }
};

std::vector<JsonEntry> entries_of_array(Walk walk) {
    std::vector<JsonEntry> entries;
    ++walk.at;
    while (walk.blanks() && walk.text[walk.at] != ']') {
        if (walk.text[walk.at] == '}') {
            ++walk.at;
            continue;
        }
        std::size_t const from = walk.at;
        int const line = walk.line;
        bool const whole = walk.value();
        entries.push_back({line, walk.text.substr(from, walk.at - from), whole});
        if (!whole || entries.size() > static_cast<std::size_t>(diary_reading.most_rows))
            break;
    }
    return entries;
}

/// Calls found(key, walk at the value) for each key of the outermost object until it says true.
template <class Found>
void each_key(std::string_view text, Found found) {
    Walk walk{text};
    if (!walk.blanks() || text[walk.at] != '{')
        return;
    ++walk.at;
    while (walk.blanks() && text[walk.at] == '"') {
        std::size_t const from = walk.at + 1;
        if (!walk.string())
            return;
        std::string_view const key = text.substr(from, walk.at - 1 - from);
        if (!walk.blanks() || found(key, walk) || !walk.value())
            return;
    }
}

} // namespace

std::optional<std::vector<JsonEntry>> json_entries(std::string_view text,
                                                   std::vector<std::string_view> const& keys) {
    Walk start{text};
    if (start.blanks() && text[start.at] == '[')
        return std::find(keys.begin(), keys.end(), "") == keys.end() ? std::nullopt
                                                                     : std::optional(entries_of_array(start));
    std::optional<std::vector<JsonEntry>> entries;
    each_key(text, [&](std::string_view key, Walk const& walk) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end() && text[walk.at] == '[')
            entries = entries_of_array(walk);
        return entries.has_value();
    });
    return entries;
}

std::vector<std::string> json_keys(std::string_view text) {
    std::vector<std::string> keys;
    each_key(text, [&](std::string_view key, Walk const&) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.emplace_back(key.substr(0, 60));
        return keys.size() > 20;
    });
    return keys;
}

std::optional<nlohmann::json> json_object(std::string_view text, std::string& why,
                                          std::vector<std::string>& doubled) {
    using nlohmann::json;
    constexpr int deepest = 64;
    std::vector<std::set<std::string>> seen;
    bool too_deep = false;
    auto const watch = [&](int depth, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start)
            seen.emplace_back();
        else if (event == json::parse_event_t::object_end && !seen.empty())
            seen.pop_back();
        else if (event == json::parse_event_t::key && !seen.empty() && parsed.is_string() &&
                 !seen.back().insert(parsed.get<std::string>()).second)
            doubled.push_back(parsed.get<std::string>());
        too_deep = too_deep || depth > deepest;
        return true;
    };
    json const parsed = json::parse(text, watch, false);
    if (parsed.is_discarded() || !parsed.is_object() || too_deep) {
        why = parsed.is_discarded() ? "it is not proper JSON"
              : too_deep            ? "it is nested too deeply"
                                    : "it is not an object in braces";
        return std::nullopt;
    }
    return parsed;
}

} // namespace rheobase::read
