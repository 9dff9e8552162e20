// The shipped schema, judged by a library of its own, the reader and the tables agree on what an experiment may say.
#include "app/read/experiment.hpp"
#include "model/ions/names.hpp"
#include "tests/schema/kept_schema.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::read {

namespace {

nlohmann::json const& document() {
    static auto const parsed = nlohmann::json::parse(experiment_schema());
    return parsed;
}

bool schema_accepts(std::string const& text) {
    static KeptSchema const schema(experiment_schema());
    return schema.faults_in(nlohmann::json::parse(text)).empty();
}

TEST(ExperimentSchema, ReaderAndSchemaAgreeOnWhatIsAFault) {
    for (std::string const text : {
             R"({})",
             R"([])",
             R"({"people": 3})",
             R"({"people": 0})",
             R"({"people": "3"})",
             R"({"seed": -1})",
             R"({"seed": 1.5})",
             R"({"person": {"age_years": 30, "sex": "female", "weight_kg": [60, 5], "egfr": 80}})",
             R"({"person": {"age_years": [20]}})",
             R"({"person": {"sex": "f"}})",
             R"({"person": {"weight_kg": "60"}})",
             R"({"person": {"height_cm": 170}})",
             R"({"baseline": {}})",
             R"({"baseline": {"days": 1, "hours": 2}})",
             R"({"baseline": {"hours": 2}})",
             R"({"baseline": {"hours": 0}})",
             R"({"baseline": {"hours": 2, "intake": {"iron_mg": 3, "water_l": 2, "calcium_mmol": [20, 2]}}})",
             R"({"baseline": {"hours": 2, "intake": {"unobtainium_mg": 3}}})",
             R"({"baseline": {"hours": 2, "intake": {"alcohol_g": 3}}})",
             R"({"baseline": {"hours": 2, "intake": {"calcium_mg": -3}}})",
             R"({"baseline": {"hours": 2, "intake": {"calcium_mg": null}}})",
             R"({"phases": [{"days": 1, "drugs": [{"class": "lithium", "dose": 2}]}]})",
             R"({"phases": [{"days": 1, "drugs": ["lithium"]}]})",
             R"({"phases": [{"days": 1, "drugs": [{"dose": 2}]}]})",
             R"({"phases": [{"days": 1, "clamp": [{"what": "ionised_calcium", "value": 1}]}]})",
             R"({"phases": [{"days": 1, "clamp": [{"what": "calcium", "value": 1}]}]})",
             R"({"phases": [{"days": 1, "infusion": [{"what": "saline", "mmol_per_hour": 10, "hours": 1}]}]})",
             R"({"phases": [{"days": 1, "infusion": [{"what": "saline"}]}]})",
             R"({"phases": [{"days": 1, "meals": [{"hour": 3, "daily": true, "phytate_mg": 20}]}]})",
             R"({"phases": [{"days": 1, "meals": [{"hour": 3}]}]})",
             R"({"phases": [{"days": 1, "meals": [{"calcium_mg": 3}]}]})",
             R"({"phases": [{"days": 1, "loss": {"stool": "diarrhoea", "vomiting_l_per_day": 1}}]})",
             R"({"phases": [{"days": 1, "loss": {"blood_l": 1}}]})",
             R"({"phases": [{"days": 1, "sun": "winter", "alcohol_g": 12, "drinks_to_thirst": true}]})",
             R"({"phases": {"days": 1}})",
             R"({"report": [{"what": "pth"}]})",
             R"({"report": [{"what": "pth", "every_hours": 0}]})",
             R"({"report": [{"every_hours": 2}]})",
             R"({"report": ["pth"]})",
             R"({"report": []})",
             R"({"per_person": true, "lab_noise": false})",
             R"({"lab_noise": null})",
         })
        EXPECT_EQ(schema_accepts(text), read_experiment(text, "x.json").faults.empty()) << text;
}

TEST(ExperimentSchema, NamesWhatTheTablesName) {
    auto const& definitions = document()["definitions"];
    auto const& intake = definitions["intake"]["properties"];
    for (auto const& row : ions::ingested_rows) {
        EXPECT_TRUE(intake.contains(row.key)) << row.key;
        EXPECT_TRUE(row.mmol_key.empty() || intake.contains(row.mmol_key)) << row.mmol_key;
    }
    auto const words = [](nlohmann::json const& list) { return list.get<std::vector<std::string>>(); };
    auto const& phase = definitions["phase"]["properties"];
    EXPECT_THAT(words(phase["drugs"]["items"]["properties"]["class"]["enum"]),
                testing::ElementsAreArray(ions::drug_names));
    EXPECT_THAT(words(phase["infusion"]["items"]["properties"]["what"]["enum"]),
                testing::ElementsAreArray(ions::infused_names));
    EXPECT_THAT(words(phase["clamp"]["items"]["properties"]["what"]["enum"]),
                testing::ElementsAreArray(ions::clamped_names));
    std::vector<std::string_view> observables;
    for (auto const& row : ions::observables_rows)
        observables.push_back(row.key);
    EXPECT_THAT(words(document()["properties"]["report"]["items"]["properties"]["what"]["enum"]),
                testing::ElementsAreArray(observables));
}

TEST(ExperimentTables, RowsStandInTheOrderOfTheirNames) {
    using ions::Ingested, ions::Observable, ions::name_of;
    EXPECT_EQ(name_of(Ingested::calcium), "calcium_mg");
    EXPECT_EQ(name_of(Ingested::water), "water_g");
    EXPECT_EQ(name_of(Ingested::b12), "b12_ug");
    EXPECT_EQ(name_of(Ingested::oxalate), "oxalate_mg");
    EXPECT_EQ(name_of(Observable::calcium_serum), "calcium_serum");
    EXPECT_EQ(name_of(Observable::vitamin_d_25oh), "vitamin_d_25oh");
    EXPECT_EQ(name_of(Observable::bicarbonate), "bicarbonate");
    EXPECT_EQ(name_of(Observable::urine_volume), "urine_volume");
    EXPECT_EQ(name_of(Observable::balance_phosphate), "balance_phosphate");
    EXPECT_EQ(name_of(Observable::absorption_magnesium), "absorption_magnesium");
    EXPECT_EQ(name_of(Observable::intake_b12_ug), "intake_b12_ug");
    EXPECT_EQ(name_of(Observable::fires_alone), "fires_alone");
    EXPECT_EQ(name_of(ions::DrugClass::denosumab), "denosumab");
    EXPECT_EQ(name_of(ions::DrugClass::insulin), "insulin");
}

TEST(ExperimentTables, EveryKindOfWindowHasItsLimit) {
    for (auto const name : ions::infused_names)
        EXPECT_EQ(ions::limit_called("infusion_" + std::string(name)).what, "infusion_" + std::string(name));
    for (auto const name : ions::clamped_names)
        EXPECT_EQ(ions::limit_called("clamp_" + std::string(name)).what, "clamp_" + std::string(name));
}

TEST(ExperimentTables, MomentsCountHourZeroAndTheEnd) {
    EXPECT_EQ(ions::moments(24, 24), 2u);
    EXPECT_EQ(ions::moments(23, 24), 1u);
    EXPECT_EQ(ions::moments(1, 0.1), 11u) << "a tenth ten times is one";
}

} // namespace

} // namespace rheobase::read
