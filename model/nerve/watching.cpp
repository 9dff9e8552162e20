#include "model/nerve/watching.hpp"

#include "base/expects.hpp"
#include "base/number.hpp"
#include "engine/lane_array.hpp"
#include "engine/random.hpp"

#include <algorithm>

namespace rheobase::nerve {

namespace {

/// Lets the branches go on for `ms`, whose noise begins at `turn`.
void go_on(AxonKernel const& kernel, engine::LaneArray& watched, std::span<Member const> members,
           unsigned long long seed, double ms, std::uint32_t& turn) {
    static constexpr auto key = engine::fact_key("nerve.channel_noise");
    int const chunk = 200;
    engine::LaneArray normals(static_cast<std::size_t>(chunk), kernel.width);
    for (int left = static_cast<int>(ms / channel_noise.interval + 0.5); left > 0; left -= chunk) {
        int const now = std::min(left, chunk);
        for (int i = 0; i < now; ++i) {
            for (int lane = 0; lane < kernel.width; ++lane) {
                auto const number =
                    members[std::min(static_cast<std::size_t>(lane), members.size() - 1)].number;
                normals.at(static_cast<std::size_t>(i), lane) =
                    engine::standard_normal(seed, number, key, turn + static_cast<std::uint32_t>(i));
            }
        }
        kernel.watch(watched.data(), normals.data(), now);
        turn += static_cast<std::uint32_t>(now);
    }
}

} // namespace

std::vector<Alone> watch(AxonKernel const& kernel, std::span<Member const> members,
                         std::span<Situation<double> const> in, unsigned long long seed, double seconds,
                         double louder) {
    RHEOBASE_EXPECTS(!members.empty() && members.size() <= static_cast<std::size_t>(kernel.width));
    engine::LaneArray axons(axon_count, kernel.width), branches(terminal_count, kernel.width),
        situations(situation_count, kernel.width), watched(watched_count, kernel.width),
        reach(1, kernel.width);
    for (int lane = 0; lane < kernel.width; ++lane) {
        // Lanes beyond the last repeat it and are not reported.
        auto const place = std::min(static_cast<std::size_t>(lane), members.size() - 1);
        auto branch = members[place].branch;
        branch.noise_gain *= louder;
        axons.put(members[place].axon, lane);
        branches.put(branch, lane);
        situations.put(in[place], lane);
    }
    std::uint32_t turn = 0;
    kernel.start_trial(axons.data(), branches.data(), watched.data(), reach.data());
    go_on(kernel, watched, members, seed, channel_noise.trial, turn);
    kernel.start_watch(axons.data(), branches.data(), situations.data(), reach.data(), watched.data());
    go_on(kernel, watched, members, seed, channel_noise.warm_up, turn);
    kernel.forget_counts(watched.data());
    go_on(kernel, watched, members, seed, seconds * 1000, turn);
    std::vector<Alone> out;
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto const w = watched.take<Watched<double>>(static_cast<int>(i));
        Alone alone{w.spikes, unknown, unknown};
        if (w.intervals >= 1)
            alone.interval_mean = w.interval_sum / w.intervals;
        if (w.intervals >= 2) {
            double const square =
                w.interval_squares / w.intervals - alone.interval_mean * alone.interval_mean;
            alone.interval_cv = engine::sqrt(std::max(square, 0.0)) / alone.interval_mean;
        }
        out.push_back(alone);
    }
    return out;
}

} // namespace rheobase::nerve
