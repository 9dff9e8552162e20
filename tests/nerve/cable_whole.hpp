// The published fibre as it stands on paper, every piece of every internode an unknown of its own, by
// backward Euler and plain elimination with the library's exp: what the condensed, side-by-side fibre must
// agree with.
#pragma once

#include "model/nerve/cable_channels.rows.hpp"
#include "model/nerve/cable_fibre.rows.hpp"
#include "model/nerve/cable_geometry.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>
#include <vector>

namespace rheobase::nerve::whole {

inline double linear(double x, double a, double slope) {
    return std::abs(x) < 1e-9 ? a * slope : a * x / (1 - std::exp(-x / slope));
}
inline double sigmoid(double x, double a, double slope) {
    return a / (1 + std::exp(-x / slope));
}

/// Opening and closing rates of m, h, p, s at 37 °C, 1/ms.
struct Pair {
    double open, close;
};
struct FourPairs {
    Pair m, h, p, s;
};
inline FourPairs rates(double v) {
    auto const& c = cable_channels;
    double const fast = std::pow(c.m_q10, 1.7), inactivating = std::pow(c.h_q10, 1.7),
                 slow = std::pow(c.s_q10, 0.1);
    return {{fast * linear(v + c.m_open_at, c.m_open_rate, c.m_open_slope),
             fast * linear(-v - c.m_close_at, c.m_close_rate, c.m_close_slope)},
            {inactivating * linear(-v - c.h_open_at, c.h_open_rate, c.h_open_slope),
             inactivating * sigmoid(v + c.h_close_at, c.h_close_rate, c.h_close_slope)},
            {fast * linear(v + c.p_open_at, c.p_open_rate, c.p_open_slope),
             fast * linear(-v - c.p_close_at, c.p_close_rate, c.p_close_slope)},
            {slow * sigmoid(v + c.s_open_at, c.s_open_rate, c.s_open_slope),
             slow * sigmoid(v + c.s_close_at, c.s_close_rate, c.s_close_slope)}};
}

class Fibre {
  public:
    Fibre(FibreShape const& shape, int nodes, double step)
        : nodes_(static_cast<std::size_t>(nodes)), step_(step) {
        auto const& f = cable_fibre;
        double const stin = (shape.spacing - f.node_length - 2 * f.mysa_length - 2 * shape.flut) / 6;
        Piece const node{f.node_length, shape.node, f.mysa_gap, 0};
        std::vector<Piece> internode(10, Piece{stin, shape.axon, f.internode_gap, f.internode_conductance});
        internode[0] = internode[9] = {f.mysa_length, shape.mysa, f.mysa_gap, f.mysa_conductance};
        internode[1] = internode[8] = {shape.flut, shape.axon, f.internode_gap, f.internode_conductance};
        node_cm2_ = area(shape.node, f.node_length);
        std::size_t const n = nodes_ + (nodes_ - 1) * 20;
        g_.assign(n, std::vector<double>(n));
        c_ = g_;
        source_.assign(n, 0);
        for (std::size_t i = 0; i + 1 < nodes_; ++i) {
            Piece before = node;
            std::size_t inside = at(i), outside = ground;
            for (std::size_t k = 0; k < 10; ++k) {
                Piece const& p = internode[k];
                std::size_t const in = at(i) + 1 + k, out = at(i) + 11 + k;
                join(g_, inside, in, 1 / (axial(before) + axial(p)));
                join(g_, outside, out, 1 / (periaxonal(before) + periaxonal(p)));
                double const axolemma = area(p.axon, p.length), myelin = area(shape.fibre, p.length);
                join(c_, in, out, 1e3 * f.axolemma_capacitance * axolemma);
                join(g_, in, out, 1e6 * p.conductance * axolemma);
                double const e = 1e6 * p.conductance * axolemma * f.internode_reversal;
                source_[in] += e;
                source_[out] -= e;
                join(c_, out, ground, 1e3 * f.myelin_capacitance / (2 * shape.lamellae) * myelin);
                join(g_, out, ground, 1e6 * f.myelin_conductance / (2 * shape.lamellae) * myelin);
                inside = in;
                outside = out;
                before = p;
            }
            join(g_, inside, at(i + 1), 1 / (axial(before) + axial(node)));
            join(g_, outside, ground, 1 / (periaxonal(before) + periaxonal(node)));
        }
        for (std::size_t i = 0; i < nodes_; ++i)
            c_[at(i)][at(i)] += 1e3 * f.axolemma_capacitance * node_cm2_;
        v_.assign(n, 0);
        for (std::size_t i = 0; i < nodes_; ++i) {
            std::size_t const inner = i + 1 < nodes_ ? 11 : 1;
            for (std::size_t k = 0; k < inner; ++k)
                v_[at(i) + k] = -80;
        }
        auto const r = rates(-80);
        for (std::size_t i = 0; i < nodes_; ++i)
            gates_.push_back({r.m.open / (r.m.open + r.m.close), r.h.open / (r.h.open + r.h.close),
                              r.p.open / (r.p.open + r.p.close), r.s.open / (r.s.open + r.s.close)});
    }

