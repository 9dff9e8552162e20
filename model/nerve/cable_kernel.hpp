// The cable compiled for one width of lanes. Everything behind these pointers was inlined for one instruction
// set; what crosses them are plain arrays in which lane l of quantity q stands at q * width + l, aligned to
// 64 bytes.
#pragma once

#include "model/nerve/cable_watch.hpp"

namespace rheobase::nerve::cable {

/// The arrays of a Bundle (cable_step.hpp), as doubles.
struct CableArrays {
    int nodes = 0, mode_pairs = 0;
    int const* site_of = nullptr;
    int const* kind_of = nullptr;
    double const* sites = nullptr;
    double const* kinds = nullptr;
    double const* modes = nullptr;
    double* node = nullptr;
    double* mode = nullptr;
    int stimulated = 0;
    double const* stimulus = nullptr; ///< nA, one a lane
    double* crossings = nullptr;      ///< one a node; none: nobody watches
    double threshold = 0;             ///< mV
};

/// For one set of channels.
struct CableLaws {
    /// `steps` steps, the first of which is called `first`.
    void (*staggered)(CableArrays const& cable, long first, long steps) = nullptr;
    void (*euler)(CableArrays const& cable, long first, long steps) = nullptr;
    /// Gates at rest at v mV, of a membrane; m, h, p, s.
    void (*settle)(double const* membrane, double const* v, double* gates) = nullptr;
};

struct CableKernel {
    int width = 0;
    CableLaws published, ion_dependent;
    CableLaws const& of(NodeChannels channels) const {
        return channels == NodeChannels::published ? published : ion_dependent;
    }
};

/// 1, 2, 4 or 8 lanes; 0: the widest this machine has instructions for. A width it lacks is answered with the
/// widest it has.
CableKernel const& cable_kernel(int lanes);

template <int W>
RHEOBASE_INLINE Bundle<engine::Lanes<W>> bundle_of(CableArrays const& c) {
    using Real = engine::Lanes<W>;
    return {c.nodes,
            c.mode_pairs,
            c.site_of,
            c.kind_of,
            reinterpret_cast<NodeMembrane<Real> const*>(c.sites),
            reinterpret_cast<InternodeCoupling<Real> const*>(c.kinds),
            reinterpret_cast<ModePair<Real> const*>(c.modes),
            reinterpret_cast<NodeState<Real>*>(c.node),
            reinterpret_cast<ModeState<Real>*>(c.mode),
            c.stimulated,
            reinterpret_cast<Real const*>(c.stimulus)};
}

// Named by Real and not by its width: that is how the test of symbols knows whose instructions a function may
// use.
template <class Real, NodeChannels channels>
RHEOBASE_INLINE CableLaws laws_of() {
    constexpr int W = Real::width;
    CableLaws k;
    k.staggered = [](CableArrays const& c, long first, long steps) {
        auto const b = bundle_of<W>(c);
        for (long step = first; step < first + steps; ++step) {
            staggered_step<channels, Real>(b);
            if (c.crossings)
                watch<W>(b, c.threshold, step, reinterpret_cast<Crossing<Real>*>(c.crossings));
        }
    };
    k.euler = [](CableArrays const& c, long first, long steps) {
        auto const b = bundle_of<W>(c);
        for (long step = first; step < first + steps; ++step) {
            euler_step<channels, Real>(b);
            if (c.crossings)
                watch<W>(b, c.threshold, step, reinterpret_cast<Crossing<Real>*>(c.crossings));
        }
    };
    k.settle = [](double const* membrane, double const* v, double* at) {
        auto const& site = *reinterpret_cast<NodeMembrane<Real> const*>(membrane);
        *reinterpret_cast<Gates<Real>*>(at) =
            move_gates<channels>(Gates<Real>{}, site, Real::load(v),
                                 [](Real const&, Rates<Real> const& r, Real const&) { return settled(r); });
    };
    return k;
}

template <int W>
CableKernel cable_kernel_of() {
    using Real = engine::Lanes<W>;
    return {W, laws_of<Real, NodeChannels::published>(), laws_of<Real, NodeChannels::ion_dependent>()};
}

} // namespace rheobase::nerve::cable
