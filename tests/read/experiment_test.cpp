// An experiment's file: what is understood, what is taken for granted, and what is refused with its reason.
#include "app/read/experiment.hpp"
#include "app/read/file.hpp"
#include "model/ions/names.hpp"

namespace rheobase::read {

namespace {

using testing::AllOf, testing::ElementsAre, testing::HasSubstr, testing::IsEmpty, testing::SizeIs;
using ions::Ingested;

ions::Experiment sound(std::string_view json) {
    auto const read = read_experiment(json, "x.json");
    EXPECT_THAT(read.faults, IsEmpty()) << in_words(read.faults.front());
    return read.experiment;
}

/// All faults as they would be printed.
std::vector<std::string> faults_of(std::string_view json, Overrides const& overrides = {}) {
    std::vector<std::string> out;
    for (auto const& fault : read_experiment(json, "x.json", overrides).faults)
        out.push_back(in_words(fault));
    return out;
}

/// A file whose only phase holds this.
std::string phase(std::string const& inside) {
    return R"({"baseline": {"days": 1}, "phases": [{)" + inside + "}]}";
}

ions::Spread eaten(ions::Phase const& phase, Ingested what) {
    return phase.intake[static_cast<std::size_t>(what)].value();
}

TEST(Experiment, TheExampleOfTheManualIsRead) {
    auto const text = read_file(RHEOBASE_ROOT "/docs/examples/magnesium_depletion.json", largest_experiment);
    auto const e = sound(text.value());
    EXPECT_EQ(e.people, 40);
    EXPECT_EQ(e.seed, 1u);
    ASSERT_THAT(e.phases, SizeIs(2));
    EXPECT_EQ(e.phases[0].hours, 120 * 24);
    EXPECT_EQ(e.phases[1].hours, 14 * 24);
    EXPECT_EQ(eaten(e.phases[1], Ingested::magnesium), (ions::Spread{90, 0}));
    EXPECT_FALSE(e.phases[1].intake[static_cast<std::size_t>(Ingested::calcium)]) << "kept from the baseline";
    EXPECT_EQ(e.reports[0].what, ions::Observable::magnesium_serum);
}

TEST(Experiment, EveryPartOfAPhaseIsRead) {
    auto const e = sound(R"({ "people": 40, "seed": 18446744073709551615, "per_person": true, "lab_noise": true,
      "person": {"age_years": 47, "sex": "female", "weight_kg": [75, 12], "egfr": 60, "albumin_g_l": [40, 3]},
      "baseline": {"days": 120, "intake": {"magnesium_mg": [320, 80]}},
      "phases": [ {"days": 14, "drugs": [{"class": "thiazide"}, {"class": "k_sparing", "dose": 0.5}],
        "infusion": [{"what": "citrate", "mmol_per_hour": 30, "from_hour": 1, "hours": 2}],
        "clamp": [{"what": "ionised_calcium", "value": 1.05, "from_hour": 0, "hours": 2}],
        "meals": [{"hour": 8, "potassium_mmol": 35}], "alcohol_g": 60, "from_hour": 18, "hours_drinking": 3,
        "loss": {"sweat_l_per_day": 2, "vomiting_l_per_day": 1, "stool": "diarrhoea"}, "sun": "summer",
        "drinks_to_thirst": false} ],
      "report": [ {"what": "pth", "every_hours": 0.25} ] })");
    EXPECT_EQ(e.seed, 18446744073709551615u);
    EXPECT_TRUE(e.per_person && e.lab_noise);
    EXPECT_EQ(e.who.age_low, 47);
    EXPECT_EQ(e.who.age_high, 47);
    EXPECT_EQ(e.who.sex, ions::Sex::female);
    EXPECT_EQ(e.who.egfr, (ions::Spread{60, 0}));
    EXPECT_EQ(e.who.albumin_g_l, (ions::Spread{40, 3}));
    EXPECT_EQ(eaten(e.phases[0], Ingested::magnesium), (ions::Spread{320, 80}));
    auto const& p = e.phases[1];
    EXPECT_THAT(p.drugs, ElementsAre(ions::DrugTaken{ions::DrugClass::thiazide, 1},
                                     ions::DrugTaken{ions::DrugClass::k_sparing, 0.5}));
    EXPECT_EQ(p.keeps_drugs, false);
    EXPECT_THAT(p.infusions, ElementsAre(ions::Infusion{ions::Infused::citrate, 30, 1, 2}));
    EXPECT_THAT(p.clamps, ElementsAre(ions::Clamp{ions::Clamped::ionised_calcium, 1.05, 0, 2}));
    ASSERT_THAT(p.meals, SizeIs(1));
    EXPECT_NEAR(p.meals[0].amount[static_cast<std::size_t>(Ingested::potassium)], 35 * 39.098, 1e-9);
    EXPECT_EQ(p.drinking, (ions::Drinking{60, true, 18, 3}));
    EXPECT_EQ(p.loss, (ions::Loss{2, 1, ions::Stool::diarrhoea}));
    EXPECT_EQ(p.sun, ions::Sun::summer);
    EXPECT_FALSE(p.drinks_to_thirst);
    EXPECT_EQ(e.reports[0].every_hours, 0.25);
}

TEST(Experiment, WhatABaselineDoesNotNameIsEatenAsAdultsUsuallyDo) {
    auto const e = sound(R"({"baseline": {"days": 1, "intake": {"calcium_mg": 700}}})");
    EXPECT_EQ(eaten(e.phases[0], Ingested::calcium), (ions::Spread{700, 0}));
    for (std::size_t i = 0; i < ions::ingested_count; ++i) {
        ASSERT_TRUE(e.phases[0].intake[i]) << ions::ingested_rows[i].key;
        if (i != 0) {
            EXPECT_EQ(e.phases[0].intake[i]->mean, ions::ingested_rows[i].usual_mean);
        }
    }
    EXPECT_EQ(eaten(e.phases[0], Ingested::caffeine).mean, 0);
}

TEST(Experiment, AnAmountMayStandInMillimolesOrUnderAnotherName) {
    auto const e = sound(R"({"baseline": {"days": 1, "intake":
        {"magnesium_mmol": [10, 2], "water_l": 2.5, "vitamin_b12_ug": 3}}})");
    EXPECT_NEAR(eaten(e.phases[0], Ingested::magnesium).mean, 243.05, 1e-9);
    EXPECT_NEAR(eaten(e.phases[0], Ingested::magnesium).sd, 48.61, 1e-9);
    EXPECT_EQ(eaten(e.phases[0], Ingested::water).mean, 2500);
    EXPECT_EQ(eaten(e.phases[0], Ingested::b12).mean, 3);
    EXPECT_THAT(faults_of(phase(R"("days": 1, "intake": {"magnesium_mg": 1, "magnesium_mmol": 1})")),
                ElementsAre(HasSubstr("phase 1, intake.magnesium_mmol: this says the same as 'magnesium_mg'")));
}

