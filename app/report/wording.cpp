#include "app/report/wording.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

std::string amount(double value, diet::Nutrient n) {
    if (!known(value))
        return "unknown";
    auto const& row = diet::about(n);
    // Three figures are more than anyone's diary can bear.
    double const size = std::abs(value);
    int const most = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    int const decimals = size > 0 && size < 10 ? std::clamp(static_cast<int>(row.decimals), 1, most)
                                               : std::min(static_cast<int>(row.decimals), most);
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

bool limit_broken(NutrientAnswer const& answer) {
    return std::any_of(answer.limits.begin(), answer.limits.end(),
                       [](auto const& judged) { return judged.probability_above >= likely_from; });
}

Standing standing(NutrientAnswer const& answer) {
    if (!answer.need)
        return Standing::cannot_say;
    if (limit_broken(answer))
        return Standing::high;
    if (known(answer.need->cdrr) && answer.usual.median > answer.need->cdrr)
        return Standing::high;
    double const p = answer.probability_inadequate;
    if (known(p))
        return p >= likely_from     ? Standing::low
               : p >= possible_from ? Standing::perhaps_low
                                    : Standing::enough;
    if (answer.against_adequate == diet::AgainstAdequate::meets)
        return Standing::enough;
    // Where only a part is known and that part alone is enough, the rest cannot make it too little.
    double const wanted = known(answer.need->rda) ? answer.need->rda : answer.need->ai;
    return !known(answer.intake.per_day.high) && answer.intake.per_day.low >= wanted ? Standing::enough
                                                                                     : Standing::cannot_say;
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
    // The same limit of both authorities is one sentence; where they differ, both stand side by side.
    std::string out;
    std::vector<std::pair<double, std::string_view>> said;
    for (auto const& judged : answer.limits) {
        if (!(judged.probability_above >= possible_from))
            continue;
        std::pair const same(judged.limit.value, judged.limit.scope);
        if (std::find(said.begin(), said.end(), same) != said.end())
            continue;
        said.push_back(same);
        std::string who = authority(judged.limit);
        bool differs = false;
        for (auto const& other : answer.limits) {
            bool const elsewhere =
                other.limit.authority != judged.limit.authority && other.limit.scope == judged.limit.scope;
            if (elsewhere && other.limit.value == judged.limit.value)
                who += " and " + authority(other.limit);
            differs |= elsewhere && other.limit.value > judged.limit.value &&
                       other.probability_above < possible_from;
        }
        auto const scope = judged.limit.scope == "supplements" ? " from supplements"
                           : judged.limit.scope == "supplements_and_fortified"
                               ? " from supplements and enriched food"
                           : judged.limit.scope == "folic_acid" ? " of added folic acid"
                                                                : "";
        out += fmt::format("{}{} {} the limit of {}{} ({}{}).", out.empty() ? "" : " ",
                           amount(judged.counted, answer.nutrient),
                           judged.probability_above >= likely_from ? "is above" : "may be above",
                           amount(judged.limit.value, answer.nutrient), scope, who,
                           differs ? "; others set it higher" : "");
    }
    return out;
}

std::string authority(diet::Limit const& limit) {
    if (limit.authority == "us")
        return limit.kind == "ul" ? "NASEM" : "US advice";
    return limit.authority == "eu" ? "EFSA" : std::string(limit.authority);
}

std::string short_name(std::string_view name) {
    constexpr std::size_t enough = 44;
    if (name.size() <= enough)
        return std::string(name);
    auto const comma = name.rfind(',', enough);
    return std::string(name.substr(0, comma == name.npos || comma == 0 ? name.rfind(' ', enough) : comma));
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
