// Whether a place of a sentence belongs to a food's name: words that also measure, count or say something
// else stand in names as well ("quarter pounder", "Coke Zero", "breakfast bar").
#pragma once

#include "model/diet/amounts.hpp"
#include "model/diet/vocabulary.hpp"

namespace rheobase::diet {

/// The word of a name that was read last: its key, and the token it stood at.
struct LastWord {
    WordKey key = 0;
    std::size_t at = 0;
};

class NamePlaces {
  public:
    NamePlaces(Sentence const& sentence, Vocabulary const& known) : s_(sentence), known_(known) {}

    /// A word that a food's name may begin or go on with stands there.
    bool content_at(std::size_t i) const;

    /// The table's names have the word at `i` right behind the word before, or right before the next.
    bool word_of_a_name(std::size_t i, LastWord last) const;

    /// "quarter pounder", "half and half", "single malt", "Coke Zero": the number is part of the name.
    /// `amount_said`: the food has its amount already, so that digits may be a name too.
    bool number_of_a_name(std::size_t i, LastWord last, bool amount_said) const;

    /// "half of it", "most of it": the share of the food that was just named; `end` is behind the "it", and
    /// `i` where there is no such share.
    Quantity share_at(std::size_t i) const;

  private:
    Sentence const& s_;
    Vocabulary const& known_;
};

} // namespace rheobase::diet
