// The axon compiled for one width of lanes. What crosses these pointers are plain arrays in which lane l of
// quantity q stands at q * width + l, aligned to 64 bytes.
#pragma once

#include "model/nerve/spontaneous.hpp"
#include "model/nerve/tracking.hpp"

namespace rheobase::nerve {

inline constexpr std::size_t axon_count = sizeof(Axon<double>) / sizeof(double);
inline constexpr std::size_t situation_count = sizeof(Situation<double>) / sizeof(double);
inline constexpr std::size_t recording_count = sizeof(Recording<double>) / sizeof(double);
inline constexpr std::size_t terminal_count = sizeof(TerminalFacts<double>) / sizeof(double);
inline constexpr std::size_t watched_count = sizeof(Watched<double>) / sizeof(double);

struct AxonKernel {
    int width = 0;
    /// All of threshold tracking: axon and situation in, a Recording out.
    void (*track)(double const* axon, double const* situation, double* recording) = nullptr;
    /// Rest and the threshold of a 1 ms stimulus alone: out are node mV, internode mV, threshold pA.
    void (*probe)(double const* axon, double const* situation, double* out) = nullptr;
    /// A branch at rest in the ordinary medium under a trial noise; `reach` is handed on to start_watch.
    void (*start_trial)(double const* axon, double const* terminal, double* watched, double* reach) = nullptr;
    /// After the trial was watched: the branch in its medium with a noise of its own.
    void (*start_watch)(double const* axon, double const* terminal, double const* situation,
                        double const* reach, double* watched) = nullptr;
    /// Goes on for `count` intervals of noise; normals[interval * width + lane].
    void (*watch)(double* watched, double const* normals, int count) = nullptr;
    void (*forget_counts)(double* watched) = nullptr;
};

/// 1, 2, 4 or 8 lanes; 0: the widest this machine has instructions for. A width it lacks is answered with the
/// widest it has.
AxonKernel const& axon_kernel(int lanes);

template <int W>
AxonKernel axon_kernel_of() {
    using Real = engine::Lanes<W>;
    AxonKernel k;
    k.width = W;
    k.track = [](double const* axon, double const* situation, double* recording) {
        track(*reinterpret_cast<Axon<Real> const*>(axon),
              *reinterpret_cast<Situation<Real> const*>(situation),
              *reinterpret_cast<Recording<Real>*>(recording));
    };
    k.probe = [](double const* axon, double const* situation, double* out) {
        Membrane<Real> const a = membrane_in(*reinterpret_cast<Axon<Real> const*>(axon),
                                             *reinterpret_cast<Situation<Real> const*>(situation));
        AxonState<Real> y;
        auto const rests = settle(y, a);
        Real* const results = reinterpret_cast<Real*>(out);
        results[0] = select(rests, y.node, Real(rheobase::unknown));
        results[1] = y.internode;
        results[2] = search_at_rest(y, a).resting;
    };
    k.start_trial = [](double const* axon, double const* terminal, double* watched, double* reach) {
        prepare_trial(*reinterpret_cast<Axon<Real> const*>(axon),
                      *reinterpret_cast<TerminalFacts<Real> const*>(terminal),
                      *reinterpret_cast<Watched<Real>*>(watched), *reinterpret_cast<Real*>(reach));
    };
    k.start_watch = [](double const* axon, double const* terminal, double const* situation,
                       double const* reach, double* watched) {
        prepare_watch(*reinterpret_cast<Axon<Real> const*>(axon),
                      *reinterpret_cast<TerminalFacts<Real> const*>(terminal),
                      *reinterpret_cast<Situation<Real> const*>(situation),
                      *reinterpret_cast<Real const*>(reach), *reinterpret_cast<Watched<Real>*>(watched));
    };
    k.watch = [](double* watched, double const* normals, int count) {
        watch(*reinterpret_cast<Watched<Real>*>(watched), normals, count);
    };
    k.forget_counts = [](double* watched) { forget_counts(*reinterpret_cast<Watched<Real>*>(watched)); };
    return k;
}

} // namespace rheobase::nerve
