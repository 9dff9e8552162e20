#include "tests/nerve/page.hpp"

#include "base/number.hpp"
#include "model/nerve/ensemble.rows.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace rheobase::nerve {

namespace {

Situation<double> with(double calcium, double potassium) {
    Medium<double> m = ordinary_medium;
    m.calcium = calcium;
    m.potassium = potassium;
    return {m, 1, 1, 0};
}

double median(std::vector<double> values) {
    std::vector<double> scratch;
    return engine::summary(values, scratch).p50;
}

} // namespace

std::string page_of_dependence(std::size_t axons) {
    constexpr auto superexcitability = index_place("superexcitability_7_ms_percent");
    auto const usual = tracked(axons, [](std::size_t) { return with(1.2, 4); });
    auto const low_calcium = tracked(axons, [](std::size_t) { return with(1.0, 4); });
    auto const more_potassium = tracked(axons, [](std::size_t) { return with(1.2, 5); });
    auto const alone = left_alone(
        axons, [](std::size_t) { return with(0.85, 4); }, 2);

    std::vector<double> misses;
    for (auto const& row : ensemble_rows)
        misses.push_back(row.miss);
    std::sort(misses.begin(), misses.end());
    double const well = misses[misses.size() / 3];
    struct Part {
        std::string_view name;
        bool (*holds)(std::size_t axon, double well);
    };
    Part const parts[] = {
        {"all", [](std::size_t, double) { return true; }},
        {"people with even numbers",
         [](std::size_t i, double) { return static_cast<int>(ensemble_rows[i].person) % 2 == 0; }},
        {"people with odd numbers",
         [](std::size_t i, double) { return static_cast<int>(ensemble_rows[i].person) % 2 == 1; }},
        {"the third that fits its person best",
         [](std::size_t i, double limit) { return ensemble_rows[i].miss <= limit; }},
        {"the rest", [](std::size_t i, double limit) { return ensemble_rows[i].miss > limit; }},
    };
    std::string out = "## How far this depends on the ensemble\n"
                      "The same conclusions from parts of it. What differs between the parts is what which "
                      "axons were drawn decides;\n"
                      "what differs between axons stands in the tables above.\n\n"
                      "| part | axons | threshold at calcium 1.0 | superexcitability at potassium 5 | fire "
                      "at calcium 0.85 | onset of firing |\n"
                      "|---|---|---|---|---|---|\n";
    for (auto const& part : parts) {
        std::vector<double> changed, super, onset;
        int fire = 0;
        for (std::size_t i = 0; i < axons; ++i) {
            if (!part.holds(i, well))
                continue;
            changed.push_back((low_calcium[i].threshold / usual[i].threshold - 1) * 100);
            super.push_back(more_potassium[i].indices[superexcitability] -
                            usual[i].indices[superexcitability]);
            onset.push_back(ensemble_rows[i].calcium_onset);
            fire += alone[i].spikes > 0;
        }
        out += fmt::format("| {} | {} | {:+.0f} % | {:+.1f} points | {:.0f} % | {:.2f} mmol/L |\n", part.name,
                           changed.size(), median(changed), median(super),
                           100.0 * fire / static_cast<double>(changed.size()), median(onset));
    }
    return out + "\n";
}

} // namespace rheobase::nerve
