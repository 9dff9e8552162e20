// Names found inside what was asked: "statins" in "can statins cause cramps". Inside this folder only.
#pragma once

#include "model/why/explain.hpp"

namespace rheobase::why {

bool answers_to(Named const& thing, std::string_view spelling);

/// The nutrient of "deficiency.magnesium_intake" or "excess.b6"; null where none is behind it.
Named const* nutrient_behind(std::string_view cause);

/// What a name in the plural means: "cramps".
std::vector<Named const*> in_the_plural(std::string_view spelling);

/// What "what is tetany" asks for.
std::vector<Named const*> asked_what_it_is(std::string_view spelling);

/// Whether it begins as a question does, so that it is not the name of a medicine as a whole.
bool is_a_question(std::string_view spelling);

/// The cause that "vitamin b12 deficiency", "lack of iron" or "too much zinc" names; null where it is none.
Named const* lack_or_excess_in(std::string_view spelling);

/// Medicines and their classes that no question speaks of: asked about one, a card of it is the answer.
std::vector<Named const*> medicines_inside(std::string_view spelling);

/// Nutrients, signs, causes and tests that are named inside what was asked, the longest name first.
std::vector<Named const*> names_inside(std::string_view spelling);

} // namespace rheobase::why
