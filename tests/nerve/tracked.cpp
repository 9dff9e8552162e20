#include "tests/nerve/tracked.hpp"

#include "engine/crowd.hpp"
#include "engine/lane_array.hpp"

#include <algorithm>

namespace rheobase::nerve {

std::vector<Tracked> tracked(std::size_t axons, SituationOf const& in) {
    auto const members = ensemble().first(axons);
    auto const& kernel = axon_kernel(0);
    auto const width = static_cast<std::size_t>(kernel.width);
    std::vector<Tracked> out(axons);
    engine::for_blocks((axons + width - 1) / width, 0, [&](std::size_t block) {
        engine::LaneArray packed(axon_count, kernel.width), situations(situation_count, kernel.width),
            found(recording_count, kernel.width);
        for (std::size_t l = 0; l < width; ++l) {
            auto const i = std::min(block * width + l, axons - 1);
            packed.put(members[i].axon, static_cast<int>(l));
            situations.put(in(i), static_cast<int>(l));
        }
        kernel.track(packed.data(), situations.data(), found.data());
        for (std::size_t l = 0; l < width && block * width + l < axons; ++l) {
            auto const i = block * width + l;
            auto const recording = found.take<Recording<double>>(static_cast<int>(l));
            out[i].threshold = recording.threshold;
            out[i].rest = recording.rest_node;
            out[i].traces = traces_of(comparable(recording));
            out[i].indices = indices_of(out[i].traces, members[i].rheobase / members[i].person_rheobase);
        }
        return true;
    });
    return out;
}

std::vector<Alone> left_alone(std::size_t axons, SituationOf const& in, double seconds, double louder) {
    auto const members = ensemble().first(axons);
    auto const& kernel = axon_kernel(0);
    auto const width = static_cast<std::size_t>(kernel.width);
    std::vector<Alone> out(axons);
    engine::for_blocks((axons + width - 1) / width, 0, [&](std::size_t block) {
        auto const first = block * width, count = std::min(width, axons - first);
        std::vector<Situation<double>> situations;
        for (std::size_t l = 0; l < count; ++l) {
            situations.push_back(in(first + l));
        }
        auto const alone = watch(kernel, members.subspan(first, count), situations, 1, seconds, louder);
        std::copy(alone.begin(), alone.end(), out.begin() + static_cast<std::ptrdiff_t>(first));
        return true;
    });
    return out;
}

} // namespace rheobase::nerve
