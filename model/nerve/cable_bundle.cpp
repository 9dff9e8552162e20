#include "model/nerve/cable_bundle.hpp"

#include "base/number.hpp"
#include "model/nerve/cable_fibre.rows.hpp"
#include "model/nerve/cable_membrane.hpp"
#include "model/nerve/cable_solver.rows.hpp"

#include <algorithm>
#include <cstring>

namespace rheobase::nerve::cable {

namespace {

/// What holds at a node, or between it and the next.
struct Here {
    Medium<double> medium;
    NodeScale scale;
    double lamellae;
};

Here at_node(Fibre const& fibre, int node) {
    Here here{fibre.medium, fibre.scale, fibre.lamellae};
    for (auto const& s : fibre.stretches)
        if (node >= s.first_node && node <= s.last_node)
            here = {s.medium, s.scale, s.lamellae};
    return here;
}

Here after_node(Fibre const& fibre, int node) {
    Here here{fibre.medium, fibre.scale, fibre.lamellae};
    for (auto const& s : fibre.stretches)
        if (node >= s.first_node && node < s.last_node)
            here = {s.medium, s.scale, s.lamellae};
    return here;
}

Fibre const& in_lane(std::span<Fibre const> fibres, int lane) {
    return fibres[std::min(static_cast<std::size_t>(lane), fibres.size() - 1)];
}

/// Where `block` already stands in `blocks`, one after another; put there if it does not.
int place(LaneNumbers& blocks, LaneNumbers const& block) {
    std::size_t const n = block.size();
    for (std::size_t at = 0; at < blocks.size(); at += n)
        if (!std::memcmp(blocks.data() + at, block.data(), n * sizeof(double)))
            return static_cast<int>(at / n);
    blocks.insert(blocks.end(), block.begin(), block.end());
    return static_cast<int>(blocks.size() / n) - 1;
}

/// Quantity q of `one` into lane l of `block`.
template <class T>
void into_lane(double* block, T const& one, int lane, int width) {
    double const* from = reinterpret_cast<double const*>(&one);
    for (std::size_t q = 0; q < sizeof(T) / sizeof(double); ++q)
        block[q * static_cast<std::size_t>(width) + static_cast<std::size_t>(lane)] = from[q];
}

std::size_t size(int n) {
    return static_cast<std::size_t>(n);
}

} // namespace

double rest_of(Fibre const& fibre, InternodeLibrary& library) {
    auto const shape = *shape_of(fibre.diameter_um, fibre.geometry);
    auto const& modes = library.modes(shape, internode_state(fibre.channels, fibre.medium, fibre.lamellae));
    return resting(fibre.channels, node_membrane(shape, fibre.channels, fibre.medium, fibre.scale, 1),
                   modes.same, internode_rest(fibre.channels, fibre.medium));
}

CableBundle::CableBundle(std::span<Fibre const> fibres, int nodes, double step, Scheme scheme,
                         CableKernel const& kernel, InternodeLibrary& library)
    : kernel_(kernel), laws_(kernel.of(fibres.front().channels)), scheme_(scheme), nodes_(nodes),
      step_(step) {
    place_nodes(fibres);
    place_internodes(fibres, library);
    stimulus_.assign(size(kernel.width), 0);
    crossings_.assign(size(nodes) * crossing_count * size(kernel.width), 0);
    rest(fibres, library);
}

void CableBundle::place_nodes(std::span<Fibre const> fibres) {
    for (int node = 0; node < nodes_; ++node) {
        LaneNumbers block(membrane_count * size(kernel_.width));
        for (int lane = 0; lane < kernel_.width; ++lane) {
            Fibre const& fibre = in_lane(fibres, lane);
            Here const here = at_node(fibre, node);
            into_lane(block.data(),
                      node_membrane(*shape_of(fibre.diameter_um, fibre.geometry), fibre.channels, here.medium,
                                    here.scale, step_),
                      lane, kernel_.width);
        }
        site_of_.push_back(place(sites_, block));
    }
}

void CableBundle::place_internodes(std::span<Fibre const> fibres, InternodeLibrary& library) {
    struct Known {
        InternodeModes const* modes;
        double rest;
        SteppedInternode stepped;
    };
    std::vector<Known> known;
    auto const stepped_of = [&](InternodeModes const& modes, double rest) {
        for (std::size_t i = 0; i < known.size(); ++i)
            if (known[i].modes == &modes && known[i].rest == rest)
                return i;
        known.push_back({&modes, rest, stepped(modes, rest, step_, scheme_)});
        return known.size() - 1;
    };
    int const width = kernel_.width;
    LaneNumbers chosen; // of each kind, the place in `known` for each lane
    for (int internode = 0; internode + 1 < nodes_; ++internode) {
        LaneNumbers block(size(width));
        for (int lane = 0; lane < width; ++lane) {
            Fibre const& fibre = in_lane(fibres, lane);
            Here const here = after_node(fibre, internode);
            auto const& modes = library.modes(*shape_of(fibre.diameter_um, fibre.geometry),
                                              internode_state(fibre.channels, here.medium, here.lamellae));
            block[size(lane)] =
                static_cast<double>(stepped_of(modes, internode_rest(fibre.channels, here.medium)));
        }
        kind_of_.push_back(place(chosen, block));
    }
    std::size_t kept = 0;
    for (auto const& k : known)
        kept = std::max(kept, remembering(k.stepped.modes));
    for (auto& k : known)
        gather_forgetful(k.stepped.modes, kept);
    mode_pairs_ = known.empty() ? 0 : static_cast<int>(known.front().stepped.modes.size());
    std::size_t const kinds = chosen.size() / size(width);
    constexpr std::size_t pair_count = sizeof(ModePair<double>) / sizeof(double);
    kinds_.assign(kinds * coupling_count * size(width), 0);
    modes_.assign(kinds * size(mode_pairs_) * pair_count * size(width), 0);
    for (std::size_t kind = 0; kind < kinds; ++kind)
        for (int lane = 0; lane < width; ++lane) {
            auto const& s = known[static_cast<std::size_t>(chosen[kind * size(width) + size(lane)])].stepped;
            into_lane(kinds_.data() + kind * coupling_count * size(width), s.coupling, lane, width);
            for (std::size_t m = 0; m < s.modes.size(); ++m)
                into_lane(modes_.data() + (kind * size(mode_pairs_) + m) * pair_count * size(width),
                          s.modes[m], lane, width);
        }
    mode_.assign(size(nodes_) * size(mode_pairs_) * sizeof(ModeState<double>) / sizeof(double) * size(width),
                 0);
}

void CableBundle::rest(std::span<Fibre const> fibres, InternodeLibrary& library) {
    int const width = kernel_.width;
    constexpr std::size_t state_count = sizeof(NodeState<double>) / sizeof(double);
    node_.assign(size(nodes_) * state_count * size(width), 0);
    LaneNumbers v(size(width));
    for (int lane = 0; lane < width; ++lane) {
        Fibre const& fibre = in_lane(fibres, lane);
        v[size(lane)] = cable_solver.start;
        if (fibre.channels != NodeChannels::published) {
            Fibre ordinary;
            ordinary.diameter_um = fibre.diameter_um;
            ordinary.geometry = fibre.geometry;
            ordinary.medium.temperature = fibre.medium.temperature;
            v[size(lane)] = rest_of(ordinary, library);
        }
    }
    LaneNumbers settled(sizeof(Gates<double>) / sizeof(double) * size(width));
    for (int node = 0; node < nodes_; ++node) {
        double* const state = node_.data() + size(node) * state_count * size(width);
        laws_.settle(sites_.data() + size(site_of_[size(node)]) * membrane_count * size(width), v.data(),
                     settled.data());
        std::copy(v.begin(), v.end(), state);
        std::copy(settled.begin(), settled.end(), state + width);
    }
    // What the modes bring is nothing; the steady part is what the internodes draw at these voltages.
    for (int node = 0; node < nodes_; ++node)
        for (int lane = 0; lane < width; ++lane) {
            double pull = 0;
            for (int const internode : {node - 1, node}) {
                if (internode < 0 || internode + 1 >= nodes_)
                    continue;
                double const* kind =
                    kinds_.data() + size(kind_of_[size(internode)]) * coupling_count * size(width) + lane;
                InternodeCoupling<double> c{};
                for (std::size_t q = 0; q < coupling_count; ++q)
                    reinterpret_cast<double*>(&c)[q] = kind[q * size(width)];
                pull += c.steady_same * (c.rest - v[size(lane)]);
            }
            constexpr std::size_t place_of_pull = offsetof(NodeState<double>, pull) / sizeof(double);
            node_[(size(node) * state_count + place_of_pull) * size(width) + size(lane)] = pull;
        }
}

CableArrays CableBundle::arrays() {
    CableArrays a;
    a.nodes = nodes_;
    a.mode_pairs = mode_pairs_;
    a.site_of = site_of_.data();
    a.kind_of = kind_of_.data();
    a.sites = sites_.data();
    a.kinds = kinds_.data();
    a.modes = modes_.data();
    a.node = node_.data();
    a.mode = mode_.data();
    a.stimulated = -1;
    a.stimulus = stimulus_.data();
    a.crossings = watched ? crossings_.data() : nullptr;
    a.threshold = cable_solver.crossing;
    return a;
}

void CableBundle::advance(long steps, int stimulated_node, double stimulus_na) {
    CableArrays a = arrays();
    a.stimulated = stimulated_node;
    std::fill(stimulus_.begin(), stimulus_.end(), stimulus_na);
    (scheme_ == Scheme::euler ? laws_.euler : laws_.staggered)(a, done_, steps);
    done_ += steps;
}

double& CableBundle::voltage(int node, int lane) {
    constexpr std::size_t state_count = sizeof(NodeState<double>) / sizeof(double);
    return node_[size(node) * state_count * size(kernel_.width) + size(lane)];
}

double CableBundle::voltage(int node, int lane) const {
    return const_cast<CableBundle*>(this)->voltage(node, lane);
}

NodeSpikes CableBundle::spikes(int node, int lane) const {
    double const* at = crossings_.data() + size(node) * crossing_count * size(kernel_.width) + lane;
    Crossing<double> c{};
    for (std::size_t q = 0; q < crossing_count; ++q)
        reinterpret_cast<double*>(&c)[q] = at[q * size(kernel_.width)];
    NodeSpikes s{static_cast<int>(c.count), unknown, unknown};
    if (s.count > 0) {
        s.first_ms = step_ * (c.step + (cable_solver.crossing - c.before) / (c.after - c.before));
        s.last_ms = step_ * (c.last_step + 1);
    }
    return s;
}

} // namespace rheobase::nerve::cable
