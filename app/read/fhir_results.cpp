#include "app/read/fhir_results.hpp"

#include "app/read/fhir_reading.rows.hpp"
#include "model/verdict/judging.rows.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rheobase::read::fhir {

namespace {

constexpr double minutes_a_day = 1440;

/// An order that only the content decides. Numbers that are not known come first.
auto content(Result const& one) {
    auto const figure = [](double value) { return known(value) ? value : -1e300; };
    return std::tuple(one.analyte, one.date ? one.date->day : -1'000'000L,
                      one.date ? one.date->minute.value_or(-1) : -1, -one.standing, one.lab.loinc,
                      figure(one.lab.value), one.lab.bound, one.lab.unit,
                      !one.lab.ref_low && !one.lab.ref_high, one.lab.ref_low.value_or(-1e300),
                      one.lab.ref_high.value_or(-1e300), one.lab.note, one.lab.status, one.said);
}

bool one_time(Result const& a, Result const& b) {
    return a.date && b.date && a.date->day == b.date->day && a.date->known == b.date->known &&
           a.date->minute == b.date->minute;
}

/// One measurement, perhaps printed in two units.
bool same_value(Result const& a, Result const& b) {
    double const larger = std::max(std::fabs(a.si), std::fabs(b.si));
    return a.lab.bound == b.lab.bound && std::fabs(a.si - b.si) <= fhir_reading.same_result_within * larger;
}

bool comparable(Result const& a, Result const& b) {
    return !a.analyte.empty() && a.analyte == b.analyte && known(a.si) && known(b.si);
}

bool one_day(Result const& a, Result const& b) {
    return a.analyte == b.analyte && a.date.has_value() == b.date.has_value() &&
           (!a.date || a.date->day == b.date->day);
}

/// Takes out of sorted results what a later statement of the same time replaces, and doubles.
std::vector<Result> without_replaced(std::vector<Result> results, Record& record) {
    std::vector<Result> kept;
    for (auto& one : results) {
        // Sorted, the better standing of a time comes first, and a day stands together.
        auto before = kept.rbegin();
        auto const replaces = [&](Result const& other) {
            return comparable(one, other) && ((!one.date && !other.date) || one_time(one, other)) &&
                   (same_value(one, other) || (one_time(one, other) && other.standing > one.standing));
        };
        while (before != kept.rend() && one_day(one, *before) && !replaces(*before))
            ++before;
        if (before == kept.rend() || !one_day(one, *before))
            kept.push_back(std::move(one));
        else if (same_value(one, *before))
            record.told.say(one.said, "The same result stands in the record more than once; it counts once.");
        else
            record.told.say(one.said, "A corrected or final result of the same time replaced it.");
    }
    return kept;
}

/// Two results of one test at one time that differ: nobody can say which is right.
void undate_contradictions(std::vector<Result>& results, Record& record) {
    std::set<std::size_t> doubtful;
    for (std::size_t i = 0; i < results.size(); ++i)
        for (std::size_t k = i + 1; k < results.size() && one_day(results[k], results[i]); ++k)
            if (comparable(results[i], results[k]) && one_time(results[i], results[k]) &&
                results[i].lab.loinc == results[k].lab.loinc)
                doubtful.insert({i, k});
    for (auto const place : doubtful) {
        results[place].lab.days_ago.reset();
        record.told.say(
            results[place].said,
            "Two results of the same time contradict each other. Each can raise urgency, neither can "
            "lower it.");
    }
}

/// The last result of a day stands at the whole day; those before it are older by the clock.
void order_within_days(std::vector<Result>& results) {
    std::map<std::pair<std::string, long>, double> last;
    for (auto const& one : results)
        if (one.lab.days_ago && one.date->minute) {
            auto const [found, fresh] = last.try_emplace({one.analyte, one.date->day}, *one.date->minute);
            found->second = std::max(found->second, *one.date->minute);
        }
    for (auto& one : results)
        if (one.lab.days_ago && one.date->minute)
            *one.lab.days_ago += (last.at({one.analyte, one.date->day}) - *one.date->minute) / minutes_a_day;
}

} // namespace

int standing_of(std::string_view status) {
    return status == "corrected" || status == "amended" ? 2 : status == "final" ? 1 : 0;
}

void settle_results(std::vector<Result> results, Record& record, verdict::Evidence& evidence) {
    std::erase_if(results, [&](Result& one) {
        one.lab.days_ago = record.days_ago(one.date);
        bool const old = one.lab.days_ago && *one.lab.days_ago > verdict::judging.forgotten_after_days;
        if (old)
            record.told.say(one.said, "Older than a year, so not used.");
        else if (!one.lab.days_ago)
            record.told.say(one.said,
                            "It has no date to count from, so it can raise urgency and not lower it.");
        return old;
    });
    std::sort(results.begin(), results.end(),
              [](Result const& a, Result const& b) { return content(a) < content(b); });
    results = without_replaced(std::move(results), record);
    undate_contradictions(results, record);
    order_within_days(results);
    std::stable_sort(results.begin(), results.end(), [](Result const& a, Result const& b) {
        return a.lab.days_ago.value_or(1e300) < b.lab.days_ago.value_or(1e300);
    });
    for (auto& one : results)
        evidence.labs.push_back(std::move(one.lab));
}

} // namespace rheobase::read::fhir
