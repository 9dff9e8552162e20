// The cable at its door: how fast, where from, whether at all.
#include "model/nerve/cable.hpp"

#include "base/number.hpp"
#include "engine/elementary.hpp"
#include "model/nerve/cable_geometry.rows.hpp"
#include "model/nerve/surface_potential.hpp"

#include <bit>
#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::nerve;

namespace {

double m_per_s(Fibre const& fibre, Protocol const& protocol = {}) {
    std::vector<Fibre> const one{fibre};
    return conduction(one, protocol).value().front().m_per_s;
}

/// The fibre in a medium: gates moved by the potential of the membrane's face (0.7 e/nm2, potassium gates
/// half as far as sodium's), persistent sodium up by calcium to the power 1.2 and by 0.7 decades for each
/// unit of pH.
Fibre bathed(Medium<double> const& medium) {
    using Real = engine::Lanes<1>;
    auto const face = [](Medium<double> const& m) {
        SurfaceSites<Real> const sites{Real(0.7), Real(10.0), Real(3.0), Real(31600.0)};
        Medium<Real> const lanes{Real(m.calcium), Real(m.magnesium), Real(m.potassium),
                                 Real(m.sodium),  Real(m.ph),        Real(m.temperature)};
        return surface_potential(sites, lanes).lane(0);
    };
    Medium<double> ordinary = ordinary_medium;
    ordinary.temperature = medium.temperature;
    Fibre fibre;
    fibre.medium = medium;
    fibre.scale.shift_sodium_mv = face(medium) - face(ordinary);
    fibre.scale.shift_potassium_mv = 0.5 * fibre.scale.shift_sodium_mv;
    fibre.scale.persistent_sodium =
        std::pow(ordinary.calcium / medium.calcium, 1.2) * std::pow(10, 0.7 * (medium.ph - ordinary.ph));
    return fibre;
}

} // namespace

TEST(Cable, ThickerFibresConductFasterInBothGeometries) {
    double before = 0;
    for (auto const& row : cable_geometry_rows) {
        double const v = m_per_s(published_fibre(row.fibre_um));
        EXPECT_GT(v, before) << row.fibre_um;
        before = v;
    }
    before = 0;
    for (double um = 5.7; um <= 16; um += 0.5) {
        Fibre fibre;
        fibre.diameter_um = um;
        double const v = m_per_s(fibre);
        EXPECT_GT(v, before) << um;
        before = v;
    }
}

TEST(Cable, ExtrapolationTakesTheVelocityOfThePublishedFibreToItsLimit) {
    Protocol fine;
    fine.step_ms = 0.0003;
    double const limit = m_per_s(published_fibre(10), fine);
    EXPECT_NEAR(m_per_s(published_fibre(10)), limit, 0.0005 * limit);
    EXPECT_NEAR(limit, 56.3, 0.2);
}

TEST(Cable, VelocityRisesWithWarmthAsInPeople) {
    // Fast motor fibres of the forearm, 50 to 65 m/s at 33 to 37 °C: 1.5 to 2.4 m/s for each degree.
    for (double const um : {11.0, 12.0, 13.0}) {
        Fibre cool, warm;
        cool.diameter_um = warm.diameter_um = um;
        cool.medium.temperature = 32;
        warm.medium.temperature = 36;
        double const v = m_per_s(cool), per_degree = (m_per_s(warm) - v) / 4;
        EXPECT_GT(v, 45);
        EXPECT_LT(v, 65);
        EXPECT_GT(per_degree, 1.5);
        EXPECT_LT(per_degree, 2.4);
    }
}

TEST(Cable, RestsWhereHumanMotorFibresRest) {
    Fibre fibre;
    EXPECT_NEAR(*resting_potential(fibre), -85, 2);
    EXPECT_LT(*resting_potential(published_fibre(10)), -79);
    Fibre more = fibre, less = fibre;
    more.medium.potassium = 6;
    less.medium.potassium = 2.5;
    EXPECT_GT(*resting_potential(more), *resting_potential(fibre) + 5);
    EXPECT_LT(*resting_potential(less), *resting_potential(fibre) - 5);
}

TEST(Cable, KeepsCalmAtEveryCornerOfTheOrdinaryBox) {
    std::vector<Fibre> corners;
    for (double const potassium : {3.5, 5.3})
        for (double const calcium : {1.12, 1.32})
            for (double const ph : {7.35, 7.45})
                for (double const celsius : {32.0, 37.0}) {
                    Medium<double> m = ordinary_medium;
                    m.potassium = potassium;
                    m.calcium = calcium;
                    m.ph = ph;
                    m.temperature = celsius;
                    corners.push_back(bathed(m));
                }
    auto const alone = fires_alone(corners, 50).value();
    for (auto const& firing : alone) {
        EXPECT_EQ(firing.starts, -1);
        EXPECT_EQ(firing.hz, 0);
    }
    // A single stimulus brings a single spike.
    Protocol once;
    once.ms = 30;
    once.stimulated_node = 0;
    auto const stimulated = watch_fibres(corners, once).value();
    for (auto const& course : stimulated)
        EXPECT_EQ(course.nodes[10].count, 1);
}

TEST(Cable, KeepsCalmForTwoSecondsAtEveryCornerWhateverItsDiameterSlowly) {
    std::vector<Fibre> corners;
    for (double const um : {5.7, 10.0, 16.0})
        for (int corner = 0; corner < 32; ++corner) {
            auto const side = [&](int which, double low, double high) {
                return corner >> which & 1 ? high : low;
            };
            Medium<double> m = ordinary_medium;
            m.potassium = side(0, 3.5, 5.3);
            m.calcium = side(1, 1.12, 1.32);
            m.magnesium = side(2, 0.45, 0.65);
            m.ph = side(3, 7.35, 7.45);
            m.temperature = side(4, 32, 37);
            corners.push_back(bathed(m));
            corners.back().diameter_um = um;
        }
    Protocol p;
    p.step_ms = 0.005;
    auto const alone = fires_alone(corners, 2000, p).value();
    for (auto const& firing : alone)
        EXPECT_EQ(firing.starts, -1);
}

