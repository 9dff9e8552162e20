// What is refused: each fault once, with its place, its reason and what to do.
#include "app/read/experiment.hpp"
#include "app/read/json_fields.hpp"

namespace rheobase::read {

namespace {

using testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::SizeIs;

std::vector<std::string> faults_of(std::string_view json) {
    std::vector<std::string> out;
    for (auto const& fault : read_experiment(json, "x.json").faults)
        out.push_back(in_words(fault));
    return out;
}

std::string phase(std::string const& inside) {
    return R"({"baseline": {"days": 1}, "phases": [{)" + inside + "}]}";
}

struct Refused {
    std::string json, place, why;
};

TEST(ExperimentFaults, EachIsOneSentenceWithItsPlace) {
    for (auto const& [json, place, why] : std::vector<Refused>{
             {phase(""), "x.json: phase 1: ", "how long"},
             {phase(R"("days": 1, "hours": 24)"), "x.json: phase 1: ", "both"},
             {phase(R"("days": 0)"), "x.json: phase 1, days: ", "0 days is less than"},
             {phase(R"("hours": -3)"), "x.json: phase 1, hours: ", "-3 h is less than"},
             {phase(R"("days": "14")"), "x.json: phase 1, days: ", "Write it without quotes"},
             {phase(R"("days": null)"), "x.json: phase 1, days: ", "is null"},
             {phase(R"("days": 99999)"), "x.json: phase 1, days: ", "99999 days is more than"},
             {phase(R"("days": 1, "intake": {"magnesium_mg": -1})"), "phase 1, intake.magnesium_mg: ", "negative"},
             {phase(R"("days": 1, "intake": {"magnesium_mg": 90000})"), "phase 1, intake.magnesium_mg: ", "more than a person can take"},
             {phase(R"("days": 1, "intake": {"magnesium_mg": [300, 5000]})"), "phase 1, intake.magnesium_mg: ", "[mean, SD]"},
             {phase(R"("days": 1, "intake": {"magnesium_mg": [300, 50, 7]})"), "phase 1, intake.magnesium_mg: ", "a number or a pair"},
             {phase(R"("days": 1, "intake": {"magnesum_mg": 1})"), "phase 1, intake.magnesum_mg: ", "Did you mean 'magnesium_mg'?"},
             {phase(R"("days": 1, "intake": {"alcohol_g": 1})"), "phase 1, intake.alcohol_g: ", "beside intake"},
             {phase(R"("days": 1, "intake": [90])"), "phase 1, intake: ", "an object is needed"},
             {phase(R"("days": 1, "loss": {"sweat_l_per_day": 10})"), "phase 1, loss.sweat_l_per_day: ", "nobody keeps that up"},
             {phase(R"("days": 1, "loss": {"stool": "soft"})"), "phase 1, loss.stool: ", "normal or diarrhoea"},
             {phase(R"("days": 1, "drugs": [{"class": "tiazide"}])"), "phase 1, drug 1, class: ", "Did you mean 'thiazide'?"},
             {phase(R"("days": 1, "drugs": [{"dose": 1}])"), "phase 1, drug 1: ", "'class' is missing"},
             {phase(R"("days": 1, "drugs": [{"class": "ppi", "dose": 99}])"), "phase 1, drug 1, dose: ", "poisoning"},
             {phase(R"("days": 1, "drugs": [{"class": "ppi"}, {"class": "ppi"}])"), "phase 1, drug 2, class: ", "named twice"},
             {phase(R"("days": 1, "clamp": [{"what": "ionised_calcium", "value": 9}])"), "phase 1, clamp 1, value: ", "more than 2.5"},
             {phase(R"("days": 1, "clamp": [{"what": "ionised_calcium", "value": 1, "from_hour": 20, "hours": 9}])"), "phase 1, clamp 1, hours: ", "until hour 29, and the phase ends at hour 24"},
             {phase(R"("days": 1, "clamp": [{"what": "ionised_calcium", "value": 1, "from_hour": 0, "hours": 3}, {"what": "ionised_calcium", "value": 1.1, "from_hour": 2, "hours": 3}])"), "phase 1, clamp: ", "two values"},
             {phase(R"("days": 1, "infusion": [{"what": "potassium", "mmol_per_hour": 500, "from_hour": 0, "hours": 1}])"), "phase 1, infusion 1, mmol_per_hour: ", "stops a heart"},
             {phase(R"("days": 1, "infusion": [{"what": "potassium", "mmol_per_hour": 5, "from_hour": -1, "hours": 1}])"), "phase 1, infusion 1, from_hour: ", "before the phase begins"},
             {phase(R"("days": 1, "infusion": {"what": "potassium"})"), "phase 1, infusion: ", "a list is needed"},
             {phase(R"("days": 1, "meals": [{"hour": 25, "calcium_mg": 1}])"), "phase 1, meal 1, hour: ", "outside the phase"},
             {phase(R"("days": 3, "meals": [{"hour": 25, "daily": true, "calcium_mg": 1}])"), "phase 1, meal 1, hour: ", "outside the day"},
             {phase(R"("days": 1, "meals": [{"hour": 2}])"), "phase 1, meal 1: ", "holds nothing"},
             {phase(R"("days": 1, "from_hour": 2, "hours_drinking": 1)"), "phase 1, from_hour: ", "nothing to drink"},
             {phase(R"("days": 1, "alcohol_g": 20, "from_hour": 2)"), "phase 1: ", "'hours_drinking' is missing"},
             {phase(R"("days": 1, "sun": "autumn")"), "phase 1, sun: ", "none, winter or summer"},
             {phase(R"("days": 1, "dugs": [])"), "phase 1, dugs: ", "Did you mean 'drugs'?"},
             {R"({"baseline": {"days": 1}, "people": 0})", "people: ", "less than 1"},
             {R"({"baseline": {"days": 1}, "people": 2000000})", "people: ", "more than"},
             {R"({"baseline": {"days": 1}, "seed": -1})", "seed: ", "whole number"},
             {R"({"baseline": {"days": 1}, "report": []})", "report: ", "empty"},
             {R"({"baseline": {"days": 1}, "report": [{"what": "pht"}]})", "report 1, what: ", "Did you mean 'pth'?"},
             {R"({"baseline": {"days": 1}, "report": [{"what": "pth", "every_hours": 0}]})", "report 1, every_hours: ", "less than"},
             {R"({"baseline": {"days": 1}, "report": [{"what": "pth"}, {"what": "pth"}]})", "report 2, what: ", "twice"},
             {R"({"baseline": {"days": 1}, "person": {"age_years": 12}})", "person.age_years: ", "describes adults"},
             {R"({"baseline": {"days": 1}, "person": {"age_years": [60, 20]}})", "person.age_years: ", "[youngest, oldest]"},
             {R"({"baseline": {"days": 1}, "person": {"weight_kg": 500}})", "person.weight_kg: ", "500 kg is more than"},
             {R"({"baseline": {"days": 1}, "person": {"weight_kg": [60, 90]}})", "person.weight_kg: ", "[mean, SD]"},
             {R"({"baseline": {"days": 1}, "lab_noise": 1})", "lab_noise: ", "true or false"},
             {R"({"baseline": {"days": 1}, "baseline": {"days": 2}})", "baseline: ", "twice"},
             {R"({"phases": [{"days": 1, "days": 2}]})", "x.json: phase 1, days: ", "twice"},
             {R"({"phases": [{"days": 1, "drugs": [{}, {"class": "ppi", "class": "acei"}]}]})", "x.json: phase 1, drug 2, class: ", "twice"},
             {R"({"phases": [null]})", "x.json: phase 1: this is null", "an object is needed"},
             {R"({"baseline": {"days": 1}, "report": ["pth"]})", "x.json: report 1: \"pth\" is a text", "Write {\"what\": \"pth\"}"},
             {phase(R"("days": 1, "drugs": ["thiazide"])"), "phase 1, drug 1: ", "Write {\"class\": \"thiazide\"}"},
             {phase(R"("days": 1, "meals": [{"hour": 2, "salt_g": 3}])"), "phase 1, meal 1, salt_g: ", "1 g of salt holds 393 mg of sodium"},
             {phase(R"("days": 1, "drugs": [{"class": "ppi", "dose": "20 mg"}])"), "phase 1, drug 1, dose: \"20 mg\" is a text", "without quotes and unit"},
             {phase(R"("days": 1, "": 2)"), "x.json: phase 1, '': ", "not known"},
             {R"({"people": 1e9})", "people: 1000000000 is more than 1000000,", "from one person to a million"},
             {R"({"people": 1.5})", "people: 1.5 is no whole number", "Write a whole number"},
             {R"({"people": NaN})", "x.json:1:12: this is not JSON", "NaN"},
             {phase(R"("weeks": 2)"), "x.json: phase 1, weeks: ", "Did you mean 'days'? A week is 7."},
             {phase(R"("days": 1, "drugs": [{"name": "ppi"}])"), "phase 1, drug 1, name: ", "Did you mean 'class'?"},
             {phase(R"("days": 1, "intake": {"potassium_mg": "3000"})"), "potassium_mg: \"3000\" is a text", "without quotes"},
             {R"({"people": 1,})", "x.json:1:14: this is not JSON", "a comma too many"},
             {"hello", "x.json:1:1: this is not JSON", "begins with {"},
             {R"({"people": 1e400})", "x.json:1:", "a number is too large"},
             {"\xff\xfe\xfd", "x.json: ", "UTF-8"},
             {"[]", "x.json: ", "an object is needed"},
             {"", "x.json: ", "empty"},
             {R"({"baseline": )", "x.json:1:", "not JSON"},
         }) {
        auto const faults = faults_of(json);
        ASSERT_THAT(faults, SizeIs(1)) << json << "\n" << testing::PrintToString(faults);
        EXPECT_THAT(faults[0], HasSubstr(place)) << json;
        EXPECT_THAT(faults[0], HasSubstr(why)) << json;
        EXPECT_THAT(faults[0], testing::Not(HasSubstr("\n"))) << json;
    }
}

TEST(ExperimentFaults, AllAreNamedAtOnce) {
    EXPECT_THAT(faults_of(R"({"people": 0, "peple": 3, "baseline": {"days": -1},
                              "phases": [{"days": 1, "sun": 3}, 7], "report": "pth"})"),
                testing::UnorderedElementsAre(HasSubstr("people:"), HasSubstr("peple:"), HasSubstr("baseline.days:"),
                                              HasSubstr("phase 1, sun:"), HasSubstr("phase 2: this is a number"),
                                              HasSubstr("report: \"pth\" is a text")));
}

TEST(ExperimentFaults, WhatIsMeantIsOfferedWhateverTheWordsOrder) {
    auto const hint = [](std::string const& what) {
        auto const faults =
            faults_of(R"({"baseline": {"days": 1}, "report": [{"what": ")" + what + R"("}]})");
        return faults.size() == 1 ? faults[0].substr(faults[0].find("here. ") + 6) : std::string("no single fault");
    };
    EXPECT_EQ(hint("serum_magnesium"), "Did you mean 'magnesium_serum'?");
    EXPECT_EQ(hint("Serum Magnesium"), "Did you mean 'magnesium_serum'?");
    EXPECT_EQ(hint("ionized_calcium"), "Did you mean 'calcium_ionised'?");
    EXPECT_EQ(hint("K"), "Did you mean 'potassium_serum'?");
    EXPECT_EQ(hint("magnesium"), "Did you mean 'magnesium_serum', 'magnesium_cell' or 'urine_magnesium'?");
    EXPECT_EQ(hint("potasium_serum"), "Did you mean 'potassium_serum'?");
    EXPECT_THAT(hint("zebra"), HasSubstr("Known are calcium_serum"));
    EXPECT_THAT(faults_of(phase(R"("days": 1, "clamp": [{"what": "calcium_ionised", "value": 1}])")),
                ElementsAre(HasSubstr("Did you mean 'ionised_calcium'?")));
    EXPECT_THAT(faults_of(phase(R"("days": 1, "infusion": [{"what": "sodium", "mmol_per_hour": 1}])")),
                ElementsAre(HasSubstr("Did you mean 'saline'?")));
    EXPECT_THAT(faults_of(R"({"baseline": {"days": 1}, "person": {"age": 30}})"),
                ElementsAre(HasSubstr("Did you mean 'age_years'?")));
}

TEST(ExperimentFaults, AMedicineByNameIsToldItsClass) {
    auto const hint = [](std::string const& name) {
        return testing::PrintToString(faults_of(phase(R"("days": 1, "drugs": [{"class": ")" + name + R"("}])")));
    };
    for (auto const& [name, drug] : std::vector<std::pair<std::string, std::string>>{{"lisinopril", "acei"},
                                                                                    {"hydrochlorothiazide", "thiazide"},
                                                                                    {"Lasix", "loop"},
                                                                                    {"omeprazole", "ppi"},
                                                                                    {"spironolactone", "k_sparing"},
                                                                                    {"ACE inhibitor", "acei"},
                                                                                    {"proton pump inhibitor", "ppi"}})
        EXPECT_THAT(hint(name), HasSubstr(drug)) << hint(name);
    EXPECT_THAT(hint("aspirin"), HasSubstr("Known are thiazide"));
}

TEST(ExperimentFaults, AFileFullOfSlipsIsAnsweredSoonAndShortly) {
    std::string drugs;
    for (int i = 0; i < 60000; ++i)
        drugs += (i ? "," : "") + std::string(R"({"class": "lisinoprel )") + std::to_string(i) + "\"}";
    EXPECT_THAT(faults_of(phase(R"("days": 1, "drugs": [)" + drugs + "]")), SizeIs(60000));
    auto const long_key = faults_of("{\"" + std::string(1'000'000, 'a') + "\": 1}");
    ASSERT_THAT(long_key, SizeIs(1));
    EXPECT_LT(long_key[0].size(), 400u);
}

TEST(ExperimentFaults, NoPlaceIsWrittenTwoWays) {
    EXPECT_EQ(place_in_words("phases[0].drugs[1].class"), "phase 1, drug 2, class");
    EXPECT_EQ(place_in_words("phases[11]"), "phase 12");
    EXPECT_EQ(place_in_words("baseline.meals[0].hour"), "baseline, meal 1, hour");
    EXPECT_EQ(place_in_words("report[0].what"), "report 1, what");
    EXPECT_EQ(place_in_words("a[b]"), "a[b]");
    EXPECT_EQ(path_of("/phases/0/days"), "phases[0].days");
    EXPECT_EQ(path_of("/a~1b/c"), "a/b.c");
}

TEST(ExperimentFaults, HeavySweatIsBelievedAndTheImpossibleIsNot) {
    EXPECT_THAT(faults_of(phase(R"("days": 1, "loss": {"sweat_l_per_day": 7})")), IsEmpty());
    EXPECT_THAT(faults_of(phase(R"("days": 1, "loss": {"sweat_l_per_day": 8.5})")), SizeIs(1));
}

TEST(ExperimentFaults, MoreThanAMachineShouldHoldIsRefusedWithAdvice) {
    std::string const crowd =
        R"({"people": 100000, "baseline": {"days": 3650}, "report": [{"what": "pth", "every_hours": 1}]})";
    EXPECT_THAT(faults_of(crowd), ElementsAre(testing::AllOf(HasSubstr("report: 87601 reports of each of 100000 people"),
                                                             HasSubstr("Report less often"))));
    EXPECT_THAT(faults_of(R"({"people": 100000, "baseline": {"days": 3650}, "report": [{"what": "pth", "every_hours": 168}]})"),
                IsEmpty());
}

TEST(ExperimentFaults, AListWithoutEndIsRefusedBeforeItIsRead) {
    std::string meals;
    for (int i = 0; i < 10001; ++i)
        meals += (i ? "," : "") + std::string(R"({"hour": 1, "calcium_mg": 1})");
    EXPECT_THAT(faults_of(phase(R"("days": 1, "meals": [)" + meals + "]")),
                ElementsAre(HasSubstr("phase 1, meals: 10001 is more than 10000")));
}

} // namespace

} // namespace rheobase::read
