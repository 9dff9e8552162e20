#include "model/verdict/codes.hpp"

#include "base/spelling.hpp"

#include <map>

namespace rheobase::verdict {

namespace {

/// Every spelling of a kind's codes, names and synonyms, and the code it stands for.
using Spellings = std::map<std::string, CodesRow const*, std::less<>>;

std::map<std::string, Spellings, std::less<>> const& all_spellings() {
    static auto const all = [] {
        std::map<std::string, Spellings, std::less<>> out;
        // Codes first: a synonym never takes the place of a code.
        for (auto const& row : codes_rows)
            out[std::string(row.kind)].emplace(std::string(row.code), &row);
        for (auto const& row : codes_rows) {
            auto& spellings = out[std::string(row.kind)];
            spellings.emplace(code_spelling(row.name), &row);
            for (auto const synonym : parts_of(row.synonyms))
                spellings.emplace(code_spelling(synonym), &row);
        }
        return out;
    }();
    return all;
}

Spellings const& spellings_of(std::string_view kind) {
    static Spellings const none;
    auto const found = all_spellings().find(kind);
    return found == all_spellings().end() ? none : found->second;
}

} // namespace

std::vector<std::string_view> parts_of(std::string_view cell, char separator) {
    std::vector<std::string_view> parts;
    while (!cell.empty()) {
        auto const end = cell.find(separator);
        auto part = cell.substr(0, end);
        while (part.starts_with(' '))
            part.remove_prefix(1);
        while (part.ends_with(' '))
            part.remove_suffix(1);
        if (!part.empty())
            parts.push_back(part);
        if (end == cell.npos)
            break;
        cell.remove_prefix(end + 1);
    }
    return parts;
}

std::string code_spelling(std::string_view text) {
    std::string out;
    for (char const c : text) {
        bool const blank = c == ' ' || c == '-' || c == '_' || c == '\t';
        if (blank) {
            if (!out.empty() && out.back() != '_')
                out += '_';
        } else
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    while (out.ends_with('_'))
        out.pop_back();
    return out;
}

CodesRow const* code_row(std::string_view kind, std::string_view code) {
    auto const& spellings = spellings_of(kind);
    auto const found = spellings.find(code);
    return found != spellings.end() && found->second->code == code ? found->second : nullptr;
}

std::string_view code_meant(std::string_view kind, std::string_view written) {
    auto const& spellings = spellings_of(kind);
    auto const found = spellings.find(code_spelling(written));
    return found == spellings.end() ? std::string_view{} : found->second->code;
}

std::string_view nearest_code(std::string_view kind, std::string_view written) {
    auto const& spellings = spellings_of(kind);
    std::vector<std::string_view> words;
    for (auto const& [spelling, row] : spellings)
        words.push_back(spelling);
    auto const near = nearest(code_spelling(written), words);
    return near.empty() ? std::string_view{} : spellings.find(near)->second->code;
}

bool is_slip_of(std::string_view written, std::string_view code) {
    constexpr std::size_t one_from = 6, two_from = 8;
    auto const spelled = code_spelling(written);
    int const most = spelled.size() >= two_from ? 2 : spelled.size() >= one_from ? 1 : 0;
    return !code.empty() && most > 0 && slips(spelled, code, most) <= most;
}

std::string name_of(std::string_view code) {
    for (auto const& row : codes_rows)
        if (row.code == code)
            return std::string(row.name);
    std::string words(code);
    for (auto& c : words)
        if (c == '_' || c == '.')
            c = ' ';
    return words;
}

} // namespace rheobase::verdict
