// A crowd worked through side by side. Everything else of the engine knows of no thread.
#pragma once

#include <cstddef>
#include <functional>

namespace rheobase::engine {

/// Calls `work` once for every block from 0 to blocks - 1, on so many threads at a time (0: as many as the
/// machine has). In which order is open, so results belong into places given by the block. Once a call
/// returns false no further block begins; those already begun end. What a call throws is thrown here, after
/// the others have ended.
void for_blocks(std::size_t blocks, int threads, std::function<bool(std::size_t block)> const& work);

} // namespace rheobase::engine
