#include "app/read/json_fields.hpp"

#include <algorithm>
#include <cmath>
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

bool whole_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

/// More faults than this are not read one by one, and looking for what each may have meant would take long.
constexpr std::size_t most_hints = 200;

/// A text as it stands in the file, cut where it goes on for long.
std::string shortened(std::string_view text) {
    constexpr std::size_t longest = 60;
    auto end = std::min(text.size(), longest);
    // Not in the middle of a letter that takes several bytes.
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80)
        --end;
    return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string quoted(std::string const& text) {
    return "\"" + shortened(text) + "\"";
}

/// What stands there instead of what is needed.
std::string stands(Json const& value) {
    return value.is_string() ? fmt::format("{} is a text", quoted(value.get_ref<std::string const&>()))
                             : fmt::format("this is {}", kind_of(value));
}

} // namespace

std::string place_in_words(std::string_view path) {
    std::string out;
    for (std::size_t i = 0; i < path.size();) {
        auto const open = path.find('[', i), close = path.find(']', i);
        auto const number = open < close && close != path.npos ? path.substr(open + 1, close - open - 1) : "";
        if (!whole_number(number) || open == i) {
            out += path.substr(i);
            break;
        }
        auto list = path.substr(i, open - i);
        if (auto const dot = list.rfind('.'); dot != list.npos) {
            out += std::string(list.substr(0, dot)) + ", ";
            list.remove_prefix(dot + 1);
        }
        // One of several phases is a phase; what is written in the singular stays.
        if (list.ends_with("phases") || list.ends_with("drugs") || list.ends_with("meals"))
            list.remove_suffix(1);
        out += fmt::format("{} {}", list, 1 + std::stoull(std::string(number.substr(0, 9))));
        i = close + 1;
        if (i < path.size() && path[i] == '.') {
            out += ", ";
            ++i;
        }
    }
    return out;
}

std::string path_of(std::string_view pointer) {
    std::string out;
    while (!pointer.empty()) {
        auto const end = std::min(pointer.find('/', 1), pointer.size());
        auto step = std::string(pointer.substr(1, end - 1));
        pointer.remove_prefix(end);
        for (auto const& [written, meant] : {std::pair{"~1", "/"}, std::pair{"~0", "~"}})
            for (auto at = step.find(written); at != step.npos; at = step.find(written, at + 1))
                step.replace(at, 2, meant);
        out += whole_number(step) && !out.empty() ? "[" + step + "]"
                                                  : (out.empty() ? "" : ".") + (step.empty() ? "''" : step);
    }
    return out;
}

void Faults::add(std::string_view path, std::string what, std::string hint) {
    auto const where = path.starts_with("--") ? std::string(path)
                       : path.empty()         ? name_
                                              : name_ + ": " + place_in_words(path);
    list.push_back({std::move(what), where, std::move(hint)});
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
    constexpr double countable = 1e12;
    return std::abs(value) < countable && value == std::floor(value) ? fmt::format("{:.0f}", value + 0.0)
                                                                     : fmt::format("{:.6g}", value);
}

Fields::Fields(Json const& value, std::string path, Faults& faults, std::string_view main_key)
    : object_(&value), path_(std::move(path)), faults_(faults) {
    static Json const nothing = Json::object();
    if (!value.is_object()) {
        faults_.add(path_, fmt::format("{}, and an object is needed here", stands(value)),
                    value.is_string() && !main_key.empty()
                        ? fmt::format("Write {{\"{}\": {}}}.", main_key, quoted(value.get<std::string>()))
                        : "Write it in braces: { … }.");
        object_ = &nothing;
        sound_ = false;
    }
}

std::string Fields::at(std::string_view key) const {
    auto const written = key.empty() ? "''" : shortened(key);
    return path_.empty() ? written : path_ + "." + written;
}

Json const* Fields::find(std::string_view key) {
    known_.emplace(key);
    auto const found = object_->find(key);
    return found == object_->end() ? nullptr : &*found;
}

Json const* Fields::demand(std::string_view key, std::string_view hint) {
    auto const* found = find(key);
    if (!found && sound_ && !misnamed(key))
        faults_.add(path_, fmt::format("'{}' is missing", key), std::string(hint));
    return found;
}

std::optional<double> Fields::number(std::string_view key) {
    auto const* found = find(key);
    if (!found)
        return std::nullopt;
    if (!found->is_number()) {
        bool const digits = found->is_string() && whole_number(found->get_ref<std::string const&>());
        faults_.add(at(key), fmt::format("{}, and a number is needed here", stands(*found)),
                    digits               ? "Write it without quotes."
                    : found->is_string() ? "Write the number alone, without quotes and unit."
                    : found->is_array()  ? "Write one number."
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
        faults_.add(at(key), fmt::format("{}, and true or false is needed here", stands(*found)),
                    "Write true or false, without quotes.");
        return std::nullopt;
    }
    return found->get<bool>();
}

std::optional<std::size_t> Fields::one_of(std::string_view key, std::span<std::string_view const> names,
                                          Hint const& better) {
    auto const* found = find(key);
    if (!found)
        return std::nullopt;
    if (!found->is_string()) {
        faults_.add(at(key), fmt::format("{}, and a word is needed here", stands(*found)),
                    "Known are " + listed(names) + ".");
        return std::nullopt;
    }
    auto const word = found->get<std::string>();
    auto const place = std::find(names.begin(), names.end(), word);
    if (place != names.end())
        return static_cast<std::size_t>(place - names.begin());
    bool const hinted = faults_.list.size() < most_hints;
    auto hint = better && hinted ? better(word) : std::string();
    if (hint.empty() && hinted)
        hint = did_you_mean(word, {names.begin(), names.end()});
    faults_.add(at(key), fmt::format("'{}' is not known here", shortened(word)),
                hint.empty() ? "Known are " + listed(names) + "." : hint);
    return std::nullopt;
}

std::vector<Json const*> Fields::list(std::string_view key) {
    std::vector<Json const*> out;
    auto const* found = find(key);
    if (!found)
        return out;
    if (!found->is_array())
        faults_.add(at(key), fmt::format("{}, and a list is needed here", stands(*found)),
                    "Write it in brackets: [ … ].");
    else
        for (auto const& one : *found)
            out.push_back(&one);
    return out;
}

bool Fields::misnamed(std::string_view key) const {
    if (faults_.list.size() >= most_hints)
        return false;
    auto const strange = unasked();
    return std::any_of(strange.begin(), strange.end(),
                       [&](std::string const& one) { return !did_you_mean(one, {key}).empty(); });
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
    auto hint = faults_.list.size() < most_hints ? did_you_mean(key, also) : std::string();
    if (hint.empty()) {
        std::vector<std::string_view> const names(known_.begin(), known_.end());
        hint = "Known here: " + listed(names) + ".";
    }
    faults_.add(at(key), "this key is not known", std::move(hint));
}

} // namespace rheobase::read
