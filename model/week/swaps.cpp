#include "model/week/swaps.hpp"

#include "model/week/menu.rows.hpp"

namespace rheobase::week {

Swaps first_swaps(Task const& task) {
    auto few = task;
    few.changes_most = static_cast<int>(menu.swaps);
    Swaps out{least_change(few, static_cast<int>(menu.swap_nodes)), {}};
    if (out.menu.found)
        out.changes = changes(few, out.menu);
    return out;
}

} // namespace rheobase::week
