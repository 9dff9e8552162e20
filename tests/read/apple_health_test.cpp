#include "tests/read/samples.hpp"

namespace rheobase::read {

using namespace samples;
using diet::nutrient;

namespace {

double sum(diet::Diary const& diary, diet::Nutrient n) {
    double total = 0;
    for (auto const& eaten : diary.eaten)
        total += known(eaten.stated[n]) ? eaten.stated[n] : 0;
    return total;
}

} // namespace

TEST(AppleHealth, CountsARecordInsideAndOutsideItsFoodOnce) {
    auto const diary = diary_of(apple);
    ASSERT_EQ(diary.format, "apple_health");
    EXPECT_TRUE(diary.unread.empty());
    EXPECT_DOUBLE_EQ(sum(diary, nutrient("magnesium_mg")), 56);
    EXPECT_NEAR(sum(diary, nutrient("energy_kcal")), 158 + 200, 0.01);
    EXPECT_EQ(diary.eaten.at(0).text, "Oatmeal, cooked");
    EXPECT_EQ(diary.eaten.at(0).day, "2026-03-14");
    EXPECT_EQ(diary.eaten.at(0).time, "12:00");
    EXPECT_NE(diary.eaten.at(0).food, diet::no_food);
}

TEST(AppleHealth, ReadsAFoodWhoseRecordsStandOnlyInside) {
    auto const diary =
        diary_of(apple_file(" <Correlation type=\"HKCorrelationTypeIdentifierFood\" sourceName=\"A\">\n" +
                            apple_record("DietaryMagnesium", "mg", "30") +
                            "  <MetadataEntry key=\"HKFoodType\" value=\"Banana\"/>\n </Correlation>\n"));
    ASSERT_EQ(diary.eaten.size(), 1u);
    EXPECT_EQ(diary.eaten[0].text, "Banana");
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("magnesium_mg")], 30);
}

TEST(AppleHealth, ConvertsEveryUnit) {
    auto const diary = diary_of(apple_file(
        apple_record("DietaryMagnesium", "g", "0.056") + apple_record("DietaryVitaminB12", "mcg", "2.4") +
        apple_record("DietaryVitaminD", "IU", "400") + apple_record("DietaryEnergyConsumed", "kJ", "418.4") +
        apple_record("DietaryWater", "fl_oz_us", "10") + apple_record("DietaryCaffeine", "mg", "95")));
    EXPECT_NEAR(sum(diary, nutrient("magnesium_mg")), 56, 1e-9);
    EXPECT_NEAR(sum(diary, nutrient("b12_ug")), 2.4, 1e-9);
    EXPECT_NEAR(sum(diary, nutrient("vitamin_d_ug")), 10, 1e-9);
    EXPECT_NEAR(sum(diary, nutrient("energy_kcal")), 100, 1e-6);
    EXPECT_NEAR(sum(diary, nutrient("water_g")), 295.735, 0.001);
    EXPECT_NEAR(sum(diary, nutrient("caffeine_mg")), 95, 1e-9);
}

TEST(AppleHealth, CapitalCalIsAThousandTimesSmallCal) {
    EXPECT_DOUBLE_EQ(sum(diary_of(apple_file(apple_record("DietaryEnergyConsumed", "Cal", "100"))),
                         nutrient("energy_kcal")),
                     100);
    EXPECT_DOUBLE_EQ(sum(diary_of(apple_file(apple_record("DietaryEnergyConsumed", "cal", "100000"))),
                         nutrient("energy_kcal")),
                     100);
}

TEST(AppleHealth, CountsWhatTwoAppsWroteOnce) {
    auto const at = "2026-03-14 12:00:00 +0100";
    auto const diary =
        diary_of(apple_file(apple_record("DietaryMagnesium", "mg", "56", at, "A") +
                            apple_record("DietaryMagnesium", "mg", "56", at, "B") +
                            apple_record("DietaryMagnesium", "mg", "20", at, "B") +
                            apple_record("DietaryIron", "mg", "3", "2026-03-14 12:00:01 +0100", "B")));
    EXPECT_DOUBLE_EQ(sum(diary, nutrient("magnesium_mg")), 76);
    EXPECT_DOUBLE_EQ(sum(diary, nutrient("iron_mg")), 3);
    EXPECT_TRUE(notes_say(diary, "1 record was written by two apps"));
}

TEST(AppleHealth, TheSameAppMayLogTheSameTwice) {
    auto const one = apple_record("DietaryCaffeine", "mg", "80");
    EXPECT_DOUBLE_EQ(sum(diary_of(apple_file(one + one)), nutrient("caffeine_mg")), 160);
}

