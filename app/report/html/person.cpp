#include "app/report/html/person.hpp"

#include "app/report/wording.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr double adult = 18;
constexpr double toddler = 2;
constexpr double months_in_year = 12;

std::string who(diet::Person const& person) {
    std::string out;
    bool const grown = !person.age_years || *person.age_years >= adult;
    if (person.sex)
        out = *person.sex == diet::Sex::female ? (grown ? "woman" : "girl") : (grown ? "man" : "boy");
    if (person.age_years)
        out += (out.empty() ? "" : ", ") +
               (*person.age_years < toddler ? fmt::format("{:.0f} months", *person.age_years * months_in_year)
                                            : fmt::format("{:.0f} years", std::floor(*person.age_years)));
    if (person.pregnant.value_or(false))
        out += person.pregnancy_weeks ? fmt::format(", {:.0f} weeks pregnant", *person.pregnancy_weeks)
                                      : ", pregnant";
    return out;
}

} // namespace

std::string for_days(double days) {
    auto const ago = days_ago(days);
    return days < 1 ? "less than a day" : ago.substr(0, ago.size() - std::string_view(" ago").size());
}

std::string complaint_in_words(verdict::Evidence const& evidence) {
    std::string out = who(evidence.person);
    auto const found = std::find_if(evidence.symptoms.begin(), evidence.symptoms.end(),
                                    [](auto const& symptom) { return symptom.present.value_or(true); });
    if (found == evidence.symptoms.end())
        return out;
    out += (out.empty() ? "" : " · ") + spoken(found->code);
    auto const days = found->since_days ? found->since_days : evidence.duration_days;
    if (days)
        out += " for " + for_days(*days);
    return out;
}

} // namespace rheobase::report
