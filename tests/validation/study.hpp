// A published human experiment, done again with virtual people.
#pragma once

#include "tests/validation/crowd.hpp"

#include <map>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace rheobase::validation {

/// What came out, by the name of the check in targets.csv.
using Measured = std::map<std::string, Outcome>;

struct Study {
    std::string_view id;             ///< as in targets.csv
    Measured (*measure)(int people); ///< `people` is how large a crowd to take
    bool quick = false;              ///< short enough to be done by every ./check, with a small crowd
};

/// How a test names it.
inline void PrintTo(Study const& study, std::ostream* out) {
    *out << study.id;
}

std::span<Study const> hormone_studies(); ///< PTH and its calcium
std::span<Study const> calcium_studies(); ///< calcium eaten
std::span<Study const> vitamin_d_studies();
std::span<Study const> magnesium_studies();
std::span<Study const> potassium_studies();
std::span<Study const> water_studies(); ///< water, salt, sweat and thirst
std::span<Study const> vitamin_b12_studies();
std::span<Study const> drug_studies();
std::span<Study const> condition_studies();  ///< kidney disease, pregnancy, citrate, alcohol, caffeine
std::span<Study const> body_studies();       ///< what no report shows
std::span<Study const> population_studies(); ///< diet against serum between people
std::vector<Study> all_studies();

// How experiments are put together.
inline constexpr double mg_per_mmol_calcium = 40.078;
inline constexpr double mg_per_mmol_magnesium = 24.305;
inline constexpr double mg_per_mmol_potassium = 39.098;
inline constexpr double mg_per_mmol_sodium = 22.990;
inline constexpr double mg_per_mmol_phosphorus = 30.974;
inline constexpr double pg_per_pmol_pth = 9.434;

/// Healthy adults on an ordinary diet: the baseline of a study that says no more of its people.
Experiment healthy_adults(int people, std::uint64_t seed);

/// Eats this much a day in the phase, every person the same.
void eats(Phase& phase, Ingested what, double amount);
/// Eats it in one go at this hour, on every day if daily.
void swallows(Phase& phase, Ingested what, double amount, double hour, bool daily = false);
Phase& then_days(Experiment& experiment, double days);
Phase& then_hours(Experiment& experiment, double hours);
void reports(Experiment& experiment, std::initializer_list<Observable> what, double every_hours);

} // namespace rheobase::validation
