#include "tools/nerve/response_sample.hpp"

#include "base/number.hpp"
#include "engine/lane_array.hpp"
#include "engine/percentile.hpp"
#include "model/nerve/watching.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::nerve {

namespace {

double halton(unsigned i, unsigned base) {
    double value = 0, part = 1;
    for (; i > 0; i /= base) {
        part /= base;
        value += part * (i % base);
    }
    return value;
}

} // namespace

Medium<double> ResponseSample::medium() const {
    if (!check())
        return response_medium(number);
    Medium<double> m = ordinary_medium;
    unsigned const bases[] = {2, 3, 5, 7};
    for (std::size_t v = 0; v < response_variables.size(); ++v) {
        auto const& row = response_box_rows[v];
        double const low = ordinary() ? row.ordinary_low : row.low,
                     high = ordinary() ? row.ordinary_high : row.high;
        unsigned const place = (number - static_cast<unsigned>(response_media)) / 2 + 1;
        m.*response_variables[v] = low * std::exp(halton(place, bases[v]) * std::log(high / low));
    }
    return m;
}

std::vector<double> thresholds_in(Medium<double> const& m, std::span<Member const> members) {
    auto const& kernel = axon_kernel(0);
    auto const width = static_cast<std::size_t>(kernel.width);
    std::vector<double> out(members.size());
    for (std::size_t first = 0; first < members.size(); first += width) {
        engine::LaneArray axons(axon_count, kernel.width), in(situation_count, kernel.width),
            probe(3, kernel.width);
        for (std::size_t l = 0; l < width; ++l) {
            axons.put(members[std::min(first + l, members.size() - 1)].axon, static_cast<int>(l));
            in.put(Situation<double>{m, 1, 1, 0}, static_cast<int>(l));
        }
        kernel.probe(axons.data(), in.data(), probe.data());
        for (std::size_t l = 0; l < width && first + l < members.size(); ++l)
            out[first + l] = probe.at(2, static_cast<int>(l));
    }
    return out;
}

ResponseSample response_sample(unsigned number, std::span<Member const> members,
                               std::vector<double> const& usual) {
    auto const& kernel = axon_kernel(0);
    auto const width = static_cast<std::size_t>(kernel.width);
    ResponseSample s{number, static_cast<double>(members.size()), 0, {}};
    auto const medium = s.medium();
    auto const now = thresholds_in(medium, members);
    std::vector<bool> fires;
    for (std::size_t first = 0; first < members.size(); first += width) {
        auto const count = std::min(width, members.size() - first);
        std::vector<Situation<double>> const in(count, {medium, 1, 1, 0});
        for (auto const& alone : watch(kernel, members.subspan(first, count), in, 1, channel_noise.seconds))
            fires.push_back(alone.spikes > 0);
    }
    s.fires = static_cast<double>(std::count(fires.begin(), fires.end(), true));
    std::vector<double> changes, scratch;
    for (std::size_t k = 0; k < members.size(); ++k) {
        double const change = (now[k] / usual[k] - 1) * 100;
        // Of those that no stimulus fires, one that fires by itself needs none; the others are the hardest to
        // fire.
        changes.push_back(known(change) ? std::clamp(change, response_least, response_most)
                          : fires[k]    ? response_least
                                        : response_most);
    }
    auto const summary = engine::summary(changes, scratch);
    s.percentiles = {summary.p5, summary.p50, summary.p95};
    return s;
}

} // namespace rheobase::nerve
