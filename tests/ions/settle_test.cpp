// People begin where nothing moves: every store that has a steady state is at it.
#include "tests/ions/experiments.hpp"
#include "model/ions/names.hpp"
#include "tests/ions/walk.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

/// Bone only gains or loses; the accounts only count.
bool has_a_steady_state(std::size_t state) {
    return state != at::skeleton && state < at::urine_calcium;
}

struct Moving {
    double a_year = 0; ///< change in a year against the larger of the store and its usual size
    std::size_t state = 0;
    std::uint32_t person = 0;
    double value = 0;
};

Moving worst_of(Experiment const& experiment, std::uint32_t people) {
    Moving worst;
    std::vector<double> f(state_count);
    for (std::uint32_t person = 0; person < people; ++person) {
        Walk const walk(experiment, person);
        walk.rates(walk.y(), f.data());
        for (std::size_t i = 0; i < state_count; ++i) {
            if (!has_a_steady_state(i))
                continue;
            double const hours = 24 * 365;
            double const moved =
                std::abs(f[i]) * hours / std::max(std::abs(walk.state(i)), state_rows[i].scale);
            // What is no number stays the worst.
            if (!(moved <= worst.a_year) && known(worst.a_year))
                worst = {moved, i, person, walk.state(i)};
        }
    }
    return worst;
}

struct Baseline {
    std::string name;
    Experiment what;
};

Experiment baseline(Phase const& phase) {
    Experiment e = of_phases({phase});
    e.seed = 5;
    return e;
}

std::vector<Baseline> baselines() {
    using enum Ingested;
    std::vector<Baseline> all;
    Phase const usual = days(1);
    all.push_back({"usual", baseline(usual)});

    auto ckd = baseline(usual);
    ckd.who.egfr = Spread{10, 3};
    all.push_back({"kidney disease, stage 5", ckd});

    auto old = baseline(usual);
    old.who.age_low = 75;
    old.who.age_high = 95;
    all.push_back({"old", old});

    for (Stage const stage : {Stage::pregnant, Stage::lactating}) {
        auto mother = baseline(usual);
        mother.who.age_high = 40;
        mother.who.stage = stage;
        all.push_back({stage == Stage::pregnant ? "pregnant" : "lactating", mother});
    }

    Phase vegan = usual;
    eats(vegan, b12, 0.3);
    eats(vegan, vitamin_d, 0.5);
    eats(vegan, calcium, 500, 150);
    eats(vegan, phytate, 2500, 700);
    vegan.sun = Sun::winter;
    all.push_back({"vegan in winter", baseline(vegan)});

    Phase little = usual, much = usual;
    for (auto const& [what, low, high] :
         {std::tuple{calcium, 200.0, 3000.0}, {magnesium, 100.0, 900.0}, {phosphorus, 400.0, 3000.0},
          {potassium, 800.0, 8000.0}, {sodium, 500.0, 8000.0}, {water, 1200.0, 6000.0}, {vitamin_d, 0.5, 250.0}}) {
        eats(little, what, low);
        eats(much, what, high);
    }
    all.push_back({"little of everything", baseline(little)});
    all.push_back({"much of everything", baseline(much)});

    for (std::size_t drug = 0; drug < static_cast<std::size_t>(DrugClass::count); ++drug) {
        Phase treated = usual;
        treated.drugs = {{static_cast<DrugClass>(drug), 1}};
        all.push_back({std::string(drug_names[drug]), baseline(treated)});
    }

    Phase fed = usual;
    fed.meals = three_meals();
    all.push_back({"three meals a day", baseline(fed)});

    Phase hot = usual;
    hot.loss = Loss{1, 0, Stool::normal};
    all.push_back({"sweating", baseline(hot)});
    return all;
}

} // namespace

TEST(Settle, LeavesNoStoreMovingInTwoHundredUsualPeople) {
    auto const worst = worst_of(baseline(days(1)), 200);
    EXPECT_LT(worst.a_year, 1e-6) << state_rows[worst.state].key << " of person " << worst.person;
}

TEST(Settle, LeavesNoStoreMovingWhateverTheBaseline) {
    for (auto const& one : baselines()) {
        auto const worst = worst_of(one.what, 40);
        EXPECT_LT(worst.a_year, 1e-6) << one.name << ": " << state_rows[worst.state].key << " of person "
                                      << worst.person << " stands at " << worst.value;
    }
}
