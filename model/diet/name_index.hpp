// What tools/name_index.cpp packs for the matcher, section by section, and how the matcher opens it.
#pragma once

#include "model/diet/food_names.hpp"
#include "model/diet/foods.hpp"

namespace rheobase::diet {

/// A term of a food's name as packed: the word (16 bits), its role (8 bits), whether it is one of several (1
/// bit).
constexpr std::uint32_t packed_term(Term t) {
    return static_cast<std::uint32_t>(t.word) | static_cast<std::uint32_t>(t.role) << 16 |
           static_cast<std::uint32_t>(t.either) << 24;
}
constexpr Term unpacked_term(std::uint32_t bits) {
    return {static_cast<Word>(bits & 0xFFFF), static_cast<Role>(bits >> 16 & 0xFF), (bits >> 24) != 0};
}

/// Families and their masks: family in the high 8 bits, a bit a value in the low 24.
constexpr std::uint32_t packed_family(int family, std::uint32_t mask) {
    return static_cast<std::uint32_t>(family) << 24 | mask;
}

inline constexpr std::uint32_t food_bits =
    0x3FFF; ///< of a posting; the two bits above say how the word stands in it
enum Standing : std::uint32_t { as_word, as_alias, as_head, as_aside };
constexpr std::uint16_t packed_post(std::uint32_t food, Standing how) {
    return static_cast<std::uint16_t>(food | how << 14);
}

struct NameIndex {
    Lexicon lexicon;
    std::span<float const> weight;              ///< per word: how much it tells, 0 to 1
    std::span<std::uint32_t const> term_begin;  ///< per food, one more than there are foods
    std::span<std::uint32_t const> terms;       ///< packed_term
    std::span<std::uint32_t const> said_begin;  ///< per food, one more
    std::span<std::uint32_t const> said;        ///< packed_family
    std::span<std::uint32_t const> posts_begin; ///< per word, one more
    std::span<std::uint16_t const> posts;       ///< food | as_alias
    std::span<std::uint32_t const> alias_hash;  ///< sorted pairs: hash of an alias's words, food
    std::span<float const> marks; ///< per family and value, then per listed group: see name_index.cpp
    std::span<std::uint16_t const> mark_set; ///< per food the set of marks its group uses
    std::span<std::uint8_t const> from_sr;   ///< per food 1 when it comes from the Standard Reference

    std::span<float const>
        standing; ///< per food: gaps in its figures (0 to 1), log of 1 + its portions, 1 when withdrawn
    std::span<float const> said_mark; ///< beside `said`: how marked that is for a food of the group

    std::span<std::uint16_t const> kinds_of; ///< sorted pairs: a word, what it is a kind of

    /// The index inside a packed table; empty spans when the table has none.
    static NameIndex open(Foods const& table);
};

} // namespace rheobase::diet
