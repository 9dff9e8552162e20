// Makes the response surface over the ensemble (model/nerve/response.csv) that `ask` reads instead of
// simulating nerves, and measures how far it is off (model/nerve/response_error.csv). Not part of a build.
//
//   nerve_response sample SAMPLES.csv [media] [axons]     ten minutes; goes on where it was stopped
//   nerve_response fit SAMPLES.csv                        a second
//
// Media are spread evenly (Halton) over the box of model/nerve/response_box.csv in the logarithm of each
// concentration, in half of them over the ordinary box alone. In each, every axon's threshold is sought and
// its branch is watched. What is fitted with a fifth of the media left out: percentiles over the axons of the
// threshold's ratio to that in the ordinary medium, by least squares, and the share that fires alone, by
// logistic regression. The media left out give the error.
#include "base/csv.hpp"
#include "engine/crowd.hpp"
#include "engine/lane_array.hpp"
#include "engine/percentile.hpp"
#include "engine/random.hpp"
#include "model/nerve/response.hpp"
#include "model/nerve/watching.hpp"
#include "tools/least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using namespace rheobase;
using namespace rheobase::nerve;
using fitting::Matrix;
using fitting::Vector;

struct Sample {
    unsigned number = 0;
    double axons = 0, fires = 0;
    std::array<double, 3> percentiles{}; ///< of ln(ratio + response_floor)
    bool ordinary() const { return number % 2 == 1; }
    /// By chance, since every fifth medium of an even spread would be a fifth of the box.
    bool held_out() const { return engine::uniform(1, number, engine::fact_key("held_out")) < 0.2; }
};

double halton(unsigned i, unsigned base) {
    double value = 0, part = 1;
    for (; i > 0; i /= base) {
        part /= base;
        value += part * (i % base);
    }
    return value;
}

Medium<double> medium_of(Sample const& s) {
    Medium<double> m = ordinary_medium;
    unsigned const bases[] = {2, 3, 5, 7};
    for (std::size_t v = 0; v < response_variables.size(); ++v) {
        auto const& row = response_box_rows[v];
        double const low = s.ordinary() ? row.ordinary_low : row.low,
                     high = s.ordinary() ? row.ordinary_high : row.high;
        m.*response_variables[v] = low * std::exp(halton(s.number / 2 + 1, bases[v]) * std::log(high / low));
    }
    return m;
}

Vector thresholds(AxonKernel const& kernel, std::span<Member const> members, Medium<double> const& m) {
    auto const width = static_cast<std::size_t>(kernel.width);
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
}

Sample sampled(unsigned number, std::span<Member const> members, Vector const& usual) {
    auto const& kernel = axon_kernel(0);
    auto const width = static_cast<std::size_t>(kernel.width);
    Sample s{number, static_cast<double>(members.size()), 0, {}};
    auto const medium = medium_of(s);
    auto const now = thresholds(kernel, members, medium);
    Vector changes, scratch;
    for (std::size_t k = 0; k < members.size(); ++k)
        changes.push_back(std::log(std::min(now[k] / usual[k], response_most) +
                                   response_floor)); // a blocked axon stays unknown
    auto const summary = engine::summary(changes, scratch);
    s.percentiles = {summary.p5, summary.p50, summary.p95};
    for (std::size_t first = 0; first < members.size(); first += width) {
        auto const count = std::min(width, members.size() - first);
        std::vector<Situation<double>> const in(count, {medium, 1, 1, 0});
        for (auto const& alone : watch(kernel, members.subspan(first, count), in, 1, channel_noise.seconds))
            s.fires += alone.spikes > 0;
    }
    return s;
}

std::vector<Sample> read(std::string const& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    std::string const csv = text.str();
    CsvReader reader(csv);
    CsvRow row;
    std::vector<Sample> out;
    while (reader.next(row))
        out.push_back({static_cast<unsigned>(std::stoul(row.cells[0])),
                       std::stod(row.cells[1]),
                       std::stod(row.cells[2]),
                       {std::stod(row.cells[3]), std::stod(row.cells[4]), std::stod(row.cells[5])}});
    return out;
}

int sample(std::string const& path, unsigned media, std::size_t axons) {
    auto const members = ensemble().first(std::min(ensemble().size(), axons));
    auto const usual = thresholds(axon_kernel(0), members, ordinary_medium);
    auto const done = read(path).size();
    std::ofstream out(path, std::ios::app);
    constexpr std::size_t at_once = 8;
    for (std::size_t from = done; from < media; from += at_once) {
        std::vector<Sample> some(std::min(at_once, media - from));
        engine::for_blocks(some.size(), 0, [&](std::size_t i) {
            some[i] = sampled(static_cast<unsigned>(from + i), members, usual);
            return true;
        });
        for (auto const& s : some)
            out << s.number << ',' << s.axons << ',' << s.fires << ',' << s.percentiles[0] << ','
                << s.percentiles[1] << ',' << s.percentiles[2] << std::endl;
    }
    return 0;
}

