#include "model/ions/adults.hpp"
#include "model/ions/going_together.hpp"
#include "model/ions/percentiles.hpp"

#include <algorithm>
#include <cmath>

using namespace rheobase::ions;

namespace {

std::vector<Adult> many(AgeBand band, Sex sex, std::uint32_t count = 2000) {
    std::vector<Adult> all;
    for (std::uint32_t i = 0; i < count; ++i)
        all.push_back(adult(7, i, band, sex));
    return all;
}

template <class Figure>
double median(std::vector<Adult> const& all, Figure figure, double share = 0.5) {
    std::vector<double> values;
    for (auto const& one : all)
        values.push_back(figure(one));
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size()))];
}

double eaten(Adult const& one, Ingested what) {
    return one.eaten[static_cast<std::size_t>(what)];
}

} // namespace

TEST(Percentiles, AreMetWhereTheyAreKnown) {
    Percentiles const known{10, 20, 30, 45, 70};
    EXPECT_NEAR(value_at(known, 0), 30, 1e-9);
    EXPECT_NEAR(value_at(known, 0.6744897501960817), 45, 1e-6);
    EXPECT_NEAR(value_at(known, -1.2815515655446004), 10, 1e-6);
    EXPECT_GT(value_at(known, 2), 70);
    EXPECT_LT(value_at(known, -2), 10);
}

TEST(Percentiles, OfZeroStayZeroAndNeverFallBelow) {
    Percentiles const known{0, 0, 0, 6, 30};
    EXPECT_EQ(value_at(known, -3), 0);
    EXPECT_EQ(value_at(known, 0), 0);
    EXPECT_GT(value_at(known, 0.3), 0);
    EXPECT_NEAR(value_at(known, 1.2815515655446004), 30, 1e-6);
}

TEST(GoingTogether, ThePearsonOfRanksIsAsPearsonFoundIt) {
    EXPECT_NEAR(normal_correlation(0), 0, 1e-15);
    EXPECT_NEAR(normal_correlation(1), 1, 1e-12);
    EXPECT_NEAR(normal_correlation(0.5), 2 * std::sin(std::acos(-1.0) / 12), 1e-14);
    EXPECT_NEAR(normal_correlation(-0.3), -normal_correlation(0.3), 1e-15);
}

TEST(Adults, AreTheSameForTheSameSeedAndPerson) {
    auto const one = adult(3, 17), again = adult(3, 17), other = adult(3, 18);
    EXPECT_EQ(one.weight_kg, again.weight_kg);
    EXPECT_EQ(one.eaten, again.eaten);
    EXPECT_NE(one.weight_kg, other.weight_kg);
}

TEST(Adults, EatAndWeighWhatTheSurveyFound) {
    auto const men = many({31, 51}, Sex::male);
    EXPECT_NEAR(median(men, [](auto const& a) { return eaten(a, Ingested::sodium); }), 3868, 120);
    EXPECT_NEAR(median(men, [](auto const& a) { return eaten(a, Ingested::potassium); }), 2816, 80);
    EXPECT_NEAR(median(
                    men, [](auto const& a) { return eaten(a, Ingested::potassium); }, 0.1),
                1623, 90);
    EXPECT_NEAR(median(
                    men, [](auto const& a) { return eaten(a, Ingested::potassium); }, 0.9),
                4153, 160);
    auto const women = many({51, 71}, Sex::female);
    EXPECT_NEAR(median(women, [](auto const& a) { return a.weight_kg; }), 75.1, 1.5);
    EXPECT_NEAR(median(women, [](auto const& a) { return a.height_cm; }), 160.9, 1);
    EXPECT_NEAR(median(women, [](auto const& a) { return eaten(a, Ingested::water); }), 2447, 80);
}

TEST(Adults, WhoEatMuchOfOneMineralEatMuchOfAnother) {
    auto const men = many({31, 51}, Sex::male);
    // Rank correlation of magnesium and potassium in the survey: 0.85. Pills of magnesium loosen it a little.
    std::vector<std::pair<double, double>> pairs;
    for (auto const& one : men)
        pairs.emplace_back(eaten(one, Ingested::magnesium) - one.magnesium_pills_mg,
                           eaten(one, Ingested::potassium));
    auto const rank = [&](auto pick) {
        std::vector<std::size_t> order(pairs.size()), place(pairs.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::ranges::sort(order, {}, [&](std::size_t i) { return pick(pairs[i]); });
        for (std::size_t i = 0; i < order.size(); ++i)
            place[order[i]] = i;
        return place;
    };
    auto const a = rank([](auto const&p) { return p.first; }),
               b = rank([](auto const&p) { return p.second; });
    double squares = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        squares += std::pow(static_cast<double>(a[i]) - static_cast<double>(b[i]), 2);
    auto const n = static_cast<double>(a.size());
    EXPECT_NEAR(1 - 6 * squares / (n * (n * n - 1)), 0.85, 0.03);
}

TEST(Adults, WhoAreOlderWomenTakeMostPills) {
    auto const share = [](std::vector<Adult> const& all) {
        return static_cast<double>(
                   std::ranges::count_if(all, [](auto const& a) { return a.vitamin_d_pills_ug > 0; })) /
               static_cast<double>(all.size());
    };
    double const young = share(many({20, 30}, Sex::male)), old = share(many({60, 70}, Sex::female));
    EXPECT_NEAR(young, 0.28, 0.05);
    EXPECT_GT(old, 0.5);
    auto const women = many({51, 71}, Sex::female);
    double mean = 0;
    for (auto const& one : women)
        mean += one.vitamin_d_pills_ug / static_cast<double>(women.size());
    EXPECT_GT(mean, 6.2); // NHANES 2005-2006: 404 less 156 IU a day; pills have grown stronger since
    EXPECT_LT(mean, 30);
}

TEST(Adults, EveryAgeAndSexHasARowInEveryTable) {
    for (double const age : {18.0, 30.9, 31.0, 50.5, 71.0, 84.9})
        for (auto const sex : {Sex::female, Sex::male})
            EXPECT_GT(adult(1, 1, {age, age}, sex).weight_kg, 30);
}

TEST(Adults, LivingAsUsualBringTheirOwnBodyAndFood) {
    auto const one = adult(3, 17);
    auto const participant = living_as_usual(one);
    EXPECT_EQ(participant.who.weight, one.weight_kg);
    EXPECT_EQ(participant.who.woman, one.sex == Sex::female);
    EXPECT_EQ(participant.eaten, one.eaten);
    EXPECT_GT(eaten(one, Ingested::phytate), 0) << "what the survey did not ask is usual, not none";
}
