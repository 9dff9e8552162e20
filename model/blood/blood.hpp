// What blood tests would likely show, from everything that is known of a person: a crowd of virtual people
// who eat, take, lose and have what this person does, and the same people in an ordinary life beside them.
#pragma once

#include "model/diet/usual_intake.hpp"
#include "model/ions/experiment.hpp"
#include "model/verdict/evidence.hpp"
#include "model/verdict/findings.hpp"
#include "model/verdict/verdict.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::blood {

struct Options {
    int people = 0; ///< 0: nothing is predicted
    std::uint64_t seed = 1;
    int threads = 0; ///< 0: all cores. The result does not depend on it
    int lanes = 0;   ///< 0: the widest this machine has. The result does not depend on it
};

/// How many people an answer takes where nobody says.
int default_people();

/// From how many times its noise on a change is one that a test shows.
double detectable();

/// One blood test. Percentiles are of what a laboratory would read, with its noise and the day's.
struct Line {
    std::string_view analyte, unit; ///< as in codes.csv and observables.csv
    int decimals = 0;               ///< with which the test is printed
    double p5 = unknown, p50 = unknown, p95 = unknown;
    double reference_p50 =
        unknown;             ///< the same people eating what is advised, without losses, medicines or illness
    double change = unknown; ///< median over people of what the person's life makes of it
    double noise = unknown;  ///< standard deviation of one test in one person
    bool detectable = false; ///< the change is at least `detectable` times the noise
    bool worth_a_word = false;        ///< the change is more than nothing and not just good food
    std::vector<std::string> because; ///< what makes the change, most first
    double measured = unknown;        ///< the person's own recent result
    bool weighed = false;             ///< the crowd was weighed by it
};

/// A test that is not predicted, and why.
struct Unseen {
    std::string_view analyte;
    std::string why;
};

enum class Ion { calcium, magnesium, potassium, sodium };
inline constexpr std::size_t ion_count = 4;

/// One ion in the blood of every virtual person, as it is: without the noise of a test.
struct IonLevels {
    std::string_view analyte;  ///< calcium is the ionised, the others as in serum
    std::vector<double> level; ///< mmol/L, by person; unknown for who counts nothing; empty where nothing is
                               ///< known of it
    bool measured = false;     ///< the person's own result with the noise of a test, not the crowd's level
};

struct Prediction {
    int people = 0; ///< how many lived through both worlds
    std::uint64_t seed = 1;
    std::string
        why_not; ///< why nothing is predicted, in one sentence; empty where something is, or nobody asked
    std::vector<Line> lines;
    std::vector<Unseen> unseen;
    std::vector<std::string> notes;
    double effective_people = unknown;     ///< what the crowd is worth after weighing
    std::array<IonLevels, ion_count> ions; ///< by Ion; empty where nothing is predicted
    std::vector<double> weights;           ///< how much each person counts; 0 for who did not live through it
};

/// `usual` has an entry for every nutrient, or is empty where nothing was eaten or taken. `labs` are the
/// results as the verdict understood them.
Prediction predict(verdict::Evidence const& evidence, verdict::Findings const& findings,
                   std::vector<verdict::LabLine> const& labs, std::span<diet::UsualIntake const> usual,
                   Options const& options);

} // namespace rheobase::blood
