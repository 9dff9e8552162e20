#include "model/diet/matching.hpp"

#include "base/csv.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace rheobase::diet {
namespace {

std::string first(std::string_view name, Origin origin = Origin::any) {
    auto const found = matches(name, foods(), 1, origin);
    return found.empty() ? "" : std::string(foods().name(found[0].food));
}

/// The everyday names of everyday_names.csv, each with the foods it may mean.
std::vector<std::pair<std::string, std::set<Food>>> everyday_names() {
    std::ifstream file(RHEOBASE_ROOT "/tests/diet/everyday_names.csv", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    std::string const all = text.str();
    CsvReader reader(all);
    CsvRow row;
    std::vector<std::pair<std::string, std::set<Food>>> names;
    reader.next(row);
    while (reader.next(row)) {
        std::set<Food> right;
        std::istringstream ids(row.cells.at(1));
        for (std::string id; ids >> id;)
            if (auto const food = foods().find(id))
                right.insert(*food);
        names.emplace_back(row.cells[0], right);
    }
    return names;
}

TEST(Matching, FindsWhatPeopleCallTheirFood) {
    auto const names = everyday_names();
    ASSERT_GE(names.size(), 150u);
    int at_once = 0, among_five = 0;
    std::string missed;
    for (auto const& [name, right] : names) {
        auto const found = matches(name, foods(), 5);
        bool any = false;
        for (auto const& candidate : found)
            any |= right.contains(candidate.food);
        bool const best = !found.empty() && right.contains(found[0].food);
        at_once += best;
        among_five += any;
        if (!best)
            missed +=
                "\n  " + name + ": " + (found.empty() ? "nothing" : std::string(foods().name(found[0].food)));
    }
    int const count = static_cast<int>(names.size());
    EXPECT_GE(at_once * 100, count * 95) << missed;
    EXPECT_GE(among_five * 100, count * 98);
}

TEST(Matching, FindsEveryFoodOfTheTableByItsOwnName) {
    int found_itself = 0, asked = 0;
    for (Food food = 0; food < foods().size(); food += 7) {
        Origin const origin = foods().id(food).starts_with("SR") ? Origin::sr : Origin::fndds;
        auto const found = matches(foods().name(food), foods(), 5, origin);
        bool any = false;
        for (auto const& candidate : found)
            any |= foods().name(candidate.food) == foods().name(food);
        found_itself += any;
        ++asked;
    }
    EXPECT_GE(found_itself * 100, asked * 93);
}

TEST(Matching, KeepsToTheOriginThatWasAsked) {
    for (auto const& candidate : matches("milk", foods(), 20, Origin::sr))
        EXPECT_TRUE(foods().id(candidate.food).starts_with("SR:"));
    for (auto const& candidate : matches("milk", foods(), 20, Origin::fndds))
        EXPECT_TRUE(foods().id(candidate.food).starts_with("FNDDS:"));
}

TEST(Matching, GivesTheBestFirstAndNoMoreThanAsked) {
    auto const found = matches("chicken soup", foods(), 7);
    ASSERT_EQ(found.size(), 7u);
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_GE(found[i].sure, 0);
        EXPECT_LE(found[i].sure, i ? found[i - 1].sure : 1.0);
    }
    EXPECT_TRUE(matches("chicken soup", foods(), 0).empty());
}

TEST(Matching, AnswersTheSameEveryTime) {
    auto const once = matches("grilled chicken sandwich", foods(), 10);
    matches("orange juice", foods(), 10);
    auto const again = matches("grilled chicken sandwich", foods(), 10);
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t i = 0; i < once.size(); ++i) {
        EXPECT_EQ(once[i].food, again[i].food);
        EXPECT_EQ(once[i].sure, again[i].sure);
    }
}

TEST(Matching, KnowsNothingOfWhatIsNoFood) {
    EXPECT_TRUE(matches("", foods(), 5).empty());
    EXPECT_TRUE(matches("qzxv wkjt", foods(), 5).empty());
    EXPECT_TRUE(matches(",;()%%%", foods(), 5).empty());
}

TEST(Matching, DoesNotTakeThePartForTheWhole) {
    EXPECT_EQ(first("peanut butter").find("Butter,"), std::string::npos);
    EXPECT_NE(first("soy milk").find("Soy"), std::string::npos);
    EXPECT_NE(first("butter cookie").find("ookie"), std::string::npos);
    EXPECT_EQ(first("cod").find("Cape"), std::string::npos);
}

TEST(Matching, TellsDietFromRegular) {
    EXPECT_EQ(first("diet coke"), "Soft drink, cola, diet");
    EXPECT_EQ(first("coke"), "Soft drink, cola");
    EXPECT_NE(first("skimmed milk").find("fat free"), std::string::npos);
    EXPECT_NE(first("decaf coffee").find("decaf"), std::string::npos);
}

TEST(Matching, TakesTheTablesOwnDefaultWhenNothingIsSaid) {
    EXPECT_EQ(first("cheese", Origin::fndds), "Cheese, NFS");
    EXPECT_EQ(first("milk", Origin::fndds), "Milk, NFS");
}

TEST(Matching, DoesNotOfferBabyFoodOrSamplesToAGrownPerson) {
    for (auto const* name : {"carrots", "apple sauce", "chicken", "rice", "salmon"})
        EXPECT_EQ(first(name).find("Baby"), std::string::npos) << name;
}

TEST(Matching, IsSurerOfAnExactNameThanOfAHalfKnownOne) {
    auto const exact = matches("Kiwi fruit, raw", foods(), 1);
    auto const half = matches("kiwi wkjtq surprise", foods(), 1);
    ASSERT_FALSE(exact.empty());
    ASSERT_FALSE(half.empty());
    EXPECT_GT(exact[0].sure, 0.8);
    EXPECT_LT(half[0].sure, exact[0].sure - 0.3);
}

TEST(Matching, SaysWhichWordsTellOfFood) {
    EXPECT_GT(tells("broccoli", foods()), 0.3);
    EXPECT_EQ(tells("with", foods()), 0);
    EXPECT_EQ(tells("", foods()), 0);
}

} // namespace
} // namespace rheobase::diet
