// Foods that would add most of what is short: the person's own first, then the first list of the foods
// for the menu (week/menu_foods.csv), each in a household measure. A first list, not a menu.
#pragma once

#include "model/diet/diary.hpp"
#include "model/verdict/evidence.hpp"
#include "model/verdict/findings.hpp"
#include "model/verdict/verdict.hpp"

namespace rheobase {

/// Fills the plan's foods and notes where its status allows foods; leaves it as it is elsewhere.
void choose_foods(verdict::Plan& plan, verdict::Evidence const& evidence, verdict::Findings const& findings,
                  diet::Diary const& diary, diet::Foods const& table);

} // namespace rheobase
