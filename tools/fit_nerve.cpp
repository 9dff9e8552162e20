// Makes the ensemble of motor axons (model/nerve/ensemble.csv) from tools/nerve/*.csv. Not part of a build.
//
//   fit_nerve fit CHECKPOINT.csv [axons] [first] [step]
//       fits axons to people: seconds for each axon and core
//   fit_nerve choose OUT.csv MISS CHECKPOINT.csv...
//       gives each its branch; drops those that miss by more than MISS
//
// A checkpoint gains a line for each axon that is done, and those it has are not done again; with `first` and
// `step` several runs share the work. See tools/nerve/person_fit.hpp and branch_choice.hpp for what is done.
#include "base/csv.hpp"
#include "tools/nerve/ensemble_row.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <set>
#include <sstream>

namespace {

using namespace rheobase;
using namespace rheobase::nerve;

std::string read(std::string const& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string table(char const* name) {
    return read(std::string(RHEOBASE_ROOT "/tools/nerve/") + name);
}

std::vector<Fit> checkpoint(std::string const& path) {
    std::vector<Fit> out;
    std::string const text = read(path);
    CsvReader reader(text);
    CsvRow row;
    while (reader.next(row)) {
        Fit fit{static_cast<unsigned>(std::stoul(row.cells[0])),
                std::stoi(row.cells[1]),
                std::stod(row.cells[2]),
                {}};
        for (std::size_t c = 3; c < row.cells.size(); ++c)
            fit.z.push_back(std::stod(row.cells[c]));
        out.push_back(fit);
    }
    return out;
}

int fit(std::string const& path, unsigned axons, unsigned first, unsigned step) {
    auto const people = recordings(table("people.csv"));
    auto const potassium = responses(table("potassium.csv"));
    std::set<unsigned> done;
    for (auto const& one : checkpoint(path))
        done.insert(one.axon);
    std::ofstream out(path, std::ios::app);
    for (unsigned axon = first; axon < axons; axon += step) {
        if (done.contains(axon))
            continue;
        auto const one = fitted(axon, people, potassium);
        out << one.axon << ',' << one.person << ',' << one.miss;
        for (double const z : one.z)
            out << ',' << z;
        out << std::endl;
    }
    return 0;
}

int choose(std::string const& path, double miss, std::vector<std::string> const& checkpoints) {
    auto const people = recordings(table("people.csv"));
    auto const wanted = conditions(table("conditions.csv"));
    std::vector<Fit> fits;
    for (auto const& file : checkpoints) {
        auto const some = checkpoint(file);
        fits.insert(fits.end(), some.begin(), some.end());
    }
    std::sort(fits.begin(), fits.end(), [](auto const& a, auto const& b) { return a.axon < b.axon; });
    std::ofstream out(path);
    out << ensemble_header() << '\n';
    int kept = 0, clumsy = 0, restless = 0;
    std::vector<int> fires(wanted.watched.size());
    double weight = 0, sum = 0, squares = 0;
    for (auto const& one : fits) {
        if (!(one.miss <= miss)) {
            ++clumsy;
            continue;
        }
        auto const choice = chosen(one, people, wanted);
        if (!choice) {
            ++restless;
            continue;
        }
        ++kept;
        weight += choice->mean_weight;
        sum += choice->calcium_onset;
        squares += choice->calcium_onset * choice->calcium_onset;
        for (std::size_t c = 0; c < fires.size(); ++c)
            fires[c] += choice->fires[c];
        out << ensemble_row(one, *choice) << std::endl;
    }
    std::printf("%d axons kept, %d miss their person by more, %d restless whatever their draw\n", kept,
                clumsy, restless);
    std::printf("mean weight %.3f; onset of firing at calcium %.3f (SD %.3f)\n", weight / kept, sum / kept,
                std::sqrt(squares / kept - sum / kept * sum / kept));
    for (std::size_t c = 0; c < fires.size(); ++c)
        std::printf("%s: %.1f %% fire\n", wanted.watched[c].name.c_str(), 100.0 * fires[c] / kept);
    return 0;
}

} // namespace

int main(int count, char** words) {
    auto const number = [&](int i, unsigned otherwise) {
        return count > i ? static_cast<unsigned>(std::stoul(words[i])) : otherwise;
    };
    if (count > 2 && !std::strcmp(words[1], "fit"))
        return fit(words[2], number(3, 576), number(4, 0), number(5, 1));
    if (count > 4 && !std::strcmp(words[1], "choose"))
        return choose(words[2], std::stod(words[3]), {words + 4, words + count});
    std::fprintf(stderr, "fit_nerve fit CHECKPOINT.csv [axons] [first] [step]\nfit_nerve choose OUT.csv MISS "
                         "CHECKPOINT.csv...\n");
    return 2;
}
