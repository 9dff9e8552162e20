#include "app/read/case_check.hpp"

#include "app/read/case.hpp"
#include "app/read/case_json.hpp"
#include "base/number.hpp"
#include "base/spelling.hpp"
#include "model/diet/nutrients.hpp"
#include "model/verdict/avoided.hpp"
#include "model/verdict/codes.hpp"

#include <fmt/format.h>
#include <map>

namespace rheobase::read {

namespace {

using Json = nlohmann::json;

std::string kind_of(Json const& value) {
    switch (value.type()) {
    case Json::value_t::null:
        return "null";
    case Json::value_t::boolean:
        return "boolean";
    case Json::value_t::string:
        return "string";
    case Json::value_t::array:
        return "array";
    case Json::value_t::object:
        return "object";
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
        return "integer";
    default:
        return "number";
    }
}

bool type_fits(Json const& value, std::string const& wanted) {
    auto const kind = kind_of(value);
    return kind == wanted || (wanted == "number" && kind == "integer") ||
           (wanted == "integer" && kind == "number" &&
            value.get<double>() ==
                static_cast<double>(static_cast<std::int64_t>(
                    value.get<double>() > 1e15 || value.get<double>() < -1e15 ? 0 : value.get<double>())));
}

std::vector<std::string> wanted_types(Json const& schema) {
    if (!schema.contains("type"))
        return {};
    if (schema["type"].is_string())
        return {schema["type"].get<std::string>()};
    return schema["type"].get<std::vector<std::string>>();
}

std::string in_list(std::vector<std::string> const& words) {
    std::string out;
    for (auto const& word : words)
        if (word != "null")
            out += (out.empty() ? "" : " or ") + word;
    return out;
}

constexpr std::size_t most_entries = 2000;
constexpr std::size_t most_of_a_kind = 200;

std::string shown(Json const& value) {
    auto text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    return text.size() > 60 ? text.substr(0, 57) + "…" : text;
}

class Checker {
  public:
    explicit Checker(std::string const& name) : name_(name) {}
    Checked out;

    /// Checks one value and gives it back mended; null where nothing can be made of it.
    Json check(Json const& value, Json const& schema, std::string const& at) {
        if (schema.contains("anyOf")) {
            for (auto const& one : schema["anyOf"]) {
                auto const types = wanted_types(one);
                for (auto const& type : types)
                    if (type_fits(value, type))
                        return check(value, one, at);
            }
            return check(value, schema["anyOf"].back(), at);
        }
        auto const types = wanted_types(schema);
        bool fits = types.empty();
        for (auto const& type : types)
            fits |= type_fits(value, type);
        if (!fits) {
            fault(at,
                  fmt::format("{} is of the wrong type: {} is wanted here", shown(value), in_list(types)));
            Json const mended = made_to_fit(value, schema, types);
            return mended.is_null() ? mended : check(mended, schema, at);
        }
        if (value.is_object())
            return object(value, schema, at);
        if (value.is_array())
            return array(value, schema, at);
        if (value.is_string())
            return text(value, schema, at);
        if (value.is_number() && schema.contains("x-possible"))
            return bounded(value, schema["x-possible"], at);
        return value;
    }

  private:
    std::string name_;

    /// The places of a list that are read. A list of any length is read in bounded time, and still some of
    /// every kind of entry: an emergency must not hide behind a thousand repetitions.
    static std::vector<std::size_t> worth_reading(Json const& list) {
        std::vector<std::size_t> kept;
        std::map<std::string, std::size_t> seen;
        for (std::size_t i = 0; i < list.size() && kept.size() < most_entries; ++i) {
            std::string kind;
            if (list[i].is_string())
                kind = list[i].get<std::string>();
            for (auto const* key : {"code", "analyte", "loinc", "name", "to"})
                if (list[i].is_object() && list[i].contains(key) && list[i][key].is_string())
                    kind += list[i][key].get<std::string>() + " ";
            if (++seen[kind] <= most_of_a_kind)
                kept.push_back(i);
        }
        return kept;
    }

    void fault(std::string const& at, std::string what, std::string hint = {}) {
        out.faults.push_back({std::move(what), name_ + ":" + (at.empty() ? "/" : at), std::move(hint)});
    }

