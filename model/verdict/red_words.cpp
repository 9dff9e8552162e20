#include "model/verdict/red_words.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/words_flags.rows.hpp"
#include "model/verdict/words_guards.rows.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

/// One statement: small letters, words parted by single blanks, a blank at both ends.
struct Clause {
    std::string words = " ";
    bool asked = false; ///< ends in a question mark
};

/// Sentences, then statements within them. A curly apostrophe is read as a straight one.
std::vector<Clause> sentences(std::string_view text) {
    std::vector<Clause> all(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const c = static_cast<unsigned char>(text[i]);
        auto& last = all.back();
        auto part = [&] {
            if (last.words.back() != ' ')
                last.words += ' ';
        };
        if (c == 0xE2 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80 &&
            (static_cast<unsigned char>(text[i + 2]) == 0x98 ||
             static_cast<unsigned char>(text[i + 2]) == 0x99)) {
            last.words += '\'';
            i += 2;
        } else if (c == '.' || c == '!' || c == '?' || c == ';' || c == '\n') {
            part();
            last.asked = c == '?';
            if (last.words.size() > 1)
                all.emplace_back();
        } else if (c == ',' || c == ':') {
            part();
            last.words += ", ";
        } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c >= 0x80)
            last.words += static_cast<char>(c);
        else if (c >= 'A' && c <= 'Z')
            last.words += static_cast<char>(c - 'A' + 'a');
        else
            part();
    }
    if (all.back().words.back() != ' ')
        all.back().words += ' ';
    for (auto& clause : all)
        for (auto at = clause.words.find(" can not "); at != std::string::npos;
             at = clause.words.find(" can not ", at))
            clause.words.replace(at, std::string_view(" can not ").size(), " cannot ");
    return all;
}

std::string_view phrases_of(std::string_view kind) {
    for (auto const& row : words_guards_rows)
        if (row.kind == kind)
            return row.phrases;
    return {};
}

bool holds_any(std::string_view words, std::string_view kind) {
    for (auto const phrase : parts_of(phrases_of(kind))) {
        // "in 2" and "in 19" stand for years: a beginning of a word is enough there.
        bool const year = phrase == "in 2" || phrase == "in 19";
        auto const sought = " " + std::string(phrase) + (year ? "" : " ");
        if (words.find(sought) != words.npos)
            return true;
    }
    return false;
}

/// Where the statement that holds place `at` begins: after the last word that opens a new one.
std::size_t begin_of_statement(std::string_view words, std::size_t at) {
    std::size_t begin = 0;
    for (auto const phrase : parts_of(phrases_of("break"))) {
        auto const sought = " " + std::string(phrase) + " ";
        auto const found = words.substr(0, at + 1).rfind(sought);
        // After "and my" the statement begins with "my": it may go on with "mother".
        auto const passed = phrase.starts_with("and ") ? std::string_view("and").size() : phrase.size();
        if (found != words.npos && found + passed + 1 <= at)
            begin = std::max(begin, found + passed + 1);
    }
    // "I am scared, my throat is closing": a comma before the person or a part of the body opens one too.
    for (std::string_view const opening :
         {" , i ", " , my ", " , he ", " , she ", " , we ", " , i'm ", " , the "}) {
        auto const found = words.substr(0, at + opening.size()).rfind(opening);
        if (found != words.npos && found <= at)
            begin = std::max(begin, found + 2);
    }
    // "My wife says I am slurring" is about the one who writes.
    for (std::string_view const told : {" says ", " said ", " thinks ", " noticed ", " tells me "})
        for (std::string_view const self : {"i ", "i'm ", "my "}) {
            auto const sought = std::string(told) + std::string(self);
            auto const found = words.substr(0, at + 1 + self.size()).rfind(sought);
            if (found != words.npos && found + told.size() <= at + 1)
                begin = std::max(begin, found + told.size() - 1);
        }
    return begin;
}

} // namespace

std::vector<Said> red_words(std::string_view text, bool child) {
    std::vector<Said> said;
    for (auto const& clause : sentences(text)) {
        std::string_view const words = clause.words;
        for (auto const& row : words_flags_rows)
            for (auto const phrase : parts_of(row.phrases)) {
                // "Cannot stand ." counts only where nothing follows: "cannot stand milk" is a figure of speech.
                bool const closing = phrase.ends_with(" .");
                auto const sought = " " + std::string(phrase.substr(0, phrase.size() - (closing ? 1 : 0))) +
                                    (closing ? "" : " ");
                auto const at = words.find(sought);
                if (at == words.npos || (closing && at + sought.size() != words.size()))
                    continue;
                auto const begin = begin_of_statement(words, at);
                auto const before = words.substr(begin, at - begin + 1);
                auto const after = words.substr(std::min(at + phrase.size() + 1, words.size()));
                auto const statement_after = after.substr(0, after.find(" but "));
                bool const another = holds_any(before, "relative") && !(child && holds_any(before, "child"));
                bool const counts = !clause.asked && !another && !holds_any(before, "negation") &&
                                    !holds_any(before, "fear") && !holds_any(before, "hypothetical") &&
                                    !holds_any(before, "read") && !holds_any(before, "past") &&
                                    !holds_any(statement_after, "past");
                if (counts) {
                    said.push_back({row.flag, row.symptom, clause.words});
                    break;
                }
            }
    }
    return said;
}

} // namespace rheobase::verdict
