// Everything has a card, every statement on it has a source, and a slip is answered with what was meant.

#include "model/diet/focus_nutrients.rows.hpp"
#include "model/diet/limits.rows.hpp"
#include "model/diet/needs.rows.hpp"
#include "model/ledger.hpp"
#include "model/verdict/causes.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/drug_classes.rows.hpp"
#include "model/verdict/flags.rows.hpp"
#include "model/verdict/lab_patterns.rows.hpp"
#include "model/verdict/labs.rows.hpp"
#include "model/verdict/medicines.rows.hpp"
#include "model/why/build.hpp"
#include "model/why/cards.rows.hpp"
#include "model/why/compare.hpp"
#include "model/why/explain.hpp"
#include "model/why/household_foods.rows.hpp"
#include "model/why/questions.hpp"
#include "model/why/questions.rows.hpp"
#include "model/why/topics.rows.hpp"

#include <set>

using namespace rheobase;
using namespace rheobase::why;

namespace {

Card card(std::string const& name) {
    auto const found = explain(name);
    EXPECT_TRUE(found) << name << ": " << (found ? "" : in_words(found.error()));
    return found ? *found : Card{};
}

std::string all_text(Card const& card) {
    std::string out;
    for (auto const& part : card.parts)
        for (auto const& statement : part.statements)
            out += statement.text + "\n";
    return out;
}

std::string part_text(Card const& card, std::string const& heading) {
    std::string out;
    for (auto const& part : card.parts)
        if (part.heading == heading)
            for (auto const& statement : part.statements)
                out += statement.text + "\n";
    return out;
}

std::string hint_for(std::string const& name) {
    auto const found = explain(name);
    EXPECT_FALSE(found) << name;
    return found ? "" : found.error().hint;
}

} // namespace

TEST(Explain, EveryStatementOfEveryCardHasASourceThatFactsCanShow) {
    std::set<std::string> shown;
    for (auto const& row : ledger_rows("sources"))
        if (row.path == "model/sources.csv" && !row.cells.at(1).second.empty())
            shown.insert(row.cells.at(0).second);
    for (auto const& thing : all_named()) {
        if (thing.kind == Kind::source)
            continue;
        // A code alone may belong to several things; with its kind before it, it belongs to one.
        auto const prefix = thing.kind == Kind::sign && verdict::code_row("symptom", thing.code) ? "symptom."
                            : thing.kind == Kind::test                                           ? "lab."
                            : thing.kind == Kind::medicine                                       ? "class."
                            : thing.kind == Kind::rule                                           ? "rule."
                            : thing.kind == Kind::stop                                           ? "stop."
                            : thing.kind == Kind::pattern                                        ? "pattern."
                                                                                                 : "";
        auto const found = card(prefix + thing.code);
        EXPECT_EQ(found.code, thing.code);
        EXPECT_EQ(found.kind, thing.kind) << thing.code;
        EXPECT_FALSE(found.parts.empty()) << thing.code;
        for (auto const& part : found.parts) {
            EXPECT_FALSE(part.statements.empty()) << thing.code << " " << part.heading;
            for (auto const& statement : part.statements) {
                EXPECT_FALSE(statement.text.empty()) << thing.code << " " << part.heading;
                EXPECT_FALSE(statement.sources.empty()) << thing.code << ": " << statement.text;
                for (auto const& source : statement.sources) {
                    EXPECT_TRUE(shown.contains(source)) << thing.code << ": " << source;
                }
            }
        }
        for (auto const& other : found.see)
            EXPECT_TRUE(explain(other)) << thing.code << " points to " << other;
    }
}