double dot(Vector const& a, Vector const& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * b[i];
    return sum;
}

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Adds weight times the outer product of x, and weight times y x.
void add(Matrix& a, Vector& b, Vector const& x, double weight, double y) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        b[i] += weight * y * x[i];
        for (std::size_t j = 0; j < x.size(); ++j)
            a[i][j] += weight * x[i] * x[j];
    }
}

Vector fitted(std::vector<Sample> const& samples, std::vector<Vector> const& features,
              std::size_t percentile) {
    std::size_t const n = features.front().size();
    Matrix a(n, Vector(n));
    Vector b(n);
    for (std::size_t s = 0; s < samples.size(); ++s) {
        if (!samples[s].held_out() && std::isfinite(samples[s].percentiles[percentile]))
            add(a, b, features[s], 1, samples[s].percentiles[percentile]);
    }
    for (std::size_t i = 0; i < n; ++i)
        a[i][i] += 0.3;
    return fitting::solved(a, b);
}

/// Logistic regression on counts, by reweighted least squares; a slight pull to zero keeps it finite where
/// all or none fire.
Vector fitted_share(std::vector<Sample> const& samples, std::vector<Vector> const& features) {
    std::size_t const n = features.front().size();
    Vector c(n);
    c[0] = -3;
    for (int round = 0; round < 40; ++round) {
        Matrix a(n, Vector(n));
        Vector b(n);
        for (std::size_t s = 0; s < samples.size(); ++s) {
            if (samples[s].held_out())
                continue;
            double const seen = (samples[s].fires + 0.05) / (samples[s].axons + 0.1);
            double const x = std::clamp(dot(features[s], c), -12.0, 12.0), p = logistic(x),
                         weight = std::max(p * (1 - p), 1e-4);
            add(a, b, features[s], samples[s].axons * weight, x + std::clamp((seen - p) / weight, -2.0, 2.0));
        }
        for (std::size_t i = 0; i < n; ++i)
            a[i][i] += 0.03;
        c = fitting::solved(a, b);
    }
    return c;
}

int fit(std::string const& path) {
    auto const samples = read(path);
    auto const terms = response_terms();
    std::vector<Vector> features;
    for (auto const& s : samples)
        features.push_back(response_features(medium_of(s), terms));
    std::vector<Vector> coefficients;
    for (std::size_t k = 0; k < 3; ++k)
        coefficients.push_back(fitted(samples, features, k));
    coefficients.push_back(fitted_share(samples, features));

    std::string const directory = RHEOBASE_ROOT "/model/nerve";
    std::ofstream out(directory + "/response.csv");
    out << "calcium,magnesium,potassium,sodium,threshold_p5,threshold_p50,threshold_p95,fires,source\n";
    char cell[160];
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
        char const* const where = ordinary ? "ordinary" : "whole";
        Vector threshold, share;
        for (std::size_t s = 0; s < samples.size(); ++s) {
            if (!samples[s].held_out() || samples[s].ordinary() != ordinary)
                continue;
            if (std::isfinite(samples[s].percentiles[1]))
                threshold.push_back(100 * std::fabs(std::exp(dot(features[s], coefficients[1])) -
                                                    std::exp(samples[s].percentiles[1])));
            share.push_back(
                std::fabs(logistic(dot(features[s], coefficients[3])) - samples[s].fires / samples[s].axons));
        }
        auto const row = [&](char const* what, char const* unit, Vector const& v, char const* of) {
            std::snprintf(cell, sizeof cell, "%s_%s_rms,%.3g,%s,,computed,", where, what,
                          std::sqrt(dot(v, v) / static_cast<double>(v.size())), unit);
            errors << cell << '"' << "Error of " << of << " in the " << where
                   << " box: root mean square over " << v.size() << " media left out of the fit.\"\n";
            std::snprintf(cell, sizeof cell, "%s_%s_most,%.3g,%s,,computed,", where, what,
                          *std::max_element(v.begin(), v.end()), unit);
            errors << cell << '"' << "The worst of them.\"\n";
        };
        row("threshold", "%", threshold, "the median threshold's change");
        row("share", "1", share, "the share that fires alone");
    }
    return 0;
}

} // namespace

int main(int count, char** words) {
    if (count > 2 && !std::strcmp(words[1], "sample"))
        return sample(words[2], count > 3 ? static_cast<unsigned>(std::stoul(words[3])) : 500,
                      count > 4 ? std::stoul(words[4]) : 160);
    if (count > 2 && !std::strcmp(words[1], "fit"))
        return fit(words[2]);
    std::fprintf(stderr,
                 "nerve_response sample SAMPLES.csv [media] [axons]\nnerve_response fit SAMPLES.csv\n");
    return 2;
}
