#include "app/read/case.hpp"
#include "model/verdict/verdict.hpp"

#include <algorithm>

using namespace rheobase;
using namespace rheobase::read;
using testing::HasSubstr;

namespace {

std::string all_of(std::vector<Problem> const& faults) {
    std::string out;
    for (auto const& one : faults)
        out += in_words(one) + "\n";
    return out;
}

std::string all_of(std::vector<verdict::NotConsidered> const& list) {
    std::string out;
    for (auto const& one : list)
        out += one.what + " | " + one.nearest + " | " + one.why + "\n";
    return out;
}

std::string const whole_case =
    R"({ "person": {"age_years": 34, "sex": "female", "pregnancy": {"weeks": 30}, "lactating": false,
 "postpartum_days": null, "menopause": false, "weight_kg": 62, "height_cm": 168, "skin": "dark", "latitude_deg": 52,
 "country": "gb", "weight_change": {"percent": -8, "over_days": 90, "intended": false}, "little_intake_days": 0},
 "duration_days": 10,
 "symptoms": [{"code": "twitch", "present": true, "site": "left calf", "sites": ["left_calf"], "spread": "focal",
   "since_days": 10, "course": "stable", "onset_speed": "gradual", "per_day": 20, "seen_by": "self", "severity": "mild",
   "progressive": false, "onset": "sudden", "when": "night", "suppressible": false},
   {"code": "weakness_objective", "present": false}],
 "diet": {"type": "vegan", "diary": "week.csv", "days_logged": 7, "per_day": {"magnesium_mg": 260, "vitamin_d_ug": null},
   "coverage": {"magnesium_mg": 0.3}},
 "supplements": [{"name": "magnesium + B6", "per_day": 3, "each": {"magnesium_mg": 150, "vitamin_b6_mg": 50}, "times": ["22:00"]},
   {"name": "magnesium oxide", "dose": "400 mg twice daily"}],
 "medications": [{"name": "omeprazole", "dose": "40 mg daily", "atc": "A02BC01", "rxnorm": "7646", "status": "current",
   "since_days": 1500, "started_days_ago": 1500, "last_dose_days_ago": 0, "dose_changed_days_ago": null,
   "stopped_days_ago": null, "times": ["08:00"], "route": "oral"}],
 "conditions": ["ckd_g4", {"code": "total_thyroidectomy", "since_days": 3}],
 "lifestyle": {"caffeine_mg": 650, "alcohol_units_week": 10, "sleep_h": 5, "stress": "high", "exercise": "marathon training",
   "sweat": "heavy", "fluid_l_today": 2, "screen_h": 9, "sun": "little", "shift_work": "nights", "occupation": "roofer"},
 "losses": {"vomits_per_day": 0, "stools_per_day": 1, "days": 0},
 "labs": [{"analyte": "magnesium", "loinc": "2601-3", "value": 0.62, "unit": "mmol/L", "days_ago": 3, "ref_low": 0.7,
   "ref_high": 1.0, "status": "final", "note": "haemolysed"}],
 "investigations": ["emg_normal", {"code": "neurology_exam_normal", "days_ago": 40, "by": "neurologist"}],
 "vitals": {"systolic": 128, "diastolic": 80, "pulse": 72, "temperature_c": 36.8, "days_ago": 0},
 "allergies": [{"to": "tree_nut"}], "family": [{"code": "motor_neuron_disease", "relative": "father"}],
 "exposures": [{"code": "nitrous_oxide", "days_ago": 14}], "events": [{"code": "viral_illness", "days_ago": 21}],
 "wishes": {}, "reference": "us", "words": "my calf jumps at night" })";

bool fired(CaseRead const& read, std::string const& rule) {
    for (auto const& state : verdict::judge_emergencies(read.evidence).rules)
        if (state.rule == rule)
            return state.truth == verdict::Truth::yes;
    return false;
}

} // namespace

