// Which words of a sentence a food answers: "porridge" is answered by Oatmeal, "crisps" by Potato chips.
#pragma once

#include "model/diet/name_index.hpp"
#include "model/diet/vocabulary.hpp"

namespace rheobase::diet {

/// A word of a sentence as the name index understands it.
struct Understood {
    std::array<Word, 3> terms{};
    int count = 0;
    double tells = 0;       ///< how much it says of a food, 0 to 1
    bool mended = false;    ///< only after putting a slip of the pen right
    bool attribute = false; ///< it describes ("fried", "unsweetened") and names nothing
};

class Naming {
  public:
    Naming(Foods const& table, Vocabulary const& known) : index_(NameIndex::open(table)), known_(known) {}

    Understood understand(std::string_view word) const;

    /// The food's name has the word, or what the word stands for.
    bool answers(Food food, WordKey key, Understood const& word) const;

  private:
    NameIndex index_;
    Vocabulary const& known_;
};

/// The naming of the table compiled into the program.
Naming const& naming();

} // namespace rheobase::diet
