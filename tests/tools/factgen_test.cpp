#include "tests/tools/kettle.rows.hpp"
#include "tests/tools/plain.rows.hpp"
#include "tests/tools/states.rows.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

using namespace rheobase;
using testing::HasSubstr;

namespace {

/// What factgen says of a table that lies in a folder of this name; blank where it is content.
std::string complaint(std::string const& folder, std::string const& name, std::string const& text) {
    auto const* const test = testing::UnitTest::GetInstance()->current_test_info();
    auto const root = std::filesystem::path(testing::TempDir()) /
                      ("factgen_" + std::string(test->name()) + std::to_string(getpid()));
    auto const place = root / folder;
    std::filesystem::create_directories(place);
    auto const table = place / (name + ".csv");
    std::ofstream(table) << text;
    auto const said = place / "said.txt";
    auto const command = std::string(RHEOBASE_FACTGEN) + " " + RHEOBASE_ROOT + "/model " + table.string() +
                         " " + (place / "out.hpp").string() + " 2>" + said.string();
    int const code = std::system(command.c_str());
    std::ostringstream read;
    read << std::ifstream(said).rdbuf();
    std::filesystem::remove_all(root);
    EXPECT_EQ(code == 0, read.str().empty()) << read.str();
    return read.str();
}

std::string const body_heading = "fact,value,unit,spread,species,subjects,source,because\n";

std::string of_body(std::string const& row) {
    return complaint("ions", "bone", body_heading + row + "\n");
}

} // namespace

TEST(Factgen, NumbersEveryFactOfATableInTheOrderOfItsRows) {
    using Facts = tools::KettleFacts<float>;
    Facts facts{};
    for (std::size_t i = 0; i < Facts::count; ++i)
        facts.*Facts::members[i] = static_cast<float>(i);
    EXPECT_EQ(facts.volume, 0);
    EXPECT_EQ(facts.nobody_knows, 5);
    EXPECT_EQ(Facts::count, tools::kettle_spreads.size());
    EXPECT_EQ(tools::PlainFacts<double>::count, 1u);
}

TEST(Factgen, WritesHowEachFactDiffersBetweenPeople) {
    auto const& spreads = tools::kettle_spreads;
    EXPECT_EQ(spreads[0].name, "kettle.volume");
    EXPECT_EQ(spreads[0].value, 1.5);
    EXPECT_EQ(spreads[0].variation, (Variation{Shape::lognormal, 0.25, 0}));
    EXPECT_EQ(spreads[0].unit, "L");
    EXPECT_EQ(spreads[0].line, 2);
    EXPECT_EQ(spreads[1].variation, (Variation{Shape::normal, 0.04, 0}));
    EXPECT_EQ(spreads[2].variation, (Variation{Shape::range, 0.9, 1.6}));
    EXPECT_EQ(spreads[3].variation, (Variation{Shape::choice, 0.5, 0}));
    EXPECT_EQ(spreads[4].variation, Variation{});
    EXPECT_FALSE(known(spreads[5].value));
}

TEST(Factgen, MarksWhatNoHumanWasMeasuredFor) {
    std::vector<bool> marks;
    for (auto const& fact : tools::kettle_spreads)
        marks.push_back(fact.animal_only);
    EXPECT_THAT(marks, testing::ElementsAre(false, false, true, true, false, true));
}

namespace {

template <std::size_t Place>
struct Numbered {
    static constexpr std::size_t place = Place;
};

} // namespace

TEST(Factgen, GivesEveryStateItsPlace) {
    using States = tools::States<Numbered>;
    EXPECT_EQ(decltype(States::water)::place, tools::at::water);
    EXPECT_EQ(decltype(States::steam)::place, tools::at::steam);
    EXPECT_EQ(tools::at::steam, 1u);
    EXPECT_EQ(tools::state_count, 2u);
    EXPECT_EQ(tools::state_rows[1].key, "steam");
    EXPECT_EQ(tools::state_rows[1].unit, "g");
    EXPECT_EQ(tools::state_rows[1].scale, 20);
    EXPECT_EQ(tools::state_rows[0].meaning, "what is in the kettle");
    EXPECT_EQ(tools::state_rows[0].line, 2);
}

