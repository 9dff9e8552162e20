// How much, as a sentence says it: "two", "a couple of", "1 1/2", "2-3", "half a dozen", "360g", "a 12 oz
// can".
#pragma once

#include "model/diet/diary.hpp"
#include "model/diet/tokens.hpp"

#include <span>

namespace rheobase::diet {

/// A sentence's tokens with what each says.
struct Sentence {
    Tokens tokens;
    std::vector<WordKey> keys;     ///< 0 for numbers and marks
    std::vector<Meaning> meanings; ///< of the longest phrase that begins here

    std::size_t size() const { return keys.size(); }
    Token const& token(std::size_t i) const { return tokens.all[i]; }
    Speech role(std::size_t i) const { return i < meanings.size() ? meanings[i].role : Speech::stop; }
    bool is_number(std::size_t i) const { return i < size() && tokens.all[i].kind == Token::Kind::number; }
    bool is_mark(std::size_t i, char mark) const {
        return i < size() && tokens.all[i].kind == Token::Kind::mark && tokens.all[i].mark == mark;
    }
    WordKey key(std::size_t i) const { return i < keys.size() ? keys[i] : 0; }
};

Sentence sentence_of(std::string_view text);

/// How much of a food a sentence names. What it does not say stays unknown or 0.
struct Amount {
    Range count = Range::exactly(1);
    bool counted = false;         ///< a number or "a" was said
    bool numbered = false;        ///< a number was said
    double grams = unknown;       ///< of one
    bool ounces = false;          ///< it was said in ounces, which may be fluid
    double millilitres = unknown; ///< of one
    double centimetres = unknown; ///< across or along
    double within = unknown;      ///< how many one package holds: "a package of two"
    int measure = 0;              ///< household measure, see measure_of
    Meaning measure_word;
    bool measure_named = false; ///< the measure is a word of the food's name: "granola bar", "fruit drink"
    Sizes sizes = 0;
    bool serving = false; ///< "a serving of": the usual amount, of the size said
    bool dose = false;    ///< in milligrams or tablets: no food

    void take(struct Quantity const& count);
    void take(struct Quantity const& count, struct Unit const& unit);
    void take(Meaning measure_said, bool as_name);

    bool weighed() const { return known(grams); }
    bool says_nothing() const {
        return !counted && !weighed() && !known(millilitres) && !known(centimetres) && !measure && !sizes;
    }
    bool says_only_count_or_size() const {
        return (counted || sizes) && !measure && !weighed() && !known(millilitres) && !dose;
    }
};

/// A number at a place of a sentence and where it ends; `end` is the place itself when there is none.
struct Quantity {
    Range count;
    std::size_t end = 0;
};

Quantity quantity_at(Sentence const& sentence, std::size_t at);

/// What "and a half" adds where it begins at the "and"; 0 for anything else.
double and_a_half(Sentence const& sentence, std::size_t at);

/// A unit word at a place of a sentence: its kind ("mass", "volume", "length", "energy", "dose") and size, or
/// nothing.
struct Unit {
    std::string_view kind;
    double per_one = unknown;
    std::size_t end = 0;
    bool ounces = false;
};

Unit unit_at(Sentence const& sentence, std::size_t at);

} // namespace rheobase::diet
