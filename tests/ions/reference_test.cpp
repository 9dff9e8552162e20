// Every state at every day's end against CVODE, the order of the method on the body, and what accuracy costs in steps.
#include "tests/ions/reference.hpp"

#include "tests/ions/experiments.hpp"

#include <cmath>
#include <cstdlib>
#include <fmt/core.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

using Real = engine::Lanes<1>;
using States = std::vector<std::vector<double>>; // at each day's end

/// The body as the product has it, counting how often a step is tried.
struct Counted : BodySystem<Real> {
    long* tries;
    void rates_and_slopes(Real const* y, Real* f, Real* a) const {
        ++*tries;
        BodySystem<Real>::rates_and_slopes(y, f, a);
    }
};

auto counting(engine::Accuracy const& accuracy, long& tries) {
    return [&tries, accuracy](Walk& walk, Stretch const& stretch) {
        Counted const body{{*reinterpret_cast<Physiology<Real> const*>(walk.facts()),
                            *reinterpret_cast<Forcing<Real> const*>(walk.acting())},
                           &tries};
        for (double const hours : stretch.steps)
            engine::follow<1>(body, accuracy, hours, reinterpret_cast<Real*>(walk.y()));
    };
}

template <class Advance>
States day_ends(Experiment const& experiment, std::uint32_t person, Advance&& advance) {
    States days;
    Walk(experiment, person).through(advance, [&](Walk const& walk, Stretch const& stretch) {
        if (stretch.report && stretch.to > 0)
            days.emplace_back(walk.y(), walk.y() + state_count);
    });
    return days;
}

struct Miss {
    double error = 0;
    std::size_t state = 0;
};

struct Misses {
    Miss body;   ///< against the state's value, which counts as at least a thousandth of its usual size
    Miss on_way; ///< of what is passing; a tenth
};

void compare(States const& ours, States const& reference, Misses& misses) {
    ASSERT_EQ(ours.size(), reference.size());
    for (std::size_t day = 0; day < ours.size(); ++day)
        for (std::size_t i = 0; i < state_count; ++i) {
            double const least = state_passing[i] ? 0.1 : 1e-3;
            // Bicarbonate is a state that passes through nothing; it counts as the blood's own.
            double const whole = i == at::bicarbonate ? usual_acid_base.bicarbonate : least * state_rows[i].scale;
            double const size = std::max(std::abs(reference[day][i]), whole);
            double const error = std::abs(ours[day][i] - reference[day][i]) / size;
            ASSERT_TRUE(known(error)) << state_rows[i].key;
            Miss& miss = state_passing[i] ? misses.on_way : misses.body;
            if (error > miss.error)
                miss = {error, i};
        }
}

States reference_of(Experiment const& experiment, std::uint32_t person) {
    Reference reference;
    return day_ends(experiment, person, [&](Walk& walk, Stretch const& stretch) { reference(walk, stretch); });
}

constexpr double promised = 1e-4, promised_on_way = 3e-3;
constexpr std::uint32_t people = 4;

/// To one digit, upwards: the last bits of another machine's reference do not show.
std::string rounded_up(double error) {
    if (error < 1e-9)
        return "< 1e-9";
    double const power = std::pow(10, std::floor(std::log10(error)));
    return fmt::format("{:.0e}", std::ceil(error / power) * power);
}

Experiment year(bool changing) {
    if (changing)
        return changing_days(365);
    auto e = of_phases({days(1), days(365)});
    eats(e.phases[1], Ingested::calcium, 500);
    eats(e.phases[1], Ingested::sodium, 5000);
    return e;
}

} // namespace

TEST(Reference, EveryStateAgreesAtEveryDayEndOfTwelveExperiments) {
    for (auto const& [name, experiment] : contrasts()) {
        Misses misses;
        for (std::uint32_t person = 0; person < people; ++person)
            compare(day_ends(experiment, person, Walk::as_run()), reference_of(experiment, person), misses);
        fmt::print("{:<58} {:<22} {:.1e}, on its way {:.1e}\n", name, state_rows[misses.body.state].key, misses.body.error,
                   misses.on_way.error);
        EXPECT_LE(misses.body.error, promised) << name << ": " << state_rows[misses.body.state].key;
        EXPECT_LE(misses.on_way.error, promised_on_way) << name << ": " << state_rows[misses.on_way.state].key;
        EXPECT_GT(misses.body.error, 0) << name << ": no two integrators agree to the last bit";
    }
}

TEST(Reference, CountedStepsAreTheProductsOwn) {
    for (auto const& [name, experiment] : contrasts()) {
        long tries = 0;
        EXPECT_EQ(day_ends(experiment, 1, counting({}, tries)), day_ends(experiment, 1, Walk::as_run())) << name;
        EXPECT_GT(tries, 10) << name;
    }
}

