// The first few changes: of all plans that touch no more foods than a person can begin with, the one that
// closes most.
#pragma once

#include "model/week/changes.hpp"

namespace rheobase::week {

struct Swaps {
    Menu menu;
    std::vector<Change> changes;
};

/// At most menu.swaps foods change.

Swaps first_swaps(Task const& task);

} // namespace rheobase::week
