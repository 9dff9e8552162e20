#include "app/read/medium.hpp"
#include "app/read/medium_words.rows.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rheobase::read {

namespace {

using testing::ElementsAre, testing::HasSubstr, testing::IsEmpty;

MediumRead read(std::initializer_list<std::pair<std::string_view, std::string>> given) {
    WrittenMedium written;
    for (auto const& [what, text] : given)
        for (std::size_t i = 0; i < written.size(); ++i)
            if (nerve::medium_limits_rows[i].what == what)
                written[i].push_back(text);
    return read_medium(written);
}

std::string fault_of(std::string_view what, std::string const& text) {
    auto const it = read({{what, text}});
    EXPECT_EQ(it.faults.size(), 1u) << what << ' ' << text;
    return it.faults.empty() ? std::string() : in_words(it.faults.front());
}

} // namespace

TEST(Medium, WhatIsNotGivenIsOrdinary) {
    auto const it = read({{"potassium", "5.8"}, {"myelin", "0.5"}});
    EXPECT_THAT(it.faults, IsEmpty());
    EXPECT_THAT(it.notes, IsEmpty());
    EXPECT_EQ(it.medium.potassium, 5.8);
    EXPECT_EQ(it.medium.calcium, nerve::ordinary_medium.calcium);
    EXPECT_EQ(it.myelin, 0.5);
    EXPECT_EQ(read({{"calcium", "0,95"}}).medium.calcium, 0.95);
}

TEST(Medium, OrdinaryValuesLieWithinTheirBounds) {
    for (std::size_t i = 0; i < nerve::medium_parts.size(); ++i) {
        double const ordinary = nerve::ordinary_medium.*nerve::medium_parts[i].at;
        EXPECT_GT(ordinary, nerve::medium_limits_rows[i].low) << nerve::medium_parts[i].key;
        EXPECT_LT(ordinary, nerve::medium_limits_rows[i].high) << nerve::medium_parts[i].key;
        EXPECT_THAT(read({{nerve::medium_parts[i].key, std::to_string(ordinary)}}).notes, IsEmpty());
    }
}

TEST(Medium, EveryFaultIsNamedAtOnce) {
    auto const it = read({{"calcium", "9.2"}, {"potassium", "much"}, {"ph", "3"}, {"myelin", "1.5"}});
    ASSERT_EQ(it.faults.size(), 4u);
    EXPECT_EQ(it.faults[1].where, "--potassium");
}

TEST(Medium, ABlankIsAFaultAndNotTheOrdinary) {
    EXPECT_EQ(fault_of("calcium", ""), "--calcium: nothing is written behind it. Write the number alone, in mmol/L");
    EXPECT_THAT(fault_of("ph", " \t"), HasSubstr("nothing is written behind it. Write the number alone"));
}

TEST(Medium, WhatIsGivenTwiceIsSaidToBe) {
    auto const it = read({{"calcium", "1"}, {"calcium", "2"}, {"ph", "7"}, {"ph", "7"}, {"ph", "7"}});
    ASSERT_EQ(it.faults.size(), 2u);
    EXPECT_EQ(in_words(it.faults[0]), "--calcium: it is given twice. Leave one of them out");
    EXPECT_EQ(in_words(it.faults[1]), "--ph: it is given 3 times. Leave one of them out");
    EXPECT_EQ(it.medium.calcium, nerve::ordinary_medium.calcium);
}

TEST(Medium, APartIsKnownByItsOtherNames) {
    EXPECT_EQ(medium_part_called("--kalium"), "potassium");
    EXPECT_EQ(medium_part_called("Natrium"), "sodium");
    EXPECT_EQ(medium_part_called("ionised-calcium"), "calcium");
    EXPECT_THAT(medium_part_called("calzium"), IsEmpty());
    for (auto const& row : medium_words_rows)
        EXPECT_TRUE(std::any_of(nerve::medium_limits_rows.begin(), nerve::medium_limits_rows.end(),
                                [&](auto const& limit) { return limit.what == row.meant; }))
            << row.written;
}

TEST(Medium, AnotherUnitIsRecognised) {
    EXPECT_EQ(fault_of("calcium", "9.2"), "--calcium: 9.2 mmol/L is more than 3 mmol/L, the most that is accepted. It looks like "
                                          "total calcium in mg/dL. About half of that is ionised. 9.2 mg/dL is 2.3 mmol/L.");
    EXPECT_THAT(fault_of("calcium", "4.8"), HasSubstr("4.8 mg/dL is 1.2 mmol/L."));
    EXPECT_THAT(fault_of("potassium", "16"), HasSubstr("16 mg/dL is 4.09 mmol/L."));
    EXPECT_THAT(fault_of("temperature", "98.6"), HasSubstr("98.6 °F is 37 °C."));
    EXPECT_THAT(fault_of("ph", "40"), HasSubstr("hydrogen ions in nmol/L"));
    EXPECT_THAT(fault_of("potassium", "4 mM"), HasSubstr("'4 mM' is no number. Write the number alone, in mmol/L"));
    EXPECT_THAT(fault_of("potassium", "0.2"), HasSubstr("less than 1 mmol/L, the least that is accepted"));
    EXPECT_THAT(fault_of("sodium", "nan"), HasSubstr("is no number"));
    EXPECT_THAT(fault_of("myelin", "50"), HasSubstr("share in percent. Healthy is 100. 50 % is 0.5."));
    EXPECT_THAT(fault_of("myelin", "1.5"), HasSubstr("no sheath is thicker"));
}

TEST(Medium, ATotalThatCouldBeIonisedIsTakenWithANote) {
    auto const it = read({{"calcium", "2.4"}, {"magnesium", "0.85"}});
    EXPECT_THAT(it.faults, IsEmpty());
    EXPECT_EQ(it.medium.calcium, 2.4);
    EXPECT_THAT(it.notes, ElementsAre(HasSubstr("--calcium: 2.4 mmol/L is taken as it stands. It looks like total calcium."),
                                      HasSubstr("--magnesium: 0.85 mmol/L is taken as it stands.")));
}

} // namespace rheobase::read
