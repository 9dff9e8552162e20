#include "app/server/case_parts.hpp"

#include "app/report/json/case.hpp"

#include <algorithm>

namespace rheobase::server {

namespace {

using Json = nlohmann::ordered_json;

bool names(Json const& list, std::string const& key) {
    return list.is_array() && std::find(list.begin(), list.end(), Json(key)) != list.end();
}

std::string code_of(Json const& entry) {
    return entry.is_string() ? entry.get<std::string>() : entry.is_object() ? entry.value("code", "") : "";
}

bool denied(Json const& entry) {
    return entry.is_object() && entry.contains("present") && entry.at("present") == false;
}

} // namespace

Json case_parts(verdict::Evidence const& evidence) {
    auto const whole = Json::parse(report::case_json(evidence));
    Json parts = Json::object();
    for (auto const* key : {"labs", "medications", "conditions", "investigations", "allergies", "in_part"})
        if (whole.contains(key))
            parts[key] = whole.at(key);
    parts["person"] = Json::object();
    for (auto const* key : {"age_years", "sex"})
        if (whole.contains("person") && whole.at("person").contains(key))
            parts["person"][key] = whole.at("person").at(key);
    return parts;
}

std::size_t lay_into(Json& kept, Json const& parts) {
    std::size_t added = 0;
    auto const in_part = parts.value("in_part", Json::array());
    for (auto const& [key, part] : parts.items()) {
        if (part.is_object()) {
            for (auto const& [name, value] : part.items())
                if (!kept[key].contains(name) || kept[key][name].is_null()) {
                    kept[key][name] = value;
                    ++added;
                }
        } else if (part.is_array() && !part.empty() && key != "in_part") {
            auto& list = kept[key];
            if (!list.is_array()) {
                list = Json::array();
                if (names(in_part, key) && !names(kept["in_part"], key))
                    kept["in_part"].push_back(key);
            }
            for (auto const& entry : part) {
                // What a record knows takes the place of what was said not to be.
                auto const no = std::find_if(list.begin(), list.end(), [&](auto const& is) {
                    return denied(is) && !denied(entry) && code_of(is) == code_of(entry);
                });
                if (no != list.end()) {
                    *no = entry;
                    ++added;
                } else if (std::none_of(list.begin(), list.end(), [&](auto const& is) { return is == entry; })) {
                    list.push_back(entry);
                    ++added;
                }
            }
        }
    }
    if (kept.contains("in_part") && kept.at("in_part").is_null())
        kept.erase("in_part");
    return added;
}

} // namespace rheobase::server