TEST(AppleHealth, ADayOfRecordsWithoutNamesIsOneEntryOfItsApp) {
    std::string records;
    for (int i = 10; i < 60; ++i)
        records +=
            apple_record("DietaryIron", "mg", "1", "2026-03-14 12:" + std::to_string(i) + ":00 +0100", "A") +
            apple_record("DietaryWater", "mL", "10", "2026-03-14 13:" + std::to_string(i) + ":00 +0100", "A");
    auto const diary = diary_of(
        apple_file(records + apple_record("DietaryIron", "mg", "2", "2026-03-15 09:00:00 +0100", "A") +
                   apple_record("DietaryIron", "mg", "3", "2026-03-14 09:00:00 +0100", "B")));
    ASSERT_EQ(diary.eaten.size(), 4u) << "two apps and water on one day, one app on the other";
    EXPECT_EQ(diary.lines, 102);
    EXPECT_DOUBLE_EQ(sum(diary, nutrient("iron_mg")), 55);
    EXPECT_DOUBLE_EQ(diary.eaten[0].stated[nutrient("iron_mg")], 50);
    EXPECT_EQ(diary.eaten[0].text, "entries in A");
    EXPECT_EQ(diary.eaten[2].text, "water");
    EXPECT_DOUBLE_EQ(diary.eaten[2].grams.mid, 500);
    EXPECT_EQ(diary.eaten[3].day, "2026-03-15");
    EXPECT_EQ(diary.eaten[3].time, "09:00");
}

TEST(AppleHealth, TheNameOfAFoodMayStandBehindItsRecords) {
    auto const diary =
        diary_of(apple_file(" <Correlation type=\"HKCorrelationTypeIdentifierFood\" sourceName=\"A\">\n" +
                            apple_record("DietaryMagnesium", "mg", "30") +
                            apple_record("DietaryMagnesium", "mg", "5", "2026-03-14 12:00:05 +0100") +
                            "  <MetadataEntry key=\"HKFoodType\" value=\"Banana\"/>\n </Correlation>\n"));
    ASSERT_EQ(diary.eaten.size(), 2u);
    EXPECT_EQ(diary.eaten[0].text, "Banana");
    EXPECT_EQ(diary.eaten[1].text, "Banana");
}

TEST(AppleHealth, WarnsWhenSeveralAppsWroteADay) {
    auto const diary = diary_of(
        apple_file(apple_record("DietaryEnergyConsumed", "Cal", "500", "2026-03-14 12:00:00 +0100", "A") +
                   apple_record("DietaryEnergyConsumed", "Cal", "510", "2026-03-14 12:05:00 +0100", "B")));
    EXPECT_TRUE(notes_say(diary, "several apps wrote energy (A, B)"));
}

TEST(AppleHealth, ListsRecordsItCannotUse) {
    auto const diary = diary_of(apple_file(
        apple_record("DietaryMagnesium", "mg", "-3") + apple_record("DietaryMagnesium", "mg", "nan") +
        apple_record("DietaryMagnesium", "furlong", "3") + apple_record("DietaryVitaminA", "IU", "900") +
        apple_record("DietaryMagnesium", "mg", "5", "long ago") +
        apple_record("DietaryMagnesium", "kg", "200") + apple_record("DietaryIron", "mg", "2") +
        apple_record("DietaryBiotin", "mcg", "3") +
        apple_record("NumberOfAlcoholicBeverages", "count", "2")));
    EXPECT_EQ(diary.unread.size(), 6u);
    EXPECT_EQ(diary.unread.at(0).line, 11);
    EXPECT_DOUBLE_EQ(sum(diary, nutrient("iron_mg")), 2);
    EXPECT_TRUE(notes_say(diary, "Biotin"));
    EXPECT_TRUE(notes_say(diary, "alcoholic drinks"));
}

TEST(AppleHealth, BrokenXmlCostsOneLine) {
    auto const diary = diary_of(apple_file(
        apple_record("DietaryIron", "mg", "2") + " <Record type=\"x\" value=\"<<\"/>\n" +
        apple_record("DietaryIron", "mg", "3") + "& \x01\n" + apple_record("DietaryIron", "mg", "4")));
    EXPECT_DOUBLE_EQ(sum(diary, nutrient("iron_mg")), 9);
    ASSERT_EQ(diary.unread.size(), 2u);
    EXPECT_EQ(diary.unread[0].line, 12);
    EXPECT_EQ(diary.unread[1].line, 14);
}

TEST(AppleHealth, ReadsPastADocumentTypeThatIsBroken) {
    std::string text = apple;
    text.replace(text.find("<!ELEMENT"), 9, "<!ELEMENT <<");
    EXPECT_DOUBLE_EQ(sum(diary_of(text), nutrient("magnesium_mg")), 56);
    EXPECT_TRUE(diary_of(text).unread.empty());
}

TEST(AppleHealth, KeepsWhatStandsAboveTheEndOfHalfAFile) {
    auto const diary = diary_of(apple.substr(0, apple.find("DietaryWater")));
    EXPECT_DOUBLE_EQ(sum(diary, nutrient("magnesium_mg")), 56);
    ASSERT_EQ(diary.unread.size(), 1u);
    EXPECT_THAT(diary.unread[0].why, testing::HasSubstr("ends early"));
}

TEST(AppleHealth, StopsAFileThatDeclaresEntities) {
    std::string const text = "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!ENTITY a "
                             "\"aaaaaaaaaa\">\n<!ENTITY b \"&a;&a;&a;&a;\">\n]>\n<HealthData>\n&b;\n" +
                             apple_record("DietaryIron", "mg", "2") + "</HealthData>\n";
    auto const diary = diary_of(text);
    EXPECT_FALSE(diary.unread.empty());
    EXPECT_DOUBLE_EQ(sum(diary, nutrient("iron_mg")), 2);
}

} // namespace rheobase::read
