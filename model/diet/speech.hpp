// What the words around a food do: numbers, units, household measures, sizes, joining words, and words that say
// nothing of the food. The words themselves are rows of number_words, unit_words, measure_words, size_words,
// plain_words and sayings.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rheobase::diet {

/// A word regardless of its plural: berries and berry, glasses and glass have one key. 0 is no word.
using WordKey = std::uint64_t;

/// The key of a word in lower case.
constexpr WordKey word_key(std::string_view word) {
    // An English plural is undone by its letters alone: it need not give a word, only the same key for both forms.
    constexpr std::size_t shortest_plural = 4;
    bool as_i = false;
    auto const vowel = [](char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; };
    auto const ends = [&word](std::string_view with) { return word.ends_with(with); };
    if (word.size() >= shortest_plural && ends("s") && !ends("ss") && !ends("us") && !ends("is")) {
        if (ends("sses") || ends("shes") || ends("ches") || ends("xes") || ends("zes") || ends("oes"))
            word.remove_suffix(2);
        else
            word.remove_suffix(1);
    }
    if (word.size() >= shortest_plural && ends("ie"))
        word.remove_suffix(1);
    else if (word.size() + 1 >= shortest_plural && ends("y") && !vowel(word[word.size() - 2]))
        as_i = true;
    constexpr WordKey offset = 0xCBF29CE484222325; // Fowler, Noll and Vo's hash
    constexpr WordKey prime = 0x100000001B3;
    WordKey key = offset;
    for (std::size_t i = 0; i < word.size(); ++i) {
        char const c = as_i && i + 1 == word.size() ? 'i' : word[i];
        key = (key ^ static_cast<unsigned char>(c)) * prime;
    }
    key ^= key >> (sizeof key * 4); // the low bits choose the slot
    return key ? key : 1;
}

/// The key of a phrase is its words' keys in their order.
constexpr WordKey followed_by(WordKey phrase, WordKey word) {
    constexpr WordKey golden_ratio = 0x9E3779B97F4A7C15;
    return (phrase * golden_ratio) ^ (word + (phrase >> 1));
}

enum class Speech : std::uint8_t {
    content, ///< part of a food's name, as far as the lexicon knows
    number,
    unit,
    measure,
    size,
    article,
    of,
    joins_and,
    joins_or,
    joins_with,
    joins_made, ///< "made with", "filled with": surely part of the dish
    joins_in,
    joins_from,
    beside,  ///< another food follows
    negates,
    meal,    ///< breakfast, lunch: unless the table knows it as part of a name
    stop,    ///< verbs and the like: a food ends here
    turn,    ///< "but", "so": a new thought begins
    filler,  ///< says nothing of the food
    soft,    ///< says nothing of the food, unless the table's names have it just here
    saying,  ///< a phrase to be read as another
};

struct Meaning {
    Speech role = Speech::content;
    std::uint8_t words = 1; ///< how many words the phrase has
    std::uint16_t row = 0;  ///< in the table of its role
};

/// What the longest phrase at the start of these words means.
Meaning meaning_of(std::span<WordKey const> words);

/// The word ends like an adjective, an adverb or a verb: when no food has it, it says nothing of the food.
bool decorates(std::string_view word);

/// The measure words of which portions and sentences name the same household measure share a number, from 1.
int measure_of(Meaning meaning);

/// Sizes as one bit each, so that "medium or regular" is both.
using Sizes = std::uint32_t;
Sizes sizes_of(Meaning meaning);
Sizes size_called(std::string_view size);

} // namespace rheobase::diet
