#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

TEST(OwnJson, ReadsWordsFoodsAndSupplements) {
    auto const diary = diary_of(own_json);
    ASSERT_EQ(diary.format, "rheobase_json");
    ASSERT_EQ(diary.eaten.size(), 3u);
    EXPECT_EQ(diary.eaten[0].meal, "breakfast");
    EXPECT_EQ(diet::foods().id(diary.eaten[1].food), "FNDDS:72125100");
    EXPECT_DOUBLE_EQ(diary.eaten[1].grams.mid, 60);
    EXPECT_DOUBLE_EQ(diary.eaten[1].stated[nutrient("magnesium_mg")], 50);
    EXPECT_EQ(diary.eaten[1].line, 3);
    EXPECT_EQ(diary.eaten[2].part, diet::Part::supplement);
}

TEST(OwnJson, ReadsARangeOfGrams) {
    auto const diary = diary_of("{\"diary\": [{\"day\": \"2026-01-05\", \"text\": \"spinach\", \"food_id\": "
                                "\"FNDDS:72125100\", \"grams\": {\"low\": 40, \"mid\": 50, \"high\": 80}}]}");
    EXPECT_DOUBLE_EQ(diary.eaten.at(0).grams.mid, 50);
}

TEST(OwnJson, ABadEntryCostsNoOther) {
    auto const diary =
        diary_of("{\"diary\": [\n{\"day\": \"2026-01-05\", \"text\": \"two eggs\"},\n{\"day\": "
                 "2026-01-05},\n{\"day\": \"soon\", \"text\": \"two eggs\"},\n"
                 "{\"day\": \"2026-01-05\", \"text\": \"soup\", \"grams\": -4},\n7,\n{},\n{\"day\": "
                 "\"2026-01-06\", \"text\": \"two eggs\"}\n]}");
    std::vector<int> lines;
    for (auto const& unread : diary.unread)
        lines.push_back(unread.line);
    EXPECT_THAT(lines, testing::ElementsAre(3, 4, 5, 6, 7));
    EXPECT_THAT(diet::days_of(diary), testing::ElementsAre("2026-01-05", "2026-01-06"));
}

TEST(OwnJson, HalfAFileKeepsItsFirstEntries) {
    auto const diary = diary_of(own_json.substr(0, own_json.find("magnesium tablet")));
    EXPECT_EQ(diary.eaten.size(), 2u);
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_THAT(diary.unread[0].why, testing::HasSubstr("ends inside"));
}

TEST(OwnJson, NamesUnknownNutrientsAndTheNearestKey) {
    auto const diary = diary_of("{\"diary\": [{\"day\": \"2026-01-05\", \"text\": \"soup\", \"grams\": 100, "
                                "\"nutrients\": {\"magnesum_mg\": 3, \"iron_mg\": \"much\"}}]}");
    EXPECT_TRUE(notes_say(diary, "did you mean magnesium_mg"));
    EXPECT_TRUE(notes_say(diary, "iron_mg"));
}

TEST(OwnJson, SaysWhenAKeyStandsTwice) {
    EXPECT_TRUE(notes_say(
        diary_of(
            "{\"diary\": [{\"day\": \"2026-01-05\", \"text\": \"soup\", \"grams\": 100, \"grams\": 200}]}"),
        "grams"));
}

TEST(OwnJson, OtherJsonIsRefusedWithItsKeys) {
    auto const diary = read_diary_text("{\"resourceType\": \"Bundle\", \"entry\": []}", "f", diet::foods());
    ASSERT_FALSE(diary);
    EXPECT_THAT(diary.error().what, testing::HasSubstr("resourceType, entry"));
}

} // namespace rheobase::read
