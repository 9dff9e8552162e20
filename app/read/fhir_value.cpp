#include "app/read/fhir_value.hpp"

#include "app/read/fhir_systems.rows.hpp"

#include <algorithm>

namespace rheobase::read::fhir {

namespace {

constexpr std::size_t longest_shown = 160;

Json const& nothing() {
    static Json const none = Json::object();
    return none;
}

std::string_view system_called(std::string_view uri) {
    for (auto const& row : fhir_systems_rows)
        if (row.uri == uri)
            return row.system;
    return uri;
}

/// Bytes of a character that shows nothing: zero width, byte order mark, a hard blank (which becomes a
/// blank).
std::size_t unseen(std::string_view rest) {
    if (rest.starts_with("\xE2\x80\x8B") || rest.starts_with("\xE2\x80\x8C") ||
        rest.starts_with("\xE2\x80\x8D") || rest.starts_with("\xE2\x81\xA0") ||
        rest.starts_with("\xEF\xBB\xBF"))
        return 3;
    return rest.starts_with("\xC2\xA0") ? 2 : 0;
}

} // namespace

std::string in_small_letters(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string cleaned(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        auto const hidden = unseen(text.substr(i));
        bool const blank =
            hidden == 2 || text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t';
        if (blank && !out.empty() && out.back() != ' ')
            out += ' ';
        if (!blank && hidden == 0)
            out += text[i];
        i += hidden > 0 ? hidden : 1;
    }
    while (out.ends_with(' '))
        out.pop_back();
    for (std::string_view const kind : {" (disorder)", " (finding)", " (procedure)", " (situation)",
                                        " (substance)", " (observable entity)", " (product)", " (event)"})
        if (out.ends_with(kind) && out.size() > kind.size())
            out.erase(out.size() - kind.size());
    if (out.size() > longest_shown) {
        std::size_t end = longest_shown;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) // not within a character
            --end;
        out.erase(end);
        out += "...";
    }
    return out;
}

std::string text_at(Json const& from, char const* key) {
    if (!from.is_object())
        return {};
    auto const found = from.find(key);
    if (found == from.end() || !found->is_string())
        return {};
    return cleaned(found->get_ref<std::string const&>());
}

Json const& part_at(Json const& from, char const* key) {
    if (!from.is_object())
        return nothing();
    auto const found = from.find(key);
    return found == from.end() || !found->is_object() ? nothing() : *found;
}

std::vector<Json const*> list_at(Json const& from, char const* key) {
    std::vector<Json const*> out;
    if (!from.is_object())
        return out;
    auto const found = from.find(key);
    if (found == from.end())
        return out;
    if (found->is_object())
        out.push_back(&*found);
    if (found->is_array())
        for (auto const& one : *found)
            if (one.is_object())
                out.push_back(&one);
    return out;
}

std::vector<std::string> texts_at(Json const& from, char const* key) {
    std::vector<std::string> out;
    if (!from.is_object())
        return out;
    if (auto const found = from.find(key); found != from.end() && found->is_array())
        for (auto const& one : *found)
            if (one.is_string())
                out.push_back(cleaned(one.get_ref<std::string const&>()));
    return out;
}

std::optional<double> number_at(Json const& from, char const* key) {
    if (!from.is_object())
        return std::nullopt;
    auto const found = from.find(key);
    if (found == from.end() || !found->is_number())
        return std::nullopt;
    return found->get<double>();
}

std::optional<bool> truth_at(Json const& from, char const* key) {
    if (!from.is_object())
        return std::nullopt;
    auto const found = from.find(key);
    if (found == from.end() || !found->is_boolean())
        return std::nullopt;
    return found->get<bool>();
}

Coded coded(Json const& from) {
    Coded out;
    if (from.is_string()) {
        out.text = cleaned(from.get_ref<std::string const&>());
        return out;
    }
    out.text = text_at(from, "text");
    for (auto const* one : list_at(from, "coding")) {
        Coding coding{std::string(system_called(text_at(*one, "system"))), text_at(*one, "code"),
                      text_at(*one, "display")};
        if (!coding.code.empty() || !coding.display.empty())
            out.codings.push_back(std::move(coding));
    }
    return out;
}

Coded coded_at(Json const& from, char const* key) {
    if (!from.is_object())
        return {};
    auto const found = from.find(key);
    if (found == from.end())
        return {};
    // A list of concepts (R5, or a category) speaks through its first.
    return found->is_array() ? (found->empty() ? Coded{} : coded(found->front())) : coded(*found);
}

std::vector<std::string> Coded::wordings() const {
    std::vector<std::string> out;
    auto const add = [&](std::string const& words) {
        if (!words.empty() && std::find(out.begin(), out.end(), words) == out.end())
            out.push_back(words);
    };
    add(text);
    for (auto const& coding : codings)
        add(coding.display);
    return out;
}

std::string Coded::said() const {
    auto const words = wordings();
    if (!words.empty())
        return words.front();
    return codings.empty() ? std::string() : codings.front().code;
}

std::string state_at(Json const& from, char const* key) {
    auto const plain = text_at(from, key);
    if (!plain.empty())
        return in_small_letters(plain);
    auto const concept_of_it = coded_at(from, key);
    if (!concept_of_it.codings.empty() && !concept_of_it.codings.front().code.empty())
        return in_small_letters(concept_of_it.codings.front().code);
    return in_small_letters(concept_of_it.text);
}

std::string reference_of(std::string_view written) {
    if (auto const version = written.find("/_history/"); version != written.npos)
        written = written.substr(0, version);
    if (written.starts_with("urn:") || written.starts_with("#") || written.find('?') != written.npos)
        return std::string(written);
    auto const last = written.rfind('/');
    if (last == written.npos || last == 0)
        return std::string(written);
    auto const before = written.rfind('/', last - 1);
    return std::string(before == written.npos ? written : written.substr(before + 1));
}

std::string reference_at(Json const& from, char const* key) {
    return reference_of(text_at(part_at(from, key), "reference"));
}

} // namespace rheobase::read::fhir
