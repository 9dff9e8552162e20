// How hard a text is to read, as Flesch and Kincaid count it: long sentences and long words cost school
// years.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// Groups of vowels, more where two are spoken apart, less the silent e of "these" and "used". Right for nine
/// words of ten, which does for means.
inline int syllables(std::string word) {
    std::erase_if(word, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); });
    for (auto& c : word)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    auto const vowel = [](char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; };
    int groups = 0;
    for (std::size_t i = 0; i < word.size(); ++i)
        groups += vowel(word[i]) && (i == 0 || !vowel(word[i - 1])) ? 1 : 0;
    // "calcium" and "serious" part the two vowels; "nation" and "special" do not.
    for (std::size_t i = 1; i + 1 < word.size(); ++i)
        if (word[i] == 'i' &&
            (word[i + 1] == 'u' || ((word[i + 1] == 'a' || word[i + 1] == 'o') &&
                                    std::string_view("tcsxg").find(word[i - 1]) == std::string_view::npos)))
            ++groups;
    auto const ends = [&](std::initializer_list<std::string_view> endings) {
        return std::any_of(endings.begin(), endings.end(), [&](auto end) { return word.ends_with(end); });
    };
    bool const silent_e = ends({"e"}) && !ends({"le", "ee", "ie", "ue"});
    bool const silent_ending =
        ends({"es", "ed"}) && !ends({"ted", "ded", "ses", "zes", "ces", "ges", "ches", "shes", "les"});
    return std::max(1, groups - (groups > 1 && (silent_e || silent_ending) ? 1 : 0));
}

inline std::vector<std::string> sentences_of(std::string_view text) {
    std::vector<std::string> out(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        out.back() += text[i];
        bool const stop = text[i] == '.' || text[i] == '!' || text[i] == '?';
        if (stop && (i + 1 == text.size() || text[i + 1] == ' '))
            out.emplace_back();
    }
    std::erase_if(out,
                  [](auto const& sentence) { return sentence.find_first_not_of(' ') == std::string::npos; });
    return out;
}

inline std::vector<std::string> words_of(std::string_view sentence) {
    std::vector<std::string> out(1);
    for (char const c : sentence)
        if (c == ' ')
            out.emplace_back();
        else
            out.back() += c;
    auto const says_something = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    std::erase_if(out,
                  [&](auto const& word) { return std::none_of(word.begin(), word.end(), says_something); });
    return out;
}

/// The school year that reads the text with ease (Kincaid and others, 1975).
inline double reading_grade(std::string_view text) {
    double words = 0, parts = 0;
    auto const sentences = sentences_of(text);
    for (auto const& sentence : sentences)
        for (auto const& word : words_of(sentence)) {
            ++words;
            parts += syllables(word);
        }
    return 0.39 * words / static_cast<double>(sentences.size()) + 11.8 * parts / words - 15.59;
}

} // namespace rheobase
