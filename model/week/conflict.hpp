// Which wishes cannot hold together with what is needed.
#pragma once

#include "model/week/menu_program.hpp"
#include "model/week/wishes.hpp"

#include <functional>

namespace rheobase::week {

/// A floor that food cannot reach, whatever amounts of what is allowed are eaten.
struct OutOfReach {
    diet::Nutrient nutrient = 0;
    double missing_percent = 0;
};

/// The floors that stay unmet in the relaxation of a task.
std::vector<OutOfReach> out_of_reach(Task const& task);

struct Conflict {
    std::vector<std::string>
        wishes; ///< names of parts(): all of them together, and none of them without the others
    std::vector<OutOfReach> costs; ///< the floors that cannot be reached with them and could be without
    std::vector<OutOfReach> all;   ///< those that cannot be reached with every wish and could be without any
};

/// The smallest set of wishes under which a floor is out of reach that is within reach without any wish; of
/// several as small, the first in the order of parts(). Where the wishes are too many to try every set, a set
/// of which none can be spared. Empty where all can be had.
Conflict smallest_conflict(Wishes const& wishes, std::function<Task(Wishes const&)> const& task_with);

} // namespace rheobase::week
