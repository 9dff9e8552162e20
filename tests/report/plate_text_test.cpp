// What the text about the plate says, and what it keeps to itself.
#include "app/report/json/answer.hpp"
#include "app/report/text/answer.hpp"
#include "app/report/text/plate.hpp"
#include "model/diet/words.hpp"

#include <gtest/gtest.h>

namespace rheobase::report {

namespace {

verdict::Evidence someone() {
    verdict::Evidence evidence;
    evidence.person.age_years = 24;
    evidence.person.sex = diet::Sex::female;
    return evidence;
}

diet::Diary a_day() {
    return diet::read_words("100 g spinach, 200 g rice and 150 g chicken", diet::foods());
}

bool holds(std::string const& text, std::string_view part) {
    return text.find(part) != text.npos;
}

std::string diet_of(verdict::Evidence const& evidence, diet::Diary const& diary) {
    return diet_text(plate(evidence.person, diary, evidence, diet::foods()), false);
}

} // namespace

TEST(PlateText, ShowsNoFiguresOfFoodBesideAnEatingDisorder) {
    auto with = someone();
    with.conditions.push_back({"eating_disorder", true, std::nullopt, ""});
    auto purging = someone();
    purging.symptoms.push_back({});
    purging.symptoms.back().code = "purging";
    purging.symptoms.back().present = true;
    EXPECT_TRUE(holds(diet_of(someone(), a_day()), "of 310 mg")) << diet_of(someone(), a_day());
    for (auto const& evidence : {with, purging}) {
        for (auto const& text :
             {diet_of(evidence, a_day()), answer_text(answer(evidence, a_day(), diet::foods()), false)}) {
            EXPECT_TRUE(holds(text, "Numbers about food can be hard to live with")) << text;
            for (auto const* figure :
                 {"of 310 mg", "Protein:", "less energy", "kcal", "A full bar", " g (", "of 100 people"})
                EXPECT_FALSE(holds(text, figure)) << figure << "\n" << text;
        }
        EXPECT_TRUE(
            holds(diet_json(plate(evidence.person, a_day(), evidence, diet::foods())), "magnesium_mg"))
            << "the JSON keeps the values for those who need them";
    }
}

TEST(PlateText, ADeniedDisorderHidesNothing) {
    auto denied = someone();
    denied.conditions.push_back({"eating_disorder", false, std::nullopt, ""});
    EXPECT_TRUE(holds(diet_of(denied, a_day()), "of 310 mg"));
}

TEST(PlateText, TotalsWithoutFoodsAreOneSentence) {
    diet::Diary diary;
    diary.format = "table";
    for (auto const* day : {"2026-01-05", "2026-01-06"}) {
        diet::Eaten total;
        total.day = day;
        total.text = "the whole day";
        total.stated[diet::nutrient("magnesium_mg")] = 300;
        diary.eaten.push_back(total);
    }
    auto const text = diet_of(someone(), diary);
    EXPECT_TRUE(holds(text, "The file gives 2 totals on 2 days and names no foods.")) << text;
    EXPECT_FALSE(holds(text, "? g"));
    EXPECT_FALSE(holds(text, "no match"));
}

TEST(PlateText, ADiaryWithoutAnythingInItIsOneSentence) {
    diet::Diary diary;
    diary.format = "cronometer";
    EXPECT_EQ(diet_of(someone(), diary), "Nothing to eat was found in it.\n");
}

TEST(PlateText, NeverSaysThatAllIsKnownWhereSomeIsNot) {
    auto diary = a_day();
    diet::Eaten soup;
    soup.text = "soup";
    soup.stated[diet::nutrient("magnesium_mg")] = 4;
    diary.eaten.push_back(soup);
    auto const text = diet_of(someone(), diary);
    EXPECT_FALSE(holds(text, "known for 100 %")) << text;
    EXPECT_FALSE(holds(text, "Known for 100 %")) << text;
    EXPECT_TRUE(holds(text, "Known for 75 % of what you ate.")) << text;
}

TEST(PlateText, DailyAmountsWithoutCoverageAreSaidToBeTakenAsTheWhole) {
    auto evidence = someone();
    evidence.stated_per_day[diet::nutrient("magnesium_mg")] = 180;
    evidence.stated_per_day[diet::nutrient("calcium_mg")] = 600;
    evidence.stated_coverage[diet::nutrient("calcium_mg")] = 0.8;
    auto const out = plate(evidence.person, {}, evidence, diet::foods());
    ASSERT_EQ(out.notes.size(), 1u);
    EXPECT_TRUE(holds(out.notes[0], "the whole of what is eaten: magnesium.")) << out.notes[0];
}

TEST(PlateText, ASoonAnswerSaysDaysFirstAndItsHoursBehind) {
    auto evidence = someone();
    evidence.conditions.push_back({"eating_disorder", true, std::nullopt, ""});
    auto const answered = answer(evidence, {}, diet::foods());
    EXPECT_EQ(answered.verdict.headline, "See a doctor within 7 days (168 hours).");
}

} // namespace rheobase::report
