#include "engine/crowd.hpp"

#include <algorithm>
#include <atomic>

#ifdef RHEOBASE_PLAIN_THREADS
#include <exception>
#include <mutex>
#include <thread>
#include <vector>
#else
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>
#endif

namespace rheobase::engine {

#ifdef RHEOBASE_PLAIN_THREADS

// The thread sanitizer sees races in oneTBB that are none, so its builds use threads that it understands.
void for_blocks(std::size_t blocks, int threads, std::function<bool(std::size_t block)> const& work) {
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stopped = false;
    std::mutex failing;
    std::exception_ptr failure;
    auto const take_turns = [&] {
        try {
            while (!stopped) {
                std::size_t const block = next++;
                if (block >= blocks)
                    return;
                if (!work(block))
                    stopped = true;
            }
        } catch (...) {
            stopped = true;
            std::scoped_lock const lock(failing);
            if (!failure)
                failure = std::current_exception();
        }
    };
    auto const wanted = threads > 0 ? static_cast<std::size_t>(threads)
                                    : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < std::min(wanted, blocks); ++i)
            others.emplace_back(take_turns);
        take_turns();
    }
    if (failure)
        std::rethrow_exception(failure);
}

#else

void for_blocks(std::size_t blocks, int threads, std::function<bool(std::size_t block)> const& work) {
    namespace tbb = oneapi::tbb;
    std::atomic<bool> stopped = false;
    int const wanted = threads > 0 ? threads : tbb::info::default_concurrency();
    // Without this a wish for more threads than the machine has is refused, with a warning on the error
    // stream.
    tbb::global_control const allowed(tbb::global_control::max_allowed_parallelism,
                                      static_cast<std::size_t>(wanted));
    tbb::task_arena arena(wanted);
    arena.execute([&] {
        // A block is work enough for a task of its own, and people differ: no chunks of blocks.
        tbb::parallel_for(
            std::size_t{0}, blocks,
            [&](std::size_t block) {
                if (!stopped && !work(block))
                    stopped = true;
            },
            tbb::simple_partitioner{});
    });
}

#endif

} // namespace rheobase::engine
