// How fast and how exact the double cable is, beside NEURON on the same published fibre, in one run on one core.
//
// A segment is one of NEURON's: eleven from node to node. A step of ours solves the same segments, most of them
// condensed (model/nerve/cable_internode.hpp).

#include "bench/ions/peak.hpp"
#include "bench/ions/years.hpp"
#include "bench/nerve/count.hpp"
#include "bench/nerve/neuron.hpp"
#include "model/nerve/cable.hpp"
#include "model/nerve/cable_bundle.hpp"
#include "model/nerve/cable_fibre.rows.hpp"
#include "model/nerve/cable_solver.rows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace {

using namespace rheobase;
using namespace rheobase::bench;
using namespace rheobase::nerve;
using namespace rheobase::nerve::cable;

constexpr int nodes = 21, from = 13, to = 16;
constexpr double duration = 1.7, spacing_mm = 1.15;
constexpr int segments = 11 * nodes - 10;

void heading(std::string_view what) {
    fmt::print("\n{}\n", what);
}

/// As many published fibres side by side as the kernel has lanes.
CableBundle bundle(double step, Scheme scheme, CableKernel const& kernel, int of_nodes = nodes) {
    std::vector<Fibre> const fibres(static_cast<std::size_t>(kernel.width), published_fibre(10));
    InternodeLibrary library;
    return CableBundle(fibres, of_nodes, step, scheme, kernel, library);
}

/// The published protocol: after 1 ms 2 nA for 0.1 ms into the middle node.
void protocol(CableBundle& b) {
    auto const in = [&](double ms) { return std::lround(ms / b.step()); };
    b.advance(in(cable_solver.stimulus_delay));
    b.advance(in(cable_solver.stimulus_length), nodes / 2, cable_solver.stimulus);
    b.advance(in(duration) - in(cable_solver.stimulus_delay) - in(cable_solver.stimulus_length));
}

struct Ours {
    double seconds = 0;  ///< for each fibre
    double velocity = 0; ///< m/s
    long steps = 0;
    double per_segment_and_step() const { return 1e9 * seconds / static_cast<double>(steps) / segments; }
};

Ours ours(double step, Scheme scheme, CableKernel const& kernel) {
    Ours o;
    o.seconds = INFINITY;
    for (int repeat = 0; repeat < 15; ++repeat) {
        CableBundle b = bundle(step, scheme, kernel);
        double const begun = seconds();
        protocol(b);
        o.seconds = std::min(o.seconds, (seconds() - begun) / kernel.width);
        o.steps = b.steps_done();
        o.velocity = (to - from) * spacing_mm / (b.spikes(to, 0).first_ms - b.spikes(from, 0).first_ms);
    }
    return o;
}

/// The velocity without the leading error of its step and twice that, and the cost of both.
Ours extrapolated(double step, CableKernel const& kernel) {
    Ours const fine = ours(step, Scheme::staggered, kernel), coarse = ours(2 * step, Scheme::staggered, kernel);
    double const a = spacing_mm * (to - from) / fine.velocity, b = spacing_mm * (to - from) / coarse.velocity;
    return {fine.seconds + coarse.seconds, spacing_mm * (to - from) / (a + (a - b) / 3), fine.steps + coarse.steps};
}

void line(std::string_view what, double seconds_a_run, long steps, double velocity, double limit, std::string_view more) {
    fmt::print("  {:<44} {:8.3f} {:6} {:10.2f} {:9.3f} {:+8.2f} %  {}\n", what, 1e3 * seconds_a_run, steps,
               1e9 * seconds_a_run / static_cast<double>(steps) / segments, velocity, 100 * (velocity / limit - 1), more);
}

double largest_difference(double step) {
    auto const run = neuron(fmt::format("euler {} '{}'", step, neuron_file()));
    std::ifstream file(neuron_file(), std::ios::binary);
    CableBundle b = bundle(step, Scheme::euler, cable_kernel(0));
    double most = 0, highest = -100;
    std::vector<double> theirs(nodes);
    for (long i = 0; i < run.steps; ++i) {
        double const t = static_cast<double>(i) * step;
        bool const on = t > cable_solver.stimulus_delay - step / 2 &&
                        t < cable_solver.stimulus_delay + cable_solver.stimulus_length - step / 2;
        b.advance(1, nodes / 2, on ? cable_solver.stimulus : 0);
        file.read(reinterpret_cast<char*>(theirs.data()), nodes * sizeof(double));
        for (int n = 0; n < nodes; ++n) {
            most = std::max(most, std::abs(b.voltage(n, 0) - theirs[static_cast<std::size_t>(n)]));
            highest = std::max(highest, b.voltage(n, 0));
        }
    }
    return file && run.ran && highest > 0 ? most : INFINITY;
}

