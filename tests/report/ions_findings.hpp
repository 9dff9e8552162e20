// Findings as a run would give them, small enough to be read by eye.
#pragma once

#include "app/read/experiment.hpp"
#include "model/ions/run.hpp"

namespace rheobase::report {

inline ions::Experiment small_experiment(std::string_view json = R"({"people": 20, "seed": 5,
    "person": {"age_years": [20, 60], "sex": "female"},
    "baseline": {"days": 30, "drugs": [{"class": "ppi"}]},
    "phases": [{"hours": 3, "clamp": [{"what": "ionised_calcium", "value": 1.05, "from_hour": 0, "hours": 2}]},
               {"days": 14, "intake": {"magnesium_mg": 90}, "drugs": [{"class": "thiazide"}]}],
    "report": [{"what": "magnesium_serum", "every_hours": 24}, {"what": "balance_potassium", "every_hours": 24}]})") {
    auto read = read::read_experiment(json, "small.json");
    EXPECT_TRUE(read.faults.empty()) << in_words(read.faults.front());
    return read.experiment;
}

inline ions::Findings small_findings() {
    using ions::Observable;
    ions::Findings findings;
    findings.people_done = 20;
    findings.rows = {
        {0, 0, Observable::magnesium_serum, 20, 0.82, 0.05, 0.74, 0.8201234567, 0.9},
        {0, 0, Observable::balance_potassium, 20, -0.0, 0, 0, 0, 0},
        {0, 720, Observable::magnesium_serum, 20, 0.82, 0.05, 0.74, 0.82, 0.9},
        {1, 0, Observable::magnesium_serum, 20, 0.81, 0.05, 0.73, 0.81, 0.89},
        {2, 0, Observable::magnesium_serum, 20, 0.81, 0.05, 0.73, 0.81, 0.89},
        {2, 24.00000000000001, Observable::magnesium_serum, 19, 0.70, 0.05, 0.58, 0.66, 0.79},
        {2, 336, Observable::magnesium_serum, 19, 0.71, 0.05, 0.62, 0.71, 0.8},
        {2, 336, Observable::balance_potassium, 19, -12.25, 3, -17, -12.3, -8},
    };
    findings.failures = {{3, 2, 30, "potassium above what a heart survives"}};
    findings.marks = {"Known from rats alone."};
    return findings;
}

} // namespace rheobase::report
