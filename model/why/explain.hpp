// From a name to its card: what can be explained, under which names, and what was probably meant.
#pragma once

#include "base/result.hpp"
#include "model/why/card.hpp"

#include <string_view>
#include <vector>

namespace rheobase::why {

/// One thing that has a card.
struct Named {
    Kind kind;
    std::string code;                   ///< "magnesium_mg", "deficiency.calcium", "J3"
    std::string name;                   ///< "Magnesium"
    std::vector<std::string> spellings; ///< everything it answers to, as code_spelling writes it
};

/// Everything that can be explained; of two things with one name, the one a person means first.
std::vector<Named> const& all_named();

/// The card of a name in any spelling of case and blanks, or of a question that shares its words. Of several
/// things of one name the others are named under `see`. Fails with the nearest name as a hint.
Result<Card> explain(std::string_view wanted);

} // namespace rheobase::why
