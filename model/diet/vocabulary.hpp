// The words of the food table's names: which words are food at all, which stand side by side, which food has
// which.
#pragma once

#include "model/diet/foods.hpp"
#include "model/diet/speech.hpp"

#include <span>
#include <vector>

namespace rheobase::diet {

class Vocabulary {
  public:
    explicit Vocabulary(Foods const& table);

    /// Some food's name or synonym has the word.
    bool knows(WordKey word) const { return words_.has(word); }

    /// Some food's name or synonym has the second word right behind the first.
    bool neighbours(WordKey first, WordKey second) const {
        return first && second && pairs_.has(followed_by(first, second));
    }

    /// Some food's name or synonym has the three words in this order: macaroni and cheese.
    bool follow(WordKey first, WordKey second, WordKey third) const {
        return first && second && third && pairs_.has(followed_by(followed_by(first, second), third));
    }

    /// People say the two words in this order for a food: "tikka masala", "mushy peas".
    bool said_together(WordKey first, WordKey second) const {
        return first && second && sayings_.has(followed_by(first, second));
    }

    /// The food's name or synonyms have the word.
    bool names(Food food, WordKey word) const;

    /// The food's name has the word before its first comma: where its head is.
    bool heads(Food food, WordKey word) const;

  private:
    /// A set of keys, open-addressed.
    class Keys {
      public:
        void reserve(std::size_t most);
        void add(WordKey key);
        bool has(WordKey key) const {
            for (auto at = key & mask_; slots_[at]; at = (at + 1) & mask_)
                if (slots_[at] == key)
                    return true;
            return false;
        }

      private:
        std::vector<WordKey> slots_;
        WordKey mask_ = 0;
    };

    Keys words_, pairs_, sayings_;
    std::vector<WordKey> of_foods_;    ///< food by food
    std::vector<std::uint32_t> first_; ///< where each food's keys start, and the end
    std::vector<std::uint8_t> head_;   ///< how many of them stand before the first comma of the name
};

/// The vocabulary of the table compiled into the program.
Vocabulary const& vocabulary();

} // namespace rheobase::diet
