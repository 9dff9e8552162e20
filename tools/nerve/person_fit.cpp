#include "tools/nerve/person_fit.hpp"

#include "base/csv.hpp"
#include "base/number.hpp"
#include "engine/lane_array.hpp"
#include "engine/random.hpp"
#include "tools/least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

namespace rheobase::nerve {

namespace {

using fitting::Matrix;
using fitting::Vector;

constexpr std::size_t facts = MotorAxonFacts<double>::count;
constexpr double tolerance =
    0.2; // of the norm's SD: what a recording repeats within, and what an axon may miss it by
constexpr double worst = 10;        // SDs that one miss may count
constexpr double slope_step = 0.05; // of a prior SD
constexpr int most_rounds = 14;

double moved(FactSpread const& fact, double z) {
    auto const& [shape, first, second] = fact.variation;
    if (shape == Shape::lognormal)
        return fact.value * std::exp(std::sqrt(std::log(1 + first * first)) * z);
    return shape == Shape::normal ? fact.value + first * z : fact.value;
}

/// The value that a column of the recordings names.
double seen(Traces const& t, std::array<double, indices_rows.size()> const& indices,
            std::string const& name) {
    for (std::size_t i = 0; i < indices_rows.size(); ++i) {
        if (indices_rows[i].key == name)
            return indices[i];
    }
    static std::map<std::string, Trace Traces::*> const curves{
        {"rc", &Traces::recovery}, {"iv", &Traces::current}, {"te_d40", &Traces::d40},
        {"te_h40", &Traces::h40},  {"te_d20", &Traces::d20}, {"te_h20", &Traces::h20}};
    auto const cut = name.find('@');
    auto const& trace = t.*curves.at(name.substr(0, cut));
    double const x = std::stod(name.substr(cut + 1));
    for (std::size_t i = 0; i < trace.x.size(); ++i) {
        if (std::fabs(trace.x[i] - x) < 1e-9)
            return trace.y[i];
        if (i > 0 && (trace.x[i - 1] - x) * (trace.x[i] - x) < 0)
            return trace.y[i - 1] +
                   (trace.y[i] - trace.y[i - 1]) * (x - trace.x[i - 1]) / (trace.x[i] - trace.x[i - 1]);
    }
    return unknown;
}

/// Potassium alone moves the gates by some hundredths of a millivolt through the surface charge, so any
/// charge will do while axons are fitted; it is fixed here so that the fits do not depend on what is believed
/// of calcium.
IonSensitivityFacts<double> any_charge() {
    auto ions = usual_ion_sensitivity;
    ions.site_density = 0.7;
    ions.calcium_binding = 10;
    ions.potassium_gate_share = 0.5;
    return ions;
}

/// One way to put an axon: its facts as z and the potassium around it.
struct Trial {
    Vector z;
    double potassium;
};

std::vector<Recording<double>> track_all(std::vector<Trial> const& trials) {
    auto const& kernel = axon_kernel(0);
    auto const w = static_cast<std::size_t>(kernel.width);
    std::vector<Recording<double>> out;
    engine::LaneArray axons(axon_count, kernel.width), in(situation_count, kernel.width),
        found(recording_count, kernel.width);
    for (std::size_t from = 0; from < trials.size(); from += w) {
        for (std::size_t l = 0; l < w; ++l) {
            auto const& trial = trials[std::min(from + l, trials.size() - 1)];
            Situation<double> situation{ordinary_medium, 1, 1, 0};
            situation.medium.potassium = trial.potassium;
            axons.put(Axon<double>{facts_at(trial.z), any_charge()}, static_cast<int>(l));
            in.put(situation, static_cast<int>(l));
        }
        kernel.track(axons.data(), in.data(), found.data());
        for (std::size_t l = 0; l < w && from + l < trials.size(); ++l)
            out.push_back(found.take<Recording<double>>(static_cast<int>(l)));
    }
    return out;
}

struct Task {
    Recordings const& recordings;
    std::vector<Response> const& responses;
    Shown const& person;
    Vector centre;
};

/// Misses in SDs; what could not be measured counts as the worst.
Vector misses(Task const& task, Vector const& z, std::map<double, Recording<double>> const& at) {
    Vector out;
    auto const bounded = [](double miss) {
        return std::isfinite(miss) ? std::clamp(miss, -worst, worst) : worst;
    };
    auto const& usual = at.at(ordinary_medium.potassium);
    auto const traces = traces_of(usual);
    auto const indices = indices_of(traces, 1);
    for (std::size_t i = 0; i < task.recordings.columns.size(); ++i) {
        double const wanted = task.person.values[i], sd = task.recordings.sd[i] * tolerance;
        out.push_back(
            known(wanted) ? bounded((seen(traces, indices, task.recordings.columns[i]) - wanted) / sd) : 0);
    }
    for (auto const& r : task.responses) {
        auto const& there = at.at(r.potassium);
        auto const there_traces = traces_of(there);
        double const change = r.what == "rest" ? there.rest_node - usual.rest_node
                                               : seen(there_traces, indices_of(there_traces, 1), r.what) -
                                                     seen(traces, indices, r.what);
        out.push_back(bounded((change - r.change) / r.sd));
    }
    // A leak of potassium and sodium turns between their reversals; beyond -20 mV it would be sodium's alone.
    for (double const turns : {usual.node_leak_reversal, usual.leak_reversal})
        out.push_back(bounded(std::max({0.0, (turns + 20) / 5, (-93 - turns) / 1})));
    for (std::size_t k = 0; k < facts; ++k)
        out.push_back(z[k] - task.centre[k]);
    return out;
}

std::vector<Vector> evaluate(Task const& task, std::vector<Vector> const& zs) {
    Vector levels{ordinary_medium.potassium};
    for (auto const& r : task.responses) {
        if (std::find(levels.begin(), levels.end(), r.potassium) == levels.end())
            levels.push_back(r.potassium);
    }
    std::vector<Trial> trials;
    for (auto const& z : zs) {
        for (double const k : levels)
            trials.push_back({z, k});
    }
    auto const found = track_all(trials);
    std::vector<Vector> out;
    for (std::size_t i = 0; i < zs.size(); ++i) {
        std::map<double, Recording<double>> at;
        for (std::size_t k = 0; k < levels.size(); ++k)
            at[levels[k]] = found[i * levels.size() + k];
        out.push_back(misses(task, zs[i], at));
    }
    return out;
}

double square(Vector const& v) {
    double sum = 0;
    for (double const x : v)
        sum += x * x;
    return sum;
}

/// Curvature and downhill slope of half the sum of squares at z.
void slopes(Task const& task, Vector const& z, Vector const& at, Matrix& curvature, Vector& downhill) {
    std::vector<Vector> zs;
    for (std::size_t k = 0; k < facts; ++k) {
        zs.push_back(z);
        zs.back()[k] += slope_step;
    }
    auto const beside = evaluate(task, zs);
    curvature.assign(facts, Vector(facts));
    downhill.assign(facts, 0);
    for (std::size_t i = 0; i < facts; ++i) {
        for (std::size_t k = 0; k < at.size(); ++k)
            downhill[i] -= (beside[i][k] - at[k]) / slope_step * at[k];
        for (std::size_t j = 0; j < facts; ++j) {
            for (std::size_t k = 0; k < at.size(); ++k)
                curvature[i][j] +=
                    (beside[i][k] - at[k]) * (beside[j][k] - at[k]) / (slope_step * slope_step);
        }
    }
}

/// Moves z to a minimum and returns the misses there.
Vector descend(Task const& task, Vector& z) {
    Vector at = evaluate(task, {z})[0];
    double damping = 0.3;
    for (int round = 0; round < most_rounds; ++round) {
        Matrix curvature;
        Vector downhill;
        slopes(task, z, at, curvature, downhill);
        std::vector<Vector> tries;
        Vector dampings;
        for (double const factor : {0.01, 0.1, 1.0, 10.0}) {
            auto damped = curvature;
            for (std::size_t i = 0; i < facts; ++i)
                damped[i][i] += damping * factor * (1 + curvature[i][i]);
            auto const change = fitting::solved(damped, downhill);
            tries.push_back(z);
            for (std::size_t i = 0; i < facts; ++i)
                tries.back()[i] += std::clamp(change[i], -1.5, 1.5);
            dampings.push_back(damping * factor);
        }
        auto const results = evaluate(task, tries);
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
    return at;
}

} // namespace

Recordings recordings(std::string const& csv) {
    Recordings out;
    CsvReader reader(csv);
    CsvRow row;
    reader.next(row);
    auto const header = row.cells;
    std::vector<std::size_t> columns;
    std::size_t rheobase = 0;
    for (std::size_t c = 0; c < header.size(); ++c) {
        bool const index = std::any_of(indices_rows.begin(), indices_rows.end(),
                                       [&](auto const& r) { return r.key == header[c]; });
        if (index || header[c].find('@') != std::string::npos) {
            columns.push_back(c);
            out.columns.push_back(header[c]);
        }
        if (header[c] == "rheobase_ma")
            rheobase = c;
    }
    while (reader.next(row)) {
        Shown shown{std::stoi(row.cells[0]), std::stod(row.cells[rheobase]), {}};
        for (auto const c : columns)
            shown.values.push_back(row.cells[c].empty() ? unknown : std::stod(row.cells[c]));
        out.people.push_back(shown);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Vector values;
        for (auto const& person : out.people) {
            if (known(person.values[i]))
                values.push_back(person.values[i]);
        }
        std::sort(values.begin(), values.end());
        // The quartiles of a normal distribution are 1.349 SDs apart, and outliers do not move them.
        out.sd.push_back((values[values.size() * 3 / 4] - values[values.size() / 4]) / 1.349);
    }
    return out;
}

std::vector<Response> responses(std::string const& csv) {
    std::vector<Response> out;
    CsvReader reader(csv);
    CsvRow row;
    reader.next(row);
    while (reader.next(row))
        out.push_back(
            {row.cells[0], std::stod(row.cells[1]), std::stod(row.cells[2]), std::stod(row.cells[3])});
    return out;
}

MotorAxonFacts<double> facts_at(Vector const& z) {
    auto out = usual_motor_axon;
    for (std::size_t k = 0; k < facts; ++k)
        out.*MotorAxonFacts<double>::members[k] = moved(motor_axon_spreads[k], z[k]);
    return out;
}

Fit fitted(unsigned axon, Recordings const& recordings, std::vector<Response> const& responses) {
    auto const& person = recordings.people[axon % recordings.people.size()];
    Task task{recordings, responses, person, Vector(facts)};
    for (std::size_t k = 0; k < facts; ++k)
        task.centre[k] = engine::standard_normal(1, axon, engine::fact_key(motor_axon_spreads[k].name));
    // From near the middle of what recordings allow, where axons fire and rest as they should.
    Vector z = task.centre;
    for (auto& value : z)
        value *= 0.3;
    auto const at = descend(task, z);
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < person.values.size(); ++i) {
        if (known(person.values[i])) {
            sum += at[i] * at[i];
            ++count;
        }
    }
    // To the digits that a checkpoint keeps, so that what follows does not depend on whether one was read.
    auto const kept = [](double value) {
        char text[32];
        std::snprintf(text, sizeof text, "%.6g", value);
        return std::stod(text);
    };
    for (auto& value : z)
        value = kept(value);
    return {axon, person.person, kept(std::sqrt(sum / count) * tolerance), z};
}

} // namespace rheobase::nerve
