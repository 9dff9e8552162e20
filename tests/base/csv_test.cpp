#include "base/csv.hpp"

#include <gtest/gtest.h>
#include <random>

using namespace rheobase;

namespace {

std::vector<std::vector<std::string>> rows_of(std::string_view text) {
    CsvReader reader(text);
    CsvRow row;
    std::vector<std::vector<std::string>> rows;
    while (reader.next(row))
        rows.push_back(row.cells);
    return rows;
}

} // namespace

TEST(Csv, ReadsQuotesCommasAndLineBreaksInsideACell) {
    auto const rows = rows_of("a,b\n\"one, two\",\"he said \"\"no\"\"\"\n\"two\nlines\",x\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1], (std::vector<std::string>{"one, two", "he said \"no\""}));
    EXPECT_EQ(rows[2][0], "two\nlines");
}

TEST(Csv, KeepsTheLineOnWhichARecordStarts) {
    CsvReader reader("a\n\n\"x\ny\"\nz\n");
    CsvRow row;
    reader.next(row);
    EXPECT_EQ(row.line, 1);
    reader.next(row);
    EXPECT_EQ(row.line, 3);
    reader.next(row);
    EXPECT_EQ(row.line, 5);
}

TEST(Csv, TakesWindowsOldMacAndMarkedTexts) {
    EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                      "a,b\r\nc,d\r\n")
                  .size(),
              2u);
    EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                      "a,b\r\n")[0][0],
              "a");
    EXPECT_EQ(rows_of("a,b\rc,d").size(), 2u);
}

TEST(Csv, AnOpenQuoteLosesNoLaterRecord) {
    auto const rows = rows_of("name,grams\n\"5 inch bun,40\nrice,100\n");
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[1][0], "\"5 inch bun");
    EXPECT_EQ(rows[2][0], "rice");
}

TEST(Csv, AnEmptyCellStaysAnEmptyCell) {
    EXPECT_EQ(rows_of("a,,\n")[0], (std::vector<std::string>{"a", "", ""}));
    EXPECT_TRUE(rows_of("").empty());
    EXPECT_TRUE(rows_of("\n\n").empty());
}

TEST(Csv, WhatIsWrittenIsReadBackTheSame) {
    std::mt19937 dice(7);
    std::string const letters = "ab,\"\n\r 1é";
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::string> cells(1 + dice() % 4);
        for (auto& cell : cells)
            for (auto left = dice() % 6; left > 0; --left)
                cell += letters[dice() % letters.size()];
        if (cells == std::vector<std::string>{""})
            continue; // a line of one empty cell is a blank line
        auto const rows = rows_of(csv_line(cells) + "\n");
        ASSERT_EQ(rows.size(), 1u) << csv_line(cells);
        EXPECT_EQ(rows[0], cells);
    }
}

TEST(Csv, AnyBytesAreReadToTheEnd) {
    std::mt19937 dice(11);
    for (int round = 0; round < 2000; ++round) {
        std::string text(dice() % 60, ' ');
        for (auto& c : text)
            c = "\"\n\r,a\0"[dice() % 6];
        rows_of(text);
    }
}