TEST(Case, ReadsTheWholeExampleWithoutAFault) {
    auto const read = read_case(whole_case, "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    EXPECT_EQ(all_of(read.not_considered), "");
    auto const& e = read.evidence;
    EXPECT_EQ(e.person.age_years, 34);
    EXPECT_EQ(e.person.sex, diet::Sex::female);
    EXPECT_EQ(e.person.pregnancy_weeks, 30);
    EXPECT_EQ(e.person.country, "GB");
    EXPECT_EQ(e.person.weight_change_percent, -8);
    EXPECT_FALSE(e.person.postpartum_days);
    ASSERT_EQ(e.symptoms.size(), 2U);
    EXPECT_EQ(e.symptoms[0].since_days, 10);
    EXPECT_EQ(e.symptoms[1].present, false);
    EXPECT_EQ(read.diary_path, "week.csv");
    EXPECT_EQ(e.stated_per_day.at(diet::nutrient("magnesium_mg")), 260);
    EXPECT_FALSE(e.stated_per_day.contains(diet::nutrient("vitamin_d_ug")));
    ASSERT_EQ(e.supplements.size(), 2U);
    EXPECT_EQ(e.supplements[0].each[static_cast<std::size_t>(diet::nutrient("vitamin_b6_mg"))].mid, 50);
    EXPECT_EQ(e.supplements[1].per_day, 2);
    auto const oxide = e.supplements[1].each[static_cast<std::size_t>(diet::nutrient("magnesium_mg"))];
    EXPECT_NEAR(oxide.low, 241, 1);
    EXPECT_EQ(oxide.high, 400);
    EXPECT_EQ(e.medicines[0].rxnorm, "7646");
    EXPECT_EQ(e.conditions[1].days_ago, 3);
    EXPECT_EQ(e.lifestyle.at("caffeine_mg"), 650);
    EXPECT_EQ(e.lifestyle_words.at("stress"), "high");
    EXPECT_EQ(e.labs[0].note, "haemolysed");
    EXPECT_EQ(e.investigations[1].by, "neurologist");
    EXPECT_EQ(e.allergies[0].code, "tree_nut");
    EXPECT_EQ(e.family[0].by, "father");
    EXPECT_EQ(e.exposures[0].days_ago, 14);
    EXPECT_TRUE(e.told_whole.contains("medications"));
}

TEST(Case, ReadsDislikesAndTheDietThatIsWished) {
    auto const read = read_case(
        R"({"person": {}, "wishes": {"dislikes": ["mushrooms", "blue cheese"], "diet": "vegan", "note": "cheap"}})",
        "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    EXPECT_THAT(read.evidence.dislikes, testing::ElementsAre("mushrooms", "blue cheese"));
    EXPECT_EQ(read.evidence.wished_diet, "vegan");
    EXPECT_EQ(read.evidence.wish_note, "cheap");
    EXPECT_FALSE(read_case(R"({"person": {}, "wishes": {"dislikes": 3}})", "case.json").faults.empty());
}

TEST(Case, ReadsEveryWishOfAPlan) {
    auto const read = read_case(
        R"({"person": {}, "wishes": {"diet": "plant based", "dislikes": ["broccoli"], "without": ["nuts"],
            "keep": ["tofu", "black coffee"], "cheap": true, "few_changes": true, "cooking": "little"}})",
        "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    EXPECT_EQ(all_of(read.not_considered), "");
    EXPECT_EQ(read.wishes.diet, "vegan");
    EXPECT_THAT(read.wishes.without, testing::ElementsAre("broccoli", "nuts"));
    EXPECT_THAT(read.wishes.keep, testing::ElementsAre("tofu", "black coffee"));
    EXPECT_TRUE(read.wishes.cheap);
    EXPECT_TRUE(read.wishes.few_changes);
    EXPECT_EQ(read.wishes.cooking, "little");
}

TEST(Case, WithoutWishesWishesNothing) {
    for (auto const* text :
         {R"({"person": {}})", R"({"person": {}, "wishes": {}})", R"({"person": {}, "wishes": null})",
          R"({"person": {}, "wishes": {"diet": null, "without": null, "keep": [], "cheap": false,
              "few_changes": null, "cooking": "any"}})"}) {
        auto const read = read_case(text, "case.json");
        EXPECT_EQ(all_of(read.faults), "") << text;
        EXPECT_TRUE(week::parts(read.wishes).empty()) << text;
    }
}

TEST(Case, WishesOfTheWrongKindAreFaultsAndAnUnknownCookingIsNamed) {
    for (auto const* wishes : {R"({"cheap": "yes"})", R"({"keep": "cheddar"})", R"({"without": [3]})",
                               R"({"cooking": 1})", R"({"few_changes": 2})"}) {
        auto const read = read_case(R"({"person": {}, "wishes": )" + std::string(wishes) + "}", "case.json");
        EXPECT_FALSE(read.faults.empty()) << wishes;
    }
    auto const read = read_case(R"({"person": {}, "wishes": {"cooking": "litle"}})", "case.json");
    EXPECT_THAT(all_of(read.not_considered), HasSubstr("little"));
    EXPECT_EQ(read.wishes.cooking, "") << "what is not known is not taken for a wish";
}

