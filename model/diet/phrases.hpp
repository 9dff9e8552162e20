// A sentence cut into phrases, each with at most one amount and the words of one food or of a part of one.
#pragma once

#include "model/diet/amounts.hpp"
#include "model/diet/naming.hpp"

#include <string_view>
#include <vector>

namespace rheobase::diet {

/// How a phrase hangs together with the one before it, from loose to tight reading.
enum class Link : std::uint8_t {
    joined, ///< by a comma, "and", or nothing
    part, ///< by "with", "in", "on", "from", "or": part of the same dish, unless it has an amount of its own
    beside, ///< by "alongside", "paired with": another food
    verb,   ///< a verb stands between
    stop,   ///< a sentence ends between
    negated ///< by "without", "no": not eaten
};

struct Spoken {
    std::string_view text;
    WordKey key = 0;
    bool odd = false;    ///< no food of the table has it
    bool saying = false; ///< it is read from a phrase that only describes
    Understood as;
};

struct Phrase {
    Link link = Link::stop;
    bool either = false;         ///< linked by "or"
    bool inside = false;         ///< linked by "made with", "filled with": surely part of the dish
    bool on = false;             ///< linked by "on", "over"
    bool in = false;             ///< linked by "in"
    bool place = false;          ///< linked by "from"
    bool comma = false;          ///< linked by a comma alone
    bool measure_last = false;   ///< "juice box": the measure stood behind the food
    bool definite = false;       ///< "the", "my" stood before it
    bool determined = false;     ///< "the", "my", "some" or an amount stood before it
    bool weighed_behind = false; ///< "salmon (150 g)": the weight is of what stands before it alone
    bool share = false;          ///< "half of it": the amount is a share of the food before
    Amount amount;
    std::vector<Spoken> words;
    std::size_t and_word = 0, and_at = 0; ///< the "and" among its words, and its token; 0 for none
    std::size_t from = 0;                 ///< tokens
    std::size_t to = 0;
};

std::vector<Phrase> phrases_of(Sentence const& sentence, Vocabulary const& known);

} // namespace rheobase::diet
