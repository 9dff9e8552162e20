// The body compiled for one width of lanes. Everything behind these pointers was inlined for one instruction set; what
// crosses them are plain arrays in which lane l of quantity q stands at q * width + l, aligned to 64 bytes.
#pragma once

#include "model/ions/serum.hpp"
#include "model/ions/system.hpp"

namespace rheobase::ions {

inline constexpr std::size_t physiology_count = sizeof(Physiology<double>) / sizeof(double);
inline constexpr std::size_t forcing_count = sizeof(Forcing<double>) / sizeof(double);

struct Kernel {
    int width = 0;
    /// y goes from t to t + hours in one step.
    void (*advance)(double const* physiology, double const* forcing, double hours, double* y) = nullptr;
    /// The same, but a lane for which that step is too long takes it in parts.
    void (*follow)(double const* physiology, double const* forcing, engine::Accuracy const& accuracy, double hours,
                   double* y) = nullptr;
    /// One step of the search for the steady state, as if `hours` long.
    void (*relax)(double const* physiology, double const* forcing, double hours, double* y) = nullptr;
    void (*rates)(double const* physiology, double const* forcing, double const* y, double* f) = nullptr;
    /// Momentary observables.
    void (*read)(double const* physiology, double const* y, double* out) = nullptr;
};

/// 1, 2, 4 or 8 lanes; 0: the widest this machine has instructions for. A width it lacks is answered with the widest it
/// has.
Kernel const& kernel(int lanes);

template <int W>
Kernel kernel_of() {
    using Real = engine::Lanes<W>;
    Kernel k;
    k.width = W;
    k.advance = [](double const* physiology, double const* forcing, double hours, double* y) {
        BodySystem<Real> const body{*reinterpret_cast<Physiology<Real> const*>(physiology),
                                    *reinterpret_cast<Forcing<Real> const*>(forcing)};
        engine::rodas4_step<Real>(body, hours, reinterpret_cast<Real*>(y));
    };
    k.follow = [](double const* physiology, double const* forcing, engine::Accuracy const& accuracy, double hours,
                  double* y) {
        BodySystem<Real> const body{*reinterpret_cast<Physiology<Real> const*>(physiology),
                                    *reinterpret_cast<Forcing<Real> const*>(forcing)};
        engine::follow<W>(body, accuracy, hours, reinterpret_cast<Real*>(y));
    };
    k.relax = [](double const* physiology, double const* forcing, double hours, double* y) {
        BodySystem<Real> const body{*reinterpret_cast<Physiology<Real> const*>(physiology),
                                    *reinterpret_cast<Forcing<Real> const*>(forcing)};
        engine::relax_step<Real>(body, hours, reinterpret_cast<Real*>(y));
    };
    k.rates = [](double const* physiology, double const* forcing, double const* y, double* f) {
        BodySystem<Real> const body{*reinterpret_cast<Physiology<Real> const*>(physiology),
                                    *reinterpret_cast<Forcing<Real> const*>(forcing)};
        body.rates(reinterpret_cast<Real const*>(y), reinterpret_cast<Real*>(f));
    };
    k.read = [](double const* physiology, double const* y, double* out) {
        auto const states = values_of(reinterpret_cast<Real const*>(y));
        read_serum(states, *reinterpret_cast<Physiology<Real> const*>(physiology), reinterpret_cast<Real*>(out));
    };
    return k;
}

} // namespace rheobase::ions