TEST(Case, AWishedDietThatNobodyKnowsStaysAsWritten) {
    auto const read = read_case(R"({"person": {}, "wishes": {"diet": "zorblaxian"}})", "case.json");
    EXPECT_EQ(read.wishes.diet, "zorblaxian");
}

TEST(Case, AWishUnderAnUnknownKeyIsAFaultWithTheNearestKey) {
    auto const read = read_case(R"({"person": {}, "wishes": {"dislike": ["fish"]}})", "case.json");
    ASSERT_EQ(read.faults.size(), 1U);
    EXPECT_NE(in_words(read.faults.front()).find("Did you mean 'dislikes'?"), std::string::npos);
    EXPECT_THAT(read.evidence.dislikes, testing::ElementsAre("fish"));
}

TEST(Case, KeepsConditionsAndDietsThatNoCodeIsKnownForInTheirWords) {
    auto const read = read_case(
        R"({"person": {}, "conditions": ["zorblax syndrome", {"code": "grumps"}, {"code": "humbug", "present": false}, "asthma"],
            "diet": {"type": "zorblaxian"}})",
        "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    EXPECT_THAT(read.evidence.conditions_not_read, testing::ElementsAre("zorblax syndrome", "grumps"));
    EXPECT_EQ(read.evidence.diet_not_read, "zorblaxian");
    auto const diet = [](std::string const& type) {
        auto const one = read_case(R"({"person": {}, "diet": {"type": ")" + type + R"("}})", "case.json");
        EXPECT_EQ(all_of(one.not_considered), "") << type;
        return one.evidence.diet_type.empty() ? one.evidence.diet_not_read : one.evidence.diet_type;
    };
    EXPECT_EQ(diet("veganism"), "vegan");
    EXPECT_EQ(diet("plant based"), "vegan");
    EXPECT_EQ(diet("lacto-vegetarian"), "lacto-vegetarian");
}

TEST(Case, AMissingValueIsUnknownAndNeitherZeroNorNo) {
    auto const read = read_case(R"({"person": {}, "symptoms": [{"code": "twitch"}]})", "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    EXPECT_FALSE(read.evidence.person.age_years);
    EXPECT_FALSE(read.evidence.person.pregnant);
    EXPECT_EQ(read.evidence.symptoms[0].present, true);
    EXPECT_TRUE(read.evidence.told_whole.empty());
    auto const unsure =
        read_case(R"({"person": {}, "symptoms": [{"code": "seizure", "present": null}]})", "case.json");
    EXPECT_FALSE(unsure.evidence.symptoms[0].present);
}

TEST(Case, ReportsEveryFaultWithItsPlaceAndTheNearestKey) {
    auto const read = read_case(
        R"({"person": {"age_years": "34", "wieght_kg": 60}, "simptoms": [{"code": "seizure", "present": "yes"}],
        "labs": [{"analyte": "potassium", "value": "6.8", "unit": "mmol/L", "days_ago": 1}]})",
        "case.json");
    auto const faults = all_of(read.faults);
    EXPECT_EQ(read.faults.size(), 5U) << faults;
    EXPECT_THAT(faults, HasSubstr("case.json:/person/age_years"));
    EXPECT_THAT(faults, HasSubstr("case.json:/person/wieght_kg"));
    EXPECT_THAT(faults, HasSubstr("Did you mean 'weight_kg'?"));
    EXPECT_THAT(faults, HasSubstr("Did you mean 'symptoms'?"));
    EXPECT_THAT(faults, HasSubstr("case.json:/labs/0/value"));
    EXPECT_TRUE(fired(read, "seizure"));
    EXPECT_TRUE(fired(read, "potassium_6_5"));
    EXPECT_EQ(read.evidence.person.weight_kg, 60);
}

