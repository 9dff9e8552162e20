#include "model/verdict/plan_status.hpp"
#include "model/verdict/shortfall.hpp"
#include "tests/verdict/told.hpp"

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

NutrientFinding& of(Findings& findings, std::string_view nutrient) {
    return findings.nutrient[static_cast<std::size_t>(diet::nutrient_called(nutrient).value())];
}

/// A week of food that was well read, with magnesium eaten against a need of 350 mg.
Findings a_week_with_magnesium(double mg, double probability_inadequate) {
    Findings findings;
    findings.diary = true;
    findings.days = 7;
    findings.share_read = 1;
    auto& magnesium = of(findings, "magnesium_mg");
    magnesium.per_day = diet::Range::exactly(mg);
    magnesium.coverage = 1;
    magnesium.ear = 350;
    magnesium.rda = 420;
    magnesium.probability_inadequate = probability_inadequate;
    return findings;
}

std::string status_of(std::string const& story, Findings const& findings) {
    return judge(told(story), findings).plan.status;
}

std::string calm = "s twitch since 3; s weakness_objective no; sex male";

} // namespace

TEST(PlanStatus, EveryRowCanBeParsedAndAsksOnlyForWhatIsKnown) {
    for (auto const& problem : faults_of_plan_status())
        ADD_FAILURE() << in_words(problem);
}

TEST(PlanStatus, IsOfferedWhereSomethingIsShortAndNothingSpeaksAgainstIt) {
    EXPECT_EQ(status_of(calm, a_week_with_magnesium(180, 0.95)), "offered");
}

TEST(PlanStatus, IsNotNeededWhereNothingIsShort) {
    EXPECT_EQ(status_of(calm, a_week_with_magnesium(420, 0.1)), "not_needed");
}

TEST(PlanStatus, NeedsDataWithoutADiaryOrWithOneThatWasHardlyRead) {
    EXPECT_EQ(status_of(calm, Findings{}), "needs_data");
    auto hardly = a_week_with_magnesium(180, 0.95);
    hardly.share_read = 0.3;
    EXPECT_EQ(status_of(calm, hardly), "needs_data");
    auto thin = a_week_with_magnesium(180, 0.95);
    thin.energy_to_resting = 1;
    thin.energy_plausible = false;
    EXPECT_EQ(status_of(calm, thin), "needs_data");
    auto rich = a_week_with_magnesium(180, 0.95);
    rich.energy_to_resting = 3;
    rich.energy_plausible = false;
    EXPECT_EQ(status_of(calm, rich), "offered");
    auto starving = a_week_with_magnesium(180, 0.95);
    starving.energy_to_resting = 0.5;
    EXPECT_EQ(status_of(calm, starving), "needs_data");
}

TEST(PlanStatus, IsWithheldWhereFoodMustWaitOrNumbersDoHarm) {
    auto const low = a_week_with_magnesium(180, 0.95);
    for (auto const* story : {"s breathlessness", "s tetany", "kg 40; cm 170; days 12",
                              "cond eating_disorder", "s purging", "age 9; s twitch since 3", "cond dialysis",
                              "cond pku", "diet enteral_feed", "diet parenteral_feed", "cond liver_failure"})
        EXPECT_EQ(status_of(story, low), "withheld") << story;
}

TEST(PlanStatus, WaitsForTheDoctorWhereOneIsNeededSoon) {
    EXPECT_EQ(status_of("lab potassium 5.7 mmol/L 1", a_week_with_magnesium(180, 0.95)), "after_referral");
}

TEST(PlanStatus, IsGeneralOnlyInPregnancyAndWithWeakOrgans) {
    auto const low = a_week_with_magnesium(180, 0.95);
    for (auto const* story :
         {"sex female; preg 12", "cond ckd_g4", "cond ckd_g3a", "cond heart_failure", "cond cirrhosis",
          "cond gastric_bypass", "cond ileostomy", "kg 52; cm 172", "cond kidney_transplant"})
        EXPECT_EQ(status_of(story, low), "general_only") << story;
}

TEST(PlanStatus, OfAKnownKidneyIsGeneralOnlyUntilADatedResultSaysOtherwise) {
    auto const low = a_week_with_magnesium(180, 0.95);
    EXPECT_EQ(status_of("cond ckd_g2 30; lab egfr 75 mL/min/1.73m2", low), "general_only");
    EXPECT_EQ(status_of("cond ckd_g2 30; lab egfr 75 mL/min/1.73m2 20", low), "offered");
}

TEST(PlanStatus, NamesNothingAsShortWhereThePlanIsWithheld) {
    auto const low = a_week_with_magnesium(180, 0.95);
    EXPECT_THAT(judge(told("cond eating_disorder"), low).plan.short_of, testing::IsEmpty());
    EXPECT_THAT(judge(told(calm), low).plan.short_of, testing::ElementsAre("magnesium_mg"));
}

TEST(PlanStatus, WhereAllThatIsShortIsStoppedIsGeneralOnlyAndNamesNothing) {
    auto low = a_week_with_magnesium(420, 0.1);
    auto& potassium = of(low, "potassium_mg");
    potassium.ai = 3400;
    potassium.coverage = 1;
    potassium.per_day = diet::Range::exactly(1500);
    EXPECT_EQ(status_of(calm, low), "offered");
    auto const stopped = judge(told(calm + "; drug ramipril since 900"), low).plan;
    EXPECT_EQ(stopped.status, "general_only");
    EXPECT_THAT(stopped.short_of, testing::IsEmpty());
}

TEST(Shortfall, BelowAnAdequateIntakeCountsOnlyWhenItIsWellBelow) {
    NutrientFinding potassium;
    potassium.ai = 2600;
    potassium.coverage = 1;
    potassium.per_day = diet::Range::exactly(2300);
    EXPECT_EQ(is_short(potassium), Truth::no);
    potassium.per_day = diet::Range::exactly(1500);
    EXPECT_EQ(is_short(potassium), Truth::yes);
    potassium.per_day.high = 2700;
    EXPECT_NE(is_short(potassium), Truth::yes) << "what was not measured may bring it up";
}

TEST(Shortfall, IsUnknownWhereTooLittleOfTheFoodHasAValue) {
    NutrientFinding magnesium;
    magnesium.ear = 350;
    magnesium.per_day = {150, unknown, unknown};
    magnesium.coverage = 0.5;
    EXPECT_EQ(is_short(magnesium), Truth::unknown);
    magnesium.coverage = 0.9;
    EXPECT_EQ(is_short(magnesium), Truth::yes);
    magnesium.per_day.low = 340;
    EXPECT_EQ(is_short(magnesium), Truth::unknown);
    magnesium.per_day.low = 360;
    EXPECT_EQ(is_short(magnesium), Truth::no);
    EXPECT_EQ(is_short(NutrientFinding{}), Truth::unknown);
}
