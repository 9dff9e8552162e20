// A sentence as words, numbers and marks, in plain lower-case letters, each with the place it was read from.
#pragma once

#include "model/diet/speech.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::diet {

struct Token {
    enum class Kind : std::uint8_t { word, number, mark };
    Kind kind = Kind::mark;
    bool glued = false; ///< stands directly or by a hyphen behind the token before
    char mark = 0;      ///< ',', '.', '(', ')', '-', '/' or 'x' (times); 0 for words and numbers
    enum class Picture : std::uint8_t { none, first, further };
    Picture picture = Picture::none; ///< the word stands for a picture of a food, or goes on with its name
    std::uint32_t from = 0;          ///< in Tokens::letters
    std::uint32_t size = 0;
    std::uint32_t source_from = 0; ///< in the text as it was written
    std::uint32_t source_to = 0;
    WordKey key = 0;  ///< of a word
    double value = 0; ///< of a number
};

struct Tokens {
    std::string letters; ///< the words, in lower case, without apostrophes
    std::vector<Token> all;

    std::string_view text(Token const& token) const {
        return std::string_view(letters).substr(token.from, token.size);
    }
};

/// Any bytes; what is neither letter, digit nor punctuation parts words. Linear in the length of the text.
Tokens tokens_of(std::string_view text);

/// The keys of the words of a name or a measure, numbers among them; 0 where a comma, semicolon or bracket
/// parts them.
void keys_of(std::string_view text, std::vector<WordKey>& keys);

} // namespace rheobase::diet
