// How well a food's name fits the name that was asked for: a weighted sum of what both say, of what only one
// of them says, and of where they contradict each other. The weights are matching_weights.csv.
#pragma once

#include "model/diet/matching_sureness.rows.hpp"
#include "model/diet/matching_weights.rows.hpp"
#include "model/diet/name_index.hpp"

#include <array>
#include <span>
#include <utility>
#include <vector>

namespace rheobase::diet {

/// In the order of matching_weights.csv.
enum Feature : std::size_t {
    match_head,
    match_first,
    match_later,
    match_with,
    match_aside,
    match_category,
    match_brand,
    match_alias,
    missing_head,
    missing_word,
    missing_with,
    extra_head,
    extra_first,
    extra_later,
    extra_with,
    extra_aside,
    extra_category,
    extra_brand,
    extra_count,
    head_same,
    head_asked,
    head_named,
    same_words,
    conflict,
    unmet,
    marked,
    agreed,
    unwanted,
    extra_without,
    kind_met,
    fndds,
    incomplete,
    measures,
    withdrawn,
    feature_count
};
using Features = std::array<double, feature_count>;

/// A name that foods are sought for.
struct Question {
    FoodName name;
    std::uint32_t hash = 0;
    Word head = unknown_word;
    double total = 0; ///< weight of all its words
    double mended = 0; ///< of those that a slip was put right in
    std::uint32_t same_begin = 0,
                  same_end = 0; ///< foods named with the very same words, in the index's alias_hash
    std::array<std::pair<Word, std::uint8_t>, 16>
        kinds; ///< what its words are kinds of, and the word's place
    int kind_count = 0;
    std::array<std::uint8_t, family_count> families; ///< those it says something of
    int families_said = 0;

    static Question of(std::string_view text, NameIndex const& index);

    /// Notes in `asked` (one byte a word of the lexicon) the place + 1 of every word of the name; unstamp
    /// clears it.
    void stamp(std::vector<std::uint8_t>& asked) const;
    void unstamp(std::vector<std::uint8_t>& asked) const;
};

/// What each family of attributes adds to a score, before its weights: conflict, unmet, marked.
using FamilyFeatures = std::array<std::array<double, 3>, family_count>;

/// `families`, where given, gets the parts that the weights of name_family_weights.csv multiply.
Features features_of(Question const& question, std::span<std::uint8_t const> asked, NameIndex const& index,
                     Food food, FamilyFeatures* families = nullptr);

double score(Features const& features);

/// What the attributes alone add to a food's score beyond what it costs unasked; to choose whom to score in
/// full.
float attribute_gain(Question const& question, NameIndex const& index, std::size_t food);

/// A food with its score and what its sureness rests on.
struct Scored {
    double score = 0;
    Food food = no_food;
    double cover = 0; ///< share of the name's weight that the food meets
    double same = 0;  ///< 1 when it carries the very same words
    double head = 0;  ///< 1 when both names have the same head
};

/// Reads the parts of a score that sureness needs.
Scored scored(Question const& question, Features const& features, Food food);

inline constexpr std::size_t sureness_count = 5;

/// What sureness is a logistic function of, in the order of matching_sureness.csv.
std::array<double, sureness_count> sureness_terms(std::span<Scored const> ranked, std::size_t which);

/// The probability that choice `which` of the best-first list is the food meant.
double sureness(std::span<Scored const> ranked, std::size_t which);

} // namespace rheobase::diet
