#include "app/report/json/ions.hpp"
#include "app/report/ions_words.hpp"

#include "app/report/json/plate.hpp"
#include "model/ions/names.hpp"

#include <cmath>

namespace rheobase::report {

namespace {

/// An hour without the last bits of counting in fractions.
double hour_of(double hour) {
    constexpr double steps = 1e8;
    return std::round(hour * steps) / steps;
}

Json row_json(ions::Row const& row) {
    return {{"phase", row.phase},   {"hour", hour_of(row.hour)}, {"what", name_of(row.what)},
            {"people", row.people}, {"mean", figure(row.mean)},  {"sd", figure(row.sd)},
            {"p5", figure(row.p5)}, {"p50", figure(row.p50)},    {"p95", figure(row.p95)}};
}

Json person_row_json(ions::PersonRow const& row) {
    return {{"person", row.person},
            {"phase", row.phase},
            {"hour", hour_of(row.hour)},
            {"what", name_of(row.what)},
            {"value", figure(row.value)}};
}

} // namespace

std::string ions_json(ions::Experiment const& experiment, ions::Findings const& findings,
                      std::vector<std::string> const& notes) {
    // Rows are written one by one: a crowd's rows as one document would hold them all twice.
    auto rows = [&](std::string& text) {
        std::size_t count = 0;
        auto const put = [&](Json const& row) { text += (count++ == 0 ? "\n    " : ",\n    ") + row.dump(); };
        if (experiment.per_person) {
            auto const who = reached(experiment, findings);
            for (auto const& row : findings.person_rows)
                if (who[static_cast<std::size_t>(row.person)])
                    put(person_row_json(row));
        } else
            for (auto const& row : findings.rows)
                put(row_json(row));
        text += count == 0 ? "" : "\n  ";
    };
    auto failures = Json::array();
    for (auto const& failure : findings.failures)
        failures.push_back({{"person", failure.person},
                            {"phase", failure.phase},
                            {"hour", hour_of(failure.hour)},
                            {"why", failure.why}});
    std::string text = "{\n  \"experiment\": " + experiment_json(experiment).dump() + ",\n";
    text += "  \"people\": " + std::to_string(experiment.people) + ",\n";
    text += "  \"people_done\": " + std::to_string(lived_through(findings)) + ",\n";
    text += "  \"seed\": " + std::to_string(experiment.seed) + ",\n";
    text += std::string("  \"finished\": ") + (findings.finished ? "true" : "false") + ",\n";
    text += "  \"rows\": [";
    rows(text);
    text += "],\n  \"failures\": " + failures.dump() + ",\n";
    text += "  \"marks\": " + Json(findings.marks).dump() + ",\n";
    text += "  \"notes\": " + Json(notes).dump() + "\n}\n";
    return text;
}

} // namespace rheobase::report