TEST(Explain, EveryNutrientThatANeedALimitOrTheReportNamesHasACard) {
    std::set<std::string> wanted;
    for (auto const& row : diet::focus_nutrients_rows)
        wanted.insert(std::string(row.nutrient));
    for (auto const* key :
         {"magnesium_mg", "calcium_mg",   "potassium_mg", "sodium_mg",     "phosphorus_mg", "iron_mg",
          "zinc_mg",      "copper_mg",    "selenium_ug",  "vitamin_a_ug",  "vitamin_c_mg",  "vitamin_d_ug",
          "vitamin_e_mg", "vitamin_k_ug", "thiamin_mg",   "riboflavin_mg", "niacin_mg",     "vitamin_b6_mg",
          "b12_ug",       "folate_ug",    "choline_mg",   "protein_g",     "water_g",       "caffeine_mg",
          "alcohol_g",    "iodine"})
        wanted.insert(key);
    for (auto const& key : wanted) {
        auto const found = card(key);
        EXPECT_EQ(found.kind, Kind::nutrient) << key;
        for (auto const* heading : {"What it does", "How too little shows", "How too much shows",
                                    "Where it is in food", "What the evidence says"})
            EXPECT_FALSE(part_text(found, heading).empty()) << key << ": " << heading;
    }
}

TEST(Explain, ACardShowsTheNeedsAndLimitsOfBothAuthoritiesAsTheTablesHaveThem) {
    auto const found = card("magnesium");
    auto const needs = part_text(found, "How much is enough a day");
    EXPECT_THAT(needs,
                testing::HasSubstr(
                    "Women and girls (US): 240 mg from age 9, 360 mg from age 14, 310 mg from age 19"));
    EXPECT_THAT(needs, testing::HasSubstr("(EU)"));
    EXPECT_THAT(needs, testing::HasSubstr("In pregnancy (US)"));
    auto const limits = part_text(found, "How much is too much a day");
    EXPECT_THAT(limits, testing::HasSubstr("350 mg from age 9"));
    EXPECT_THAT(limits, testing::HasSubstr("250 mg from age 4"));
    auto const b6 = part_text(card("vitamin b6"), "How much is too much a day");
    EXPECT_THAT(b6, testing::HasSubstr("(US)"));
    EXPECT_THAT(b6, testing::HasSubstr("12 mg from age 18"));
}

TEST(Explain, LimitsFollowAgeAndPregnancyIsNamedOnlyWhereItDiffers) {
    auto const vitamin_d = part_text(card("vitamin d"), "How much is too much a day");
    EXPECT_THAT(vitamin_d,
                testing::HasSubstr("Limit (EU): 25 µg from birth, 35 µg from 6 months, 50 µg from age 1"));
    EXPECT_EQ(vitamin_d.find("in pregnancy"), std::string::npos);
    EXPECT_THAT(part_text(card("caffeine"), "How much is too much a day"),
                testing::HasSubstr("in pregnancy (EU): 200 mg"));
    EXPECT_THAT(part_text(card("niacin"), "How much is too much a day"),
                testing::HasSubstr("Limit for nicotinamide (EU)"));
}

TEST(Explain, AdequateAmountsAreSaidWithLessCertaintyThanMeasuredNeeds) {
    EXPECT_THAT(part_text(card("potassium"), "How much is enough a day"), testing::HasSubstr("about "));
    EXPECT_THAT(
        part_text(card("iron"), "How much is enough a day"),
        testing::HasSubstr("Men and boys (US): 8 mg from age 9, 11 mg from age 14, 8 mg from age 19"));
}

TEST(Explain, FoodsAreRankedByOneHelping) {
    auto const foods = foods_in_words("magnesium_mg", 6);
    ASSERT_EQ(foods.size(), 6u);
    EXPECT_THAT(foods.front().text, testing::StartsWith("Pumpkin seeds: 154 mg in 28 g"));
    auto const last = part_text(card("potassium"), "Where it is in food");
    EXPECT_LT(last.find("Potato, baked"), last.size());
    EXPECT_EQ(last.find("Banana:"), std::string::npos) << "a banana is good, not the best";
    for (auto const& row : household_foods_rows)
        EXPECT_EQ(foods_in_words("energy_kcal", 1000).size() + 1, household_foods_rows.size())
            << row.name << ": every food but water has energy and a helping";
}

TEST(Explain, AnUnknownNutrientKeyHasNoFoodsNeedsOrLimits) {
    EXPECT_TRUE(foods_in_words("iodine", 5).empty());
    EXPECT_TRUE(needs_in_words("iodine").empty());
    EXPECT_TRUE(limits_in_words("iodine").empty());
}

