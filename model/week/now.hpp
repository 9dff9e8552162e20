// What a person eats now in a week or a day, as items that a plan may move.
#pragma once

#include "model/diet/supplement.hpp"
#include "model/week/item.hpp"

namespace rheobase::week {

/// Each food of the diary once, in halves of its usual portion, with lines of unknown amount or food set
/// aside (they stay as they are). Supplements and such lines make `fixed`. `days` is how many the diary has.
/// Empty where nothing was eaten.
Now eaten_now(diet::Diary const& diary, std::vector<diet::Supplement> const& supplements, double days,
              diet::Foods const& table, Span span = Span::week);

/// All of it in a day, as tables have it.
diet::Nutrients held_now(Now const& now);

} // namespace rheobase::week
