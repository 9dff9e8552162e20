// Simulates the media of the response table over the ensemble (model/nerve/response.csv) that `ask` reads
// instead of simulating nerves, and measures how far what is read between them is off
// (model/nerve/response_error.csv). Not part of a build.
//
//   nerve_response sample SAMPLES.csv [axons]     half an hour on two cores; goes on where it was stopped
//   nerve_response write SAMPLES.csv              a second; build again before `error`
//   nerve_response error SAMPLES.csv              a second
//
// In each medium every axon's threshold is sought and its branch is watched. Beside the table's own media
// there are some that it does not hold, spread evenly (Halton) over the box of model/nerve/response_box.csv
// in the logarithm of each concentration, in half of them over the ordinary box alone. Those give the error.
#include "base/csv.hpp"
#include "engine/crowd.hpp"
#include "tools/nerve/response_sample.hpp"

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
using Vector = std::vector<double>;

std::vector<ResponseSample> read(std::string const& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    std::string const csv = text.str();
    CsvReader reader(csv);
    CsvRow row;
    std::vector<ResponseSample> out;
    while (reader.next(row))
        out.push_back({static_cast<unsigned>(std::stoul(row.cells[0])),
                       std::stod(row.cells[1]),
                       std::stod(row.cells[2]),
                       {std::stod(row.cells[3]), std::stod(row.cells[4]), std::stod(row.cells[5])}});
    return out;
}

int sample(std::string const& path, std::size_t axons) {
    auto const members = ensemble().first(std::min(ensemble().size(), axons));
    auto const usual = thresholds_in(ordinary_medium, members);
    unsigned const all = static_cast<unsigned>(response_media) + response_checks;
    auto const done = static_cast<unsigned>(read(path).size());
    std::ofstream out(path, std::ios::app);
    constexpr unsigned at_once = 8;
    for (unsigned from = done; from < all; from += at_once) {
        std::vector<ResponseSample> some(std::min(at_once, all - from));
        engine::for_blocks(some.size(), 0, [&](std::size_t i) {
            some[i] = response_sample(from + static_cast<unsigned>(i), members, usual);
            return true;
        });
        for (auto const& s : some)
            out << s.number << ',' << s.axons << ',' << s.fires << ',' << s.percentiles[0] << ','
                << s.percentiles[1] << ',' << s.percentiles[2] << std::endl;
    }
    return 0;
}

int write(std::string const& path) {
    std::ofstream out(RHEOBASE_ROOT "/model/nerve/response.csv");
    out << "calcium,potassium,magnesium,sodium,threshold_p5,threshold_p50,threshold_p95,fires,source\n";
    for (auto const& s : read(path)) {
        if (s.check())
            continue;
        char cell[160];
        auto const m = s.medium();
        std::snprintf(cell, sizeof cell, "%.4g,%.4g,%.4g,%.4g,%.4g,%.4g,%.4g,%.4g,computed\n", m.calcium,
                      m.potassium, m.magnesium, m.sodium, s.percentiles[0], s.percentiles[1],
                      s.percentiles[2], s.fires / s.axons);
        out << cell;
    }
    return 0;
}

int error(std::string const& path) {
    auto const samples = read(path);
    std::ofstream out(RHEOBASE_ROOT "/model/nerve/response_error.csv");
    out << "fact,value,unit,spread,source,because\n";
    for (bool const ordinary : {true, false}) {
        char const* const where = ordinary ? "ordinary" : "whole";
        std::array<Vector, 3> threshold;
        Vector share;
        for (auto const& s : samples) {
            if (!s.check() || s.ordinary() != ordinary)
                continue;
            auto const r = response(s.medium());
            std::array<double, 3> const read_off{r.threshold_p5, r.threshold_p50, r.threshold_p95};
            for (std::size_t k = 0; k < 3; ++k)
                threshold[k].push_back(std::fabs(read_off[k] - s.percentiles[k]));
            share.push_back(std::fabs(r.fires_alone - s.fires / s.axons));
        }
        auto const row = [&](std::string const& what, char const* unit, Vector const& v, char const* of) {
            double squares = 0;
            for (double const x : v)
                squares += x * x;
            char cell[320];
            std::snprintf(
                cell, sizeof cell,
                "%s_%s_rms,%.3g,%s,,computed,\"Error of %s in the %s box: root mean square over %zu media "
                "that the table does not hold.\"\n%s_%s_most,%.3g,%s,,computed,The worst of them.\n",
                where, what.c_str(), std::sqrt(squares / static_cast<double>(v.size())), unit, of, where,
                v.size(), where, what.c_str(), *std::max_element(v.begin(), v.end()), unit);
            out << cell;
        };
        row("threshold", "%", threshold[1], "the median threshold's change");
        row("threshold_p5", "%", threshold[0], "its 5th percentile over axons");
        row("threshold_p95", "%", threshold[2], "its 95th percentile");
        row("share", "1", share, "the share that fires alone");
    }
    return 0;
}

} // namespace

int main(int count, char** words) {
    if (count > 2 && !std::strcmp(words[1], "sample"))
        return sample(words[2], count > 3 ? std::stoul(words[3]) : response_axons);
    if (count > 2 && !std::strcmp(words[1], "write"))
        return write(words[2]);
    if (count > 2 && !std::strcmp(words[1], "error"))
        return error(words[2]);
    std::fprintf(stderr, "nerve_response sample SAMPLES.csv [axons]\nnerve_response write SAMPLES.csv\n"
                         "nerve_response error SAMPLES.csv\n");
    return 2;
}
