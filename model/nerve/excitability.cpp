#include "model/nerve/excitability.hpp"

#include "base/expects.hpp"
#include "base/number.hpp"
#include "engine/crowd.hpp"
#include "engine/lane_array.hpp"
#include "model/nerve/indices.hpp"
#include "model/nerve/watching.hpp"

#include <algorithm>
#include <atomic>

namespace rheobase::nerve {

namespace {

/// What one axon showed.
struct Shown {
    Traces traces;
    std::array<double, index_count> indices{};
    double threshold_change = unknown; ///< %
    bool silent_to_stimuli = false;    ///< no stimulus fires it
    bool at_rest = true;               ///< it can be tracked: something fires it, and it does not fire alone
    Alone alone;
};

/// As many axons as the kernel has lanes.
void show(AxonKernel const& kernel, std::span<Member const> members, Situation<double> const& in,
          unsigned long long seed, std::span<Shown> out) {
    engine::LaneArray axons(axon_count, kernel.width), situations(situation_count, kernel.width),
        usual(situation_count, kernel.width), recordings(recording_count, kernel.width),
        probe(3, kernel.width);
    for (int lane = 0; lane < kernel.width; ++lane) {
        axons.put(members[std::min(static_cast<std::size_t>(lane), members.size() - 1)].axon, lane);
        situations.put(in, lane);
        usual.put(Situation<double>{ordinary_medium, 1, 1, 0}, lane);
    }
    kernel.track(axons.data(), situations.data(), recordings.data());
    kernel.probe(axons.data(), usual.data(), probe.data());
    std::vector<Situation<double>> const situation(members.size(), in);
    auto const alone = watch(kernel, members, situation, seed, channel_noise.seconds);
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto& shown = out[i];
        auto const recording = recordings.take<Recording<double>>(static_cast<int>(i));
        shown.alone = alone[i];
        // One that fires by itself is not silent, whether a stimulus finds it asleep or not.
        shown.silent_to_stimuli = !known(recording.threshold) && !(shown.alone.spikes > 0);
        // Threshold tracking asks for a nerve that waits; of one that fires by itself it would measure
        // chance.
        shown.at_rest = recording.threshold > 0 && !(shown.alone.spikes > 0);
        if (!shown.at_rest) {
            shown.indices.fill(unknown);
            continue;
        }
        auto const compared = comparable(recording);
        shown.traces = traces_of(compared);
        shown.indices = indices_of(shown.traces, members[i].rheobase / members[i].person_rheobase);
        shown.threshold_change = (recording.threshold / probe.at(2, static_cast<int>(i)) - 1) * 100;
        for (auto& charge : shown.traces.charge.y)
            charge /= compared.threshold;
    }
}

Curve curve(std::string_view name, std::span<Shown const> shown, Trace Traces::*which,
            std::vector<double>& scratch) {
    Curve out{name, {}, {}};
    for (auto const& one : shown) {
        if (one.at_rest) {
            out.x = (one.traces.*which).x;
            break;
        }
    }
    std::vector<double> values(shown.size());
    for (std::size_t point = 0; point < out.x.size(); ++point) {
        for (std::size_t i = 0; i < shown.size(); ++i)
            values[i] = !shown[i].at_rest ? unknown : (shown[i].traces.*which).y[point];
        out.at.push_back(engine::summary(values, scratch));
    }
    return out;
}

} // namespace

Excitability excitability(Medium<double> const& medium, double myelin, Crowd const& crowd,
                          std::function<void(double share)> const& progress) {
    auto const members = ensemble();
    RHEOBASE_EXPECTS(crowd.people > 0);
    auto const people = std::min(static_cast<std::size_t>(crowd.people), members.size());
    auto const& kernel = axon_kernel(0);
    auto const width = static_cast<std::size_t>(kernel.width);
    std::vector<Shown> shown(people);
    std::size_t const blocks = (people + width - 1) / width;
    std::atomic<std::size_t> done = 0;
    engine::for_blocks(blocks, crowd.threads, [&](std::size_t block) {
        std::size_t const first = block * width, count = std::min(width, people - first);
        show(kernel, members.subspan(first, count), {medium, myelin, 1, 0}, crowd.seed,
             std::span(shown).subspan(first, count));
        if (progress)
            progress(static_cast<double>(++done) / static_cast<double>(blocks));
        return true;
    });

    Excitability out;
    out.people = static_cast<int>(people);
    out.medium = medium;
    std::vector<double> values(people), scratch;
    auto const over = [&](auto const& of) {
        for (std::size_t i = 0; i < people; ++i)
            values[i] = of(shown[i]);
        return engine::summary(values, scratch);
    };
    for (std::size_t k = 0; k < index_count; ++k)
        out.indices[k] = over([&](Shown const& s) { return s.indices[k]; });
    out.threshold_change = over([](Shown const& s) { return s.threshold_change; });
    for (auto const& [name, which] : {std::pair{"te_d40", &Traces::d40}, std::pair{"te_h40", &Traces::h40},
                                      std::pair{"te_d20", &Traces::d20}, std::pair{"te_h20", &Traces::h20},
                                      std::pair{"rc", &Traces::recovery}, std::pair{"iv", &Traces::current},
                                      std::pair{"charge", &Traces::charge}})
        out.curves.push_back(curve(name, shown, which, scratch));
    auto const rate = over(
        [](Shown const& s) { return s.alone.spikes > 0 ? s.alone.spikes / channel_noise.seconds : unknown; });
    out.fires_alone.share = static_cast<double>(rate.count) / static_cast<double>(people);
    out.fires_alone.rate = rate;
    out.fires_alone.isi_cv = over([](Shown const& s) { return s.alone.interval_cv; }).p50;
    out.fires_alone.seconds = channel_noise.seconds;
    for (auto const& s : shown) {
        out.tracked += s.at_rest;
        out.silent_to_stimuli += s.silent_to_stimuli;
    }
    return out;
}

} // namespace rheobase::nerve
