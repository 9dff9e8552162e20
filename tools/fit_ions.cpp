// Fits chosen facts of the body to the published experiments; not part of a build. It prints, and a person
// decides.
//
//   fit_ions FACTS.csv [people] [rounds]
//
// FACTS.csv has the columns fact,prior_sd,studies: the fact as "table.fact", how unsure it is as a share of
// its value, and the experiments that it moves (ids of tests/validation/experiments.csv, apart by blanks).
// tools/fit_ions_facts.csv is the table that the facts with source `fitted` were fitted with; a part of its
// rows, such as those of one ion, makes a quicker fit.
//
// What is made small: the sum over all checks of those experiments of (miss in half-widths of what is
// allowed)^2, where a miss begins halfway between the middle and the edge, plus the sum over all facts of
// (change in prior sd)^2. Steps are those of Gauss and Newton, damped as by Levenberg, with slopes from
// finite differences on the same few people. How well a fact is known afterwards is told by its posterior sd
// over its prior sd, from the same slopes: near 1, the experiments say nothing of it; near 0, they decide it.
#include "base/csv.hpp"
#include "tests/validation/population.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>

namespace {

using namespace rheobase;
using namespace rheobase::validation;
using Vector = std::vector<double>;
using Matrix = std::vector<Vector>;

struct Fitted {
    std::string fact;
    double start = 0;
    double prior_sd = 0; ///< of the logarithm
    std::set<std::string> studies;
    double change = 0; ///< in prior sd

    double value() const { return start * std::exp(change * prior_sd); }
};

std::vector<Fitted> facts_of(char const* path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    std::string const whole = text.str();
    CsvReader reader(whole);
    CsvRow row;
    reader.next(row);
    std::vector<Fitted> facts;
    auto const known_facts = ions::all_facts();
    while (reader.next(row)) {
        Fitted one{
            .fact = row.cells.at(0), .start = 0, .prior_sd = std::stod(row.cells.at(1)), .studies = {}};
        auto const found =
            std::ranges::find(known_facts, one.fact, [](auto const& fact) { return std::string(fact.name); });
        if (found == known_facts.end() || found->value == 0) {
            std::fprintf(stderr, "%s:%d: no fact '%s' with a value other than zero\n", path, row.line,
                         one.fact.c_str());
            std::exit(2);
        }
        one.start = found->value;
        std::istringstream ids(row.cells.at(2));
        for (std::string id; ids >> id;)
            one.studies.insert(id);
        facts.push_back(one);
    }
    return facts;
}

/// A miss begins halfway between the middle of what is allowed and its edge, so that what is well is left
/// alone. How well a fact is known is asked without that.
double free_of_charge = 0.5;

/// How far off the survey's percentiles are, in what is allowed: for each laboratory value and percentile the
/// mean over the younger and over the older bands of age of both sexes.
Vector misses_of_population(int people) {
    std::map<std::string, std::pair<double, int>> sums;
    for (auto const* const sex : {"female", "male"})
        for (auto const& line : compared(sex, 2 * people)) {
            double const allowed = std::ranges::find(surveyed_labs(), line.lab, &Surveyed::lab)->tolerance;
            auto& [sum, count] =
                sums[line.lab + line.percentile + (std::stoi(line.age_from) < 50 ? "young" : "old")];
            sum += std::stod(line.off_percent) / allowed;
            ++count;
        }
    Vector misses;
    for (auto const& [what, sum] : sums) {
        double const away = sum.first / sum.second;
        misses.push_back(std::copysign(std::max(std::abs(away) - free_of_charge, 0.0), away));
    }
    return misses;
}

/// The misses of every check of one experiment, in half-widths.
Vector misses_of(std::string const& id, int people) {
    if (id == "population")
        return misses_of_population(people);
    auto const studies = all_studies();
    auto const study = std::ranges::find(studies, std::string_view(id), &Study::id);
    if (study == studies.end()) {
        std::fprintf(stderr, "no experiment '%s'\n", id.c_str());
        std::exit(2);
    }
    auto const measured = study->measure(people);
    Vector misses;
    for (auto const& target : targets()) {
        if (target.id != id || !measured.contains(target.check))
            continue;
        double const half = (target.high - target.low) / 2;
        double const away = (measured.at(target.check).mean - (target.low + target.high) / 2) / half;
        constexpr double worst = 5; // a check that fails altogether must not drown the others
        double const miss = std::clamp(std::abs(away) - free_of_charge, 0.0, worst);
        misses.push_back(std::isfinite(away) ? std::copysign(miss, away) : worst);
    }
    return misses;
}

using Misses = std::map<std::string, Vector>;

Misses all_misses(std::vector<Fitted> const& facts, std::set<std::string> const& ids, int people) {
    std::vector<ions::Override> overrides;
    for (auto const& fact : facts)
        overrides.push_back({fact.fact, fact.value()});
    set_overrides(overrides);
    Misses all;
    for (auto const& id : ids)
        all[id] = misses_of(id, people);
    return all;
}

double objective(Misses const& misses, std::vector<Fitted> const& facts) {
    double sum = 0;
    for (auto const& [id, list] : misses)
        for (double const miss : list)
            sum += miss * miss;
    for (auto const& fact : facts)
        sum += fact.change * fact.change;
    return sum;
}

/// Prior and experiments together: the slopes against one another, and one for each prior.
Matrix curvature_of(Matrix const& columns) {
    std::size_t const n = columns.size();
    Matrix curvature(n, Vector(n));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            for (std::size_t k = 0; k < columns[i].size(); ++k)
                curvature[i][j] += columns[i][k] * columns[j][k];
        curvature[i][i] += 1;
    }
    return curvature;
}