namespace {

/// Errors at the end of a day that begins with another diet, in so many equal steps.
std::vector<double> errors_of_equal_steps(std::vector<int> const& numbers) {
    auto e = contrasts()[0].what;
    e.phases[1].hours = 24;
    auto const truth = reference_of(e, 0).back();
    std::vector<double> errors;
    for (int const steps : numbers) {
        auto const ours = day_ends(e, 0, [&](Walk& walk, Stretch const& stretch) {
            for (int step = 0; step < steps && stretch.to > stretch.from; ++step)
                kernel(1).advance(walk.facts(), walk.acting(), (stretch.to - stretch.from) / steps, walk.y());
        });
        double sum = 0;
        for (std::size_t i = 0; i < state_count; ++i)
            sum += std::pow((ours.back()[i] - truth[i]) / state_rows[i].scale, 2);
        errors.push_back(std::sqrt(sum));
    }
    return errors;
}

} // namespace

TEST(Reference, TheBodyConvergesWithOrderFour) {
    auto const errors = errors_of_equal_steps({24, 48, 96});
    // From above: the shorter the steps, the nearer to four.
    for (std::size_t i = 1; i < errors.size(); ++i)
        EXPECT_GE(std::log2(errors[i - 1] / errors[i]), 3.6) << i;
}

namespace {

std::string figures() {
    std::string text = "## Figures\n"
                       "Every state at the end of every day, four people an experiment, against CVODE (BDF, relative tolerance "
                       "1e-10). An error\nis told against the state, which counts as at least a thousandth of its usual size "
                       "(`model/ions/states.csv`). What is\non its way (in the gut, caffeine, alcohol) stands apart: a day "
                       "leaves next to nothing of it, and it counts as at least a\ntenth. Steps are those tried, a person.\n\n"
                       "| experiment | furthest off | error | on its way | steps |\n|---|---|---|---|---|\n";
    for (auto const& [name, experiment] : contrasts()) {
        Misses misses;
        long tries = 0;
        for (std::uint32_t person = 0; person < people; ++person)
            compare(day_ends(experiment, person, counting({}, tries)), reference_of(experiment, person), misses);
        text += fmt::format("| {} | {} | {} | {} | {} |\n", name, state_rows[misses.body.state].meaning,
                            rounded_up(misses.body.error), rounded_up(misses.on_way.error), tries / people);
    }
    text += "\nWhat another accuracy would cost (`RunOptions::accuracy.relative`; one person; error, error of what is on its "
            "way, steps):\n\n| experiment | 0.01 | 0.002 (used) | 1e-3 | 1e-4 |\n|---|---|---|---|---|\n";
    auto const some = contrasts();
    for (auto const& [name, experiment] :
         {Contrast{"a year after one change of diet", year(false)}, Contrast{"a year of another diet each day", year(true)},
          Contrast{some[2].name, some[2].what}, Contrast{some[5].name, some[5].what}, Contrast{some[11].name, some[11].what}}) {
        auto const truth = reference_of(experiment, 0);
        text += "| " + name;
        for (double const relative : {0.01, 0.002, 1e-3, 1e-4}) {
            engine::Accuracy accuracy;
            accuracy.relative = relative;
            Misses misses;
            long tries = 0;
            compare(day_ends(experiment, 0, counting(accuracy, tries)), truth, misses);
            text += fmt::format(" | {}, {}, {}", rounded_up(misses.body.error), rounded_up(misses.on_way.error), tries);
        }
        text += " |\n";
    }
    auto const errors = errors_of_equal_steps({24, 48, 96});
    text += "\nWith the steps of a day halved, 24 to 96, the body's error falls by the powers";
    for (std::size_t i = 1; i < errors.size(); ++i)
        text += fmt::format("{} {:.1f}", i > 1 ? "," : "", std::log2(errors[i - 1] / errors[i]));
    return text + " of two: order 4.\n";
}

} // namespace

TEST(Reference, ThePageOfTheSolverTellsTodaysFiguresSlowly) {
    std::string const path = std::string(RHEOBASE_ROOT) + "/docs/solver.md";
    std::stringstream page;
    page << std::ifstream(path).rdbuf();
    auto const written = page.str();
    auto const begin = written.find("## Figures");
    ASSERT_NE(begin, std::string::npos) << path << " has no figures";
    auto const told = written.substr(0, begin) + figures();
    if (std::getenv("RHEOBASE_BLESS"))
        std::ofstream(path) << told;
    else
        EXPECT_EQ(written, told) << "rewritten by ./check --all --bless";
}