TEST(Experiment, NutrientsTheBodyDoesNotUseAreNamedInANote) {
    auto const read = read_experiment(
        phase(R"("days": 1, "intake": {"protein_g": 80, "energy_kcal": 2000, "calcium_mg": 900})"), "x.json");
    EXPECT_THAT(read.faults, IsEmpty());
    EXPECT_THAT(read.notes, ElementsAre("Named, but not used by the body model: energy_kcal, protein_g."));
}

TEST(Experiment, WhatIsAllowedButEasilyMisreadIsNoted) {
    auto const notes = [](std::string_view inside) {
        return read_experiment(R"({"baseline": {"days": 1}, "phases": [{"days": 1, )" + std::string(inside) + "}]}",
                               "x.json")
            .notes;
    };
    EXPECT_THAT(notes(R"("drugs": [{"class": "thiazide", "dose": 3}])"), IsEmpty());
    EXPECT_THAT(notes(R"("drugs": [{"class": "thiazide", "dose": 10}])"),
                ElementsAre(HasSubstr("Phase 1: thiazide at dose 10 is 10 times an ordinary daily dose.")));
    EXPECT_THAT(notes(R"("clamp": [{"what": "ionised_calcium", "value": 1.05, "from_hour": 0, "hours": 2}],
                        "infusion": [{"what": "calcium", "mmol_per_hour": 3, "from_hour": 1, "hours": 2}])"),
                ElementsAre(HasSubstr("Phase 1: from hour 1 to 2 calcium runs in while ionised_calcium is held at 1.05")));
    EXPECT_THAT(notes(R"("clamp": [{"what": "ionised_calcium", "value": 1.05, "from_hour": 0, "hours": 2}],
                        "infusion": [{"what": "calcium", "mmol_per_hour": 3, "from_hour": 2, "hours": 2},
                                     {"what": "citrate", "mmol_per_hour": 3, "from_hour": 0, "hours": 2}])"),
                IsEmpty())
        << "one after the other, or another ion";
    EXPECT_THAT(read_experiment(R"({"baseline": {"hours": 1}, "phases": [{"hours": 5}, {"days": 2}],
                                    "report": [{"what": "pth", "every_hours": 24}]})",
                                "x.json")
                    .notes,
                ElementsAre(HasSubstr("Phase 1 is shorter than every_hours")));
    auto const seed = read_experiment(R"({"baseline": {"days": 1}, "seed": 1e3})", "x.json");
    EXPECT_THAT(seed.faults, IsEmpty());
    EXPECT_EQ(seed.experiment.seed, 1000u);
}

