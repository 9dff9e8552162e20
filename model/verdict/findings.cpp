#include "model/verdict/findings.hpp"

#include "model/verdict/evidence.hpp"

namespace rheobase::verdict {

namespace {

void add(diet::Range& total, diet::Range const& part, double times) {
    if (!known(part.low) && !known(part.high))
        return;
    if (!known(total.low))
        total = {0, 0, 0};
    total.low += part.low * times;
    total.mid += part.mid * times;
    total.high += part.high * times;
}

} // namespace

Findings findings_from_case(Evidence const& evidence) {
    Findings findings;
    for (auto const& product : evidence.supplements)
        for (std::size_t i = 0; i < product.each.size(); ++i) {
            auto& total = findings.nutrient[i].from_supplements;
            add(total, product.each[i], known(product.per_day) ? product.per_day : 1);
            if (product.uncounted[i])
                total = {known(total.low) ? total.low : 0, unknown, unknown};
        }
    for (auto const& [nutrient, amount] : evidence.stated_per_day) {
        auto& found = findings.nutrient[static_cast<std::size_t>(nutrient)];
        auto const coverage = evidence.stated_coverage.find(nutrient);
        found.coverage = coverage == evidence.stated_coverage.end() ? unknown : coverage->second;
        // A stated amount is the known part: with less than full coverage nobody knows where the intake ends.
        bool const whole = !known(found.coverage) || found.coverage >= 1;
        found.per_day = {amount, whole ? amount : unknown, whole ? amount : unknown};
        findings.diary = true;
    }
    if (evidence.days_logged)
        findings.days = *evidence.days_logged;
    return findings;
}

} // namespace rheobase::verdict
