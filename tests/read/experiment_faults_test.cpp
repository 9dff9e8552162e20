// What is refused: each fault once, with its place, its reason and what to do.
#include "app/read/experiment.hpp"

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
             {phase(""), "x.json: phases[0]: ", "how long"},
             {phase(R"("days": 1, "hours": 24)"), "x.json: phases[0]: ", "both"},
             {phase(R"("days": 0)"), "x.json: phases[0].days: ", "0 days is less than"},
             {phase(R"("hours": -3)"), "x.json: phases[0].hours: ", "-3 h is less than"},
             {phase(R"("days": "14")"), "x.json: phases[0].days: ", "Write it without quotes"},
             {phase(R"("days": null)"), "x.json: phases[0].days: ", "is null"},
             {phase(R"("days": 99999)"), "x.json: phases[0].days: ", "99999 days is more than"},
             {phase(R"("days": 1, "intake": {"magnesium_mg": -1})"), "phases[0].intake.magnesium_mg: ", "negative"},
             {phase(R"("days": 1, "intake": {"magnesium_mg": 90000})"), "phases[0].intake.magnesium_mg: ", "more than a person can take"},
             {phase(R"("days": 1, "intake": {"magnesium_mg": [300, 5000]})"), "phases[0].intake.magnesium_mg: ", "[mean, SD]"},
             {phase(R"("days": 1, "intake": {"magnesium_mg": [300, 50, 7]})"), "phases[0].intake.magnesium_mg: ", "a number or a pair"},
             {phase(R"("days": 1, "intake": {"magnesum_mg": 1})"), "phases[0].intake.magnesum_mg: ", "Did you mean 'magnesium_mg'?"},
             {phase(R"("days": 1, "intake": {"alcohol_g": 1})"), "phases[0].intake.alcohol_g: ", "beside intake"},
             {phase(R"("days": 1, "intake": [90])"), "phases[0].intake: ", "an object is needed"},
             {phase(R"("days": 1, "loss": {"sweat_l_per_day": 10})"), "phases[0].loss.sweat_l_per_day: ", "nobody keeps that up"},
             {phase(R"("days": 1, "loss": {"stool": "loose"})"), "phases[0].loss.stool: ", "normal or diarrhoea"},
             {phase(R"("days": 1, "drugs": [{"class": "tiazide"}])"), "phases[0].drugs[0].class: ", "Did you mean 'thiazide'?"},
             {phase(R"("days": 1, "drugs": [{"dose": 1}])"), "phases[0].drugs[0]: ", "'class' is missing"},
             {phase(R"("days": 1, "drugs": [{"class": "ppi", "dose": 99}])"), "phases[0].drugs[0].dose: ", "poisoning"},
             {phase(R"("days": 1, "drugs": [{"class": "ppi"}, {"class": "ppi"}])"), "phases[0].drugs[1].class: ", "named twice"},
             {phase(R"("days": 1, "clamp": [{"what": "ionised_calcium", "value": 9}])"), "phases[0].clamp[0].value: ", "more than 2.5"},
             {phase(R"("days": 1, "clamp": [{"what": "ionised_calcium", "value": 1, "from_hour": 20, "hours": 9}])"), "phases[0].clamp[0].hours: ", "until hour 29, and the phase ends at hour 24"},
             {phase(R"("days": 1, "clamp": [{"what": "ionised_calcium", "value": 1, "from_hour": 0, "hours": 3}, {"what": "ionised_calcium", "value": 1.1, "from_hour": 2, "hours": 3}])"), "phases[0].clamp: ", "two values"},
             {phase(R"("days": 1, "infusion": [{"what": "potassium", "mmol_per_hour": 500, "from_hour": 0, "hours": 1}])"), "phases[0].infusion[0].mmol_per_hour: ", "stops a heart"},
             {phase(R"("days": 1, "infusion": [{"what": "potassium", "mmol_per_hour": 5, "from_hour": -1, "hours": 1}])"), "phases[0].infusion[0].from_hour: ", "before the phase begins"},
             {phase(R"("days": 1, "infusion": {"what": "potassium"})"), "phases[0].infusion: ", "a list is needed"},
             {phase(R"("days": 1, "meals": [{"hour": 25, "calcium_mg": 1}])"), "phases[0].meals[0].hour: ", "outside the phase"},
             {phase(R"("days": 3, "meals": [{"hour": 25, "daily": true, "calcium_mg": 1}])"), "phases[0].meals[0].hour: ", "outside the day"},
             {phase(R"("days": 1, "meals": [{"hour": 2}])"), "phases[0].meals[0]: ", "holds nothing"},
             {phase(R"("days": 1, "from_hour": 2, "hours_drinking": 1)"), "phases[0].from_hour: ", "nothing to drink"},
             {phase(R"("days": 1, "alcohol_g": 20, "from_hour": 2)"), "phases[0]: ", "'hours_drinking' is missing"},
             {phase(R"("days": 1, "sun": "autumn")"), "phases[0].sun: ", "none, winter or summer"},
             {phase(R"("days": 1, "dugs": [])"), "phases[0].dugs: ", "Did you mean 'drugs'?"},
             {R"({"baseline": {"days": 1}, "people": 0})", "people: ", "less than 1"},
             {R"({"baseline": {"days": 1}, "people": 2000000})", "people: ", "more than"},
             {R"({"baseline": {"days": 1}, "seed": -1})", "seed: ", "whole number"},
             {R"({"baseline": {"days": 1}, "report": []})", "report: ", "empty"},
             {R"({"baseline": {"days": 1}, "report": [{"what": "pht"}]})", "report[0].what: ", "Did you mean 'pth'?"},
             {R"({"baseline": {"days": 1}, "report": [{"what": "pth", "every_hours": 0}]})", "report[0].every_hours: ", "less than"},
             {R"({"baseline": {"days": 1}, "report": [{"what": "pth"}, {"what": "pth"}]})", "report[1].what: ", "twice"},
             {R"({"baseline": {"days": 1}, "person": {"age_years": 12}})", "person.age_years: ", "describes adults"},
             {R"({"baseline": {"days": 1}, "person": {"age_years": [60, 20]}})", "person.age_years: ", "[youngest, oldest]"},
             {R"({"baseline": {"days": 1}, "person": {"weight_kg": 500}})", "person.weight_kg: ", "500 kg is more than"},
             {R"({"baseline": {"days": 1}, "person": {"weight_kg": [60, 90]}})", "person.weight_kg: ", "[mean, SD]"},
             {R"({"baseline": {"days": 1}, "lab_noise": 1})", "lab_noise: ", "true or false"},
             {R"({"baseline": {"days": 1}, "baseline": {"days": 2}})", "baseline: ", "twice"},
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
                                              HasSubstr("phases[0].sun:"), HasSubstr("phases[1]: is a number"),
                                              HasSubstr("report:"), HasSubstr("phases[1]: it is not said")));
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
                ElementsAre(HasSubstr("phases[0].meals: 10001 is more than 10000")));
}

} // namespace

} // namespace rheobase::read
