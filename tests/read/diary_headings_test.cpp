#include "app/read/diary_headings.hpp"

#include "app/read/diary_columns.rows.hpp"
#include "app/read/diary_units.rows.hpp"

namespace rheobase::read {
namespace {

std::string key(std::string_view written, std::string_view format = "") {
    auto const column = heading(written, format);
    return column.role == Role::nutrient ? std::string(diet::about(column.nutrient).key) : "";
}

} // namespace

TEST(Headings, FindTheNutrientWhateverTheDress) {
    EXPECT_EQ(key("B12 (Cobalamin) (\xC2\xB5g)"), "b12_ug");
    EXPECT_EQ(key("B1 (Thiamine) (mg)"), "thiamin_mg");
    EXPECT_EQ(key("Energy (kcal)"), "energy_kcal");
    EXPECT_EQ(key("Carbohydrates (g)"), "carbohydrate_g");
    EXPECT_EQ(key("Dietary Fiber"), "fibre_g");
    EXPECT_EQ(key("sodium_mg"), "sodium_mg");
    EXPECT_EQ(key("magnesium mg"), "magnesium_mg");
    EXPECT_EQ(key("Protein, g"), "protein_g");
    EXPECT_EQ(key(" SATURATED FAT "), "saturated_fat_g");
    EXPECT_EQ(key("fat.total", "google_fit"), "fat_g");
    EXPECT_EQ(key("DietaryMagnesium", "apple_health"), "magnesium_mg");
    EXPECT_EQ(key("VITD", "asa24"), "vitamin_d_ug");
}

TEST(Headings, FindVitaminAHoweverItsEquivalentsAreWritten) {
    for (auto const* written : {"Vitamin A (RAE) (\xC2\xB5g)", "vitamin a (rae)", "Vitamin A, RAE (mcg)",
                                "Vitamin A RAE", "Vitamin A (mcg RAE)", "Vitamin A (\xC2\xB5g)"}) {
        EXPECT_EQ(key(written), "vitamin_a_ug") << written;
        EXPECT_DOUBLE_EQ(heading(written, "").factor, 1) << written;
    }
    EXPECT_EQ(key("Vitamin B12, Cobalamin (mcg)"), "b12_ug");
    EXPECT_EQ(key("Folate, total (mcg)"), "folate_ug");
}

TEST(Headings, DoNotTakeOneNutrientForAnother) {
    for (auto const* written :
         {"Net Carbs (g)", "Monounsaturated (g)", "Trans-Fats (g)", "Omega-3 (g)", "Cholesterol (mg)",
          "Exercise Calories", "Budget cals", "Added sugar", "Calories burned"})
        EXPECT_EQ(key(written), "") << written;
    EXPECT_EQ(key("VITD"), "") << "ASA24's short names hold in ASA24 only";
}

TEST(Headings, ConvertUnitsAtTheDoor) {
    EXPECT_DOUBLE_EQ(heading("Vitamin D (IU)", "").factor, 0.025);
    EXPECT_DOUBLE_EQ(heading("Vitamin D (mcg)", "").factor, 1);
    EXPECT_DOUBLE_EQ(heading("Magnesium (g)", "").factor, 1000);
    EXPECT_NEAR(heading("Energy (kJ)", "").factor, 1 / 4.184, 1e-9);
    EXPECT_NEAR(heading("Salt (g)", "").factor, 393.39, 1e-9);
    EXPECT_DOUBLE_EQ(heading("Water (mL)", "").factor, 1);
}

TEST(Headings, LeaveUnknownWhatAUnitDoesNotSettle) {
    for (auto const* written : {"Vitamin A (IU)", "Vitamin A", "Calcium", "Iron (%)", "Vitamin C (% DV)",
                                "Magnesium (kcal)", "Energy (g)", "Vitamin E (IU)", "Salt"}) {
        auto const column = heading(written, "");
        EXPECT_EQ(column.role, Role::nutrient) << written;
        EXPECT_FALSE(known(column.factor)) << written;
        EXPECT_FALSE(column.why_not.empty()) << written;
    }
}

TEST(Headings, EveryRowOfTheTableNamesAKnownThing) {
    for (auto const& row : diary_columns_rows) {
        auto const column = heading(row.heading, row.format);
        EXPECT_NE(column.role, Role::none) << row.heading;
        if (!row.unit_unsaid.empty()) {
            EXPECT_TRUE(known(column.factor)) << row.heading;
        }
    }
    for (auto const& row : diary_units_rows)
        EXPECT_TRUE(unit_called(row.written)) << row.written;
}

} // namespace rheobase::read
