// Every food row of the mission can come into a plan. For each row D1 to D30 that is a food: someone who eats
// rice and oil alone is short of what the row is named for, may be offered what offers() lets through of that
// row's foods, and the plan takes one. D27, sunlight, and D31, processing, are no foods: what the week does
// of them is tested as such.
#include "model/verdict/codes.hpp"
#include "model/week/bounds.hpp"
#include "model/week/menu.hpp"
#include "model/week/offers.hpp"
#include "tests/week/made_up.hpp"

#include <gtest/gtest.h>

#include <algorithm>

using namespace rheobase;
using namespace rheobase::week;

namespace {

struct MissionRow {
    std::string_view row, nutrient;
};

// As the mission's own table has them. For "all", a nutrient that such food is known for; for water, water.
constexpr MissionRow mission[] = {
    {"D1", "magnesium_mg"},  {"D1", "calcium_mg"},     {"D2", "magnesium_mg"},  {"D2", "potassium_mg"},
    {"D3", "magnesium_mg"},  {"D4", "magnesium_mg"},   {"D4", "calcium_mg"},    {"D5", "calcium_mg"},
    {"D6", "calcium_mg"},    {"D7", "magnesium_mg"},   {"D8", "magnesium_mg"},  {"D9", "magnesium_mg"},
    {"D9", "potassium_mg"},  {"D9", "thiamin_mg"},     {"D10", "magnesium_mg"}, {"D11", "magnesium_mg"},
    {"D12", "magnesium_mg"}, {"D12", "potassium_mg"},  {"D13", "magnesium_mg"}, {"D13", "potassium_mg"},
    {"D14", "magnesium_mg"}, {"D15", "calcium_mg"},    {"D16", "calcium_mg"},   {"D16", "vitamin_d_ug"},
    {"D16", "b12_ug"},       {"D17", "calcium_mg"},    {"D18", "calcium_mg"},   {"D19", "calcium_mg"},
    {"D19", "vitamin_d_ug"}, {"D20", "potassium_mg"},  {"D21", "potassium_mg"}, {"D22", "vitamin_d_ug"},
    {"D23", "vitamin_d_ug"}, {"D23", "b12_ug"},        {"D24", "vitamin_d_ug"}, {"D25", "vitamin_d_ug"},
    {"D26", "b12_ug"},       {"D26", "vitamin_b6_mg"}, {"D28", "sodium_mg"},    {"D28", "potassium_mg"},
    {"D29", "water_g"},      {"D30", "potassium_mg"},  {"D30", "vitamin_c_mg"}, {"D30", "fibre_g"}};

bool of_row(Item const& item, std::string_view row) {
    auto const rows = verdict::parts_of(item.group);
    return std::find(rows.begin(), rows.end(), row) != rows.end();
}

/// Of the foods that may be offered to someone without illness or wishes, those of a row.
std::vector<Item> const& everything() {
    static auto const all = [] {
        static verdict::Evidence const evidence;
        static std::vector<verdict::HardStop> const none;
        return offers({}, PlanBans(evidence, none), {}, diet::foods());
    }();
    return all;
}

Task short_of(diet::Nutrient n, std::string_view row, Span span) {
    Task task;
    task.span = span;
    double const days = days_in(span);
    task.fixed.amount.fill(0);
    task.items.push_back(made_up("rice", true, 6 * days, 100, 0, 0));
    task.items.push_back(made_up("oil", true, 3 * days, 120, 0, 0));
    double most = 0;
    for (auto const& item : everything())
        if (of_row(item, row)) {
            task.items.push_back(item);
            task.items.back().most = most_of_offered(span, item.most);
            most = std::max(most, item.counted[n]);
        }
    task.energy = 6 * 100 + 3 * 120;
    Bound bound;
    bound.nutrient = n;
    bound.floor = (span == Span::day ? 1 : 4) * most / days; // so many halves of the richest
    task.bounds = {bound};
    return task;
}

} // namespace

TEST(Reach, EveryFoodRowOfTheMissionCanComeIntoAPlan) {
    for (auto const& [row, key] : mission)
        for (auto const span : {Span::week, Span::day}) {
            SCOPED_TRACE(std::string(row) + " for " + std::string(key) +
                         (span == Span::day ? " in a day" : " in a week"));
            auto const n = diet::nutrient_called(key).value();
            auto const task = short_of(n, row, span);
            ASSERT_GT(task.items.size(), 2u) << "none of this row is offered";
            ASSERT_GT(task.bounds[0].floor, 0) << "none of this row holds any";
            auto const menu = least_change(task, 400);
            ASSERT_TRUE(menu.found);
            EXPECT_TRUE(menu.bounds[0].floor_met);
            double taken = 0;
            for (std::size_t i = 2; i < task.items.size(); ++i)
                taken += menu.halves[i];
            EXPECT_GE(taken, span == Span::day ? 1 : 2);
        }
}

TEST(Reach, IsTestedForEveryRowThatIsAFood) {
    for (int i = 1; i <= 30; ++i)
        if (i != 27) {
            EXPECT_TRUE(std::any_of(std::begin(mission), std::end(mission), [&](auto const& one) {
                return one.row == "D" + std::to_string(i);
            })) << i;
        }
}

TEST(Reach, WithMuchSunNoFoodIsSoughtForVitaminD) {
    diet::Person person;
    person.age_years = 40;
    person.sex = diet::Sex::female;
    diet::Nutrients now;
    now.amount.fill(0);
    auto const floor = [&](bool much_sun) {
        for (auto const& bound : bounds(person, "us", now, {}, much_sun))
            if (diet::about(bound.nutrient).key == "vitamin_d_ug")
                return bound.floor;
        return unknown;
    };
    EXPECT_GT(floor(false), 0);
    EXPECT_FALSE(known(floor(true)));
}

TEST(Reach, UltraProcessedFoodMakesRoomFirst) {
    Task task;
    task.fixed.amount.fill(0);
    for (int processing : {1, 4, 1}) {
        task.items.push_back(made_up("food " + std::to_string(task.items.size()), true, 8, 100, 0, 100));
        task.items.back().processing = processing;
        task.items.back().may_grow = false;
    }
    Bound salt;
    salt.nutrient = sodium;
    salt.ceiling = 21 * 100 / days_a_week; // three halves fewer
    salt.ceiling_kind = "ul";
    task.bounds = {salt};
    auto const menu = least_change(task, 200);
    ASSERT_TRUE(menu.found);
    EXPECT_EQ(menu.halves, (std::vector<double>{8, 5, 8}));
}