void against_neuron() {
    auto const& kernel = cable_kernel(0);
    double const limit = extrapolated(0.00025, kernel).velocity;
    heading("Same scheme and step: backward Euler, 5 µs");
    fmt::print("  {:<44} {:>8} {:>6} {:>10} {:>9} {:>10}\n", "", "ms a run", "steps", "ns/segment", "m/s", "off limit");
    fmt::print("  (a run: {} ms of one fibre of {} segments; ns for each segment and step)\n", duration, segments);
    auto const theirs = neuron("fixed 0 0.005");
    if (!theirs.ran) {
        fmt::print("  NEURON is not here (Debian: neuron, neuron-dev, python3-neuron): only our own figures follow.\n");
    } else {
        fmt::print("  largest difference of any node's voltage at any step: {:.1e} mV (aim 1e-4)\n", largest_difference(0.005));
        line("NEURON", theirs.seconds, theirs.steps, theirs.velocity, limit, "");
    }
    for (int lanes = 1; lanes <= kernel.width; lanes *= 2) {
        Ours const o = ours(0.005, Scheme::euler, cable_kernel(lanes));
        line(fmt::format("ours, {} {}", lanes, lanes == 1 ? "lane" : "lanes"), o.seconds, o.steps, o.velocity, limit,
             theirs.ran ? fmt::format("{:.0f} times as fast{}", theirs.seconds / o.seconds,
                                      lanes == kernel.width ? " (aim 150)" : "")
                        : "");
    }

    heading(fmt::format("At equal accuracy of conduction velocity; its limit is {:.3f} m/s", limit));
    Ours const plain = ours(cable_solver.step, Scheme::staggered, kernel);
    Ours const corrected = extrapolated(cable_solver.step, kernel);
    line(fmt::format("ours, default step {} µs", 1e3 * cable_solver.step), plain.seconds, plain.steps, plain.velocity, limit,
         "(aim 0.3 %; at most 2 ns)");
    line("ours, that and twice that extrapolated", corrected.seconds, corrected.steps, corrected.velocity, limit, "");
    for (int lanes = 1; lanes < kernel.width; lanes *= 2) {
        Ours const o = ours(cable_solver.step, Scheme::staggered, cable_kernel(lanes));
        line(fmt::format("ours, default step, {} {}", lanes, lanes == 1 ? "lane" : "lanes"), o.seconds, o.steps, o.velocity,
             limit, "");
    }
    for (double const step : {0.001, 0.005, 0.01}) {
        Ours const o = ours(step, Scheme::staggered, kernel);
        line(fmt::format("ours, {} µs", 1e3 * step), o.seconds, o.steps, o.velocity, limit, "");
    }
    if (!theirs.ran)
        return;
    auto const off = [&](double velocity) { return std::abs(velocity / limit - 1); };
    double within = INFINITY, as_exact = INFINITY, most_exact = INFINITY;
    auto const judge = [&](NeuronRun const& run) {
        if (off(run.velocity) <= 0.003)
            within = std::min(within, run.seconds);
        if (off(run.velocity) <= off(plain.velocity))
            as_exact = std::min(as_exact, run.seconds);
        if (off(run.velocity) <= off(corrected.velocity))
            most_exact = std::min(most_exact, run.seconds);
    };
    for (double const atol : {10.0, 3.0, 1.0, 0.5, 0.3, 0.2, 0.1, 0.05, 0.03, 0.01, 1e-3, 1e-4}) {
        auto const run = neuron(fmt::format("adapt {}", atol));
        if (!run.ran) {
            fmt::print("  NEURON, adaptive, atol {:<23g} gave up\n", atol);
            continue;
        }
        judge(run);
        line(fmt::format("NEURON, adaptive (IDA), atol {:g}", atol), run.seconds, run.steps, run.velocity, limit, "");
    }
    for (double const step : {0.001, 0.0005, 0.0002, 0.0001}) {
        auto const run = neuron(fmt::format("fixed 0 {}", step));
        judge(run);
        line(fmt::format("NEURON, backward Euler, {:g} µs", 1e3 * step), run.seconds, run.steps, run.velocity, limit, "");
    }
    for (int const order : {1, 2})
        for (double const step : {0.005, 0.001}) {
            auto const run = neuron(fmt::format("fixed {} {}", order, step));
            line(fmt::format("NEURON, secondorder = {}, {:g} µs", order, 1e3 * step), run.seconds, run.steps, run.velocity,
                 limit, "no complaint, and wrong");
        }
    fmt::print("  NEURON's cheapest within 0.3 %: {:.2f} ms, {:.0f} times ours (aim 40)\n", 1e3 * within, within / plain.seconds);
    fmt::print("  NEURON's cheapest at most as far off as our default step: {:.2f} ms, {:.0f} times ours\n", 1e3 * as_exact,
               as_exact / plain.seconds);
    fmt::print("  ... as our extrapolated one: {:.2f} ms, {:.0f} times ours\n", 1e3 * most_exact,
               most_exact / corrected.seconds);
}

