#include "tests/nerve/page.hpp"

#include "base/csv.hpp"
#include "base/number.hpp"
#include "model/nerve/norm_curves.rows.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

namespace rheobase::nerve {

namespace {

/// Early in the recovery cycle a few people need many times the current: there medians are compared.
bool heavy_tail(std::string_view key) {
    return key == "refractoriness_2_ms_percent" || key == "refractoriness_2_5_ms_percent";
}

double rms(std::vector<double> const& offs) {
    double sum = 0;
    for (double const off : offs)
        sum += off * off;
    return std::sqrt(sum / static_cast<double>(offs.size()));
}

double correlation(std::vector<double> const& a, std::vector<double> const& b) {
    double n = 0, sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!known(a[i]) || !known(b[i]))
            continue;
        n += 1;
        sa += a[i];
        sb += b[i];
        saa += a[i] * a[i];
        sbb += b[i] * b[i];
        sab += a[i] * b[i];
    }
    return (n * sab - sa * sb) / std::sqrt((n * saa - sa * sa) * (n * sbb - sb * sb));
}

std::vector<std::vector<double>> people_by_index() {
    std::ifstream file(RHEOBASE_ROOT "/tools/nerve/people.csv");
    std::stringstream text;
    text << file.rdbuf();
    std::string const csv = text.str();
    CsvReader reader(csv);
    CsvRow row;
    reader.next(row);
    auto const header = row.cells;
    std::vector<std::vector<double>> out(indices_rows.size());
    while (reader.next(row)) {
        for (std::size_t i = 0; i < indices_rows.size(); ++i) {
            auto const at = std::find(header.begin(), header.end(), indices_rows[i].key);
            auto const c = static_cast<std::size_t>(at - header.begin());
            out[i].push_back(at == header.end() || row.cells[c].empty() ? unknown : std::stod(row.cells[c]));
        }
    }
    return out;
}

} // namespace

std::string page_of_indices(std::vector<Tracked> const& axons) {
    std::string out = "## Indices\n"
                      "Norm: 192 people, median nerve to abductor pollicis brevis. *Off* is the model's mean "
                      "less the norm's, in\n"
                      "SDs of the norm (aim: 0.3 over all); *spread* is the model's SD over the norm's. "
                      "Rheobase is not compared: the\n"
                      "electrode's distance decides it, and each axon carries its own person's scale.\n\n"
                      "| index | norm | model | off | spread |\n|---|---|---|---|---|\n";
    std::vector<double> offs, scratch;
    for (std::size_t i = 0; i < indices_rows.size(); ++i) {
        auto const& row = indices_rows[i];
        if (row.key == "rheobase_relative")
            continue;
        std::vector<double> values;
        for (auto const& axon : axons)
            values.push_back(axon.indices[i]);
        auto const found = engine::summary(values, scratch);
        bool const tail = heavy_tail(row.key);
        double const norm = tail ? row.norm_median : row.norm_mean, model = tail ? found.p50 : found.mean;
        double const off = (model - norm) / row.norm_sd;
        offs.push_back(off);
        out += fmt::format("| {}{} ({}) | {:.3g} ± {:.2g} | {:.3g} ± {:.2g} | {:+.2f} | {:.2f} |\n", row.name,
                           tail ? ", median" : "", row.unit, norm, row.norm_sd, model, found.sd, off,
                           found.sd / row.norm_sd);
    }
    return out + fmt::format("\nRoot mean square of *off* over these indices: **{:.2f} SD**.\n\n", rms(offs));
}

