// Virtual adults who live as usual beside the survey. `Population` is slow.
#include "tests/validation/page.hpp"
#include "tests/validation/population.hpp"

#include <cmath>
#include <fmt/core.h>

using namespace rheobase;
using namespace rheobase::validation;

namespace {

constexpr int people_a_band = 80;

class Population : public testing::TestWithParam<char const*> {};

} // namespace

TEST_P(Population, HasTheBloodThatIsRecorded) {
    std::string const sex = GetParam();
    auto const now = compared(sex, people_a_band);
    if (blessing()) {
        write_population(sex, now);
        write(page_path, page());
        return;
    }
    auto const before = recorded_population(sex);
    ASSERT_EQ(now.size(), before.size()) << "./check --all --bless";
    for (std::size_t i = 0; i < now.size(); ++i) {
        auto const where =
            fmt::format("{} {} from {} {}: survey {}, was {}, is {}", sex, now[i].lab, now[i].age_from,
                        now[i].percentile, now[i].survey, before[i].model, now[i].model);
        if (before[i].verdict == Verdict::pass) {
            EXPECT_EQ(word_for(now[i].verdict), "pass") << "no longer within what is allowed: " << where;
        }
        EXPECT_EQ(now[i], before[i]) << "update the record with ./check --all --bless: " << where;
    }
}

INSTANTIATE_TEST_SUITE_P(Survey, Population, testing::Values("female", "male"),
                         [](auto const& one) { return std::string(one.param); });

TEST(SmallPopulation, OfMiddleAgeHasOrdinaryBlood) {
    std::vector<double> calcium, sodium, potassium;
    std::vector<ions::Adult> adults;
    for (std::uint32_t i = 0; i < 16; ++i)
        adults.push_back(ions::adult(5, i, {40, 50}));
    auto const crowd = living_as_usual(adults, 50);
    ASSERT_EQ(crowd.size(), adults.size()) << "nobody who lives as usual dies of it";
    for (auto const& person : crowd) {
        auto const results = bled(person, 90);
        calcium.push_back(results.at(Observable::calcium_serum));
        sodium.push_back(results.at(Observable::sodium_serum));
        potassium.push_back(results.at(Observable::potassium_serum));
    }
    EXPECT_NEAR(quantile(calcium, 0.5), 2.35, 0.12);
    EXPECT_NEAR(quantile(sodium, 0.5), 139.5, 4);
    EXPECT_NEAR(quantile(potassium, 0.5), 4.0, 0.4);
}
