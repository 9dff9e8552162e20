// Gives each fitted axon its sensitivity to ions and its fine branch, and writes model/nerve/ensemble.csv. Not part of a
// build. Goes with tools/fit_nerve.cpp, whose checkpoints it reads.
//
//   fit_nerve_ions PEOPLE.csv CONDITIONS.csv MISS OUT.csv CHECKPOINT.csv...
//
// For each axon several candidates are drawn from the spreads of ion_sensitivity.csv and terminal.csv. Each is watched in
// the media that CONDITIONS.csv (tools/nerve_conditions.csv) lists, and its onset of firing is sought in falling calcium. A
// candidate's weight is the product of what the conditions give it; one is drawn by weight. An axon whose candidates all
// have no weight is left out, as is one that misses its person by more than MISS of the norm's SD, root mean square.
#include "base/csv.hpp"
#include "base/number.hpp"
#include "engine/draw.hpp"
#include "engine/lane_array.hpp"
#include "model/nerve/indices.hpp"
#include "model/nerve/watching.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

namespace {

using namespace rheobase;
using namespace rheobase::nerve;

constexpr int candidates = 24;

std::string read(std::string const& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

double moved(FactSpread const& fact, double z) {
    auto const& [shape, first, second] = fact.variation;
    if (shape == Shape::lognormal)
        return fact.value * std::exp(std::sqrt(std::log(1 + first * first)) * z);
    return shape == Shape::normal ? fact.value + first * z : fact.value;
}

/// A medium to watch in, and the weight of an axon that fires there or is silent.
struct Condition {
    std::string name;
    Medium<double> medium;
    double silent, fires;
};

struct Onset {
    double mean, sd;
};

/// The highest calcium at which a branch fires at least twice within half a second, for every lane.
std::vector<double> onsets(AxonKernel const& kernel, std::vector<Member> const& members, std::vector<unsigned> const& numbers) {
    std::vector<double> high(members.size(), 1.2), low(members.size(), 0.3);
    for (int i = 0; i < 6; ++i) {
        std::vector<Situation<double>> in(members.size(), {ordinary_medium, 1, 1, 0});
        for (std::size_t l = 0; l < members.size(); ++l)
            in[l].medium.calcium = (high[l] + low[l]) / 2;
        auto const alone = watch(kernel, members, in, numbers, 1, 0.5);
        for (std::size_t l = 0; l < members.size(); ++l)
            (alone[l].spikes >= 2 ? low : high)[l] = in[l].medium.calcium;
    }
    for (std::size_t l = 0; l < members.size(); ++l)
        high[l] = (high[l] + low[l]) / 2;
    return high;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 6)
        return std::fprintf(stderr, "fit_nerve_ions PEOPLE.csv CONDITIONS.csv MISS OUT.csv CHECKPOINT.csv...\n"), 2;
    double const miss = std::stod(argv[3]);
    std::vector<Condition> conditions;
    Onset onset{0.83, 0.12};
    {
        std::string const text = read(argv[2]);
        CsvReader table(text);
        CsvRow row;
        table.next(row);
        while (table.next(row)) {
            auto const number = [&](std::size_t c) { return std::stod(row.cells[c]); };
            if (row.cells[0] == "onset") {
                onset = {number(1), number(7)};
                continue;
            }
            conditions.push_back({row.cells[0],
                                  {number(1), number(2), number(3), ordinary_medium.sodium, number(4), number(5)},
                                  number(6), number(7)});
        }
    }
    std::vector<double> rheobase_of_person;
    {
        std::string const text = read(argv[1]);
        CsvReader table(text);
        CsvRow row;
        table.next(row);
        auto const column = static_cast<std::size_t>(std::find(row.cells.begin(), row.cells.end(), "rheobase_ma") - row.cells.begin());
        while (table.next(row))
            rheobase_of_person.push_back(std::stod(row.cells[column]));
    }
    auto sorted = rheobase_of_person;
    std::sort(sorted.begin(), sorted.end());
    double const usual = sorted[sorted.size() / 2];

    struct Fitted {
        unsigned number;
        std::size_t person;
        double rms;
        MotorAxonFacts<double> facts;
    };
    std::vector<Fitted> fits;
    for (int a = 5; a < argc; ++a) {
        std::string const text = read(argv[a]);
        CsvReader table(text);
        CsvRow row;
        while (table.next(row)) {
            Fitted fit{static_cast<unsigned>(std::stoul(row.cells[0])), std::stoul(row.cells[1]), std::stod(row.cells[2]), usual_motor_axon};
            for (std::size_t k = 0; k < MotorAxonFacts<double>::count; ++k)
                fit.facts.*MotorAxonFacts<double>::members[k] = moved(motor_axon_spreads[k], std::stod(row.cells[3 + k]));
            fits.push_back(fit);
        }
    }
    std::sort(fits.begin(), fits.end(), [](auto const& a, auto const& b) { return a.number < b.number; });

    auto const& kernel = axon_kernel(0);
    std::ofstream out(argv[4]);
    out << "axon,person,miss";
    for (auto const& f : motor_axon_spreads)
        out << ',' << f.name.substr(f.name.find('.') + 1);
    for (auto const& f : ion_sensitivity_spreads)
        out << ',' << f.name.substr(f.name.find('.') + 1);
    for (auto const& f : terminal_spreads)
        out << ',' << f.name.substr(f.name.find('.') + 1);
    out << ",rheobase,person_rheobase,calcium_onset,source\n";
    int kept = 0, clumsy = 0, restless = 0;
    std::vector<int> fired(conditions.size());
    double weight_sum = 0, onset_sum = 0, onset_squares = 0;
    for (auto const& fit : fits) {
        if (!(fit.rms <= miss)) {
            ++clumsy;
            continue;
        }
        std::vector<Member> members;
        std::vector<double> weights, found;
        std::vector<std::vector<bool>> fires;
        for (int from = 0; from < candidates; from += kernel.width) {
            std::vector<Member> pack;
            std::vector<unsigned> numbers;
            for (int l = 0; l < kernel.width; ++l) {
                Member m{{fit.facts, usual_ion_sensitivity}, usual_terminal, 0, 0};
                auto const draw_of = [&](FactSpread const& f) {
                    return engine::draw(f, 2, fit.number * 64 + static_cast<unsigned>(from + l));
                };
                for (std::size_t k = 0; k < IonSensitivityFacts<double>::count; ++k)
                    m.axon.ions.*IonSensitivityFacts<double>::members[k] = draw_of(ion_sensitivity_spreads[k]);
                for (std::size_t k = 0; k < TerminalFacts<double>::count; ++k)
                    m.branch.*TerminalFacts<double>::members[k] = draw_of(terminal_spreads[k]);
                pack.push_back(m);
                numbers.push_back(fit.number);
            }
            std::vector<double> w(pack.size(), 1.0);
            std::vector<std::vector<bool>> f(pack.size(), std::vector<bool>(conditions.size()));
            for (std::size_t c = 0; c < conditions.size(); ++c) {
                std::vector<Situation<double>> const in(pack.size(), {conditions[c].medium, 1, 1, 0});
                auto const alone = watch(kernel, pack, in, numbers, 1, 1.0);
                for (std::size_t l = 0; l < pack.size(); ++l) {
                    f[l][c] = alone[l].spikes > 0;
                    w[l] *= f[l][c] ? conditions[c].fires : conditions[c].silent;
                }
            }
            std::vector<double> at(pack.size(), unknown);
            if (std::any_of(w.begin(), w.end(), [](double x) { return x > 0; }))
                at = onsets(kernel, pack, numbers);
            for (std::size_t l = 0; l < pack.size(); ++l) {
                double const off = (at[l] - onset.mean) / onset.sd;
                members.push_back(pack[l]);
                weights.push_back(known(at[l]) ? w[l] * std::exp(-0.5 * off * off) : 0);
                found.push_back(at[l]);
                fires.push_back(f[l]);
            }
        }
        double total = 0;
        for (double const w : weights)
            total += w;
        if (!(total > 0)) {
            ++restless;
            continue;
        }
        double aim = total * engine::uniform(3, fit.number, engine::fact_key("candidate"));
        std::size_t chosen = 0;
        while (chosen + 1 < weights.size() && aim > weights[chosen])
            aim -= weights[chosen++];
        auto& m = members[chosen];
        m.person_rheobase = rheobase_of_person[fit.person - 1] / usual;
        // Its own rheobase from the charge at two lengths, as recordings find it.
        {
            engine::LaneArray axons(axon_count, kernel.width), in(situation_count, kernel.width), r(recording_count, kernel.width);
            for (int l = 0; l < kernel.width; ++l) {
                axons.put(m.axon, l);
                in.put(Situation<double>{ordinary_medium, 1, 1, 0}, l);
            }
            kernel.track(axons.data(), in.data(), r.data());
            m.rheobase = indices_of(traces_of(r.take<Recording<double>>(0)), 1)[index_place("rheobase_relative")];
        }
        ++kept;
        weight_sum += total / candidates;
        onset_sum += found[chosen];
        onset_squares += found[chosen] * found[chosen];
        for (std::size_t c = 0; c < conditions.size(); ++c)
            fired[c] += fires[chosen][c];
        out << fit.number << ',' << fit.person << ',' << fit.rms;
        char cell[32];
        auto const write = [&](double x) {
            std::snprintf(cell, sizeof cell, ",%.5g", x);
            out << cell;
        };
        for (auto const member : MotorAxonFacts<double>::members)
            write(m.axon.membrane.*member);
        for (auto const member : IonSensitivityFacts<double>::members)
            write(m.axon.ions.*member);
        for (auto const member : TerminalFacts<double>::members)
            write(m.branch.*member);
        write(m.rheobase);
        write(m.person_rheobase);
        write(found[chosen]);
        out << ",fitted_nerve" << std::endl;
    }
    std::printf("%d axons kept, %d miss their person by more, %d restless whatever their draw\n", kept, clumsy, restless);
    std::printf("mean weight %.3f; onset of firing at calcium %.3f (SD %.3f)\n", weight_sum / kept, onset_sum / kept,
                std::sqrt(onset_squares / kept - onset_sum / kept * onset_sum / kept));
    for (std::size_t c = 0; c < conditions.size(); ++c)
        std::printf("%s: %.1f %% fire\n", conditions[c].name.c_str(), 100.0 * fired[c] / kept);
}
