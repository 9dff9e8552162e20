#include "model/diet/food_pack.hpp"
#include "model/diet/foods.hpp"

#include <gtest/gtest.h>
#include <vector>

using namespace rheobase;
using namespace rheobase::diet;

namespace {

double in_100_g(char const* id, Nutrient n) {
    return foods().per_100_g(foods().find(id).value(), n);
}

} // namespace

TEST(Foods, HoldsBothTablesWhole) {
    int fndds = 0, sr = 0, own = 0;
    for (Food food = 0; food < foods().size(); ++food) {
        auto const id = foods().id(food);
        fndds += id.starts_with("FNDDS:");
        sr += id.starts_with("SR:");
        own += id.starts_with("RB:");
    }
    EXPECT_EQ(fndds, 5431);
    EXPECT_EQ(sr, 8789);
    EXPECT_GE(own, 50);
    EXPECT_EQ(fndds + sr + own, foods().size());
}

TEST(Foods, KeepsTheFiguresOfTheirSources) {
    // Known by heart of everyone who works with these tables: spinach and banana differ between them.
    EXPECT_FLOAT_EQ(static_cast<float>(in_100_g("SR:11457", nutrient("magnesium_mg"))), 79.f);
    EXPECT_FLOAT_EQ(static_cast<float>(in_100_g("SR:09040", nutrient("potassium_mg"))), 358.f);
    EXPECT_FLOAT_EQ(static_cast<float>(in_100_g("FNDDS:63107010", nutrient("potassium_mg"))), 326.f);
}

TEST(Foods, UnknownIsNeverZero) {
    int unknown_vitamin_d = 0;
    for (Food food = 0; food < foods().size(); ++food)
        unknown_vitamin_d += !known(foods().per_100_g(food, nutrient("vitamin_d_ug")));
    EXPECT_GT(unknown_vitamin_d, 2500);
}

TEST(Foods, EveryFoodHasANameAGroupAndASource) {
    for (Food food = 0; food < foods().size(); ++food) {
        EXPECT_FALSE(foods().name(food).empty());
        EXPECT_FALSE(foods().group(food).empty()) << foods().id(food);
        EXPECT_FALSE(foods().source(food).empty());
    }
}

TEST(Foods, NearlyEveryFoodHasAFamilyAndAProcessingClass) {
    int without = 0;
    for (Food food = 0; food < foods().size(); ++food) {
        without += foods().family(food).empty();
        EXPECT_GE(foods().processing(food), 0);
        EXPECT_LE(foods().processing(food), 4);
    }
    EXPECT_LT(without, foods().size() / 100);
}

TEST(Foods, AFigureThatFollowsFromTheFoodIsMarkedAsFilled) {
    auto const beef = foods().find("SR:13001").value();
    constexpr auto caffeine = nutrient("caffeine_mg");
    if (foods().filled_by(beef, caffeine) > 0) {
        EXPECT_EQ(foods().per_100_g(beef, caffeine), 0);
    }
    int filled = 0;
    for (Food food = 0; food < foods().size(); food += 97)
        filled += foods().filled_by(food, caffeine) > 0;
    EXPECT_GT(filled, 10);
}

TEST(Foods, PortionsWeighSomething) {
    for (Food food = 0; food < foods().size(); ++food)
        for (int i = 0; i < foods().portion_count(food); ++i) {
            auto const portion = foods().portion(food, i);
            EXPECT_GT(portion.grams, 0);
            EXPECT_GT(portion.amount, 0);
            EXPECT_FALSE(portion.measure.empty());
        }
}

TEST(Foods, FindsAFoodByItsIdAndNoOther) {
    for (Food food = 0; food < foods().size(); food += 41)
        EXPECT_EQ(foods().find(foods().id(food)), food);
    EXPECT_FALSE(foods().find("SR:99999"));
    EXPECT_FALSE(foods().find(""));
}

TEST(Foods, ADamagedTableIsRefused) {
    std::vector<std::byte> bytes(4096, std::byte{1});
    EXPECT_FALSE(Foods::open(bytes));
    EXPECT_FALSE(Foods::open({}));
    PackHeader header{pack_mark, pack_version, 12345, 0};
    std::memcpy(bytes.data(), &header, sizeof header);
    auto const refused = Foods::open(bytes);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("checksum"), std::string::npos);
}
