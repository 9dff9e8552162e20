// What the table answers to the words of a sentence: which foods they mean, and which words a food accounts
// for.
#pragma once

#include "model/diet/matching.hpp"
#include "model/diet/phrases.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rheobase::diet {

/// Foods are eaten again and again, so the matches of a name are kept; what is answered does not depend on
/// it.
class Answers {
  public:
    Answers(Foods const& table, Vocabulary const& known, Naming const& naming)
        : table_(table), known_(known), naming_(naming) {}

    /// The food a name means and its runners-up: foods as eaten first, single foods where those do not fit.
    std::vector<Candidate> const& to(std::string_view name);

    /// The food accounts for the word.
    bool answers(Food food, Spoken const& word) const {
        return food != no_food && naming_.answers(food, word.key, word.as);
    }

    /// The food accounts for every word that tells something; words that only describe are nobody's.
    bool answers_all(Food food, std::vector<Spoken> const& words) const;
    bool answers_some(Food food, std::vector<Spoken> const& words) const;
    std::ptrdiff_t answered(Food food, std::vector<Spoken> const& words) const; ///< how many of the words

    /// The word stands in the first part of the food's name, where its head is.
    bool heads(Food food, WordKey word) const { return food != no_food && known_.heads(food, word); }

    /// A food of parts (a sandwich, a soup), or what such a food is made of: roles of group_roles.csv.
    bool is_dish(Food food) const { return food != no_food && group_is(food, "dish"); }
    bool is_part(Food food) const { return food != no_food && group_is(food, "part"); }
    bool of_one_kind(Food a, Food b) const {
        return a != no_food && b != no_food && table_.group(a) == table_.group(b);
    }

    /// People say the two words in this order for a food.
    bool said_together(WordKey first, WordKey second) const { return known_.said_together(first, second); }

    /// The words say how a food is and not what it is.
    bool only_describe(std::vector<Spoken> const& words) const;

  private:
    bool group_is(Food food, std::string_view role) const;

    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };

    Foods const& table_;
    Vocabulary const& known_;
    Naming const& naming_;
    std::unordered_map<std::string, std::vector<Candidate>, Hash, std::equal_to<>> kept_;
};

/// Whether a word only describes: it is an attribute, or read from a phrase that is one.
inline bool describes(Spoken const& word) {
    return word.saying || word.as.attribute;
}

bool holds(std::vector<Spoken> const& words, WordKey key);

} // namespace rheobase::diet