template <class Step>
Bill bill(Scheme scheme, double length, Step const& step) {
    CableBundle b = bundle(length, scheme, cable_kernel(1));
    protocol(b);
    CableArrays const a = b.arrays();
    static Counted none(0.0);
    // A Counted is a double: the same arrays, looked at otherwise.
    static_assert(sizeof(Counted) == sizeof(double));
    Bundle<Counted> const counted{a.nodes,
                                  a.mode_pairs,
                                  a.site_of,
                                  a.kind_of,
                                  reinterpret_cast<NodeMembrane<Counted> const*>(a.sites),
                                  reinterpret_cast<InternodeCoupling<Counted> const*>(a.kinds),
                                  reinterpret_cast<ModePair<Counted> const*>(a.modes),
                                  reinterpret_cast<NodeState<Counted>*>(a.node),
                                  reinterpret_cast<ModeState<Counted>*>(a.mode),
                                  -1,
                                  &none};
    Bill const before = Counted::bill;
    step(counted);
    return Counted::bill - before;
}

void arithmetic() {
    heading("Arithmetic, against the peak of one core (no fused multiply-add)");
    double const step = cable_solver.step;
    Bill const staggered =
        bill(Scheme::staggered, step, [](auto const& b) { staggered_step<NodeChannels::published, Counted>(b); });
    Bill const euler = bill(Scheme::euler, 0.005, [](auto const& b) { euler_step<NodeChannels::published, Counted>(b); });
    fmt::print("  {:<24} {:>6} {:>6} {:>5} {:>5} {:>8} {:>20}\n", "one step of one fibre", "+ -", "*", "/", "exp", "in all",
               "for each segment");
    auto const row = [](std::string_view what, Bill const& x) {
        fmt::print("  {:<24} {:6} {:6} {:5} {:5} {:8} {:20.1f}\n", what, x.add, x.multiply, x.divide, x.exp, x.all(),
                   static_cast<double>(x.all()) / segments);
    };
    row("staggered", staggered);
    row("backward Euler", euler);
    for (int lanes : {2, 4, 8}) {
        double const most = peak(lanes);
        if (most == 0)
            continue;
        double const divided = peak_divisions(lanes);
        for (auto const scheme : {Scheme::staggered, Scheme::euler}) {
            Bill const& b = scheme == Scheme::euler ? euler : staggered;
            Ours const o = ours(scheme == Scheme::euler ? 0.005 : step, scheme, cable_kernel(lanes));
            double const ns = 1e9 * o.seconds / static_cast<double>(o.steps);
            double const reached = static_cast<double>(b.all()) / ns;
            double const floor = static_cast<double>(b.plain()) / most + static_cast<double>(b.divisions()) / divided;
            fmt::print("  {} lanes, {:<15} {:5.2f} ns a segment and step; {:.1f} of {:.1f} Gop/s, {:.0f} %; with divisions at "
                       "their pace, {:.0f} % of what is possible\n",
                       lanes, scheme == Scheme::euler ? "backward Euler:" : "staggered:", ns / segments, reached, most,
                       100 * reached / most, 100 * floor / ns);
        }
    }
}

void crowds() {
    heading("Cost by number of fibres, each its own diameter, density and warmth: the whole of conduction(), 3 ms each");
    for (int const count : {1, 8, 64, 512, 4096}) {
        std::vector<Fibre> fibres;
        for (int i = 0; i < count; ++i) {
            Fibre f;
            f.diameter_um = 5.7 + 10.3 * i / count;
            f.medium.temperature = 32 + 5.0 * (i % 7) / 7;
            f.scale.persistent_sodium = 0.8 + 0.4 * (i % 5) / 5;
            fibres.push_back(f);
        }
        double best = INFINITY;
        for (int repeat = 0; repeat < (count > 100 ? 1 : 3); ++repeat) {
            double const begun = seconds();
            auto const all = conduction(fibres);
            best = std::min(best, seconds() - begun);
            if (!all)
                std::abort();
        }
        fmt::print("  {:>5} fibres {:9.1f} µs for each simulated millisecond of a fibre, {:.2f} ms a fibre\n", count,
                   1e6 * best / count / 3, 1e3 * best / count);
    }
    heading("Cost by length of the fibre, lanes full, default step");
    for (int const of_nodes : {11, 21, 51, 101, 501}) {
        CableBundle b = bundle(cable_solver.step, Scheme::staggered, cable_kernel(0), of_nodes);
        double best = INFINITY;
        long const steps = 60000 / of_nodes;
        for (int repeat = 0; repeat < 5; ++repeat) {
            double const begun = seconds();
            b.advance(steps);
            best = std::min(best, seconds() - begun);
        }
        double const each = best / static_cast<double>(steps) / cable_kernel(0).width;
        fmt::print("  {:>5} nodes {:6.2f} ns a segment and step, {:8.2f} µs a simulated millisecond and fibre\n", of_nodes,
                   1e9 * each / (11 * of_nodes - 10), 1e6 * each / cable_solver.step);
    }
}

} // namespace

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    double load = 0;
    if (getloadavg(&load, 1) == 1)
        fmt::print("The double cable beside NEURON; {} lanes at most here; load of the machine before: {:.1f}\n",
                   cable_kernel(0).width, load);
    against_neuron();
    arithmetic();
    crowds();
}