/// The inverse of a symmetric positive matrix, by elimination.
Matrix inverse(Matrix a) {
    std::size_t const n = a.size();
    Matrix result(n, Vector(n));
    for (std::size_t i = 0; i < n; ++i)
        result[i][i] = 1;
    for (std::size_t pivot = 0; pivot < n; ++pivot) {
        double const scale = 1 / a[pivot][pivot];
        for (std::size_t j = 0; j < n; ++j) {
            a[pivot][j] *= scale;
            result[pivot][j] *= scale;
        }
        for (std::size_t i = 0; i < n; ++i) {
            double const factor = i == pivot ? 0 : a[i][pivot];
            for (std::size_t j = 0; j < n; ++j) {
                a[i][j] -= factor * a[pivot][j];
                result[i][j] -= factor * result[pivot][j];
            }
        }
    }
    return result;
}

/// Slopes of every miss by every fact, a row a miss, in the order of the experiments.
Matrix slopes(std::vector<Fitted> facts, Misses const& here, int people) {
    constexpr double step = 0.25;
    Matrix columns;
    for (auto& fact : facts) {
        double const before = fact.change;
        fact.change += step;
        auto const there = all_misses(facts, fact.studies, people);
        fact.change = before;
        Vector column;
        for (auto const& [id, list] : here)
            for (std::size_t i = 0; i < list.size(); ++i)
                column.push_back(there.contains(id) ? (there.at(id)[i] - list[i]) / step : 0);
        columns.push_back(std::move(column));
    }
    return columns;
}

void print(std::vector<Fitted> const& facts, Matrix const& spread) {
    std::printf("%-45s %12s %12s %10s %22s\n", "fact", "start", "fitted", "prior sds", "posterior/prior sd");
    for (std::size_t i = 0; i < facts.size(); ++i)
        std::printf("%-45s %12.5g %12.5g %10.2f %22.2f\n", facts[i].fact.c_str(), facts[i].start,
                    facts[i].value(), facts[i].change, std::sqrt(spread[i][i]));
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("usage: fit_ions FACTS.csv [people] [rounds]\n", stderr);
        return 2;
    }
    int const people = count > 2 ? std::atoi(words[2]) : 8;
    int const rounds = count > 3 ? std::atoi(words[3]) : 4;
    auto facts = facts_of(words[1]);
    std::set<std::string> ids;
    for (auto const& fact : facts)
        ids.insert(fact.studies.begin(), fact.studies.end());

    auto here = all_misses(facts, ids, people);
    double best = objective(here, facts);
    std::printf("at the start: %.3f\n", best);
    double damping = 0.1;
    for (int round = 0; round < rounds; ++round) {
        auto const columns = slopes(facts, here, people);
        std::size_t const n = facts.size();
        Vector flat;
        for (auto const& [id, list] : here)
            flat.insert(flat.end(), list.begin(), list.end());
        auto const curvature = curvature_of(columns);
        Vector downhill(n);
        for (std::size_t i = 0; i < n; ++i) {
            downhill[i] = -facts[i].change;
            for (std::size_t k = 0; k < flat.size(); ++k)
                downhill[i] -= columns[i][k] * flat[k];
        }
        bool better = false;
        for (int attempt = 0; attempt < 4 && !better; ++attempt) {
            auto damped = curvature;
            for (std::size_t i = 0; i < n; ++i)
                damped[i][i] *= 1 + damping;
            auto const solved = inverse(damped);
            auto tried = facts;
            for (std::size_t i = 0; i < n; ++i)
                for (std::size_t j = 0; j < n; ++j)
                    tried[i].change += solved[i][j] * downhill[j];
            auto const there = all_misses(tried, ids, people);
            double const value = objective(there, tried);
            if ((better = value < best)) {
                facts = tried;
                here = there;
                best = value;
                damping /= 4;
            } else {
                damping *= 6;
            }
        }
        std::printf("after round %d: %.3f\n", round + 1, best);
        if (!better)
            break;
    }
    auto const left = here;
    free_of_charge = 0;
    print(facts, inverse(curvature_of(slopes(facts, all_misses(facts, ids, people), people))));
    std::puts("\nwhat is left, in half-widths beyond the middle half of what is allowed:");
    for (auto const& [id, list] : left) {
        std::printf("%s:", id.c_str());
        for (double const miss : list)
            std::printf(" %.2f", miss);
        std::puts("");
    }
    return 0;
}
