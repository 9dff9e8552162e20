// The forgiving reader: what a person meant, where the strict reader gave up. It always moves forward and
// never throws.
#include "app/read/case_json.hpp"
#include "base/number.hpp"

#include <cstdint>

namespace rheobase::read {

namespace {

using Json = nlohmann::json;

constexpr int deepest = 64;

class Salvager {
  public:
    explicit Salvager(std::string_view text) : text_(text) {}

    Json whole() {
        skip();
        // A file that lost its first bracket still begins with a key.
        if (peek() != '{' && peek() != '[')
            return object(0, false);
        Json first = value(0);
        // What stands behind a bracket that closed too early belongs to the same case.
        skip();
        if (at_ < text_.size() && first.is_object()) {
            Json rest = object(0, false);
            for (auto& [key, one] : rest.items())
                if (!first.contains(key))
                    first[key] = one;
        }
        return first;
    }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool in_object_ = false; ///< the value read now stands behind a key

    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    bool done() const { return at_ >= text_.size(); }

    static bool blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0'; }

    /// Passes over blanks, comments and commas.
    void skip() {
        while (!done()) {
            if (blank(peek()) || peek() == ',' || peek() == ';')
                ++at_;
            else if ((peek() == '/' && peek(1) == '/') || peek() == '#')
                while (!done() && peek() != '\n')
                    ++at_;
            else if (peek() == '/' && peek(1) == '*') {
                auto const end = text_.find("*/", at_ + 2);
                at_ = end == text_.npos ? text_.size() : end + 2;
            } else
                return;
        }
    }

    Json value(int depth) {
        if (peek() == '{') {
            ++at_;
            return object(depth + 1, true);
        }
        if (peek() == '[') {
            ++at_;
            return array(depth + 1);
        }
        if (peek() == '"' || peek() == '\'')
            return quoted();
        return bare();
    }

    Json object(int depth, bool closes) {
        Json out = Json::object();
        for (skip(); !done(); skip()) {
            if (peek() == '}') {
                ++at_;
                if (closes)
                    return out;
                continue;
            }
            if (peek() == ']') { // the object was not closed; the list around it is
                if (depth > 0)
                    return out;
                ++at_;
                continue;
            }
            if (peek() == '{' || peek() == '[' || peek() == ':') {
                // A value without a key: it may still hold the case.
                bool const colon = peek() == ':';
                if (colon) {
                    ++at_;
                    continue;
                }
                Json lost = depth < deepest ? value(depth) : Json();
                if (depth >= deepest)
                    ++at_;
                if (lost.is_object())
                    for (auto& [key, one] : lost.items())
                        if (!out.contains(key))
                            out[key] = one;
                continue;
            }
            auto const before = at_;
            Json const key = peek() == '"' || peek() == '\'' ? quoted() : bare();
            auto const name = key.is_string() ? key.get<std::string>() : key.dump();
            while (!done() && blank(peek()))
                ++at_;
            if (peek() == ':' || peek() == '=') {
                ++at_;
                while (!done() && blank(peek()))
                    ++at_;
                if (done() || peek() == ',' || peek() == '}' || peek() == ']')
                    continue;
                if (depth >= deepest && (peek() == '{' || peek() == '[')) {
                    ++at_;
                    continue;
                }
                in_object_ = true;
                Json one = value(depth);
                if (out.contains(name) && out[name].is_array() && one.is_array())
                    out[name].insert(out[name].end(), one.begin(), one.end());
                else
                    out[name] = std::move(one);
            }
            if (at_ == before)
                ++at_;
        }
        return out;
    }

    Json array(int depth) {
        Json out = Json::array();
        for (skip(); !done(); skip()) {
            in_object_ = false;
            if (peek() == ']') {
                ++at_;
                return out;
            }
            if (peek() == '}') // the list was not closed; the object around it is
                return out;
            if (peek() == ':') {
                ++at_;
                continue;
            }
            if (depth >= deepest) {
                ++at_;
                continue;
            }
            auto const before = at_;
            // A key inside a list: the bracket was forgotten, and the object around goes on.
            if (peek() == '"' && key_follows())
                return out;
            out.push_back(value(depth));
            if (at_ == before)
                ++at_;
        }
        return out;
    }

    /// Whether the quoted word here is followed by a colon.
    bool key_follows() {
        auto const before = at_;
        quoted();
        while (!done() && blank(peek()))
            ++at_;
        bool const colon = peek() == ':';
        at_ = before;
        return colon;
    }

    Json quoted() {
        char const quote = text_[at_++];
        std::string out;
        while (!done()) {
            char const c = text_[at_++];
            if (c == quote)
                return out;
            if (c == '\n') // a quote that was never closed ends with its line
                break;
            if (c != '\\') {
                out += c;
                continue;
            }
            char const next = peek();
            if (!done())
                ++at_;
            if (next == 'n')
                out += '\n';
            else if (next == 't')
                out += '\t';
            else if (next == 'u')
                at_ = std::min(at_ + 4, text_.size());
            else
                out += next;
        }
        while (out.ends_with(' ') || out.ends_with(',') || out.ends_with('}') || out.ends_with(']') ||
               out.ends_with('\r'))
            out.pop_back();
        return out;
    }

    Json bare() {
        std::string word;
        while (!done() && peek() != ',' && peek() != ':' && peek() != '}' && peek() != ']' && peek() != '{' &&
               peek() != '[' && peek() != '\n' && peek() != '"' && peek() != '=')
            word += text_[at_++];
        // "6,9": behind a comma in an object stands a key, never a figure, so this comma is a decimal mark.
        bool const figures = !word.empty() && word.find_first_not_of("-0123456789") == word.npos;
        if (in_object_ && figures && peek() == ',' && peek(1) >= '0' && peek(1) <= '9') {
            word += '.';
            for (++at_; !done() && peek() >= '0' && peek() <= '9'; ++at_)
                word += peek();
        }
        while (!word.empty() && blank(word.back()))
            word.pop_back();
        if (auto const figure = number(word))
            return *figure;
        if (word == "true" || word == "True" || word == "TRUE")
            return true;
        if (word == "false" || word == "False" || word == "FALSE")
            return false;
        if (word.empty() || word == "null" || word == "None" || word == "NaN" || word == "nan")
            return nullptr;
        return word;
    }
};

} // namespace

std::vector<Json> salvaged_fragments(std::string_view text) {
    std::vector<Json> out;
    for (std::size_t end = text.find('}'); end != text.npos; end = text.find('}', end + 1)) {
        auto const begin = text.rfind('{', end);
        if (begin == text.npos || text.substr(begin + 1, end - begin - 1).find('}') != text.npos)
            continue;
        std::string bare;
        for (char const c : text.substr(begin + 1, end - begin - 1))
            if (c != '"' && c != '\'')
                bare += c;
        Json object = Salvager(bare + "}").whole();
        if (object.is_object() && !object.empty())
            out.push_back(std::move(object));
    }
    return out;
}

Json salvaged_json(std::string_view text) {
    return Salvager(text).whole();
}

} // namespace rheobase::read
