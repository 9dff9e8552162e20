#include "app/report/wording.hpp"

#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

std::string amount(double value, diet::Nutrient n) {
    if (!known(value))
        return "unknown";
    auto const& row = diet::about(n);
    int decimals = static_cast<int>(row.decimals);
    if (value != 0 && std::abs(value) < 10)
        decimals = std::max(decimals, 1);
    return fmt::format("{:.{}f} {}", value, decimals, row.unit);
}

std::string range(diet::Range const& r, diet::Nutrient n) {
    if (!known(r.high))
        return known(r.low) && r.low > 0 ? "at least " + amount(r.low, n) : "unknown";
    auto const low = amount(r.low, n), high = amount(r.high, n);
    if (low == high)
        return high;
    return low.substr(0, low.find(' ')) + " to " + high;
}

Standing standing(NutrientAnswer const& answer) {
    if (!answer.need)
        return Standing::cannot_say;
    for (auto const& judged : answer.limits)
        if (known(judged.probability_above) && judged.probability_above >= likely_from)
            return Standing::high;
    if (known(answer.need->cdrr) && known(answer.usual.median) && answer.usual.median > answer.need->cdrr)
        return Standing::high;
    double const p = answer.probability_inadequate;
    if (known(p))
        return p >= likely_from     ? Standing::low
               : p >= possible_from ? Standing::perhaps_low
                                    : Standing::enough;
    return answer.against_adequate == diet::AgainstAdequate::meets ? Standing::enough : Standing::cannot_say;
}

std::string in_words(Standing s) {
    switch (s) {
    case Standing::enough:
        return "enough";
    case Standing::perhaps_low:
        return "may be too little";
    case Standing::low:
        return "probably too little";
    case Standing::high:
        return "more than is advised";
    case Standing::cannot_say:
        return "cannot say";
    }
    return {};
}

std::string limit_in_words(NutrientAnswer const& answer) {
    std::string out;
    for (auto const& judged : answer.limits) {
        if (!known(judged.probability_above) || judged.probability_above < possible_from)
            continue;
        auto const scope = judged.limit.scope == "supplements" ? " from supplements"
                           : judged.limit.scope == "supplements_and_fortified"
                               ? " from supplements and enriched food"
                           : judged.limit.scope == "folic_acid" ? " of added folic acid"
                                                                : "";
        out += fmt::format("{}{} {} the limit of {}{} ({}).", out.empty() ? "" : " ",
                           amount(judged.counted, answer.nutrient),
                           judged.probability_above >= likely_from ? "is above" : "may be above",
                           amount(judged.limit.value, answer.nutrient), scope,
                           authority(judged.limit.authority));
    }
    return out;
}

std::string authority(std::string_view key) {
    return key == "us" ? "NASEM" : key == "eu" ? "EFSA" : std::string(key);
}

std::string spoken(std::string_view code) {
    return verdict::name_of(code);
}

std::string days_ago(double days) {
    if (!known(days))
        return "no date";
    if (days < 1)
        return "today";
    if (days < 14)
        return fmt::format("{:.0f} day{} ago", days, days < 1.5 ? "" : "s");
    if (days < 60)
        return fmt::format("{:.0f} weeks ago", days / 7);
    if (days < 730)
        return fmt::format("{:.0f} months ago", days / 30.44);
    return fmt::format("{:.0f} years ago", days / 365.25);
}

} // namespace rheobase::report