TEST(Case, UnknownCodesAndValuesAreNamedWithTheNearestAndAreNoFault) {
    auto const read = read_case(
        R"({"person": {"sex": "femlae", "skin": "purple"}, "symptoms": [{"code": "twich"}, {"code": "qwertyuiop"}],
        "conditions": ["ckd"], "diet": {"per_day": {"magnesum_mg": 300}}})",
        "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    auto const named = all_of(read.not_considered);
    EXPECT_THAT(named, HasSubstr("femlae | female"));
    EXPECT_THAT(named, HasSubstr("twich | twitch"));
    EXPECT_THAT(named, HasSubstr("qwertyuiop"));
    EXPECT_THAT(named, HasSubstr("purple"));
    EXPECT_THAT(named, HasSubstr("magnesum_mg | magnesium_mg"));
    EXPECT_EQ(read.evidence.conditions.at(0).code, "ckd_unspecified");
    EXPECT_EQ(read.evidence.set_aside.size(), read.not_considered.size());
}

TEST(Case, AbsurdValuesAreNamedAndLeftOut) {
    auto const read = read_case(
        R"({"person": {"age_years": 400, "weight_kg": 0}, "lifestyle": {"caffeine_mg": -5, "sleep_h": 5},
        "vitals": {"temperature_c": 98.6}})",
        "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    EXPECT_EQ(read.not_considered.size(), 4U) << all_of(read.not_considered);
    EXPECT_FALSE(read.evidence.person.age_years);
    EXPECT_FALSE(read.evidence.lifestyle.contains("caffeine_mg"));
    EXPECT_EQ(read.evidence.lifestyle.at("sleep_h"), 5);
}

TEST(Case, ContradictoryFactsAreNamedAndTheGraverOneIsKept) {
    auto const read = read_case(
        R"({"person": {"age_years": 5, "sex": "male", "pregnancy": {"weeks": 30}, "menopause": true},
        "symptoms": [{"code": "tetany", "present": false}, {"code": "tetany", "present": true}],
        "conditions": ["ckd_g2", "ckd_g4"]})",
        "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    auto const named = all_of(read.not_considered);
    EXPECT_THAT(named, HasSubstr("male and pregnant"));
    EXPECT_THAT(named, HasSubstr("menopause"));
    EXPECT_THAT(named, HasSubstr("tetany present and absent"));
    EXPECT_THAT(named, HasSubstr("ckd_g4"));
    EXPECT_TRUE(fired(read, "tetany"));
    ASSERT_EQ(read.evidence.conditions.size(), 1U);
}

TEST(Case, MalformedJsonNamesLineAndColumnAndAnEmergencyIsStillSeen) {
    auto const read = read_case(
        "{\"person\": {\"age_years\": 34},\n \"symptoms\": [{\"code\": \"seizure\" \"present\": true}]}",
        "case.json");
    ASSERT_EQ(read.faults.size(), 1U) << all_of(read.faults);
    EXPECT_THAT(read.faults[0].where, HasSubstr("case.json:2:"));
    EXPECT_TRUE(fired(read, "seizure"));
    EXPECT_EQ(read.evidence.person.age_years, 34);
}

TEST(Case, CommonSlipsOfThePenStillShowTheEmergency) {
    for (std::string const text : {
             R"({"person": {"age_years": 34}, "symptoms": [{"code": "seizure", "present": true},]})",
             R"({'person': {'age_years': 34}, 'symptoms': [{'code': 'seizure', 'present': True}]})",
             R"({person: {age_years: 34}, symptoms: [{code: seizure, present: true}]})",
             R"({"person": {"age_years": 34}, "symptoms": [{"code": "seizure", "present": true}])",
             R"({"person": {"age_years": 34, "symptoms": [{"code": "seizure", "present": true}]})",
             R"("person": {"age_years": 34}, "symptoms": [{"code": "seizure", "present": true}])",
             "{\"person\": {\"age_years\": 34}, // me\n \"symptoms\": [{\"code\": \"seizure\", \"present\": "
             "true}]}",
             R"({"person": {"age_years": 1e999}, "symptoms": [{"code": "seizure", "present": true}]})",
             R"({"person": {"age_years": 34}, "symptoms": {"code": "seizure", "present": true}})",
             R"({"person": {"age_years": 34}, "symptoms": ["seizure"]})",
             "{\"person\": {\"age_years\": 34}, \"words\": \"caf\xe9\", \"symptoms\": [{\"code\": "
             "\"seizure\", \"present\": true}]}",
             R"({"symptoms": [{"code": "seizure", "present": true}]})",
             R"([{"person": {"age_years": 34}, "symptoms": [{"code": "seizure", "present": true}]}])",
         }) {
        auto const read = read_case(text, "case.json");
        EXPECT_FALSE(read.faults.empty()) << text;
        if (text.front() != '[') {
            EXPECT_TRUE(fired(read, "seizure")) << text;
        }
    }
}

