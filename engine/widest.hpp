// How many people this machine can take side by side.
#pragma once

namespace rheobase::engine {

/// The width of lanes to run: 1, 2, 4 or 8, the wanted one where this machine has instructions for it and the widest it has
/// where not; 0 wants the widest.
int runnable_lanes(int wanted);

} // namespace rheobase::engine
