// What a portion counts for: less where the food holds it fast, never more.
#include "model/week/worth.hpp"

#include <gtest/gtest.h>

using namespace rheobase;
using namespace rheobase::week;

namespace {

diet::Nutrients portion_of(std::string_view id, double grams) {
    auto const& table = diet::foods();
    auto const food = table.find(id).value();
    diet::Nutrients portion;
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
        portion[n] = table.per_100_g(food, n) * grams / 100;
    return counted(table, food, portion);
}

} // namespace

TEST(Worth, SpinachBringsHardlyAnyOfItsCalciumAndKaleAllOfIt) {
    constexpr auto calcium = diet::nutrient("calcium_mg");
    auto const& table = diet::foods();
    auto const spinach = table.find("FNDDS:72125211").value(), kale = table.find("FNDDS:72119211").value();
    EXPECT_LT(portion_of("FNDDS:72125211", 90)[calcium], 0.3 * table.per_100_g(spinach, calcium) * 0.9);
    EXPECT_NEAR(portion_of("FNDDS:72119211", 90)[calcium], table.per_100_g(kale, calcium) * 0.9, 1e-4);
}

TEST(Worth, ALargerLoadOfCalciumBringsMoreButLessThanItsShare) {
    double before = 0;
    for (double load = 50; load < 2000; load += 50) {
        double const counts = calcium_counted(load, unknown);
        EXPECT_GE(counts, before) << load;
        EXPECT_LE(counts, load);
        before = counts;
    }
    EXPECT_EQ(calcium_counted(300, unknown), 300);
    EXPECT_LT(calcium_counted(1200, unknown), 1000);
}

TEST(Worth, CountsOfB12LevelOff) {
    EXPECT_EQ(b12_counted(0.8), 0.8);
    EXPECT_GT(b12_counted(5), b12_counted(2));
    EXPECT_LT(b12_counted(50), 6) << "the carrier is full";
    EXPECT_LE(b12_counted(1.1), 1.1);
}

TEST(Worth, PhytateTakesSomeMagnesiumAndUnknownTakesNone) {
    EXPECT_LT(magnesium_counted(100, "high"), magnesium_counted(100, "medium"));
    EXPECT_EQ(magnesium_counted(100, ""), 100);
}
