// Builds the lexicon of food names from name_words.csv and the words of the table.
#pragma once

#include "model/diet/food_names.hpp"

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

std::string whole_file(std::string const& path);

std::vector<std::string> split(std::string const& text, char by);

/// The lexicon while it grows.
struct Builder {
    using Word = rheobase::diet::Word;

    std::vector<std::string> words{","};
    std::unordered_map<std::string, Word> at{{",", rheobase::diet::comma_word}};
    std::vector<std::uint8_t> kinds{0};
    std::map<std::pair<std::uint32_t, Word>, std::uint32_t> steps;
    std::vector<std::uint32_t> effect_of{0};
    std::vector<std::uint16_t> effects;

    std::vector<std::uint32_t> word_begin;
    std::vector<char> letters;
    std::vector<std::uint16_t> slots;
    std::vector<std::uint32_t> packed_steps;
    std::vector<std::uint16_t> spelled;
    std::vector<std::uint32_t> slips;

    /// The word a spelling stands for.
    Word meant(Word word) const;
    Word add(std::string const& stem);

    /// The words and commas of a text.
    std::vector<Word> sequence(std::string const& text);

    /// Where the phrase is new or may be replaced, its effect is noted and true returned.
    bool phrase(std::vector<Word> const& sequence, std::uint32_t effect, bool replace);
    std::uint32_t effect(rheobase::diet::WordKind kind, std::vector<Word> const& meant,
                         std::vector<rheobase::diet::Attribute> const& said);

    /// Reads name_words.csv; faults are told on the error stream and counted.
    void read_phrases(std::string const& path, int& faults);

    /// Written together, two known words are one ("oat meal", "oatmeal"); to be called when all words are
    /// known.
    void join_words();

    /// The lexicon as it is packed; the view lives as long as the builder is not changed.
    rheobase::diet::Lexicon pack();
};
