#include "model/verdict/medicine.hpp"
#include "tests/verdict/told.hpp"

#include <algorithm>

using namespace rheobase;
using namespace rheobase::verdict;

namespace {

std::vector<std::string> classes_of(std::string const& name, std::string const& atc = "",
                                    std::string const& rxnorm = "") {
    Medicine medicine;
    medicine.name = name;
    medicine.atc = atc;
    medicine.rxnorm = rxnorm;
    std::vector<std::string> out;
    for (auto const* row : understood(medicine).classes)
        out.emplace_back(row->drug_class);
    return out;
}

Truth counts(std::string const& text, std::string const& drug_class) {
    auto const evidence = told(text + "; meds whole");
    return Medicines(evidence).counts(drug_class).truth;
}

} // namespace

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

TEST(Medicines, AreReadByCodeThenByNameBrandAndSlip) {
    EXPECT_THAT(classes_of("", "A02BC01"), Contains("ppi"));
    EXPECT_THAT(classes_of("", "", "7646"), Contains("ppi"));
    EXPECT_THAT(classes_of("Omeprazole 20 mg capsules"), Contains("ppi"));
    EXPECT_THAT(classes_of("Lasix 40mg"), Contains("loop_diuretic"));
    EXPECT_THAT(classes_of("omeprazol"), Contains("ppi"));
    EXPECT_THAT(classes_of("Simvistatin 10 MG"), Contains("statin"));
    EXPECT_THAT(classes_of("hydrochlorthiazide"), Contains("thiazide"));
    EXPECT_THAT(classes_of("St. John's Wort"), Contains("serotonergic"));
}

TEST(Medicines, CombinationsBringAllTheirClasses) {
    auto const both = classes_of("lisinopril / hydrochlorothiazide");
    EXPECT_THAT(both, Contains("acei"));
    EXPECT_THAT(both, Contains("thiazide"));
    auto const code = classes_of("", "C09DA03");
    EXPECT_THAT(code, Contains("arb"));
    EXPECT_THAT(code, Contains("thiazide"));
    EXPECT_THAT(classes_of("", "A10BD20"), Contains("sglt2"));
    EXPECT_THAT(classes_of("", "A10BD20"), Contains("metformin"));
    EXPECT_THAT(classes_of("", "A10BD19"), Not(Contains("metformin")));
    EXPECT_THAT(classes_of("", "C03EA01"), Contains("k_sparing"));
}

TEST(Medicines, LithiumIsNoAntipsychoticAndGlucosamineNoPainkiller) {
    EXPECT_THAT(classes_of("", "N05AN01"), Not(Contains("antipsychotic")));
    EXPECT_THAT(classes_of("", "N05AN01"), Contains("lithium"));
    EXPECT_THAT(classes_of("", "M01AX05"), Not(Contains("nsaid")));
}

TEST(Medicines, LookAlikesAreNotTakenForOneAnother) {
    EXPECT_THAT(classes_of("prednisone"), Contains("corticosteroid"));
    EXPECT_THAT(classes_of("cetirizine"), Not(Contains("ssri")));
    EXPECT_THAT(classes_of("hydroxychloroquine"), Not(Contains("thiazide")));
    EXPECT_THAT(classes_of("vitamin c"), IsEmpty());
    EXPECT_THAT(classes_of("zzyzx"), IsEmpty());
    auto const evidence = told("drug zzyzx");
    EXPECT_EQ(Medicines(evidence).not_considered().size(), 1U);
}

TEST(Medicines, AStoppedOneCountsForItsWindow) {
    EXPECT_EQ(counts("drug denosumab stopped 170", "denosumab"), Truth::yes);
    EXPECT_EQ(counts("drug denosumab stopped 190", "denosumab"), Truth::no);
    EXPECT_EQ(counts("drug fluoxetine stopped 30", "serotonergic"), Truth::yes);
    EXPECT_EQ(counts("drug sertraline stopped 30", "serotonergic"), Truth::no);
    EXPECT_EQ(counts("drug phenelzine stopped 13", "serotonergic"), Truth::yes);
    EXPECT_EQ(counts("drug omeprazole stopped 29", "ppi"), Truth::yes);
    EXPECT_EQ(counts("drug omeprazole stopped 31", "ppi"), Truth::no);
    EXPECT_EQ(counts("drug omeprazole stopped 300", "ppi_b12"), Truth::yes);
    EXPECT_EQ(counts("drug zoledronate stopped 50", "bisphosphonate"), Truth::yes);
    EXPECT_EQ(counts("drug spironolactone stopped 8", "mra"), Truth::no);
}

