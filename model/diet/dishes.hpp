// Which phrases of a sentence are one food and which are several: "a sandwich filled with ham and cheese" is
// one, "toast spread with a tablespoon of jelly" are two.
#pragma once

#include "model/diet/answers.hpp"

#include <string>
#include <vector>

namespace rheobase::diet {

/// One food of the sentence with the phrases that name it.
struct Dish {
    std::string name; ///< as the matcher was asked for it
    std::vector<Spoken> words;
    Amount amount;
    Range share = Range::exactly(1); ///< how much of it was eaten: "half of it"
    std::vector<Candidate> found;
    Link link = Link::stop;
    bool determined = false;
    bool definite = false;       ///< "the", "my" stood before it
    bool weighed_behind = false; ///< its weight stood behind it: what comes with it is not in the weight
    bool has_parts = false; ///< "with …" was said of it: what follows in the list may be part of it too
    bool inside = false;    ///< "made with …" was said of it: what follows in the list is part of it
    bool dose = false;      ///< a supplement and no food
    WordKey head = 0;       ///< of the food itself: sandwich, pie
    std::size_t from = 0, to = 0; ///< tokens of the sentence

    Food food() const { return found.empty() ? no_food : found.front().food; }
    double sure() const { return found.empty() ? 0 : found.front().sure; }
};

std::vector<Dish> dishes_of(std::vector<Phrase> phrases, Answers& table);

} // namespace rheobase::diet
