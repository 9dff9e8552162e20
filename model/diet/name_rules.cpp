#include "model/diet/name_rules.hpp"

#include <algorithm>

namespace rheobase::diet {

namespace {

char lower(char c) {
    return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || c == '\'' || c == '-';
}

/// Whether `word` stands in the name as a whole word or its plural.
bool names(std::string_view name, std::string_view word) {
    for (std::size_t at = 0; at + word.size() <= name.size(); ++at) {
        if (at > 0 && is_letter(lower(name[at - 1])))
            continue;
        std::size_t same = 0;
        while (same < word.size() && lower(name[at + same]) == word[same])
            ++same;
        if (same < word.size())
            continue;
        auto const rest = name.substr(at + word.size());
        for (std::string_view const plural : {"es", "s", ""}) {
            if (rest.size() < plural.size() ||
                !std::equal(plural.begin(), plural.end(), rest.begin(),
                            [](char a, char b) { return a == lower(b); }))
                continue;
            auto const after = rest.substr(plural.size());
            if (after.empty() || !is_letter(lower(after[0])))
                return true;
        }
    }
    return false;
}

} // namespace

bool fits(std::string_view name, std::string_view pattern, std::string_view excludes) {
    auto const every_word = [](std::string_view words, auto const& test) {
        while (!words.empty()) {
            auto const end = words.find_first_of("; ");
            auto const word = words.substr(0, end);
            if (!word.empty() && !test(word))
                return false;
            words = end == words.npos ? std::string_view{} : words.substr(end + 1);
        }
        return true;
    };
    return every_word(pattern, [&](auto word) { return names(name, word); }) &&
           every_word(excludes, [&](auto word) { return !names(name, word); });
}

} // namespace rheobase::diet