TEST(Case, LosingAnySingleCharacterOfTheFrameStillShowsTheEmergency) {
    std::string const text =
        R"({"person": {"age_years": 34, "sex": "male"}, "duration_days": 3, "symptoms": [{"code": "twitch", "present": true},
 {"code": "seizure", "present": true}], "lifestyle": {"caffeine_mg": 200}, "labs": [{"analyte": "potassium", "value": 6.9, "unit": "mmol/L", "days_ago": 1}]})";
    int lost = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::string("{}[]:,\"").find(text[i]) == std::string::npos)
            continue;
        auto broken = text;
        broken.erase(i, 1);
        auto const read = read_case(broken, "case.json");
        EXPECT_FALSE(read.faults.empty()) << broken;
        bool const seen = verdict::judge_emergencies(read.evidence).urgency == verdict::Urgency::emergency;
        EXPECT_TRUE(seen) << "without character " << i << ": " << broken;
        lost += !seen;
    }
    EXPECT_EQ(lost, 0);
}

TEST(Case, AHalfFileKeepsWhatStoodInItsFirstHalf) {
    auto const cut = whole_case.find("\"labs\"");
    auto const read = read_case(std::string_view(whole_case).substr(0, cut), "case.json");
    EXPECT_EQ(read.faults.size(), 1U) << all_of(read.faults);
    EXPECT_EQ(read.evidence.medicines.size(), 1U);
    EXPECT_EQ(read.evidence.conditions.size(), 2U);
    EXPECT_TRUE(read.evidence.told_whole.empty());
}

TEST(Case, KeysWrittenTwiceAreNamedAndListsAreJoined) {
    auto const read = read_case(
        R"({"person": {"age_years": 34}, "symptoms": [{"code": "seizure"}], "symptoms": [{"code": "twitch"}]})",
        "case.json");
    EXPECT_EQ(all_of(read.faults), "");
    EXPECT_THAT(all_of(read.not_considered), HasSubstr("/symptoms stands twice"));
    EXPECT_EQ(read.evidence.symptoms.size(), 2U);
}

TEST(Case, EmptyBinaryAndDeepFilesAreMetWithAClearSentence) {
    EXPECT_THAT(all_of(read_case("", "case.json").faults), HasSubstr("empty"));
    EXPECT_THAT(all_of(read_case(" \n", "case.json").faults), HasSubstr("empty"));
    EXPECT_FALSE(read_case(std::string("\x89PNG\r\n\x1a\n\0\0", 10), "case.json").faults.empty());
    std::string const deep(100000, '[');
    EXPECT_THAT(all_of(read_case(deep, "case.json").faults), HasSubstr("64 deep"));
    std::string const objects = [] {
        std::string out;
        for (int i = 0; i < 20000; ++i)
            out += "{\"a\":";
        return out;
    }();
    EXPECT_FALSE(read_case(objects, "case.json").faults.empty());
    EXPECT_FALSE(read_case("42", "case.json").faults.empty());
}

TEST(Case, Utf16IsReadAndNamed) {
    std::string wide = "\xFF\xFE";
    for (char const c : std::string(R"({"person": {"age_years": 34}, "symptoms": [{"code": "seizure"}]})")) {
        wide += c;
        wide += '\0';
    }
    auto const read = read_case(wide, "case.json");
    EXPECT_THAT(all_of(read.faults), HasSubstr("UTF-8"));
    EXPECT_TRUE(fired(read, "seizure"));
}

TEST(Case, ADoseInWordsGivesARangeFromTheSaltToTheElement) {
    auto const read =
        read_case(R"({"person": {}, "supplements": [{"name": "vitamin D3", "dose": "2000 IU daily"},
        {"name": "B6", "dose": "100 mg"}, {"name": "magnesium", "dose": "one tablet"}, {"name": "magnesium citrate 500 mg"}]})",
                  "case.json");
    auto const& s = read.evidence.supplements;
    EXPECT_EQ(s[0].each[static_cast<std::size_t>(diet::nutrient("vitamin_d_ug"))].mid, 50);
    EXPECT_EQ(s[1].each[static_cast<std::size_t>(diet::nutrient("vitamin_b6_mg"))].low, 100);
    EXPECT_EQ(s[3].each[static_cast<std::size_t>(diet::nutrient("magnesium_mg"))].high, 500);
    EXPECT_NEAR(s[3].each[static_cast<std::size_t>(diet::nutrient("magnesium_mg"))].low, 81, 1);
    EXPECT_THAT(all_of(read.not_considered), HasSubstr("how much it holds could not be read"));
}

