#include "model/nerve/surface_potential.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace rheobase;
using namespace rheobase::nerve;

namespace {

using Real = engine::Lanes<1>;

Medium<Real> bath(double calcium, double magnesium, double potassium, double sodium, double ph,
                  double temperature) {
    return {Real(calcium), Real(magnesium), Real(potassium), Real(sodium), Real(ph), Real(temperature)};
}
SurfaceSites<Real> sites(double density, double calcium_binding) {
    return {Real(density), Real(calcium_binding), Real(calcium_binding * 0.3), Real(0.0)};
}
double at(double density, double binding, double calcium, double magnesium = 0.55) {
    return surface_potential(sites(density, binding), bath(calcium, magnesium, 4, 142, 7.4, 37)).lane(0);
}

} // namespace

TEST(SurfacePotential, MeetsGrahamesClosedFormWhereAllIonsAreMonovalent) {
    double const density = 0.7, c = 146, temperature = 37;
    auto const& e = electrochemistry;
    double const kelvin = temperature + e.zero_celsius;
    double const charge = density * e.elementary_charge * 1e18; // C/m2
    double const root = std::sqrt(8 * e.water_permittivity * e.vacuum_permittivity * e.gas * kelvin * c);
    double const expected = -2 * e.gas * kelvin / e.faraday * std::asinh(charge / root) * 1000;
    double const found =
        surface_potential(sites(density, 0), bath(1e-9, 1e-9, 4, 142, 7.4, temperature)).lane(0);
    EXPECT_NEAR(found, expected, 1e-5);
}

TEST(SurfacePotential, VanishesWithTheChargesThatMakeIt) {
    EXPECT_NEAR(at(1e-9, 10, 1.2), 0, 1e-6);
}

TEST(SurfacePotential, LessCalciumMakesTheFaceMoreNegativeByAFewMillivolts) {
    double const shift = at(0.7, 10, 0.8) - at(0.7, 10, 1.2);
    EXPECT_LT(shift, -2);
    EXPECT_GT(shift, -5);
}

TEST(SurfacePotential, AnEFoldOfCalciumMovesItByFiveToTenMillivoltsWhereItBinds) {
    double const fold = std::exp(0.5);
    double const moved = at(0.7, 10, 1.2 * fold) - at(0.7, 10, 1.2 / fold);
    EXPECT_GT(moved, 5);
    EXPECT_LT(moved, 10.5);
}

TEST(SurfacePotential, MagnesiumAloneMovesItByLessThanAMillivoltInItsOrdinaryRange) {
    EXPECT_LT(std::fabs(at(0.7, 10, 1.2, 0.45) - at(0.7, 10, 1.2, 0.65)), 1);
}

TEST(SurfacePotential, RisesWithEveryCation) {
    auto const s = sites(0.7, 10);
    double const usual = surface_potential(s, bath(1.2, 0.55, 4, 142, 7.4, 37)).lane(0);
    EXPECT_GT(surface_potential(s, bath(1.5, 0.55, 4, 142, 7.4, 37)).lane(0), usual);
    EXPECT_GT(surface_potential(s, bath(1.2, 1.5, 4, 142, 7.4, 37)).lane(0), usual);
    EXPECT_GT(surface_potential(s, bath(1.2, 0.55, 8, 142, 7.4, 37)).lane(0), usual);
    EXPECT_GT(surface_potential(s, bath(1.2, 0.55, 4, 160, 7.4, 37)).lane(0), usual);
}
