// Makes the ensemble of motor axons (model/nerve/ensemble.csv): each axon is fitted to the recording of one healthy person
// of the norms. Not part of a build; a run takes an hour or two and goes on where it was stopped.
//
//   fit_nerve PEOPLE.csv CHECKPOINT.csv [axons] [first] [step]
//
// PEOPLE.csv (tools/nerve_people.csv) has one recording a row: indices by their keys, points of curves as curve@x.
// CHECKPOINT.csv gains a line for each axon that is done; those it has are not done again. With `first` and `step` several
// runs share the work.
//
// Each axon i has its own prior centre, drawn from the spreads of motor_axon.csv, and its own person, i modulo their number.
// What is made small is the sum over what that person showed of (axon - person)^2 in parts of the norm's SD, over the
// responses to potassium that tools/nerve_potassium.csv lists, and over the facts of (fact - its prior centre)^2 in prior
// SDs: randomised maximum likelihood, whose minima are spread as what is known leaves it open. Steps are those of Gauss and
// Newton, damped as by Levenberg and Marquardt; slopes are finite differences, all in lanes at once.
#include "base/csv.hpp"
#include "base/number.hpp"
#include "engine/random.hpp"
#include "model/nerve/axon_kernel.hpp"
#include "model/nerve/indices.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace rheobase;
using namespace rheobase::nerve;
using Vector = std::vector<double>;

constexpr std::size_t facts = MotorAxonFacts<double>::count;
constexpr double tolerance = 0.2; // of the norm's SD: what a recording repeats within, and what an axon may miss it by

