#include "model/nerve/cable.hpp"

#include "base/number.hpp"
#include "model/nerve/cable_bundle.hpp"
#include "model/nerve/cable_fibre.rows.hpp"
#include "model/nerve/cable_membrane.hpp"
#include "model/nerve/cable_solver.rows.hpp"

#include <algorithm>
#include <string>

namespace rheobase::nerve {

using namespace cable;

namespace {

constexpr double mm_per_um = 1e-3;

/// The whole number of steps nearest to that time.
long steps_in(double ms, double step) {
    return static_cast<long>(ms / step + 0.5);
}

Result<void> sound(Fibre const& fibre, Protocol const& protocol) {
    auto const shape = shape_of(fibre.diameter_um, fibre.geometry);
    if (!shape)
        return tl::unexpected(shape.error());
    auto const medium_is_sound = [](Medium<double> const& m) {
        return m.potassium > 0 && m.sodium > 0 && m.temperature >= 15 && m.temperature <= 45;
    };
    auto const bounded = [](NodeScale const& s) {
        for (double const x : {s.fast_sodium, s.persistent_sodium, s.slow_potassium, s.leak})
            if (!(x >= 0 && x <= 100))
                return false;
        return s.shift_sodium_mv > -100 && s.shift_sodium_mv < 100 && s.shift_potassium_mv > -100 &&
               s.shift_potassium_mv < 100;
    };
    if (!medium_is_sound(fibre.medium))
        return fault("medium", "potassium and sodium must be above 0 and the temperature from 15 to 45 °C");
    if (!bounded(fibre.scale))
        return fault("scale", "a scale lies from 0 to 100 and a shift from -100 to 100 mV");
    if (!(fibre.lamellae > 0))
        return fault("lamellae", "a fibre without any myelin is none of this kind",
                     "Take 0.02 for nearly none");
    for (auto const& s : fibre.stretches) {
        if (s.first_node < 0 || s.last_node >= protocol.nodes || s.first_node > s.last_node)
            return fault("stretches", "a stretch lies outside the fibre's nodes");
        if (!medium_is_sound(s.medium) || !bounded(s.scale) || !(s.lamellae > 0))
            return fault("stretches", "a stretch's medium, scale or myelin is out of range");
    }
    return {};
}

Result<void> sound(std::span<Fibre const> fibres, Protocol const& protocol) {
    if (protocol.nodes < 2 || protocol.nodes > 10000)
        return fault("nodes", "a fibre has 2 to 10000 nodes");
    if (!(protocol.ms > 0) || !(protocol.step_ms >= 0) || protocol.stimulated_node >= protocol.nodes)
        return fault("protocol", "times must be above 0 and the stimulated node one of the fibre's");
    if (!(protocol.stimulus_na > -1000 && protocol.stimulus_na < 1000))
        return fault("stimulus", "a current of 1000 nA or more is beyond any node");
    for (auto const& fibre : fibres)
        if (auto const ok = sound(fibre, protocol); !ok)
            return ok;
    return {};
}

void run(CableBundle& bundle, Protocol const& p) {
    double const h = bundle.step();
    long const all = steps_in(p.ms, h);
    long const from = std::min(all, steps_in(p.from_ms, h)),
               to = std::min(all, from + steps_in(p.length_ms, h));
    if (p.stimulated_node < 0) {
        bundle.advance(all);
        return;
    }
    bundle.advance(from);
    bundle.advance(to - from, p.stimulated_node, p.stimulus_na);
    bundle.advance(all - to);
}

/// A few fibres with the same channels; `step` long and, to take the leading error off, twice that.
std::vector<Course> courses_side_by_side(std::span<Fibre const> fibres, Protocol const& p,
                                         CableKernel const& kernel) {
    InternodeLibrary library;
    double const step = p.step_ms > 0 ? p.step_ms : cable_solver.step;
    CableBundle fine(fibres, p.nodes, step, Scheme::staggered, kernel, library);
    run(fine, p);
    std::vector<Course> all(fibres.size());
    for (std::size_t lane = 0; lane < fibres.size(); ++lane) {
        all[lane].spacing_mm = mm_per_um * shape_of(fibres[lane].diameter_um, fibres[lane].geometry)->spacing;
        for (int node = 0; node < p.nodes; ++node)
            all[lane].nodes.push_back(fine.spikes(node, static_cast<int>(lane)));
    }
    if (!p.extrapolate)
        return all;
    CableBundle coarse(fibres, p.nodes, 2 * step, Scheme::staggered, kernel, library);
    run(coarse, p);
    // The error of a time of arrival falls with the square of the step: a third of the difference is what is
    // left of it.
    for (std::size_t lane = 0; lane < fibres.size(); ++lane)
        for (int node = 0; node < p.nodes; ++node) {
            double& first = all[lane].nodes[static_cast<std::size_t>(node)].first_ms;
            first += (first - coarse.spikes(node, static_cast<int>(lane)).first_ms) / 3;
        }
    return all;
}

std::vector<Course> courses(std::span<Fibre const> fibres, Protocol const& p) {
    auto const& kernel = cable_kernel(p.lanes);
    auto const width = static_cast<std::size_t>(kernel.width);
    std::vector<Course> all(fibres.size());
    for (NodeChannels const channels : {NodeChannels::published, NodeChannels::ion_dependent}) {
        std::vector<std::size_t> which;
        for (std::size_t f = 0; f < fibres.size(); ++f)
            if (fibres[f].channels == channels)
                which.push_back(f);
        for (std::size_t at = 0; at < which.size(); at += width) {
            std::vector<Fibre> some;
            for (std::size_t i = at; i < std::min(at + width, which.size()); ++i)
                some.push_back(fibres[which[i]]);
            auto const theirs = courses_side_by_side(some, p, kernel);
            for (std::size_t i = 0; i < some.size(); ++i)
                all[which[at + i]] = theirs[i];
        }
    }
    return all;
}

} // namespace

Fibre published_fibre(double diameter_um) {
    Fibre fibre;
    fibre.diameter_um = diameter_um;
    fibre.geometry = Geometry::tabulated;
    fibre.channels = NodeChannels::published;
    fibre.medium.temperature = cable_fibre.temperature;
    return fibre;
}

Result<std::vector<Course>> watch_fibres(std::span<Fibre const> fibres, Protocol const& protocol) {
    if (auto const ok = sound(fibres, protocol); !ok)
        return tl::unexpected(ok.error());
    return courses(fibres, protocol);
}

int starts_at(Course const& course) {
    int first = -1;
    for (std::size_t node = 0; node < course.nodes.size(); ++node)
        if (known(course.nodes[node].first_ms) &&
            (first < 0 ||
             course.nodes[node].first_ms < course.nodes[static_cast<std::size_t>(first)].first_ms))
            first = static_cast<int>(node);
    return first;
}

Result<std::vector<Conduction>> conduction(std::span<Fibre const> fibres, Protocol protocol) {
    if (protocol.stimulated_node < 0)
        protocol.stimulated_node = 0;
    protocol.extrapolate = true;
    auto const watched = watch_fibres(fibres, protocol);
    if (!watched)
        return tl::unexpected(watched.error());
    std::vector<Conduction> all;
    for (auto const& course : *watched) {
        Conduction c;
        std::size_t const last = course.nodes.size() - 1, a = last / 4, b = last - a;
        c.m_per_s = static_cast<double>(b - a) * course.spacing_mm /
                    (course.nodes[b].first_ms - course.nodes[a].first_ms);
        for (auto const& node : course.nodes) {
            if (node.count == 0)
                break;
            ++c.reaches;
        }
        all.push_back(c);
    }
    return all;
}

Result<std::vector<FiringAlone>> fires_alone(std::span<Fibre const> fibres, double ms, Protocol protocol) {
    protocol.ms = ms;
    protocol.stimulated_node = -1;
    protocol.extrapolate = false;
    auto const watched = watch_fibres(fibres, protocol);
    if (!watched)
        return tl::unexpected(watched.error());
    std::vector<FiringAlone> all;
    for (auto const& course : *watched) {
        FiringAlone f;
        f.starts = starts_at(course);
        for (auto const& node : course.nodes)
            if (node.count > 1)
                f.hz = std::max(f.hz, 1e3 * (node.count - 1) / (node.last_ms - node.first_ms));
        all.push_back(f);
    }
    return all;
}

Result<double> resting_potential(Fibre const& fibre) {
    if (auto const ok = sound(fibre, Protocol{}); !ok)
        return tl::unexpected(ok.error());
    InternodeLibrary library;
    return rest_of(fibre, library);
}

} // namespace rheobase::nerve