TEST(Medicines, WithdrawalCountsOnlyStoppedOnes) {
    auto withdrawn = [](std::string const& text, std::string const& drug_class) {
        auto const evidence = told(text);
        return Medicines(evidence).withdrawn(drug_class).truth;
    };
    EXPECT_EQ(withdrawn("drug baclofen", "baclofen"), Truth::unknown);
    EXPECT_EQ(withdrawn("drug baclofen stopped 3", "baclofen"), Truth::yes);
    EXPECT_EQ(withdrawn("drug venlafaxine stopped 50", "ssri"), Truth::yes);
    EXPECT_EQ(withdrawn("drug venlafaxine stopped 70; meds whole", "ssri"), Truth::no);
}

TEST(Medicines, EveryNamedClassIsInTheTableAndEveryNameIsReadAsItself) {
    for (auto const& row : medicines_rows) {
        for (auto const drug_class : parts_of(row.classes))
            EXPECT_TRUE(drug_class_exists(drug_class)) << row.name << " " << drug_class;
        Medicine medicine;
        medicine.name = std::string(row.name);
        auto const known = understood(medicine);
        ASSERT_FALSE(known.rows.empty()) << row.name;
        EXPECT_EQ(known.rows.front()->name, row.name);
    }
}

TEST(Medicines, TrickyNamesOfTheShelfAreRead) {
    EXPECT_THAT(classes_of("co-codamol 30/500"), Contains("opioid"));
    EXPECT_THAT(classes_of("Zestoretic"), testing::IsSupersetOf({"acei", "thiazide"}));
    EXPECT_THAT(classes_of("Janumet"), Contains("metformin"));
    EXPECT_THAT(classes_of("omeprezole"), Contains("ppi"));
    EXPECT_THAT(classes_of("HCTZ"), Contains("thiazide"));
    EXPECT_THAT(classes_of("Ventolin inhaler"), Contains("beta_agonist"));
    EXPECT_THAT(classes_of("St John's wort"), testing::IsSupersetOf({"serotonergic", "photosensitiser"}));
    EXPECT_THAT(classes_of("Epsom salt"), Contains("magnesium_laxative"));
    EXPECT_THAT(classes_of("Lo-Salt"), Contains("potassium_supplement"));
    EXPECT_THAT(classes_of("losartan potassium tablets"), Not(Contains("potassium_supplement")));
    EXPECT_THAT(classes_of("esomeprazole magnesium"), Not(Contains("magnesium_laxative")));
    EXPECT_THAT(classes_of("Bactrim Forte"), Contains("trimethoprim"));
    EXPECT_THAT(classes_of("Exforge HCT"), testing::IsSupersetOf({"arb", "thiazide"}));
    EXPECT_THAT(classes_of("Vimovo"), testing::IsSupersetOf({"nsaid", "ppi"}));
    EXPECT_THAT(classes_of("Symbicort Turbohaler"), Contains("beta_agonist"));
    EXPECT_THAT(classes_of("levothyroxin"), Contains("levothyroxine"));
}

TEST(Medicines, ASupplementThatActsAsAMedicineIsOne) {
    auto const evidence = told("product St John's wort 300; product Magnesium citrate; meds whole");
    Medicines const medicines(evidence);
    EXPECT_EQ(medicines.counts("serotonergic").truth, Truth::yes);
    EXPECT_EQ(medicines.counts("magnesium_laxative").truth, Truth::no);
}

TEST(Medicines, HowOftenADayIsReadFromTimesOrFromTheDose) {
    auto doses = [](std::string dose) {
        Medicine medicine;
        medicine.dose = std::move(dose);
        return doses_a_day(medicine);
    };
    EXPECT_EQ(doses("2 puffs 8 times a day"), 8);
    EXPECT_EQ(doses("400 mg twice daily"), 2);
    EXPECT_EQ(doses("every 4 hours"), 6);
    EXPECT_EQ(doses("100 micrograms four times a day"), 4);
    EXPECT_FALSE(known(doses("as needed")));
}

TEST(Medicines, MoreThanThreeHundredAndFiftyAreKnown) {
    EXPECT_GE(medicines_rows.size(), 350U);
}