    void aside(std::string const& at, std::string const& what, std::string nearest, std::string why) {
        out.not_considered.push_back({at + ": " + what, std::move(nearest), std::move(why)});
    }

    Json object(Json const& value, Json const& schema, std::string const& at) {
        Json mended = Json::object();
        Json const none = Json::object();
        auto const& known = schema.contains("properties") ? schema["properties"] : none;
        bool const closed =
            schema.contains("additionalProperties") && schema["additionalProperties"] == false;
        std::vector<std::pair<std::string, Json>> meant;
        for (auto const& [key, one] : value.items()) {
            auto const place = at + "/" + pointer_step(key);
            if (known.contains(key)) {
                mended[key] = check(one, known[key], place);
                continue;
            }
            if (!closed) {
                bool const ruled =
                    schema.contains("additionalProperties") && schema["additionalProperties"].is_object();
                Json one_mended = ruled ? check(one, schema["additionalProperties"], place) : one;
                if (schema.contains("x-keys") && !diet::nutrient_called(key)) {
                    std::vector<std::string_view> words;
                    for (auto const& row : diet::nutrients_rows)
                        words.push_back(row.key);
                    aside(place, key, std::string(nearest(key, words)),
                          "This nutrient is not in the tables.");
                    continue;
                }
                mended[key] = std::move(one_mended);
                continue;
            }
            std::vector<std::string> keys;
            for (auto const& [name, unused] : known.items())
                keys.push_back(name);
            std::vector<std::string_view> const words(keys.begin(), keys.end());
            auto const near = std::string(nearest(verdict::code_spelling(key), words));
            fault(place, "there is no key '" + key + "' here",
                  near.empty() ? "" : "Did you mean '" + near + "'?");
            // What was clearly meant is still read: an emergency must be seen through a typing error.
            if (!near.empty() && (!value.contains(near) || (one.is_array() && value[near].is_array())))
                meant.emplace_back(near, check(one, known[near], place));
        }
        for (auto& [key, one] : meant) {
            auto& slot = mended[key];
            if (slot.is_array() && one.is_array())
                slot.insert(slot.end(), one.begin(), one.end());
            else
                slot = std::move(one);
        }
        if (schema.contains("required"))
            for (auto const& key : schema["required"])
                if (!mended.contains(key.get<std::string>()))
                    fault(at + "/" + key.get<std::string>(), "'" + key.get<std::string>() + "' is missing");
        return mended;
    }

    Json array(Json const& value, Json const& schema, std::string const& at) {
        Json mended = Json::array();
        auto const kept = worth_reading(value);
        if (kept.size() < value.size())
            aside(at, fmt::format("{} entries", value.size()), {},
                  fmt::format("This is more than one person's list: {} of them were read, some of each kind.",
                              kept.size()));
        for (std::size_t const i : kept)
            if (Json one = schema.contains("items")
                               ? check(value[i], schema["items"], at + "/" + std::to_string(i))
                               : value[i];
                !one.is_null())
                mended.push_back(std::move(one));
        return mended;
    }

    Json text(Json const& value, Json const& schema, std::string const& at) {
        auto const written = value.get<std::string>();
        if (schema.contains("x-kind")) {
            auto const kind = schema["x-kind"].get<std::string>();
            if (auto const code = verdict::code_meant(kind, written); !code.empty())
                return std::string(code);
            if (kind == "diet")
                // What a diet leaves out beside its code is kept in its wording, not in the code.
                if (auto const meant = verdict::diet_meant(written); !meant.code.empty())
                    return meant.leaves_out.empty() ? Json(meant.code) : Json(nullptr);
            auto const near = std::string(verdict::nearest_code(kind, written));
            if (verdict::is_slip_of(written, near)) {
                aside(at, written, near, "Not a known code; read as the nearest one. Please check.");
                return near;
            }
            aside(at, written, near, "This " + kind + " is not a known code.");
            return nullptr;
        }
        if (schema.contains("x-values")) {
            auto const spelled = verdict::code_spelling(written);
            std::vector<std::string> const values = schema["x-values"];
            for (auto const& one : values)
                if (one == spelled)
                    return one;
            if (schema.contains("x-also") && schema["x-also"].contains(spelled))
                return schema["x-also"][spelled];
            std::vector<std::string_view> const words(values.begin(), values.end());
            std::string all;
            for (auto const& one : values)
                all += (all.empty() ? "" : ", ") + one;
            aside(at, written, std::string(nearest(spelled, words)), "Known here: " + all + ".");
            return nullptr;
        }
        return value;
    }