    /// One step with that current, nA, into a node.
    void step(std::size_t stimulated, double stimulus) {
        auto const& c = cable_channels;
        std::size_t const n = v_.size();
        std::vector<std::vector<double>> a(n, std::vector<double>(n + 1));
        for (std::size_t i = 0; i < n; ++i) {
            a[i][n] = source_[i];
            for (std::size_t j = 0; j < n; ++j) {
                a[i][j] = g_[i][j] + c_[i][j] / step_;
                a[i][n] += c_[i][j] / step_ * v_[j];
            }
        }
        for (std::size_t i = 0; i < nodes_; ++i) {
            auto const& x = gates_[i];
            double const us = 1e6 * node_cm2_;
            double const sodium =
                us * (c.fast_sodium * x.m * x.m * x.m * x.h + c.persistent_sodium * x.p * x.p * x.p);
            double const potassium = us * c.slow_potassium * x.s, leak = us * c.leak;
            a[at(i)][at(i)] += sodium + potassium + leak;
            a[at(i)][n] +=
                sodium * c.sodium_reversal + potassium * c.potassium_reversal + leak * c.leak_reversal;
        }
        a[at(stimulated)][n] += stimulus;
        for (std::size_t k = 0; k < n; ++k)
            for (std::size_t i = k + 1; i < n; ++i)
                if (a[i][k] != 0) {
                    double const factor = a[i][k] / a[k][k];
                    for (std::size_t j = k; j <= n; ++j)
                        a[i][j] -= factor * a[k][j];
                }
        for (std::size_t k = n; k-- > 0;) {
            v_[k] = a[k][n];
            for (std::size_t j = k + 1; j < n; ++j)
                v_[k] -= a[k][j] * v_[j];
            v_[k] /= a[k][k];
        }
        for (std::size_t i = 0; i < nodes_; ++i) {
            auto const r = rates(v_[at(i)]);
            auto const relax = [&](double& x, Pair const& p) {
                double const rest = p.open / (p.open + p.close);
                x = rest + (x - rest) * std::exp(-step_ * (p.open + p.close));
            };
            relax(gates_[i].m, r.m);
            relax(gates_[i].h, r.h);
            relax(gates_[i].p, r.p);
            relax(gates_[i].s, r.s);
        }
    }

    double node(std::size_t i) const { return v_[at(i)]; }

  private:
    struct Piece {
        double length, axon, gap, conductance;
    };
    struct Four {
        double m, h, p, s;
    };
    using Matrix = std::vector<std::vector<double>>;
    static constexpr std::size_t ground = static_cast<std::size_t>(-1);

    std::size_t at(std::size_t node) const { return node * 21; }
    static double area(double um, double length) { return std::numbers::pi * um * length * 1e-8; }
    /// MΩ of half a piece.
    static double axial(Piece const& p) {
        return 1e-6 * cable_fibre.axoplasm_resistivity * (p.length / 2) * 1e4 /
               (std::numbers::pi * p.axon * p.axon / 4);
    }
    static double periaxonal(Piece const& p) {
        double const outer = p.axon / 2 + p.gap, inner = p.axon / 2;
        return 1e-6 * cable_fibre.periaxonal_resistivity * (p.length / 2) * 1e4 /
               (std::numbers::pi * (outer * outer - inner * inner));
    }
    static void join(Matrix& m, std::size_t i, std::size_t j, double g) {
        if (i != ground)
            m[i][i] += g;
        if (j != ground)
            m[j][j] += g;
        if (i != ground && j != ground) {
            m[i][j] -= g;
            m[j][i] -= g;
        }
    }

    std::size_t nodes_;
    double step_, node_cm2_ = 0;
    Matrix g_, c_;
    std::vector<double> source_, v_;
    std::vector<Four> gates_;
};

} // namespace rheobase::nerve::whole
