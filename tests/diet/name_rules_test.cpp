// Words of a rule found in the names of foods: whole words and their plurals, however they are written.
#include "model/diet/name_rules.hpp"

#include <gtest/gtest.h>

namespace rheobase::diet {

TEST(NameRules, AWordFitsItsPluralsInAnyCase) {
    for (auto const* name : {"egg", "Eggs, fried", "EGGS", "Two EGGS", "egg-free? eggs"})
        EXPECT_TRUE(fits(name, "egg")) << name;
    EXPECT_TRUE(fits("TOMATOES, TINNED", "tomato"));
    for (auto const* name : {"eggplant", "EGGPLANT", "nutmeg", "egg-free bread"})
        EXPECT_FALSE(fits(name, "egg")) << name;
}

TEST(NameRules, EveryWordMustBeThereAndNoneOfTheExcluded) {
    EXPECT_TRUE(fits("Milk, almond", "almond milk"));
    EXPECT_FALSE(fits("Milk, whole", "almond milk"));
    EXPECT_FALSE(fits("Milk, ALMONDS", "milk", "almond;soy"));
}

} // namespace rheobase::diet