std::string read(std::string const& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The fact as moved by z prior SDs.
double moved(FactSpread const& fact, double z) {
    auto const& [shape, first, second] = fact.variation;
    if (shape == Shape::lognormal)
        return fact.value * std::exp(std::sqrt(std::log(1 + first * first)) * z);
    if (shape == Shape::normal)
        return fact.value + first * z;
    return fact.value;
}

struct Target {
    std::string name;
    double sd;
};

/// What is compared, in order: indices, points of curves, responses to potassium, what keeps an axon possible.
double seen(Traces const& t, std::array<double, indices_rows.size()> const& indices, std::string const& name) {
    for (std::size_t i = 0; i < indices_rows.size(); ++i) {
        if (indices_rows[i].key == name)
            return indices[i];
    }
    auto const cut = name.find('@');
    std::map<std::string, Trace const*> const curves{{"rc", &t.recovery}, {"iv", &t.current},  {"te_d40", &t.d40},
                                                     {"te_h40", &t.h40},  {"te_d20", &t.d20}, {"te_h20", &t.h20}};
    auto const& trace = *curves.at(name.substr(0, cut));
    double const x = std::stod(name.substr(cut + 1));
    for (std::size_t i = 0; i < trace.x.size(); ++i) {
        if (std::fabs(trace.x[i] - x) < 1e-9)
            return trace.y[i];
        if (i > 0 && (trace.x[i - 1] - x) * (trace.x[i] - x) < 0)
            return trace.y[i - 1] + (trace.y[i] - trace.y[i - 1]) * (x - trace.x[i - 1]) / (trace.x[i] - trace.x[i - 1]);
    }
    return unknown;
}

struct Response {
    std::string name;
    double potassium, change, sd;
};

/// One way to put an axon: its facts as z and the potassium around it.
struct Trial {
    Vector z;
    double potassium;
};

std::vector<Recording<double>> track_all(std::vector<Trial> const& trials, std::span<FactSpread const> spreads) {
    auto const& kernel = axon_kernel(0);
    auto const w = static_cast<std::size_t>(kernel.width);
    std::vector<Recording<double>> out(trials.size());
    alignas(64) double axons[axon_count * 8], situations[situation_count * 8], recordings[recording_count * 8];
    for (std::size_t from = 0; from < trials.size(); from += w) {
        for (std::size_t l = 0; l < w; ++l) {
            auto const& trial = trials[std::min(from + l, trials.size() - 1)];
            Axon<double> axon{usual_motor_axon, usual_ion_sensitivity};
            for (std::size_t k = 0; k < facts; ++k)
                axon.membrane.*MotorAxonFacts<double>::members[k] = moved(spreads[k], trial.z[k]);
            Situation<double> in{ordinary_medium, 1, 1, 0};
            in.medium.potassium = trial.potassium;
            auto const* const a = reinterpret_cast<double const*>(&axon);
            auto const* const s = reinterpret_cast<double const*>(&in);
            for (std::size_t k = 0; k < axon_count; ++k)
                axons[k * w + l] = a[k];
            for (std::size_t k = 0; k < situation_count; ++k)
                situations[k * w + l] = s[k];
        }
        kernel.track(axons, situations, recordings);
        for (std::size_t l = 0; l < w && from + l < trials.size(); ++l) {
            auto* const r = reinterpret_cast<double*>(&out[from + l]);
            for (std::size_t k = 0; k < recording_count; ++k)
                r[k] = recordings[k * w + l];
        }
    }
    return out;
}

struct Problem {
    std::vector<std::string> names;
    Vector wanted, sd;
    std::vector<Response> responses;
    Vector centre;
    std::span<FactSpread const> spreads;

    std::vector<double> potassiums() const {
        std::vector<double> out{ordinary_medium.potassium};
        for (auto const& r : responses) {
            if (std::find(out.begin(), out.end(), r.potassium) == out.end())
                out.push_back(r.potassium);
        }
        return out;
    }
};

/// Misses in SDs; what could not be measured counts as ten.
Vector misses(Problem const& p, Vector const& z, std::map<double, Recording<double>> const& at) {
    Vector out;
    auto const bounded = [](double miss) { return std::isfinite(miss) ? std::clamp(miss, -10.0, 10.0) : 10.0; };
    auto const& usual = at.at(ordinary_medium.potassium);
    auto const traces = traces_of(usual);
    auto const indices = indices_of(traces, 1);
    for (std::size_t i = 0; i < p.names.size(); ++i)
        out.push_back(known(p.wanted[i]) ? bounded((seen(traces, indices, p.names[i]) - p.wanted[i]) / p.sd[i]) : 0);
    for (auto const& r : p.responses) {
        auto const& there = at.at(r.potassium);
        if (r.name == "rest") {
            out.push_back(bounded((there.rest_node - usual.rest_node - r.change) / r.sd));
            continue;
        }
        auto const moved_traces = traces_of(there);
        double const change = seen(moved_traces, indices_of(moved_traces, 1), r.name) - seen(traces, indices, r.name);
        out.push_back(bounded((change - r.change) / r.sd));
    }
    // Leaks turn between potassium's reversal and -20 mV, or they are none.
    for (double const reversal : {usual.node_leak_reversal, usual.leak_reversal})
        out.push_back(bounded(std::max({0.0, (reversal + 20) / 5, (-93 - reversal) / 1})));
    for (std::size_t k = 0; k < facts; ++k)
        out.push_back(z[k] - p.centre[k]);
    return out;
}

std::vector<Vector> evaluate(Problem const& p, std::vector<Vector> const& zs) {
    auto const levels = p.potassiums();
    std::vector<Trial> trials;
    for (auto const& z : zs) {
        for (double const k : levels)
            trials.push_back({z, k});
    }
    auto const recordings = track_all(trials, p.spreads);
    std::vector<Vector> out;
    for (std::size_t i = 0; i < zs.size(); ++i) {
        std::map<double, Recording<double>> at;
        for (std::size_t k = 0; k < levels.size(); ++k)
            at[levels[k]] = recordings[i * levels.size() + k];
        out.push_back(misses(p, zs[i], at));
    }
    return out;
}

double square(Vector const& v) {
    double sum = 0;
    for (double const x : v)
        sum += x * x;
    return sum;
}

/// Solves A x = b for a symmetric positive A (Cholesky).
Vector solved(std::vector<Vector> a, Vector b) {
    std::size_t const n = b.size();
    for (std::size_t j = 0; j < n; ++j) {
        for (std::size_t k = 0; k < j; ++k)
            a[j][j] -= a[j][k] * a[j][k];
        a[j][j] = std::sqrt(std::max(a[j][j], 1e-12));
        for (std::size_t i = j + 1; i < n; ++i) {
            for (std::size_t k = 0; k < j; ++k)
                a[i][j] -= a[i][k] * a[j][k];
            a[i][j] /= a[j][j];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

struct Fit {
    Vector z;
    Vector misses;
    int rounds = 0;
};

Fit fit(Problem const& p, Vector z, int rounds) {
    constexpr double step = 0.05; // of a prior SD
    Vector at = evaluate(p, {z})[0];
    double damping = 0.3;
    int round = 0;
    for (; round < rounds; ++round) {
        std::vector<Vector> zs;
        for (std::size_t k = 0; k < facts; ++k) {
            zs.push_back(z);
            zs.back()[k] += step;
        }
        auto const beside = evaluate(p, zs);
        std::size_t const n = at.size();
        std::vector<Vector> normal(facts, Vector(facts));
        Vector slope(facts);
        for (std::size_t i = 0; i < facts; ++i) {
            for (std::size_t k = 0; k < n; ++k)
                slope[i] -= (beside[i][k] - at[k]) / step * at[k];
            for (std::size_t j = 0; j < facts; ++j) {
                for (std::size_t k = 0; k < n; ++k)
                    normal[i][j] += (beside[i][k] - at[k]) * (beside[j][k] - at[k]) / (step * step);
            }
        }
        std::vector<Vector> tries;
        std::vector<double> dampings;
        for (double const factor : {0.01, 0.1, 1.0, 10.0}) {
            auto damped = normal;
            for (std::size_t i = 0; i < facts; ++i)
                damped[i][i] += damping * factor * (1 + normal[i][i]);
            auto const change = solved(damped, slope);
            tries.push_back(z);
            for (std::size_t i = 0; i < facts; ++i)
                tries.back()[i] += std::clamp(change[i], -1.5, 1.5);
            dampings.push_back(damping * factor);
        }
        auto const results = evaluate(p, tries);
        std::size_t best = 0;
        for (std::size_t i = 1; i < tries.size(); ++i) {
            if (square(results[i]) < square(results[best]))
                best = i;
        }
        double const before = square(at), after = square(results[best]);
        if (after < before) {
            z = tries[best];
            at = results[best];
            damping = std::clamp(dampings[best], 1e-4, 10.0);
            if (before - after < 0.002 * before)
                break;
        } else if (damping > 30)
            break;
        else
            damping *= 30;
    }
    return {z, at, round};
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "fit_nerve PEOPLE.csv CHECKPOINT.csv [axons] [first] [step] [POTASSIUM.csv]\n");
        return 2;
    }
    int const axons = argc > 3 ? std::atoi(argv[3]) : 512;
    int const first = argc > 4 ? std::atoi(argv[4]) : 0;
    int const stride = argc > 5 ? std::atoi(argv[5]) : 1;
    bool const verbose = std::getenv("FIT_VERBOSE") != nullptr;

    std::string const people_text = read(argv[1]);
    CsvReader people(people_text);
    CsvRow row;
    people.next(row);
    auto const header = row.cells;
    std::vector<std::vector<std::string>> persons;
    while (people.next(row))
        persons.push_back(row.cells);

    Problem problem;
    problem.spreads = motor_axon_spreads;
    std::vector<std::size_t> columns;
    for (std::size_t c = 0; c < header.size(); ++c) {
        bool const index = std::any_of(indices_rows.begin(), indices_rows.end(),
                                       [&](auto const& r) { return r.key == header[c]; });
        if ((!index && header[c].find('@') == std::string::npos) || header[c] == "rheobase_relative")
            continue;
        columns.push_back(c);
        problem.names.push_back(header[c]);
        // The spread between people, from the middle half, which a few outliers do not move.
        Vector values;
        for (auto const& person : persons) {
            if (!person[c].empty())
                values.push_back(std::stod(person[c]));
        }
        std::sort(values.begin(), values.end());
        double const sd = (values[values.size() * 3 / 4] - values[values.size() / 4]) / 1.349;
        problem.sd.push_back(sd * tolerance);
    }
    if (argc > 6) {
        std::string const text = read(argv[6]);
        CsvReader table(text);
        table.next(row);
        while (table.next(row))
            problem.responses.push_back(
                {row.cells[0], std::stod(row.cells[1]), std::stod(row.cells[2]), std::stod(row.cells[3])});
    }

    std::set<int> done;
    {
        std::string const text = read(argv[2]);
        CsvReader reader(text);
        while (reader.next(row))
            done.insert(std::atoi(row.cells[0].c_str()));
    }
    std::ofstream checkpoint(argv[2], std::ios::app);
    for (int axon = first; axon < axons; axon += stride) {
        if (done.count(axon))
            continue;
        auto const& person = persons[static_cast<std::size_t>(axon) % persons.size()];
        problem.wanted.clear();
        for (std::size_t i = 0; i < columns.size(); ++i)
            problem.wanted.push_back(person[columns[i]].empty() ? unknown : std::stod(person[columns[i]]));
        problem.centre.assign(facts, 0);
        for (std::size_t k = 0; k < facts; ++k)
            problem.centre[k] = engine::standard_normal(1, static_cast<std::uint32_t>(axon),
                                                        engine::fact_key(problem.spreads[k].name));
        auto start = problem.centre;
        for (auto& z : start)
            z *= 0.3;
        auto const result = fit(problem, start, 14);
        std::size_t const measured = problem.names.size() + problem.responses.size();
        double sum = 0;
        int count = 0;
        for (std::size_t i = 0; i < problem.names.size(); ++i) {
            if (known(problem.wanted[i])) {
                sum += result.misses[i] * result.misses[i];
                ++count;
            }
        }
        double const rms = std::sqrt(sum / count) * tolerance;
        checkpoint << axon << ',' << person[0] << ',' << rms;
        for (double const z : result.z)
            checkpoint << ',' << z;
        checkpoint << std::endl;
        if (verbose) {
            std::printf("axon %d person %s rounds %d rms %.3f SD, all %.1f\n", axon, person[0].c_str(), result.rounds, rms,
                        square(result.misses));
            for (std::size_t i = 0; i < measured; ++i)
                std::printf("  %s %.2f\n",
                            i < problem.names.size() ? problem.names[i].c_str()
                                                     : problem.responses[i - problem.names.size()].name.c_str(),
                            result.misses[i] * tolerance);
            for (std::size_t k = 0; k < facts; ++k)
                std::printf("  %s %.4g (z %.2f, centre %.2f)\n", std::string(problem.spreads[k].name).c_str(),
                            moved(problem.spreads[k], result.z[k]), result.z[k], problem.centre[k]);
            std::fflush(stdout);
        }
    }
}
