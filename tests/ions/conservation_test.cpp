// What is eaten or infused is in the body, in urine, or lost: to rounding, whatever is done to a person.
#include "tests/ions/experiments.hpp"
#include "tests/ions/walk.hpp"

#include "model/ions/ingested.rows.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

using namespace rheobase;
using namespace rheobase::ions;

namespace {

struct Element {
    std::string name;
    Ingested eaten;
    double Forcing<double>::*evenly;
    double Forcing<double>::*infused; ///< none: phosphate
    std::vector<std::size_t> stores;
    double per_bone; ///< of the skeleton's calcium
    std::vector<std::size_t> accounts;
    int charge;
};

std::vector<Element> elements(Physiology<double> const& p) {
    using F = Forcing<double>;
    return {{"calcium", Ingested::calcium, &F::calcium, &F::infused_calcium,
             {at::gut_calcium, at::calcium, at::surface_calcium}, 1, {at::urine_calcium, at::lost_calcium}, 2},
            {"magnesium", Ingested::magnesium, &F::magnesium, &F::infused_magnesium,
             {at::gut_magnesium, at::magnesium, at::cell_magnesium, at::deep_magnesium}, p.calcium.bone_magnesium,
             {at::urine_magnesium, at::lost_magnesium}, 2},
            {"potassium", Ingested::potassium, &F::potassium, &F::infused_potassium,
             {at::gut_potassium, at::plasma_potassium, at::interstitial_potassium, at::cell_potassium}, 0,
             {at::urine_potassium, at::lost_potassium}, 1},
            {"sodium", Ingested::sodium, &F::sodium, &F::infused_sodium, {at::sodium}, 0,
             {at::urine_sodium, at::lost_sodium}, 1},
            {"phosphate", Ingested::phosphorus, &F::phosphate, nullptr,
             {at::gut_phosphate, at::phosphate, at::cell_phosphate}, p.calcium.bone_phosphate,
             {at::urine_phosphate, at::lost_phosphate}, 0}};
}

double content(Element const& element, double const* y) {
    double sum = element.per_bone * y[at::skeleton];
    for (std::size_t const store : element.stores)
        sum += y[store];
    return sum;
}

double accounted(Element const& element, double const* y) {
    double sum = 0;
    for (std::size_t const account : element.accounts)
        sum += y[account];
    return sum;
}

double entering(Element const& element, Forcing<double> const& in) {
    return in.*element.evenly + (element.infused ? in.*element.infused : 0);
}

/// mmol of one meal that reaches the body's books: the share of sodium that is not absorbed passes by.
double in_meal(Element const& element, Meal const& meal) {
    auto const place = static_cast<std::size_t>(element.eaten);
    double const share = element.eaten == Ingested::sodium ? usual_sodium.absorbed : 1;
    return meal.amount[place] / ingested_rows[place].mass_per_mmol * share;
}

/// What rounding may leave: units in the last place of the largest number in the sum, as many as the root of the steps.
double rounding(Element const& element, double const* y, std::size_t stretches) {
    double const largest = std::abs(content(element, y)) + std::abs(accounted(element, y)) + 1;
    return largest * 1e-15 * 100 * std::sqrt(static_cast<double>(stretches) + 1);
}

} // namespace

TEST(Conservation, HoldsForEveryElementThroughContrastingExperiments) {
    for (auto const& [name, experiment] : contrasts())
        for (std::uint32_t person = 0; person < 4; ++person) {
            Walk walk(experiment, person);
            auto const all = elements(walk.body);
            std::vector<double> start, entered(all.size(), 0);
            for (auto const& element : all)
                start.push_back(content(element, walk.y()) + accounted(element, walk.y()));
            std::size_t pieces = 0;
            walk.through(Walk::as_run(), [&](Walk const& w, Stretch const& stretch) {
                ++pieces;
                for (std::size_t e = 0; e < all.size(); ++e) {
                    entered[e] += entering(all[e], w.now) * (stretch.to - stretch.from);
                    for (std::size_t const m : stretch.meals)
                        entered[e] +=
                            in_meal(all[e], w.what().experiment.phases[static_cast<std::size_t>(stretch.phase)].meals[m]);
                    double const now = content(all[e], w.y()) + accounted(all[e], w.y());
                    ASSERT_NEAR(now, start[e] + entered[e], rounding(all[e], w.y(), pieces))
                        << name << ", " << all[e].name << ", person " << person << ", hour " << stretch.to;
                }
            });
            EXPECT_GT(entered[0], 1) << name << ": nothing was eaten, so nothing was tested";
        }
}

TEST(Conservation, HoldsForTheRatesAtAnyStateUnderAnyForcing) {
    std::mt19937_64 dice(17);
    std::uniform_real_distribution<double> apart(-1, 1);
    for (int turn = 0; turn < 200; ++turn) {
        auto const all = contrasts();
        Walk walk(all[static_cast<std::size_t>(turn) % all.size()].what, static_cast<std::uint32_t>(turn));
        std::vector<double> y(walk.y(), walk.y() + state_count), f(state_count);
        for (double& value : y)
            value *= std::exp(0.7 * apart(dice));
        // Everything that can act, at once.
        auto in = std::bit_cast<std::array<double, forcing_count>>(walk.now);
        for (double& value : in)
            value = (value + 0.3) * std::exp(0.5 * apart(dice));
        LaneArray forcing(forcing_count, 1);
        std::copy(in.begin(), in.end(), forcing.data());
        kernel(1).rates(walk.facts(), forcing.data(), y.data(), f.data());
        auto const acting = std::bit_cast<Forcing<double>>(in);
        double charge_made = 0, charge_entered = 0, size = 1;
        for (auto const& element : elements(walk.body)) {
            double largest = std::abs(element.per_bone * f[at::skeleton]) + std::abs(entering(element, acting));
            for (auto const* places : {&element.stores, &element.accounts})
                for (std::size_t const i : *places)
                    largest += std::abs(f[i]);
            double const made = content(element, f.data()) + accounted(element, f.data());
            // Clamps of 150 L/h act here against large distances, and cancel.
            EXPECT_NEAR(made, entering(element, acting), 1e-12 * (largest + 1e4)) << element.name;
            charge_made += element.charge * made;
            charge_entered += element.charge * entering(element, acting);
            size += largest + 1e4;
        }
        EXPECT_NEAR(charge_made, charge_entered, 1e-11 * size) << "positive charge from nowhere";
    }
}

TEST(Conservation, NoStoreIsEverOverdrawn) {
    for (auto const& [name, experiment] : contrasts())
        for (std::uint32_t person = 0; person < 20; ++person)
            Walk(experiment, person).through(Walk::as_run(), [&](Walk const& w, Stretch const& stretch) {
                for (std::size_t i = 0; i < at::urine_calcium; ++i)
                    if (i != at::bicarbonate) {
                        ASSERT_GE(w.state(i), -1e-9 * state_rows[i].scale)
                            << name << ": " << state_rows[i].key << " of person " << person << " in phase "
                            << stretch.phase << " at hour " << stretch.to;
                    }
            });
}
