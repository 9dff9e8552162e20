#include "model/nerve/cable_internode.hpp"

#include "engine/elementary.hpp"
#include "model/nerve/cable_eigen.hpp"
#include "model/nerve/cable_fibre.rows.hpp"
#include "model/nerve/cable_solver.rows.hpp"

#include <algorithm>
#include <cstring>

namespace rheobase::nerve::cable {

namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double cm_per_um = 1e-4;

/// µS along `length` of a space of that cross-section, both in µm.
double along(double resistivity, double length_um, double area_um2) {
    return 1e6 * area_um2 * cm_per_um / (resistivity * length_um);
}

double series(double a, double b) {
    return a * b / (a + b);
}

/// A cylinder of axon under myelin: half its length conducts to either side.
struct Piece {
    double length, axon, gap, conductance;
};

} // namespace

HalfInternode half_internode(FibreShape const& shape, InternodeState const& state) {
    constexpr auto& f = cable_fibre;
    double const lamellae = shape.lamellae * state.lamellae;
    double const stin = (shape.spacing - f.node_length - 2 * f.mysa_length - 2 * shape.flut) / f.stin_count;
    Piece const mysa{f.mysa_length, shape.mysa, f.mysa_gap, f.mysa_conductance};
    Piece const flut{shape.flut, shape.axon, f.internode_gap, f.internode_conductance};
    Piece const compact{stin, shape.axon, f.internode_gap, f.internode_conductance};
    std::array<Piece, half_pieces> const pieces{mysa, flut, compact, compact, compact};

    auto const axial = [&](Piece const& p) {
        return along(f.axoplasm_resistivity * state.resistivity, p.length / 2, pi * p.axon * p.axon / 4);
    };
    auto const periaxonal = [&](Piece const& p) {
        double const outer = p.axon / 2 + p.gap, inner = p.axon / 2;
        return along(f.periaxonal_resistivity * state.resistivity, p.length / 2,
                     pi * (outer * outer - inner * inner));
    };
    HalfInternode half{};
    Piece before{f.node_length, shape.node, f.mysa_gap, 0};
    for (std::size_t i = 0; i < half_pieces; ++i) {
        Piece const& p = pieces[i];
        double const axolemma_cm2 = pi * p.axon * p.length * cm_per_um * cm_per_um;
        double const myelin_cm2 = pi * shape.fibre * p.length * cm_per_um * cm_per_um;
        half.axolemma_capacitance[i] = 1e3 * axolemma_cm2 * f.axolemma_capacitance;
        half.axolemma[i] = 1e6 * axolemma_cm2 * p.conductance * state.leak;
        half.myelin_capacitance[i] = 1e3 * myelin_cm2 * f.myelin_capacitance / (2 * lamellae);
        half.myelin[i] = 1e6 * myelin_cm2 * f.myelin_conductance / (2 * lamellae);
        half.axial[i] = series(axial(before), axial(p));
        half.periaxonal[i] = series(periaxonal(before), periaxonal(p));
        before = p;
    }
    half.middle_axial = axial(before);
    half.middle_periaxonal = periaxonal(before);
    return half;
}

HalfModes modes_of(HalfInternode const& half, bool opposite) {
    // Unknowns: the potential across the axolemma of each piece, then that of its periaxonal space; inside is
    // their sum. In these the capacitances are diagonal.
    Square<half_modes> a{};
    auto const n = half_pieces;
    auto const inside = [&](std::size_t i, std::size_t j,
                            double g) { // g between the insides of i and j; j = n: to ground
        std::array<std::size_t, 4> const at{i, n + i, j, n + j};
        std::array<double, 4> const sign{1, 1, -1, -1};
        std::size_t const terms = j < n ? 4 : 2;
        for (std::size_t x = 0; x < terms; ++x)
            for (std::size_t y = 0; y < terms; ++y)
                a[at[x]][at[y]] += g * sign[x] * sign[y];
    };
    auto const outside = [&](std::size_t i, std::size_t j, double g) {
        a[n + i][n + i] += g;
        if (j < n) {
            a[n + j][n + j] += g;
            a[n + i][n + j] -= g;
            a[n + j][n + i] -= g;
        }
    };
    for (std::size_t i = 0; i < n; ++i) {
        a[i][i] += half.axolemma[i];
        outside(i, n, half.myelin[i]);
        inside(i, i == 0 ? n : i - 1, half.axial[i]);
        outside(i, i == 0 ? n : i - 1, half.periaxonal[i]);
    }
    if (opposite) {
        inside(n - 1, n, half.middle_axial);
        outside(n - 1, n, half.middle_periaxonal);
    }
    std::array<double, half_modes> scale{};
    for (std::size_t i = 0; i < n; ++i) {
        scale[i] = 1 / engine::sqrt(half.axolemma_capacitance[i]);
        scale[n + i] = 1 / engine::sqrt(half.myelin_capacitance[i]);
    }
    for (std::size_t i = 0; i < half_modes; ++i)
        for (std::size_t j = 0; j < half_modes; ++j)
            a[i][j] *= scale[i] * scale[j];
    auto const vectors = diagonalise(a);
    HalfModes result;
    result.steady = half.axial[0];
    for (std::size_t k = 0; k < half_modes; ++k) {
        double const drive = half.axial[0] * (vectors[0][k] * scale[0] + vectors[n][k] * scale[n]);
        result.modes[k] = {a[k][k], drive * drive / a[k][k]};
        result.steady -= result.modes[k].weight;
    }
    std::sort(result.modes.begin(), result.modes.end(),
              [](Mode const& x, Mode const& y) { return x.rate < y.rate; });
    return result;
}

