// What vitamin D and B12 do at both ends: lack, and far too much.
#include "model/ions/run.hpp"

#include "tests/ions/experiments.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

/// The crowd's mean at the end, of people who eat this much vitamin D a day and no sun reaches.
double mean_after(double days_long, double vitamin_d_ug, Observable what) {
    Phase before = days(1);
    before.sun = Sun::none;
    eats(before, Ingested::vitamin_d, 5);
    Phase then = days(days_long);
    eats(then, Ingested::vitamin_d, vitamin_d_ug);
    auto e = of_phases({before, then});
    e.people = 40;
    e.reports = {{what, 24 * days_long}};
    return run(e).rows.back().mean;
}

double store_after_a_meal_of(double b12_ug) {
    Phase meal = days(1);
    if (b12_ug > 0)
        meal.meals = {meal_of(8, false, {{Ingested::b12, b12_ug}})};
    auto e = of_phases({days(1), meal});
    e.reports = {{Observable::b12_store, 24}};
    return run(e).rows.back().mean;
}

} // namespace

TEST(VitaminD, FallsToALackWithoutSunAndFood) {
    double const level = mean_after(1000, 0, Observable::vitamin_d_25oh);
    EXPECT_GT(level, 8);
    EXPECT_LT(level, 25);
}

TEST(VitaminD, RaisesTheLevelMostWithItsFirstMicrograms) {
    auto const level = [](double dose) { return mean_after(1000, dose, Observable::vitamin_d_25oh); };
    double const none = level(0), little = level(10), more = level(20);
    EXPECT_GT(little - none, 1.5 * (more - little));
}

TEST(VitaminD, PoisonsAtAMilligramADayAndNotAtATenth) {
    EXPECT_NEAR(mean_after(365, 100, Observable::vitamin_d_25oh), 110, 25);
    EXPECT_GT(mean_after(365, 1000, Observable::vitamin_d_25oh), 300);
    double const ordinary = mean_after(365, 5, Observable::calcium_serum);
    EXPECT_NEAR(mean_after(365, 100, Observable::calcium_serum), ordinary, 0.03);
    EXPECT_GT(mean_after(365, 1000, Observable::calcium_serum), ordinary + 0.12);
    EXPECT_GT(mean_after(365, 2500, Observable::calcium_serum), 2.8);
}

TEST(VitaminB12, OfOneMealIsTakenUpUntilTheCarrierIsFull) {
    double const none = store_after_a_meal_of(0);
    double const of_2 = store_after_a_meal_of(2) - none, of_20 = store_after_a_meal_of(20) - none,
                 of_1000 = store_after_a_meal_of(1000) - none;
    EXPECT_NEAR(of_2, 0.6, 0.3);
    EXPECT_LT(of_20, 2.5);
    EXPECT_NEAR(of_1000, 11.7, 2) << "a hundredth of a milligram passes by itself";
}