TEST(Factgen, RefusesASpreadItCannotReadAtItsLine) {
    EXPECT_THAT(of_body("mass,3,kg,wide,human,4,judgement,why"),
                HasSubstr("bone.csv:2: error: spread 'wide'"));
    EXPECT_THAT(of_body("mass,3,kg,cv,human,4,judgement,why"), HasSubstr("is none of"));
    EXPECT_THAT(of_body("mass,3,kg,cv 0.2 0.3,human,4,judgement,why"), HasSubstr("is none of"));
    EXPECT_THAT(of_body("mass,3,kg,range 2,human,4,judgement,why"), HasSubstr("is none of"));
    EXPECT_THAT(of_body("mass,3,kg,cv 20%,human,4,judgement,why"), HasSubstr("is none of"));
    EXPECT_EQ(of_body("mass,3,kg,cv 0.2,human,4,judgement,why"), "");
}

TEST(Factgen, RefusesASpreadThatTheValueCannotHave) {
    EXPECT_THAT(of_body("mass,-3,kg,cv 0.2,human,4,judgement,why"), HasSubstr("a value above zero"));
    EXPECT_THAT(of_body("mass,3,kg,cv 0,human,4,judgement,why"), HasSubstr("must be above zero"));
    EXPECT_THAT(of_body("mass,3,kg,sd -1,human,4,judgement,why"), HasSubstr("must be above zero"));
    EXPECT_THAT(of_body("mass,3,kg,range 4 2,human,4,judgement,why"), HasSubstr("lower to a higher"));
    EXPECT_THAT(of_body("mass,3,kg,range 4 5,human,4,judgement,why"), HasSubstr("outside its own range"));
    EXPECT_THAT(of_body("mass,3,kg,choice 0.5,human,4,judgement,why"), HasSubstr("must be 0 or 1"));
    EXPECT_THAT(of_body("mass,1,kg,choice 1.5,human,4,judgement,why"), HasSubstr("between 0 and 1"));
    EXPECT_THAT(of_body("mass,,kg,cv 0.2,human,4,judgement,why"), HasSubstr("nobody knows"));
}

TEST(Factgen, AsksOfEveryFactOfABodyInWhomItWasMeasured) {
    EXPECT_THAT(of_body("mass,3,kg,,martian,4,judgement,why"), HasSubstr("species 'martian' is none of"));
    EXPECT_THAT(of_body("mass,3,kg,,,4,judgement,why"), HasSubstr("species '' is none of"));
    EXPECT_THAT(of_body("mass,3,kg,,human,0,judgement,why"), HasSubstr("subjects must be at least 1"));
    auto const without = "fact,value,unit,spread,source,because\nmass,3,kg,,judgement,why\n";
    EXPECT_THAT(complaint("ions", "bone", without),
                HasSubstr("bone.csv:1: error: a table of facts in ions needs"));
    EXPECT_EQ(complaint("verdict", "bone", without), "");
}

TEST(Factgen, RefusesANameThatCannotBeAMember) {
    EXPECT_THAT(of_body("bone mass,3,kg,,human,4,judgement,why"), HasSubstr("lower_case"));
    EXPECT_THAT(of_body("2nd,3,kg,,human,4,judgement,why"), HasSubstr("lower_case"));
    EXPECT_THAT(of_body("count,3,kg,,human,4,judgement,why"), HasSubstr("is taken"));
    EXPECT_THAT(of_body("mass,3,kg,,human,4,judgement,why\nmass,3,kg,,human,4,judgement,why"),
                HasSubstr("bone.csv:3: error: 'mass' is listed twice"));
}

TEST(Factgen, RefusesAStateWithoutScaleOrMeaning) {
    std::string const heading = "state,unit,scale,meaning,source,because\n";
    EXPECT_THAT(complaint("ions", "states", heading + "gut,g,0,in the gut,judgement,why\n"),
                HasSubstr("states.csv:2: error: the scale of a state"));
    EXPECT_THAT(complaint("ions", "states", heading + "gut,g,1,,judgement,why\n"),
                HasSubstr("needs its meaning"));
    EXPECT_THAT(complaint("ions", "pools", heading + "gut,g,1,in the gut,judgement,why\n"),
                HasSubstr("is called states.csv"));
    EXPECT_THAT(complaint("ions", "states", "state,unit\ngut,g\n"), HasSubstr("needs the column 'scale'"));
}

TEST(Factgen, RefusesARowWithoutASourceAndAJudgementWithoutAReason) {
    EXPECT_THAT(of_body("mass,3,kg,,human,4,,why"), HasSubstr("bone.csv:2: error: no source"));
    EXPECT_THAT(of_body("mass,3,kg,,human,4,judgement,"), HasSubstr("needs its reason"));
    EXPECT_THAT(of_body("mass,3,stone,,human,4,judgement,why"), HasSubstr("unit 'stone'"));
    EXPECT_THAT(of_body("mass,three,kg,,human,4,judgement,why"), HasSubstr("value is not a number"));
}
