// The words of food names: a text cut into stems, the words that are known, and the phrases made of them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace rheobase::diet {

using Word = std::uint16_t; ///< place in the lexicon
inline constexpr Word comma_word = 0;
inline constexpr Word unknown_word = 0xFFFF;

/// What a word or phrase does to the name it stands in.
enum class WordKind : std::uint8_t {
    plain,
    category,
    part,
    brand,
    with,
    either,
    without,
    rest,
    alone,
    spelling
};

/// One word or mark of a text after folding case and accents and cutting plurals.
struct Piece {
    std::uint16_t begin = 0; ///< in the folded text
    std::uint16_t length = 0;
    Word word = unknown_word;
    char mark = 0; ///< ',' '(' ')' or 0 for a word
    bool capitals = false;
    bool accented = false; ///< with letters English does not have: "Käse" is no slip for kale
    bool mended = false;   ///< read as the known word it is a slip of
};

/// A text cut into at most `most_pieces` words and marks.
struct Pieces {
    static constexpr int most_pieces = 96;
    std::array<char, 640> text;
    std::array<Piece, most_pieces> piece;
    int count = 0;

    std::string_view word(int i) const {
        auto const& p = piece[static_cast<std::size_t>(i)];
        return {text.data() + p.begin, p.length};
    }
};

/// Folds, cuts and stems; words are not looked up yet.
void cut(std::string_view name, Pieces& out);

/// The words known and the phrases made of them, read in place from the packed table.
struct Lexicon {
    std::span<std::uint32_t const> word_begin; ///< into `letters`, one more than there are words
    std::span<char const> letters;
    std::span<std::uint16_t const> slots; ///< hash of a word to the word + 1; a power of two long
    std::span<std::uint8_t const> kinds;  ///< WordKind of each word
    std::span<std::uint32_t const> steps; ///< (node, word) to node: pairs key, node; a power of two of them
    std::span<std::uint32_t const> effect_of; ///< per node the place of its effect + 1, or 0
    std::span<std::uint16_t const>
        effects; ///< kind, words, their count before, attributes, their count before
    std::span<std::uint16_t const>
        spelled; ///< sorted pairs: a word of kind `spelling`, the word it stands for
    std::span<std::uint32_t const>
        slips; ///< sorted: hash of a word less one letter (high), word (low 16 bits)

    int size() const { return static_cast<int>(word_begin.size()) - 1; }
    std::string_view text(Word word) const;
    Word find(std::string_view stem) const; ///< the word as it is spelled in the lexicon, or unknown_word
    Word mend(std::string_view stem) const; ///< the known word one slip away, or unknown_word
};

std::uint32_t name_hash(std::string_view text);

} // namespace rheobase::diet