TEST(Explain, TwitchCrampTetanyRipplingJerkAndTremorAreToldApart) {
    for (auto const* sign : {"twitch", "cramp", "tetany", "myokymia", "jerks", "tremor"})
        EXPECT_FALSE(part_text(card(sign), "What sets it apart").empty()) << sign;
    EXPECT_EQ(card("fasciculation").code, "twitch");
    EXPECT_EQ(card("myoclonus").code, "jerks");
    EXPECT_EQ(card("paraesthesia").code, "tingling");
}

TEST(Explain, ACauseShowsWhatSpeaksForItAndAgainstIt) {
    auto const found = card("deficiency.magnesium");
    EXPECT_EQ(found.kind, Kind::cause);
    EXPECT_THAT(part_text(found, "What speaks for it"), testing::HasSubstr("Magnesium in blood is low."));
    EXPECT_THAT(part_text(found, "What speaks against it"), testing::HasSubstr("does not rule it out"));
    EXPECT_THAT(found.see, testing::Contains("magnesium_mg"));
    EXPECT_EQ(found.details.front().second.substr(0, 4), "0.02") << "the prior is for the specialist";
}

TEST(Explain, ATestShowsItsRangeInBothUnits) {
    EXPECT_THAT(part_text(card("lab.magnesium"), "Range"),
                testing::HasSubstr("0.7 to 1 mmol/L (1.7 to 2.4 mg/dL)"));
    EXPECT_THAT(part_text(card("lab.calcium_adjusted"), "Range"),
                testing::HasSubstr("2.2 to 2.6 mmol/L (8.8 to 10.4 mg/dL)"));
    EXPECT_THAT(part_text(card("lab.25oh_vitamin_d"), "Range"), testing::HasSubstr("(20 to 150 ng/mL)"));
    EXPECT_THAT(part_text(card("lab.urine_sodium"), "Range"),
                testing::HasSubstr("Only the report's own range"));
}

TEST(Explain, ARuleShowsHowSoonAndWhen) {
    auto const found = card("rule.tetany");
    EXPECT_EQ(part_text(found, "How soon"), "Go to an emergency department now.\n");
    EXPECT_THAT(found.details.front().second, testing::HasSubstr("symptom.tetany"));
    EXPECT_THAT(part_text(card("rule.potassium_5_5"), "How soon"), testing::HasSubstr("within 3 days"));
    EXPECT_THAT(part_text(card("rule.palpitations"), "How soon"), testing::HasSubstr("ordinary visit"));
}

TEST(Explain, AHardStopShowsWhatItLeavesOutAndTheCardsOfItsNutrientAndMedicineCarryIt) {
    auto const found = card("stop.potassium_medicine");
    EXPECT_EQ(found.kind, Kind::stop);
    EXPECT_THAT(part_text(found, "What it leaves out"),
                testing::HasSubstr("potassium pills; salt substitutes"));
    auto const says = part_text(found, "What it says");
    EXPECT_THAT(part_text(card("potassium"), "What those are told who should not add to it"),
                testing::HasSubstr(says));
    EXPECT_THAT(part_text(card("lisinopril"), "What to leave out with it"), testing::HasSubstr(says));
    EXPECT_EQ(part_text(card("calcium"), "What those are told who should not add to it").find(says),
              std::string::npos);
}

TEST(Explain, AMedicineIsExplainedByItsClass) {
    auto const found = card("omeprazole");
    EXPECT_EQ(found.kind, Kind::medicine);
    EXPECT_EQ(found.code, "ppi");
    EXPECT_THAT(all_text(found), testing::HasSubstr("lower magnesium"));
    EXPECT_THAT(all_text(found), testing::HasSubstr("Do not stop"));
    EXPECT_THAT(found.see, testing::Contains("class.ppi_b12"));
}

TEST(Explain, EveryMedicineOfTheTableHasACard) {
    for (auto const& row : verdict::medicines_rows)
        EXPECT_FALSE(card(std::string(row.name)).parts.empty()) << row.name;
    EXPECT_THAT(all_text(card("paracetamol")), testing::HasSubstr("No rule and no cause looks at it"));
}

TEST(Explain, ANameOfSeveralThingsNamesTheOthers) {
    auto const found = card("tetany");
    EXPECT_EQ(found.kind, Kind::sign);
    EXPECT_THAT(found.see, testing::Contains("rule.tetany"));
    EXPECT_THAT(card("magnesium").see, testing::Contains("lab.magnesium"));
    EXPECT_THAT(card("magnesium").see, testing::Contains("deficiency.magnesium"));
}

