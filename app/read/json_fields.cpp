#include "app/read/json_fields.hpp"

#include "base/spelling.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

using Json = nlohmann::json;

std::string listed(std::span<std::string_view const> names) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i)
        out += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + std::string(names[i]);
    return out;
}

} // namespace

void Faults::add(std::string_view path, std::string what, std::string hint) {
    list.push_back(
        {std::move(what), path.empty() ? name_ : name_ + ": " + std::string(path), std::move(hint)});
}

std::string_view kind_of(Json const& value) {
    return value.is_object()    ? "an object"
           : value.is_array()   ? "a list"
           : value.is_string()  ? "a text"
           : value.is_boolean() ? "true or false"
           : value.is_null()    ? "null"
                                : "a number";
}

std::string plain(double value) {
    return fmt::format("{:.6g}", value);
}

Fields::Fields(Json const& value, std::string path, Faults& faults)
    : object_(&value), path_(std::move(path)), faults_(faults) {
    static Json const nothing = Json::object();
    if (!value.is_object()) {
        faults_.add(path_, fmt::format("is {}, and an object is needed here", kind_of(value)),
                    "Write it in braces: { … }.");
        object_ = &nothing;
    }
}

std::string Fields::at(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

Json const* Fields::find(std::string_view key) {
    known_.emplace(key);
    auto const found = object_->find(key);
    return found == object_->end() ? nullptr : &*found;
}

Json const* Fields::demand(std::string_view key, std::string_view hint) {
    auto const* found = find(key);
    if (!found)
        faults_.add(path_, fmt::format("'{}' is missing", key), std::string(hint));
    return found;
}

std::optional<double> Fields::number(std::string_view key) {
    auto const* found = find(key);
    if (!found)
        return std::nullopt;
    if (!found->is_number()) {
        faults_.add(at(key), fmt::format("is {}, and a number is needed here", kind_of(*found)),
                    found->is_string() ? "Write it without quotes."
                                       : "Leave the key out where nothing is meant.");
        return std::nullopt;
    }
    return found->get<double>();
}

std::optional<bool> Fields::truth(std::string_view key) {
    auto const* found = find(key);
    if (!found)
        return std::nullopt;
    if (!found->is_boolean()) {
        faults_.add(at(key), fmt::format("is {}, and true or false is needed here", kind_of(*found)));
        return std::nullopt;
    }
    return found->get<bool>();
}

std::optional<std::size_t> Fields::one_of(std::string_view key, std::span<std::string_view const> names) {
    auto const* found = find(key);
    if (!found)
        return std::nullopt;
    if (!found->is_string()) {
        faults_.add(at(key), fmt::format("is {}, and a word is needed here", kind_of(*found)),
                    "Known are " + listed(names) + ".");
        return std::nullopt;
    }
    auto const word = found->get<std::string>();
    auto const place = std::find(names.begin(), names.end(), word);
    if (place != names.end())
        return static_cast<std::size_t>(place - names.begin());
    auto const near = nearest(word, {names.begin(), names.end()});
    faults_.add(at(key), fmt::format("'{}' is not known here", word),
                near.empty() ? "Known are " + listed(names) + "." : fmt::format("Did you mean '{}'?", near));
    return std::nullopt;
}

std::vector<Json const*> Fields::list(std::string_view key) {
    std::vector<Json const*> out;
    auto const* found = find(key);
    if (!found)
        return out;
    if (!found->is_array())
        faults_.add(at(key), fmt::format("is {}, and a list is needed here", kind_of(*found)),
                    "Write it in brackets: [ … ].");
    else
        for (auto const& one : *found)
            out.push_back(&one);
    return out;
}

std::vector<std::string> Fields::unasked() const {
    std::vector<std::string> out;
    for (auto const& [key, value] : object_->items())
        if (!known_.contains(key))
            out.push_back(key);
    return out;
}

void Fields::finish() {
    for (auto const& key : unasked())
        unknown_key(key);
}

void Fields::unknown_key(std::string const& key, std::vector<std::string_view> also) {
    also.insert(also.end(), known_.begin(), known_.end());
    auto const near = nearest(key, also);
    std::string hint = near.empty() ? std::string() : fmt::format("Did you mean '{}'?", near);
    if (near.empty()) {
        std::vector<std::string_view> const names(known_.begin(), known_.end());
        hint = "Known here: " + listed(names) + ".";
    }
    faults_.add(at(key), "this key is not known", std::move(hint));
}

} // namespace rheobase::read