std::string page_of_curves(std::vector<Tracked> const& axons) {
    struct Named {
        std::string_view key, name;
        Trace Traces::*trace;
    };
    Named const curves[] = {
        {"rc", "Recovery cycle (change of threshold in %, over the interval in ms)", &Traces::recovery},
        {"iv", "Current-threshold relation (reduction of threshold in %, over the current in %)",
         &Traces::current},
        {"te_d40", "Threshold electrotonus at +40 % (reduction in %, over ms; conditioning from 10 to 110)",
         &Traces::d40},
        {"te_h40", "Threshold electrotonus at -40 %", &Traces::h40}};
    std::string out = "## Curves\n";
    std::vector<double> all, also_onset, scratch;
    for (auto const& curve : curves) {
        out += fmt::format("\n**{}**\n\n| at | norm | model | off |\n|---|---|---|---|\n", curve.name);
        std::vector<double> offs;
        for (auto const& row : norm_curves_rows) {
            if (row.curve != curve.key)
                continue;
            std::vector<double> values;
            for (auto const& axon : axons) {
                auto const& t = axon.traces.*curve.trace;
                auto const at = std::find(t.x.begin(), t.x.end(), row.x);
                values.push_back(at == t.x.end() ? unknown : t.y[static_cast<std::size_t>(at - t.x.begin())]);
            }
            auto const found = engine::summary(values, scratch);
            if (found.count == 0)
                continue;
            bool const tail = curve.key == "rc" && row.x < 3;
            double const off = ((tail ? found.p50 : found.mean) - row.norm_mean) / row.norm_sd;
            // At the onset itself everybody has the conditioning current's 40 %, and an SD of nothing
            // measures nothing.
            also_onset.push_back(off);
            if (row.norm_sd > 2)
                offs.push_back(off);
            out += fmt::format("| {} | {:.1f} ± {:.1f} | {:.1f} ± {:.1f}{} | {:+.2f} |\n", row.x,
                               row.norm_mean, row.norm_sd, tail ? found.p50 : found.mean, found.sd,
                               tail ? " (median)" : "", off);
        }
        all.insert(all.end(), offs.begin(), offs.end());
        out += fmt::format("\nRoot mean square: {:.2f} SD over {} points.\n", rms(offs), offs.size());
    }
    return out +
           fmt::format(
               "\nOver all curves: **{:.2f} SD** of {} points (aim: 0.3). Left out of all these means "
               "are points of which the norm's SD is\nat most 2: as a current begins everybody has its "
               "own 40 %, and an SD of nothing measures nothing. With them it\nwould be {:.2f} SD of {}.\n\n",
               rms(all), all.size(), rms(also_onset), also_onset.size());
}

std::string page_of_correlations(std::vector<Tracked> const& axons) {
    auto const people = people_by_index();
    std::vector<double> differences;
    struct Pair {
        double people, model;
        std::size_t a, b;
    };
    std::vector<Pair> pairs;
    std::vector<double> scratch;
    for (std::size_t a = 0; a < indices_rows.size(); ++a) {
        for (std::size_t b = a + 1; b < indices_rows.size(); ++b) {
            if (heavy_tail(indices_rows[a].key) || heavy_tail(indices_rows[b].key) ||
                indices_rows[a].key == "rheobase_relative" || indices_rows[b].key == "rheobase_relative")
                continue;
            std::vector<double> x, y;
            for (auto const& axon : axons) {
                x.push_back(axon.indices[a]);
                y.push_back(axon.indices[b]);
            }
            Pair const pair{correlation(people[a], people[b]), correlation(x, y), a, b};
            differences.push_back(pair.model - pair.people);
            pairs.push_back(pair);
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](auto const& p, auto const& q) {
        return std::fabs(p.model - p.people) > std::fabs(q.model - q.people);
    });
    std::vector<double> x, y;
    for (auto const& pair : pairs) {
        x.push_back(pair.people);
        y.push_back(pair.model);
    }
    std::string out =
        fmt::format("## How indices go together\n"
                    "Of {} pairs of indices the correlation between people and the one between axons differ "
                    "by {:.2f} (root mean\n"
                    "square); over the pairs, the one follows the other with r = {:.2f}. Farthest apart:\n\n"
                    "| pair | people | model |\n|---|---|---|\n",
                    pairs.size(), rms(differences), correlation(x, y));
    for (std::size_t i = 0; i < 8 && i < pairs.size(); ++i)
        out += fmt::format("| {}, {} | {:+.2f} | {:+.2f} |\n", indices_rows[pairs[i].a].short_name,
                           indices_rows[pairs[i].b].short_name, pairs[i].people, pairs[i].model);
    return out + "\n";
}

} // namespace rheobase::nerve