TEST(Cable, PotassiumOfSixAndSevenAloneFiresNothing) {
    std::vector<Fibre> raised;
    for (double const potassium : {6.0, 7.0})
        for (double const celsius : {32.0, 37.0}) {
            Medium<double> m = ordinary_medium;
            m.potassium = potassium;
            m.temperature = celsius;
            raised.push_back(bathed(m));
        }
    auto const alone = fires_alone(raised, 50).value();
    for (auto const& firing : alone)
        EXPECT_EQ(firing.starts, -1);
}

TEST(Cable, ThePublishedNodesFireAloneAtAShiftThatLeavesTheOthersCalm) {
    // What is wrong with them for questions of ions: four millivolts are enough.
    Fibre fibre = published_fibre(10);
    fibre.scale.shift_sodium_mv = fibre.scale.shift_potassium_mv = -4;
    std::vector<Fibre> const one{fibre};
    EXPECT_GT(fires_alone(one, 50).value().front().hz, 50);
    Fibre calm;
    calm.scale = fibre.scale;
    std::vector<Fibre> const other{calm};
    EXPECT_EQ(fires_alone(other, 50).value().front().starts, -1);
}

TEST(Cable, ASpikeStartsWhereTheGatesOpenEarliest) {
    Fibre fibre;
    NodeScale ectopic;
    ectopic.shift_sodium_mv = -14;
    ectopic.persistent_sodium = 3;
    ectopic.slow_potassium = 0.3;
    fibre.stretches.push_back(
        {.first_node = 14, .last_node = 16, .medium = fibre.medium, .scale = ectopic, .lamellae = 1});
    Protocol p;
    p.ms = 20;
    std::vector<Fibre> const one{fibre};
    auto const course = watch_fibres(one, p).value().front();
    int const start = starts_at(course);
    EXPECT_GE(start, 14);
    EXPECT_LE(start, 16);
    // It travels both ways: each node later than its neighbour nearer the start.
    for (int node = 0; node < 13; ++node)
        EXPECT_GT(course.nodes[static_cast<std::size_t>(node)].first_ms,
                  course.nodes[static_cast<std::size_t>(node) + 1].first_ms);
    EXPECT_GT(course.nodes[20].first_ms, course.nodes[17].first_ms);
}

TEST(Cable, ThinnerMyelinSlowsAndThenBlocks) {
    std::vector<Fibre> thinning;
    for (double const lamellae : {1.0, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02}) {
        Fibre fibre;
        fibre.stretches.push_back(
            {.first_node = 8, .last_node = 12, .medium = fibre.medium, .scale = {}, .lamellae = lamellae});
        thinning.push_back(fibre);
    }
    Protocol p;
    p.ms = 6;
    auto const all = conduction(thinning, p).value();
    EXPECT_EQ(all.front().reaches, 20);
    EXPECT_EQ(all.back().reaches, 8); // dies at the first thin internode or soon after it
    EXPECT_FALSE(known(all.back().m_per_s));
    bool blocked = false;
    for (std::size_t i = 1; i < all.size(); ++i) {
        if (blocked) {
            EXPECT_FALSE(known(all[i].m_per_s)) << i; // once blocked, thinner stays blocked
        } else if (known(all[i].m_per_s)) {
            EXPECT_LT(all[i].m_per_s, all[i - 1].m_per_s) << i;
        }
        blocked = blocked || !known(all[i].m_per_s);
    }
}

TEST(Cable, FibresOfAllKindsInOneCallAreTheFibresAlone) {
    std::vector<Fibre> all;
    for (int i = 0; i < 11; ++i) {
        Fibre f = i % 3 == 0 ? published_fibre(cable_geometry_rows[static_cast<std::size_t>(i / 2)].fibre_um)
                             : Fibre{};
        if (i % 3)
            f.diameter_um = 7 + i * 0.5;
        all.push_back(f);
    }
    auto const together = conduction(all).value();
    for (std::size_t i = 0; i < all.size(); ++i) {
        Protocol one_lane;
        one_lane.lanes = 1;
        EXPECT_EQ(std::bit_cast<std::uint64_t>(together[i].m_per_s),
                  std::bit_cast<std::uint64_t>(m_per_s(all[i], one_lane)));
    }
}

TEST(Cable, SaysWhatIsWrongWithAFibreAtItsDoor) {
    auto const refusal = [](Fibre const& fibre) {
        std::vector<Fibre> const one{fibre};
        auto const result = conduction(one);
        return result ? std::string() : in_words(result.error());
    };
    Fibre thin;
    thin.diameter_um = 3;
    EXPECT_THAT(refusal(thin), testing::HasSubstr("outside 5.7 to 16"));
    EXPECT_THAT(refusal(published_fibre(9)), testing::HasSubstr("no published fibre"));
    Fibre bare;
    bare.lamellae = 0;
    EXPECT_THAT(refusal(bare), testing::HasSubstr("without any myelin"));
    Fibre lost;
    lost.stretches.push_back(
        {.first_node = 5, .last_node = 50, .medium = lost.medium, .scale = {}, .lamellae = 1});
    EXPECT_THAT(refusal(lost), testing::HasSubstr("outside the fibre's nodes"));
    Fibre frozen;
    frozen.medium.temperature = 4;
    EXPECT_THAT(refusal(frozen), testing::HasSubstr("15 to 45"));
}