TEST(Experiment, WithoutAReportListWhatMattersIsReportedAtASensibleInterval) {
    auto const day = sound(R"({"baseline": {"days": 1}})");
    EXPECT_THAT(day.reports, SizeIs(testing::Ge(5u)));
    EXPECT_EQ(day.reports[0].every_hours, 1);
    auto const short_phase = sound(R"({"baseline": {"days": 10}, "phases": [{"hours": 12}]})");
    EXPECT_EQ(short_phase.reports[0].every_hours, 1) << "half a day is still drawn";
    auto const years = sound(R"({"baseline": {"days": 3650}})");
    EXPECT_GT(years.reports[0].every_hours, 24 * 14);
}

TEST(Experiment, APhaseKeepsWhatItDoesNotNameFromTheBaseline) {
    auto const e = sound(R"({"baseline": {"days": 3, "drinks_to_thirst": false, "drugs": [{"class": "ppi"}],
        "loss": {"sweat_l_per_day": 1, "stool": "diarrhoea"},
        "meals": [{"hour": 7, "daily": true, "calcium_mg": 300}, {"hour": 30, "sodium_mg": 1000}]},
        "phases": [{"days": 1}, {"days": 1, "drugs": [], "meals": [], "loss": {"sweat_l_per_day": 2}}]})");
    EXPECT_NE(e.phases[1].keeps_drugs, false);
    EXPECT_THAT(e.phases[1].meals, SizeIs(1)) << "the daily meal goes on, the other was eaten once";
    EXPECT_FALSE(e.phases[1].drinks_to_thirst);
    EXPECT_EQ(e.phases[2].keeps_drugs, false);
    EXPECT_THAT(e.phases[2].meals, IsEmpty());
    EXPECT_EQ(e.phases[2].loss, (ions::Loss{2, 0, ions::Stool::diarrhoea}));
}

TEST(Experiment, TheCommandLineGoesBeforeTheFileAndIsHeldToTheSameLimits) {
    auto const read = read_experiment(R"({"people": 5, "seed": 3, "baseline": {"days": 1}})", "x.json", {7, 9});
    EXPECT_EQ(read.experiment.people, 7);
    EXPECT_EQ(read.experiment.seed, 9u);
    EXPECT_THAT(faults_of(R"({"baseline": {"days": 1}})", {0, {}}), ElementsAre(HasSubstr("--people: 0 is less than 1")));
    EXPECT_THAT(faults_of(R"({"baseline": {"days": 1}})", {2.5, {}}), ElementsAre(HasSubstr("no whole number")));
}

TEST(Experiment, PregnantPeopleAreWomenOfAnAgeToBeIt) {
    auto const e = sound(R"({"person": {"stage": "pregnant"}, "baseline": {"days": 1}})");
    EXPECT_EQ(e.who.sex, ions::Sex::female);
    EXPECT_LE(e.who.age_high, 55);
    EXPECT_THAT(faults_of(R"({"person": {"stage": "lactating", "sex": "male"}, "baseline": {"days": 1}})"),
                ElementsAre(HasSubstr("person.stage: men are not lactating")));
    EXPECT_THAT(faults_of(R"({"person": {"stage": "pregnant", "age_years": [30, 70]}, "baseline": {"days": 1}})"),
                ElementsAre(HasSubstr("person.age_years")));
}

} // namespace

} // namespace rheobase::read
