// Makes the response surface over the ensemble (model/nerve/response.csv) that `ask` reads instead of
// simulating nerves, and measures how far it is off (model/nerve/response_error.csv). Not part of a build;
// some twenty minutes.
//
//   nerve_response OUT_DIRECTORY [media] [axons]
//
// Media are spread evenly (Halton) over the box of model/nerve/response_box.csv in the logarithm of each
// concentration, in half of them over the ordinary box alone. In each, every axon's threshold is sought and
// its branch is watched. What is fitted, by least squares with every fifth medium left out: percentiles over
// the axons of ln(threshold / its own in the ordinary medium), and the logit of the share that fires alone.
// The media left out give the error.
#include "engine/crowd.hpp"
#include "engine/lane_array.hpp"
#include "engine/percentile.hpp"
#include "model/nerve/response.hpp"
#include "model/nerve/watching.hpp"
#include "tools/least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace rheobase;
using namespace rheobase::nerve;
using fitting::solved;
using Vector = fitting::Vector;

double halton(unsigned i, unsigned base) {
    double value = 0, part = 1;
    for (; i > 0; i /= base) {
        part /= base;
        value += part * (i % base);
    }
    return value;
}

struct Sample {
    Medium<double> medium;
    bool ordinary, held_out;
    std::array<double, response_outputs> wanted;
};

Medium<double> medium_at(unsigned number, bool ordinary) {
    Medium<double> m = ordinary_medium;
    unsigned const bases[] = {2, 3, 5, 7, 11};
    for (std::size_t v = 0; v < response_box_rows.size(); ++v) {
        auto const& row = response_box_rows[v];
        double const low = ordinary ? row.ordinary_low : row.low,
                     high = ordinary ? row.ordinary_high : row.high;
        double const u = halton(number + 1, bases[v]);
        double const value =
            row.logarithmic > 0 ? low * std::exp(u * std::log(high / low)) : low + u * (high - low);
        m.*response_variables[v] = value;
    }
    return m;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return std::fprintf(stderr, "nerve_response OUT_DIRECTORY [media] [axons]\n"), 2;
    unsigned const media = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 900;
    auto const members = ensemble().first(std::min<std::size_t>(
        ensemble().size(), argc > 3 ? static_cast<std::size_t>(std::atoi(argv[3])) : 256));
    auto const& kernel = axon_kernel(0);
    auto const width = static_cast<std::size_t>(kernel.width);
    auto const thresholds = [&](Medium<double> const& m) {
        Vector out(members.size());
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
    };
    auto const usual = thresholds(ordinary_medium);

    std::vector<Sample> samples(media);
    engine::for_blocks(media, 0, [&](std::size_t i) {
        auto& s = samples[i];
        s.ordinary = i % 2 == 1;
        s.held_out = i / 2 % 5 == 4;
        s.medium = medium_at(static_cast<unsigned>(i), s.ordinary);
        auto const now = thresholds(s.medium);
        Vector changes, scratch;
        for (std::size_t k = 0; k < members.size(); ++k)
            changes.push_back(known(now[k]) && now[k] > 0 ? std::log(now[k] / usual[k]) : unknown);
        auto const summary = engine::summary(changes, scratch);
        int fires = 0;
        for (std::size_t first = 0; first < members.size(); first += width) {
            auto const count = std::min(width, members.size() - first);
            std::vector<Situation<double>> const in(count, {s.medium, 1, 1, 0});
            for (auto const& alone :
                 watch(kernel, members.subspan(first, count), in, 1, channel_noise.seconds))
                fires += alone.spikes > 0;
        }
        double const n = static_cast<double>(members.size());
        s.wanted = {summary.p5, summary.p50, summary.p95, std::log((fires + 0.5) / (n - fires + 0.5))};
        return true;
    });

    auto const terms = response_terms();
    std::vector<Vector> coefficients;
    for (std::size_t output = 0; output < response_outputs; ++output) {
        std::vector<Vector> a(terms.size(), Vector(terms.size()));
        Vector b(terms.size());
        for (auto const& s : samples) {
            if (s.held_out || !known(s.wanted[output]))
                continue;
            auto const x = response_features(s.medium, terms);
            for (std::size_t i = 0; i < terms.size(); ++i) {
                b[i] += x[i] * s.wanted[output];
                for (std::size_t j = 0; j < terms.size(); ++j)
                    a[i][j] += x[i] * x[j];
            }
        }
        for (std::size_t i = 0; i < terms.size(); ++i)
            a[i][i] += 1e-6;
        coefficients.push_back(solved(a, b));
    }
    std::string const directory = argv[1];
    std::ofstream out(directory + "/response.csv");
    out << "calcium,magnesium,potassium,sodium,ph,threshold_p5,threshold_p50,threshold_p95,fires,source\n";
    char cell[64];
    for (std::size_t i = 0; i < terms.size(); ++i) {
        for (int const power : terms[i])
            out << power << ',';
        for (auto const& c : coefficients) {
            std::snprintf(cell, sizeof cell, "%.6g,", c[i]);
            out << cell;
        }
        out << "computed\n";
    }
    std::ofstream errors(directory + "/response_error.csv");
    errors << "fact,value,unit,spread,source,because\n";
    for (bool const ordinary : {true, false}) {
        Vector threshold, share;
        for (auto const& s : samples) {
            if (!s.held_out || s.ordinary != ordinary || !known(s.wanted[1]))
                continue;
            auto const x = response_features(s.medium, terms);
            auto const read = [&](std::size_t output) {
                double sum = 0;
                for (std::size_t i = 0; i < terms.size(); ++i)
                    sum += x[i] * coefficients[output][i];
                return sum;
            };
            threshold.push_back(std::fabs(std::exp(read(1)) - std::exp(s.wanted[1])) * 100);
            share.push_back(std::fabs(1 / (1 + std::exp(-read(3))) - 1 / (1 + std::exp(-s.wanted[3]))));
        }
        auto const row = [&](char const* what, char const* unit, Vector v, char const* because) {
            double squares = 0;
            for (double const e : v)
                squares += e * e;
            std::snprintf(cell, sizeof cell, "%.3g", std::sqrt(squares / static_cast<double>(v.size())));
            errors << (ordinary ? "ordinary_" : "whole_") << what << "_rms," << cell << ',' << unit
                   << ",,computed,\"" << because << " (root mean square over " << v.size()
                   << " media left out of the fit).\"\n";
            std::snprintf(cell, sizeof cell, "%.3g", *std::max_element(v.begin(), v.end()));
            errors << (ordinary ? "ordinary_" : "whole_") << what << "_most," << cell << ',' << unit
                   << ",,computed,\"" << because << " (the worst of them).\"\n";
        };
        row("threshold", "%", threshold,
            ordinary ? "Error of the median threshold's change in the ordinary box"
                     : "Error of the median threshold's change in the whole box");
        row("share", "1", share,
            ordinary ? "Error of the share that fires alone in the ordinary box"
                     : "Error of the share that fires alone in the whole box");
    }
}