TEST(Case, ASlipInTheNameOfATestIsReadAndSaid) {
    auto const read = read_case(
        R"({"person": {}, "labs": [{"analyte": "pottasium", "value": 6.9, "unit": "mmol/L", "days_ago": 0}]})",
        "case.json");
    ASSERT_EQ(read.evidence.labs.size(), 1u);
    EXPECT_EQ(read.evidence.labs[0].analyte, "potassium");
    EXPECT_THAT(all_of(read.not_considered), HasSubstr("read as the nearest one"));
}

TEST(Case, ADecimalCommaIsAFaultAndTheFigureIsStillRead) {
    auto const read = read_case(
        R"({"person": {}, "labs": [{"analyte": "potassium", "value": 6,9, "unit": "mmol/L", "days_ago": 0}]})",
        "case.json");
    EXPECT_FALSE(read.faults.empty());
    ASSERT_EQ(read.evidence.labs.size(), 1u);
    EXPECT_EQ(read.evidence.labs[0].value, 6.9);
}

TEST(Case, OfAKeyThatStandsTwiceNeitherResultIsLost) {
    auto const read = read_case(
        R"({"person": {}, "labs": [{"analyte": "potassium", "value": 6.9, "value": 4.0, "unit": "mmol/L", "days_ago": 0}]})",
        "case.json");
    ASSERT_EQ(read.evidence.labs.size(), 2u);
    EXPECT_EQ(read.evidence.labs[0].value, 4.0);
    EXPECT_EQ(read.evidence.labs[1].value, 6.9);
    EXPECT_EQ(read.evidence.labs[1].unit, "mmol/L");
    EXPECT_THAT(all_of(read.not_considered), HasSubstr("stands twice"));
}

TEST(Case, AMisspeltListIsReadBesideTheEmptyOne) {
    auto const read =
        read_case(R"({"person": {}, "syptoms": [{"code": "seizure"}], "symptoms": []})", "case.json");
    EXPECT_FALSE(read.faults.empty());
    ASSERT_EQ(read.evidence.symptoms.size(), 1u);
    EXPECT_EQ(read.evidence.symptoms[0].code, "seizure");
}

TEST(Case, AListWithoutEndIsReadInPartAndHidesNothingNew) {
    std::string symptoms;
    for (int i = 0; i < 100000; ++i)
        symptoms += R"({"code": "twitch"},)";
    auto const read =
        read_case(R"({"person": {}, "symptoms": [)" + symptoms + R"({"code": "seizure"}]})", "case.json");
    EXPECT_LT(read.evidence.symptoms.size(), 1000u);
    EXPECT_EQ(read.evidence.symptoms.back().code, "seizure");
    EXPECT_THAT(all_of(read.not_considered), HasSubstr("100001 entries"));
}

TEST(Case, AWeightAndHeightThatNoBodyHasAreNamedAndLeftOut) {
    auto const read = read_case(R"({"person": {"age_years": 40, "weight_kg": 7.5, "height_cm": 178}})", "a");
    EXPECT_FALSE(read.evidence.person.weight_kg);
    EXPECT_THAT(all_of(read.evidence.set_aside), HasSubstr("weight and height"));
    auto const thin = read_case(R"({"person": {"age_years": 40, "weight_kg": 30, "height_cm": 178}})", "a");
    EXPECT_TRUE(thin.evidence.person.weight_kg) << "thin to the point of danger is not a slip";
}

TEST(Case, ARangeUpsideDownIsNamedAndNotUsed) {
    auto const read = read_case(
        R"({"person": {}, "labs": [{"analyte": "magnesium", "value": 0.8, "unit": "mmol/L", "ref_low": 1.0, "ref_high": 0.75}]})",
        "a");
    ASSERT_EQ(read.evidence.labs.size(), 1u);
    EXPECT_FALSE(read.evidence.labs[0].ref_low);
    EXPECT_THAT(all_of(read.evidence.set_aside), HasSubstr("lower end is above"));
}