TEST(Explain, ASourceShowsItsCitationAndWhatRestsOnIt) {
    auto const found = card("janett_2015");
    EXPECT_THAT(all_text(found), testing::HasSubstr("Janett"));
    EXPECT_THAT(part_text(found, "What rests on it"), testing::HasSubstr("model/verdict/flags.csv"));
}

TEST(Explain, ASlipIsAnsweredWithWhatWasProbablyMeant) {
    EXPECT_EQ(hint_for("magnesum"), "Did you mean magnesium?");
    EXPECT_EQ(hint_for("potasium"), "Did you mean potassium?");
    EXPECT_EQ(hint_for("omeprazol3"), "Did you mean omeprazole?");
    EXPECT_THAT(hint_for("xyzzyqwert"), testing::HasSubstr("rheobase explain"));
    EXPECT_FALSE(explain(""));
}

TEST(Questions, EachOfTheElevenIsAnsweredByCodeAndByItsOwnWords) {
    for (int i = 1; i <= 11; ++i) {
        auto const code = "J" + std::to_string(i);
        auto const by_code = card(code);
        EXPECT_EQ(by_code.kind, Kind::question) << code;
        EXPECT_GE(by_code.parts.front().statements.size(), 2u) << code;
        EXPECT_EQ(card(by_code.name).code, code);
        EXPECT_EQ(question_meant(by_code.name), code);
    }
}

TEST(Questions, AreFoundInOtherWords) {
    EXPECT_EQ(card("is it ALS").code, "fear");
    EXPECT_EQ(card("could this be motor neuron disease?").code, "fear");
    EXPECT_EQ(card("Can low potassium cause it?").code, "J3");
    EXPECT_EQ(card("how does dehydration cause it").code, "J4");
    EXPECT_EQ(card("which vitamin deficiency is it most often").code, "J8");
    EXPECT_EQ(card("can too many supplements cause twitching").code, "J6");
    EXPECT_EQ(card("when should i see the doctor").code, "J7");
    EXPECT_EQ(card("what deficiency causes calf twitching").code, "J8");
    EXPECT_EQ(card("why is my calf twitching?").code, "calf");
    EXPECT_EQ(card("my eye twitches").code, "eyelid");
    EXPECT_EQ(card("is it serious").code, "J7");
    EXPECT_EQ(card("bananas").code, "J5");
    EXPECT_EQ(card("what else, besides stress").code, "J11");
    EXPECT_EQ(question_meant("why do muscles twitch"), "") << "words of every question tell nothing";
    EXPECT_EQ(question_meant("how is the weather"), "");
    EXPECT_EQ(question_meant(""), "");
}

TEST(Explain, ANameInsideAQuestionGoesBeforeAQuestionThatKnowsOneWordOfIt) {
    EXPECT_EQ(card("can statins cause cramps").code, "statin");
    EXPECT_EQ(card("does omeprazole do this").code, "ppi");
    EXPECT_EQ(card("cramps").code, "cramp");
    EXPECT_EQ(card("what is tetany?").code, "tetany");
    EXPECT_EQ(card("what is a cramp").code, "cramp");
    EXPECT_EQ(card("can metformin cause numbness").code, "metformin");
    EXPECT_EQ(card("how does caffeine cause twitching").code, "J11");
    EXPECT_EQ(card("vitamin b12 deficiency").code, "deficiency.b12");
    EXPECT_EQ(card("lack of magnesium").code, "deficiency.magnesium");
    EXPECT_EQ(card("too much vitamin d").code, "excess.vitamin_d");
    EXPECT_EQ(card("what tests should I ask for").code, "tests");
    EXPECT_EQ(card("how bad is tremor for the heart").code, "tremor");
}

TEST(Explain, ACodeThatIsNotKnownIsNoQuestion) {
    EXPECT_FALSE(explain("potassium_below_2_5"));
    EXPECT_THAT(hint_for("potassium_below_2_5"), testing::HasSubstr("otassium"));
}

