#include "model/diet/naming.hpp"

#include <algorithm>

namespace rheobase::diet {

Understood Naming::understand(std::string_view word) const {
    Understood u;
    if (index_.weight.empty())
        return u;
    FoodName name = read_name(word, index_.lexicon, false);
    if (name.unknown_count > 0) {
        name = read_name(word, index_.lexicon, true);
        u.mended = name.unknown_count == 0;
    }
    for (int i = 0; i < name.count && u.count < static_cast<int>(u.terms.size()); ++i) {
        auto const term = name.terms[static_cast<std::size_t>(i)].word;
        if (term == unknown_word)
            continue;
        u.terms[static_cast<std::size_t>(u.count++)] = term;
        u.tells = std::max(u.tells, static_cast<double>(index_.weight[term]));
    }
    u.attribute = name.count == 0 &&
                  std::any_of(name.said.begin(), name.said.end(), [](auto mask) { return mask != 0; });
    return u;
}

bool Naming::answers(Food food, WordKey key, Understood const& word) const {
    if (known_.names(food, key))
        return true;
    if (word.count == 0)
        return false;
    auto const at = static_cast<std::size_t>(food);
    for (int i = 0; i < word.count; ++i) {
        bool found = false;
        for (auto t = index_.term_begin[at]; t < index_.term_begin[at + 1] && !found; ++t)
            found = unpacked_term(index_.terms[t]).word == word.terms[static_cast<std::size_t>(i)];
        if (!found)
            return false;
    }
    return true;
}

Naming const& naming() {
    static Naming const of_the_table(foods(), vocabulary());
    return of_the_table;
}

} // namespace rheobase::diet
