// The blood of virtual adults who live as usual, beside that of the healthy people of a survey.
#pragma once

#include "tests/validation/record.hpp"

#include "model/ions/adults.hpp"

namespace rheobase::validation {

/// What the survey found for one laboratory value, sex and age, and how far the model may be off, in percent.
struct Surveyed {
    std::string lab, sex;
    int age_from = 0, age_to = 0;
    std::string unit;
    double p10 = 0, p50 = 0, p90 = 0;
    double tolerance = 0;
};
std::vector<Surveyed> const& surveyed_labs();

/// One of three percentiles of one row, as it is recorded.
struct Compared {
    std::string lab, age_from, percentile, survey, model, off_percent;
    Verdict verdict = Verdict::open;
    bool operator==(Compared const&) const = default;
};

/// Everyone of one sex, with so many people in every band of age.
std::vector<Compared> compared(std::string const& sex, int people_a_band);
std::vector<Compared> recorded_population(std::string const& sex);
void write_population(std::string const& sex, std::vector<Compared> const& lines);

/// These adults through two years of seasons, as a laboratory would see them. All of them live, or this is a
/// fault.
Crowd living_as_usual(std::vector<ions::Adult> const& adults, std::uint64_t seed);
/// What is found on a day of the last year, which begins with summer.
std::map<Observable, double> bled(Person const& person, double day);

} // namespace rheobase::validation