TEST(Explain, EpsomSaltIsMagnesiumWithTheWarningOfTheKidneys) {
    auto const found = card("Epsom salt");
    EXPECT_EQ(found.code, "magnesium_mg");
    EXPECT_THAT(all_text(found), testing::HasSubstr("Epsom salt is magnesium too. With weak kidneys"));
}

TEST(Explain, KnowsTheNamesThatDoctorsAndPagesUse) {
    std::pair<char const*, char const*> const names[] = {{"trousseau", "trousseau"},
                                                         {"trousseau_cuff_positive", "trousseau"},
                                                         {"Trousseau's sign", "trousseau"},
                                                         {"chvostek", "chvostek"},
                                                         {"hypokalemia", "deficiency.potassium"},
                                                         {"hypokalaemia", "deficiency.potassium"},
                                                         {"hypomagnesemia", "deficiency.magnesium"},
                                                         {"hypocalcemia", "deficiency.calcium"},
                                                         {"hyperkalemia", "excess.potassium"},
                                                         {"hyponatremia", "deficiency.sodium"},
                                                         {"serotonin syndrome", "drug.serotonin_toxicity"},
                                                         {"benign fasciculation syndrome", "condition.bfs"},
                                                         {"benign fasciculation", "condition.bfs"},
                                                         {"muscle twitching", "twitch"},
                                                         {"emg", "emg"}};
    for (auto const& [name, code] : names)
        EXPECT_EQ(card(name).code, code) << name;
}

TEST(Explain, QuinineIsNotForCrampsWithoutADoctor) {
    EXPECT_THAT(all_text(card("quinine")), testing::HasSubstr("not used for cramps unless a doctor says so"));
}

TEST(Questions, TheFearOfANerveDiseaseIsAnsweredCalmlyAndKeepsTheWayToADoctorOpen) {
    auto const said = all_text(card("is it ALS"));
    EXPECT_EQ(said.find("ALS"), std::string::npos);
    EXPECT_THAT(said, testing::HasSubstr("a doctor should look soon"));
}

TEST(Comparison, HoldsEveryFocusNutrientWithEveryColumn) {
    auto const rows = comparison();
    ASSERT_EQ(rows.size(), diet::focus_nutrients_rows.size());
    for (auto const& row : rows)
        for (auto const* cell : {&row.role, &row.lack, &row.excess, &row.reason, &row.test, &row.food}) {
            EXPECT_FALSE(cell->text.empty()) << row.code;
            EXPECT_FALSE(cell->sources.empty()) << row.code;
        }
}

TEST(Mentions, LooksThroughNamedTermsAndTakesWholeNamesOnly) {
    EXPECT_TRUE(mentions("symptom.twitch and lab.magnesium low", "symptom.twitch"));
    EXPECT_TRUE(mentions("any(symptom.twitch.site is eye)", "symptom.twitch"));
    EXPECT_FALSE(mentions("symptom.twitching", "symptom.twitch"));
    EXPECT_TRUE(mentions("is.spasm_signs", "symptom.tetany"));
    EXPECT_FALSE(mentions("is.spasm_signs", "symptom.cramp"));
    EXPECT_TRUE(mentions("condition.ckd_*", "condition.ckd_g4"));
    EXPECT_FALSE(mentions("", "symptom.twitch"));
}

TEST(Cards, EveryRowBelongsToATopicOrASignAndToAPartThatIsPrinted) {
    std::set<std::string_view> const nutrient_parts{"role", "lack",   "excess",   "reason", "test",
                                                    "food", "limits", "evidence", "more"};
    std::set<std::string_view> const sign_parts{"what", "apart", "normal", "when"};
    std::set<std::string_view> const medicine_parts{"use"};
    for (auto const& row : cards_rows) {
        std::string kind;
        for (auto const& topic : topics_rows)
            if (topic.code == row.code)
                kind = topic.kind;
        if (verdict::code_row("symptom", row.code))
            kind = "sign";
        for (auto const& drug_class : verdict::drug_classes_rows)
            if (drug_class.drug_class == row.code)
                kind = "medicine";
        ASSERT_FALSE(kind.empty()) << row.code;
        EXPECT_TRUE((kind == "sign"       ? sign_parts
                     : kind == "medicine" ? medicine_parts
                                          : nutrient_parts)
                        .contains(row.aspect))
            << row.code << " " << row.aspect;
    }
}