    Json bounded(Json const& value, Json const& bounds, std::string const& at) {
        double const figure = value.get<double>();
        double const low = bounds[0].get<double>();
        double const high = bounds[1].get<double>();
        if (figure >= low && figure <= high)
            return value;
        aside(at, shown(value), {},
              fmt::format("This cannot be: it would lie between {:g} and {:g}.", low, high));
        return nullptr;
    }

    /// A value of the wrong type that leaves no doubt: "6.8" for a number, "yes" for true, one thing for a
    /// list of one.
    static Json made_to_fit(Json const& value, Json const& schema, std::vector<std::string> const& types) {
        auto wanted = [&](std::string_view type) {
            return std::find(types.begin(), types.end(), type) != types.end();
        };
        if (wanted("array") && !value.is_array())
            return Json::array({value});
        if (value.is_string()) {
            auto const text = verdict::code_spelling(value.get<std::string>());
            if (wanted("number") || wanted("integer")) {
                if (auto const figure = number_with_grouping(text))
                    return *figure;
                return nullptr;
            }
            if (wanted("boolean")) {
                if (text == "true" || text == "yes" || text == "y" || text == "present" || text == "1")
                    return true;
                if (text == "false" || text == "no" || text == "n" || text == "absent" || text == "0")
                    return false;
                return nullptr;
            }
            if (wanted("object") && schema.contains("properties")) {
                for (auto const* key : {"code", "name", "analyte", "to"})
                    if (schema["properties"].contains(key)) {
                        Json made = {{key, value}};
                        if (schema["properties"].contains("present"))
                            made["present"] = true;
                        return made;
                    }
            }
        }
        if (value.is_number() && wanted("string"))
            return value.dump();
        if (value.is_number() && wanted("boolean"))
            return value.get<double>() != 0;
        if (value.is_array() && value.size() == 1 && !value[0].is_array())
            return made_to_fit(value[0], schema, types);
        return nullptr;
    }
};

/// Parts of a case that slipped inside one another when a bracket was lost, put back to the top.
void hoist(Json& at, Json const& known_here, Json const& top, Json& root, int depth) {
    if (depth > 8 || !at.is_object())
        return;
    std::vector<std::string> moved;
    for (auto& [key, one] : at.items()) {
        if (depth > 0 && top.contains(key) && !known_here.contains(key) && !root.contains(key))
            moved.push_back(key);
        else if (one.is_object())
            hoist(one,
                  known_here.contains(key) && known_here[key].contains("properties")
                      ? known_here[key]["properties"]
                      : Json::object(),
                  top, root, depth + 1);
        else if (one.is_array())
            for (auto& item : one)
                hoist(item,
                      known_here.contains(key) && known_here[key].contains("items") &&
                              known_here[key]["items"].contains("properties")
                          ? known_here[key]["items"]["properties"]
                          : Json::object(),
                      top, root, depth + 1);
    }
    for (auto const& key : moved) {
        Json part = std::move(at[key]);
        at.erase(key);
        hoist(part, top[key].contains("properties") ? top[key]["properties"] : Json::object(), top, root,
              depth + 1);
        root[key] = std::move(part);
    }
}

} // namespace

Json const& case_schema_document() {
    static Json const document = Json::parse(case_schema());
    return document;
}

Checked check_case(Json const& document, std::string const& name) {
    Checker checker(name);
    Json const& schema = case_schema_document();
    if (!document.is_object()) {
        checker.out.faults.push_back({"a case is a JSON object; this is " + shown(document), name, {}});
        return checker.out;
    }
    checker.out.value = checker.check(document, schema, "");
    return checker.out;
}

/// Parts that slipped inside one another, back at the top; for salvaged documents only.
Json hoisted(Json document) {
    auto const& top = case_schema_document()["properties"];
    if (document.is_object()) {
        Json root = document;
        Json found = Json::object();
        hoist(root, top, top, found, 0);
        for (auto& [key, part] : found.items())
            if (!root.contains(key))
                root[key] = std::move(part);
        return root;
    }
    return document;
}

} // namespace rheobase::read
