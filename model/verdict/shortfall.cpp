#include "model/verdict/shortfall.hpp"

#include "model/verdict/judging.rows.hpp"
#include "model/verdict/plan_nutrients.rows.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

/// The most that may have been eaten: food of unknown value counted as richer than the rest.
double at_most(NutrientFinding const& finding) {
    if (known(finding.per_day.mid))
        return finding.per_day.mid;
    double const covered = finding.coverage;
    if (!(covered >= judging.short_coverage))
        return unknown;
    return finding.per_day.low * (1 + judging.unread_richness * (1 - covered) / covered);
}

double eaten(NutrientFinding const& finding) {
    return known(finding.per_day.mid) ? finding.per_day.mid : finding.per_day.low / finding.coverage;
}

NutrientFinding const& of(Findings const& findings, std::string_view nutrient) {
    return findings.nutrient[static_cast<std::size_t>(diet::nutrient_called(nutrient).value())];
}

} // namespace

Truth is_short(NutrientFinding const& finding) {
    if (known(finding.coverage) && finding.coverage < judging.short_coverage)
        return Truth::unknown;
    if (known(finding.probability_inadequate))
        return truth(finding.probability_inadequate >= judging.short_probability);
    double const most = at_most(finding);
    double const bar = known(finding.ear) ? finding.ear : finding.ai * judging.short_of_adequate;
    if (!known(most) || !known(bar))
        return Truth::unknown;
    if (most < bar && !(finding.per_day.high >= (known(finding.ear) ? finding.ear : finding.ai)))
        return Truth::yes;
    return finding.per_day.low >= bar || known(finding.per_day.mid) ? Truth::no : Truth::unknown;
}

std::vector<Shortfall> shortfalls(Findings const& findings) {
    std::vector<Shortfall> found;
    for (auto const& row : plan_nutrients_rows) {
        auto const& finding = of(findings, row.nutrient);
        if (is_short(finding) != Truth::yes)
            continue;
        double const target = known(finding.rda) ? finding.rda : known(finding.ai) ? finding.ai : finding.ear;
        found.push_back({diet::nutrient_called(row.nutrient).value(), eaten(finding), target});
    }
    std::stable_sort(found.begin(), found.end(), [](Shortfall const& a, Shortfall const& b) {
        return a.gap() / a.target > b.gap() / b.target;
    });
    return found;
}

Truth anything_short(Findings const& findings) {
    Truth any = Truth::unknown;
    for (auto const& row : plan_nutrients_rows) {
        auto const one = is_short(of(findings, row.nutrient));
        if (one == Truth::yes)
            return one;
        if (one == Truth::no)
            any = Truth::no;
    }
    return any;
}

bool diary_usable(Findings const& findings) {
    if (!findings.diary)
        return false;
    bool const understood = !known(findings.share_read) || findings.share_read >= judging.diary_share_read;
    // Where food is missing from the diary, everything looks short for that reason alone.
    bool const thin = findings.energy_to_resting < judging.diary_energy_least ||
                      (!findings.energy_plausible.value_or(true) &&
                       findings.energy_to_resting < judging.diary_energy_ample);
    return understood && !thin;
}

} // namespace rheobase::verdict
