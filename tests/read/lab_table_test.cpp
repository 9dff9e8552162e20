// Tables of laboratory results as portals and laboratories write them.
#include "app/read/lab_table.hpp"
#include "app/read/lab_table_words.rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace {

using rheobase::read::LabTable;
using testing::HasSubstr;

LabTable table_of(std::string_view text) {
    auto read = rheobase::read::read_lab_table(text, "2026-03-10");
    EXPECT_TRUE(read);
    return read.value_or(LabTable{});
}

} // namespace

TEST(LabTable, ReadsNameResultUnitRangeAndDay) {
    auto const table = table_of("Test,Result,Units,Reference Range,Date\n"
                                "Magnesium,0.62,mmol/L,0.70 - 1.00,2026-03-01\n"
                                "Potassium,5.8 H,mmol/L,3.5-5.1,1 March 2026\n"
                                "CRP,4 mg/L,,< 5,\n");
    ASSERT_EQ(table.labs.size(), 3U);
    EXPECT_TRUE(table.unread.empty());
    auto const &magnesium = table.labs[0], &potassium = table.labs[1], &crp = table.labs[2];
    EXPECT_EQ(magnesium.analyte, "Magnesium");
    EXPECT_EQ(magnesium.unit, "mmol/L");
    EXPECT_EQ(magnesium.value, 0.62);
    EXPECT_EQ(magnesium.ref_low, 0.70);
    EXPECT_EQ(magnesium.ref_high, 1.00);
    EXPECT_EQ(magnesium.days_ago, 9);
    EXPECT_EQ(potassium.value, 5.8);
    EXPECT_EQ(potassium.days_ago, 9);
    EXPECT_EQ(crp.unit, "mg/L");
    EXPECT_EQ(crp.ref_high, 5);
    EXPECT_FALSE(crp.ref_low);
    EXPECT_FALSE(crp.days_ago);
}

TEST(LabTable, FindsItsHeadBelowANameAndAnAddress) {
    auto const table = table_of("Patient;A. Person\n\nParameter;Result;Unit;Date\nMagnesium;0,62;mmol/l;"
                                "04.03.2026\nCalcium;1,250;mmol/l;04.03.2026\n");
    ASSERT_EQ(table.labs.size(), 2U);
    EXPECT_EQ(table.labs[0].value, 0.62);
    EXPECT_EQ(table.labs[0].days_ago, 6);
    EXPECT_EQ(table.labs[1].value, 1.25);
}

TEST(LabTable, ADateOfTwoMonthsIsNoneUnlessAnotherSettlesIt) {
    auto const open = table_of("test,value,unit,date\nsodium,140,mmol/L,02/03/2026\n");
    ASSERT_EQ(open.labs.size(), 1U);
    EXPECT_FALSE(open.labs[0].days_ago);
    ASSERT_EQ(open.notes.size(), 1U);
    EXPECT_THAT(open.notes[0], HasSubstr("two months"));
    auto const settled =
        table_of("test,value,unit,date\nsodium,140,mmol/L,02/03/2026\npotassium,4,mmol/L,25/02/2026\n");
    EXPECT_EQ(settled.labs[0].days_ago, 8);
    EXPECT_EQ(settled.labs[1].days_ago, 13);
    EXPECT_TRUE(settled.notes.empty());
}

TEST(LabTable, WhatCannotBeReadIsNamedAndTheRestGoesOn) {
    auto const table = table_of("test,value,unit,date\nblood culture,negative,,2026-03-01\n,4,mmol/L,\n"
                                "sodium,,mmol/L,\nsodium,140,mmol/L,2027-03-01\nsodium,140,mmol/L,someday\n"
                                "sodium,140 mg,mmol/L,\nferritin,< 5,ug/L,2026-03-01\n");
    ASSERT_EQ(table.labs.size(), 1U);
    EXPECT_EQ(table.labs[0].bound, "<");
    ASSERT_EQ(table.unread.size(), 6U);
    EXPECT_THAT(table.unread[0].why, HasSubstr("no number"));
    EXPECT_EQ(table.unread[0].line, 2);
    EXPECT_THAT(table.unread[1].why, HasSubstr("no test"));
    EXPECT_THAT(table.unread[2].why, HasSubstr("no result"));
    EXPECT_THAT(table.unread[3].why, HasSubstr("future"));
    EXPECT_THAT(table.unread[4].why, HasSubstr("2026-03-01"));
    EXPECT_THAT(table.unread[5].why, HasSubstr("no number"));
}

TEST(LabTable, ADiaryOrANoteIsNone) {
    for (auto const* text : {"", "day,meal,text\n2026-03-01,lunch,toast\n", "a banana and toast\n",
                             "\x89PNG\r\n\x1a\n", "Food Name,Amount,Energy (kcal)\nToast,2 slices,180\n"})
        EXPECT_FALSE(rheobase::read::read_lab_table(text, "2026-03-10")) << text;
}

TEST(LabTableWords, EachIsWrittenOnceInSmallLetters) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (auto const& row : rheobase::read::lab_table_words_rows) {
        EXPECT_TRUE(seen.insert({row.kind, row.written}).second) << row.written;
        for (char const c : row.written)
            EXPECT_FALSE(c >= 'A' && c <= 'Z') << row.written;
    }
}
