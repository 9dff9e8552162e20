#include "model/ions/run.hpp"

#include "engine/crowd.hpp"
#include "engine/percentile.hpp"
#include "model/ions/block.hpp"

#include <algorithm>
#include <atomic>

namespace rheobase::ions {

namespace {

bool is_fires_alone(Report const& report) {
    return report.what == Observable::fires_alone;
}

} // namespace

Course course(Experiment const& experiment, RunOptions const& options) {
    Course c;
    c.experiment = completed(experiment);
    if (!options.fires_alone)
        std::erase_if(c.experiment.reports, is_fires_alone);
    for (auto const& phase : experiment.phases) {
        auto& inherited = c.inherited.emplace_back();
        for (std::size_t i = 0; i < ingested_count; ++i)
            inherited[i] = !phase.intake[i];
    }
    c.facts = all_facts(options.overrides);
    c.accuracy = options.accuracy;
    c.stretches = timeline(c.experiment, options.grid);
    for (auto const& stretch : c.stretches) {
        auto const number = static_cast<std::size_t>(stretch.phase);
        std::array<bool, ingested_count> unnamed{};
        for (std::size_t i = 0; i < ingested_count; ++i)
            unnamed[i] = c.inherited[0][i] && c.inherited[number][i];
        c.acting.push_back(acting(c.experiment.phases[number], unnamed, stretch.from));
    }
    for (auto const& phase : c.experiment.phases) {
        auto& of_phase = c.meals.emplace_back();
        for (auto const& meal : phase.meals)
            of_phase.push_back(swallowed(meal));
    }
    for (std::size_t s = 0; s < c.stretches.size(); ++s)
        if (c.stretches[s].report)
            for (std::size_t r = 0; r < c.experiment.reports.size(); ++r)
                if (due(c.experiment.reports[r], c.stretches[s].to))
                    c.moments.push_back({s, r});
    return c;
}

Findings run(Experiment const& experiment, RunOptions const& options) {
    Findings findings;
    Course const c = course(experiment, options);
    auto const people = static_cast<std::size_t>(std::max(experiment.people, 0));
    Kernel const& k = kernel(options.lanes);
    auto const width = static_cast<std::size_t>(k.width);
    std::vector<double> values(c.moments.size() * people, unknown);
    std::size_t const blocks = (people + width - 1) / width;
    std::vector<std::vector<Failure>> failures(blocks);
    std::atomic<int> done{0};
    engine::for_blocks(blocks, options.threads, [&](std::size_t block) {
        std::size_t const first = block * width;
        int const count = static_cast<int>(std::min(width, people - first));
        failures[block] = simulate(c, options, k, static_cast<std::uint32_t>(first), count, values.data() + first, people);
        int const now = done += count;
        return !options.progress || options.progress(now, static_cast<int>(people));
    });
    findings.people_done = done;
    findings.finished = findings.people_done == static_cast<int>(people);

    for (auto& of_block : failures) {
        std::sort(of_block.begin(), of_block.end(), [](Failure const& a, Failure const& b) { return a.person < b.person; });
        findings.failures.insert(findings.failures.end(), of_block.begin(), of_block.end());
    }
    std::vector<double> scratch;
    for (std::size_t m = 0; m < c.moments.size(); ++m) {
        auto const& stretch = c.stretches[c.moments[m].stretch];
        std::span<double const> const row(values.data() + m * people, people);
        auto const s = engine::summary(row, scratch);
        findings.rows.push_back({stretch.phase, stretch.to, c.experiment.reports[c.moments[m].report].what, s.count,
                                 s.mean, s.sd, s.p5, s.p50, s.p95});
    }
    if (experiment.per_person)
        for (std::size_t person = 0; person < people; ++person)
            for (std::size_t m = 0; m < c.moments.size(); ++m) {
                auto const& stretch = c.stretches[c.moments[m].stretch];
                findings.person_rows.push_back({static_cast<int>(person), stretch.phase, stretch.to,
                                                c.experiment.reports[c.moments[m].report].what,
                                                values[m * people + person]});
            }
    if (!options.fires_alone && std::any_of(experiment.reports.begin(), experiment.reports.end(), is_fires_alone))
        findings.marks.push_back("Nothing here reads nerves, so fires_alone is not reported.");
    std::string from_animals;
    for (auto const& fact : c.facts)
        if (fact.animal_only)
            from_animals += (from_animals.empty() ? "" : ", ") + std::string(fact.name);
    if (!from_animals.empty())
        findings.marks.push_back("Of the numbers behind these figures, this is known from animals or cells alone: " +
                                 from_animals + ". `rheobase facts` shows where it comes from.");
    return findings;
}

} // namespace rheobase::ions
