// Every food row of the mission stands in the table with the nutrient it is named for.

#include "base/csv.hpp"
#include "model/diet/foods.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>

using namespace rheobase;
using namespace rheobase::diet;

namespace {

constexpr double big_helping_in_100_g = 2.5;

/// What a big helping should hold at least for the food to be worth naming: about a twelfth of an adult's need.
double worth_naming(std::string_view nutrient) {
    return nutrient == "magnesium_mg"   ? 25
           : nutrient == "calcium_mg"   ? 75
           : nutrient == "potassium_mg" ? 190
           : nutrient == "vitamin_d_ug" ? 1
           : nutrient == "b12_ug"       ? 0.2
                                        : 0;
}

} // namespace

TEST(MissionFoods, EveryRowHasThreeFoodsThatHoldTheNutrient) {
    std::ifstream file(RHEOBASE_ROOT "/tests/diet/mission_foods.csv");
    std::stringstream buffer;
    buffer << file.rdbuf();
    std::string const text = buffer.str();
    CsvReader reader(text);
    CsvRow row;
    reader.next(row);
    std::set<std::string> rows;
    while (reader.next(row)) {
        rows.insert(row.cells[0]);
        auto const n = nutrient_called(row.cells[1]);
        std::istringstream ids(row.cells[2]);
        int named = 0;
        for (std::string id; std::getline(ids, id, ';'); ++named) {
            auto const food = foods().find(id);
            ASSERT_TRUE(food) << row.cells[0] << ' ' << id;
            if (n) {
                EXPECT_GE(foods().per_100_g(*food, *n) * big_helping_in_100_g, worth_naming(row.cells[1])) << row.cells[0] << ' ' << foods().name(*food);
            }
        }
        bool const not_a_food = row.cells[0] == "D27" || row.cells[0] == "D31";
        EXPECT_TRUE(not_a_food ? named == 0 : named >= 3) << row.cells[0];
    }
    EXPECT_EQ(rows.size(), 31u);
}
