#include "app/read/case_json.hpp"

#include <algorithm>

namespace rheobase::read {

namespace {

using Json = nlohmann::json;

constexpr std::size_t largest = 16U << 20U; // a case is a page of text; more is not one
constexpr std::size_t deepest = 64;
constexpr std::size_t most_overwritten = 100;

std::string position_in_words(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    auto const line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    auto const begin = at == 0 ? text.npos : text.rfind('\n', at - 1);
    return std::to_string(line) + ":" + std::to_string(begin == text.npos ? at + 1 : at - begin);
}

/// Builds the document and watches for keys written twice and for depth.
class Builder : public nlohmann::json_sax<Json> {
  public:
    Json root;
    std::vector<std::string> doubled;
    std::vector<Json> overwritten; ///< objects as they were before a doubled key replaced a value
    std::size_t error_at = 0;
    std::string error;
    bool too_deep = false;

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, string_t const&) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        open_.back().key = value;
        if (open_.back().value.contains(value)) {
            std::string pointer;
            for (auto const& level : open_)
                pointer += "/" + (level.value.is_array() ? std::to_string(level.value.size())
                                                         : pointer_step(level.key));
            doubled.push_back(pointer);
        }
        return true;
    }

    bool parse_error(std::size_t position, std::string const&,
                     nlohmann::detail::exception const& problem) override {
        error_at = position;
        error = problem.what();
        return false;
    }

  private:
    struct Level {
        Json value;
        std::string key;
        std::vector<std::size_t> doubled; ///< places in `overwritten`
    };
    std::vector<Level> open_;

    bool put(Json value) {
        if (open_.empty()) {
            root = std::move(value);
            return true;
        }
        auto& level = open_.back();
        if (level.value.is_array()) {
            level.value.push_back(std::move(value));
            return true;
        }
        auto& slot = level.value[level.key];
        if (slot.is_array() && value.is_array())
            slot.insert(slot.end(), value.begin(), value.end());
        else {
            // The value that stood first is not lost: the object is read once more with it.
            if (!slot.is_null() && slot != value && overwritten.size() < most_overwritten) {
                Json earlier = level.value;
                overwritten.push_back(std::move(earlier));
                level.doubled.push_back(overwritten.size() - 1);
            }
            slot = std::move(value);
        }
        return true;
    }

    bool open(Json value) {
        if (open_.size() >= deepest) {
            too_deep = true;
            return false;
        }
        open_.push_back({std::move(value), {}, {}});
        return true;
    }

    bool close() {
        Json done = std::move(open_.back().value);
        // What came behind the doubled key belongs to the second reading too.
        for (auto const place : open_.back().doubled)
            for (auto const& [key, one] : done.items())
                if (!overwritten[place].contains(key))
                    overwritten[place][key] = one;
        open_.pop_back();
        return put(std::move(done));
    }
};

/// UTF-16 with a byte-order mark is rewritten; bytes that are no UTF-8 are taken as Latin-1.
std::string as_utf8(std::string_view text, bool& changed) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    std::string out;
    auto put = [&](unsigned code) {
        if (code < 0x80)
            out += static_cast<char>(code);
        else if (code < 0x800) {
            out += static_cast<char>(0xC0 | (code >> 6U));
            out += static_cast<char>(0x80 | (code & 0x3FU));
        } else {
            out += static_cast<char>(0xE0 | (code >> 12U));
            out += static_cast<char>(0x80 | ((code >> 6U) & 0x3FU));
            out += static_cast<char>(0x80 | (code & 0x3FU));
        }
    };
    changed = true;
    if (text.size() >= 2 && ((byte(0) == 0xFF && byte(1) == 0xFE) || (byte(0) == 0xFE && byte(1) == 0xFF))) {
        bool const little = byte(0) == 0xFF;
        for (std::size_t i = 2; i + 1 < text.size(); i += 2)
            put(little ? byte(i) | (byte(i + 1) << 8U) : byte(i + 1) | (byte(i) << 8U));
        return out;
    }
    changed = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned const c = byte(i);
        std::size_t const more = c >= 0xF0 && c < 0xF5 ? 3
                                 : c >= 0xE0           ? (c < 0xF0 ? 2 : 0)
                                 : c >= 0xC2           ? 1
                                                       : 0;
        bool sound = c < 0x80 || (more > 0 && i + more < text.size());
        for (std::size_t k = 1; sound && k <= more; ++k)
            sound = (byte(i + k) & 0xC0U) == 0x80;
        if (sound) {
            out.append(text.substr(i, more + 1));
            i += more;
        } else {
            put(c);
            changed = true;
        }
    }
    return out;
}

/// What the parser stumbled over and what to do, from its own message.
std::pair<std::string, std::string> malformed_in_words(std::string what) {
    if (auto const colon = what.rfind("; "); colon != what.npos)
        what = what.substr(colon + 2);
    if (auto const close = what.find("] "); close != what.npos)
        what = what.substr(close + 2);
    if (what.find("number overflow") != what.npos)
        return {"a number is too large", "Write a smaller one."};
    if (what.find("expected string literal") != what.npos)
        return {"a key in double quotes is needed here",
                "Look for a comma too many before this place, or for single quotes."};
    for (std::string_view const none : {"N'", "Na'", "NaN'", "na'", "I'", "In'", "-I'", "i'"})
        if (what.starts_with("last read") && what.ends_with(none))
            return {what, "JSON knows neither NaN nor Infinity: leave the key out where nothing is known."};
    return {what, "Look for a missing comma, quote or bracket just before this place."};
}

} // namespace

std::string pointer_step(std::string_view key) {
    std::string out;
    for (char const c : key)
        out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

JsonRead read_json(std::string_view text, std::string_view name) {
    JsonRead read;
    auto const at = [&](std::size_t position) {
        return std::string(name) + ":" + position_in_words(text, position);
    };
    if (text.size() > largest) {
        read.faults.push_back({"the file is larger than 16 MiB, which no case is", std::string(name),
                               "Is this the right file?"});
        text = text.substr(0, largest);
    }
    if (std::all_of(text.begin(), text.end(),
                    [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; })) {
        read.faults.push_back(
            {"the file is empty", std::string(name), "A case is a JSON object with a person in it."});
        return read;
    }
    bool changed = false;
    auto const utf8 = as_utf8(text, changed);
    if (changed)
        read.faults.push_back({"the text is not UTF-8", std::string(name), "Save the file as UTF-8."});
    Builder builder;
    bool const sound = Json::sax_parse(utf8, &builder);
    if (sound && read.faults.empty()) {
        read.value = std::move(builder.root);
        read.doubled = std::move(builder.doubled);
        read.fragments = std::move(builder.overwritten);
        return read;
    }
    if (builder.too_deep)
        read.faults.push_back(
            {"lists and objects stand inside one another more than 64 deep", std::string(name), {}});
    else if (!sound) {
        auto [what, hint] = malformed_in_words(builder.error);
        auto const first = utf8.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (first != utf8.npos && utf8[first] != '{' && utf8[first] != '[' && utf8[first] != '"')
            hint = "A JSON file begins with {.";
        read.faults.push_back({"this is not JSON: " + what,
                               at(builder.error_at == 0 ? 0 : builder.error_at - 1), std::move(hint)});
    }
    read.value = sound ? std::move(builder.root) : salvaged_json(utf8);
    if (!sound)
        read.fragments = salvaged_fragments(utf8);
    return read;
}

} // namespace rheobase::read
