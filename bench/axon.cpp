// How fast the two-compartment axon runs: alone with noise, and put through threshold tracking, for each
// width of lanes.
#include "engine/lane_array.hpp"
#include "engine/random.hpp"
#include "model/nerve/axon_kernel.hpp"
#include "model/nerve/ensemble.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <ctime>
#include <vector>

namespace {

using namespace rheobase;
using namespace rheobase::nerve;

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
double best_of(int times, Work const& work) {
    double best = 1e30;
    for (int i = 0; i < times; ++i) {
        double const begin = processor_seconds();
        work();
        best = std::min(best, processor_seconds() - begin);
    }
    return best;
}

void measure(int lanes) {
    auto const& kernel = axon_kernel(lanes);
    if (kernel.width != lanes)
        return;
    engine::LaneArray axons(axon_count, lanes), branches(terminal_count, lanes), in(situation_count, lanes),
        watched(watched_count, lanes), reach(1, lanes), recordings(recording_count, lanes),
        normals(20000, lanes);
    for (int lane = 0; lane < lanes; ++lane) {
        auto const& member = ensemble()[static_cast<std::size_t>(lane)];
        axons.put(member.axon, lane);
        branches.put(member.branch, lane);
        in.put(Situation<double>{ordinary_medium, 1, 1, 0}, lane);
        for (std::size_t i = 0; i < 20000; ++i)
            normals.at(i, lane) = engine::standard_normal(1, static_cast<std::uint32_t>(lane), 7,
                                                          static_cast<std::uint32_t>(i));
    }
    kernel.start_trial(axons.data(), branches.data(), watched.data(), reach.data());
    kernel.watch(watched.data(), normals.data(), 2000);
    kernel.start_watch(axons.data(), branches.data(), in.data(), reach.data(), watched.data());
    double const second = best_of(5, [&] { kernel.watch(watched.data(), normals.data(), 20000); });
    double const steps = 1000 / channel_noise.step;
    double const recording = best_of(3, [&] { kernel.track(axons.data(), in.data(), recordings.data()); });
    fmt::print("  {} lanes: {:6.1f} axon-seconds a core-second (aim 120), {:5.1f} ns a step and axon; a "
               "recording of all of "
               "threshold tracking {:5.2f} ms an axon\n",
               lanes, lanes / second, second / steps / lanes * 1e9, recording / lanes * 1000);
}

} // namespace

int main() {
    fmt::print("The two-compartment axon, noise drawn beforehand, steps of {} ms\n", channel_noise.step);
    for (int const lanes : {1, 2, 4, 8})
        measure(lanes);
    double const draws = best_of(3, [] {
        double sum = 0;
        for (std::uint32_t i = 0; i < 100000; ++i)
            sum += engine::standard_normal(1, 1, 7, i);
        if (sum == 12345)
            fmt::print("{}", sum);
    });
    fmt::print("  a draw of noise costs {:.0f} ns, one each {} ms\n", draws / 100000 * 1e9,
               channel_noise.interval);
}
