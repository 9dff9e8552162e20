#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(GoogleFit, ReadsAPoint) {
    auto const diary = diary_of(google_fit);
    ASSERT_EQ(diary.format, "google_fit");
    ASSERT_EQ(diary.eaten.size(), 1u);
    auto const& banana = diary.eaten[0];
    EXPECT_EQ(banana.day, "2026-01-05");
    EXPECT_EQ(banana.time, "08:00");
    EXPECT_EQ(banana.meal, "snack");
    ASSERT_NE(banana.food, diet::no_food);
    EXPECT_THAT(std::string(diet::foods().name(banana.food)), testing::MatchesRegex("Bananas?, raw"));
    EXPECT_DOUBLE_EQ(banana.stated[nutrient("potassium_mg")], 422);
    EXPECT_NEAR(banana.grams.mid, 113, 7) << "from its energy";
}

} // namespace rheobase::read