InternodeModes const& InternodeLibrary::modes(FibreShape const& shape, InternodeState const& state) {
    for (auto const& k : known_)
        if (!std::memcmp(&k.shape, &shape, sizeof shape) && !std::memcmp(&k.state, &state, sizeof state))
            return k.modes;
    auto const half = half_internode(shape, state);
    known_.push_back({shape, state, {modes_of(half, false), modes_of(half, true)}});
    return known_.back().modes;
}

namespace {

struct SteppedMode {
    double keep, put;
    double
        ahead; ///< µS: how much less current flows in a step for each mV that its end is above its beginning
};

SteppedMode stepped(Mode const& mode, double step, Scheme scheme) {
    double const x = mode.rate * step;
    if (scheme == Scheme::euler) {
        double const left = 1 / (1 + x);
        return {left, mode.weight * left * left, mode.weight * left};
    }
    // Behind a ramp a mode lags; left: of an old lag after the step; lag: of a ramp that began with it; mean:
    // over the step.
    double const left = engine::exp(-x);
    constexpr double small = 0.02;
    double const lag =
        x < small ? 1 - x / 2 + x * x / 6 - x * x * x / 24 + x * x * x * x / 120 : (1 - left) / x;
    double const mean =
        x < small ? 0.5 - x / 6 + x * x / 24 - x * x * x / 120 + x * x * x * x / 720 : (1 - lag) / x;
    return {left, mode.weight * lag * lag, mode.weight * mean};
}

} // namespace

SteppedInternode stepped(InternodeModes const& modes, double rest, double step, Scheme scheme) {
    auto const& [same, opposite] = modes;
    SteppedInternode s;
    double const implicit = scheme == Scheme::euler ? 1 : 0.5;
    double same_ahead = implicit * same.steady, opposite_ahead = implicit * opposite.steady;
    for (std::size_t k = 0; k < half_modes; ++k) {
        auto const a = stepped(same.modes[k], step, scheme), b = stepped(opposite.modes[k], step, scheme);
        s.modes.push_back({a.keep, a.put, b.keep, b.put});
        same_ahead += a.ahead;
        opposite_ahead += b.ahead;
    }
    s.coupling = {.rest = rest,
                  .near = (same_ahead + opposite_ahead) / 2,
                  .far = (opposite_ahead - same_ahead) / 2,
                  .steady_same = same.steady,
                  .steady_opposite = opposite.steady};
    return s;
}

std::size_t remembering(std::vector<ModePair<double>> const& modes) {
    std::size_t n = 0;
    for (std::size_t k = 0; k < modes.size(); ++k)
        if (modes[k].keep_same > cable_solver.forgotten || modes[k].keep_opposite > cable_solver.forgotten)
            n = k + 1;
    return n;
}

void gather_forgetful(std::vector<ModePair<double>>& modes, std::size_t first) {
    if (first + 1 >= modes.size())
        return;
    ModePair<double> all{0, 0, 0, 0};
    for (std::size_t k = first; k < modes.size(); ++k) {
        all.put_same += modes[k].put_same;
        all.put_opposite += modes[k].put_opposite;
    }
    modes.resize(first);
    modes.push_back(all);
}

} // namespace rheobase::nerve::cable
