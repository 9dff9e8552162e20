#include "app/read/diary_table.hpp"

namespace rheobase::read {
namespace {

std::vector<std::pair<int, std::vector<std::string>>> rows_of(std::string const& text) {
    auto const tables = possible_tables(text);
    std::vector<std::pair<int, std::vector<std::string>>> all;
    if (tables.empty())
        return all;
    auto table = tables.front();
    TableRows rows(table);
    CsvRow row;
    while (rows.next(row))
        all.emplace_back(row.line, row.cells);
    return all;
}

using Cells = std::vector<std::string>;

} // namespace

TEST(Table, FindsTheSeparator) {
    EXPECT_EQ(possible_tables("a;b;c\n1,5;2;3\n").front().separator, ';');
    EXPECT_EQ(possible_tables("a\tb\tc\n1,5\t2\t3\n").front().separator, '\t');
}

TEST(Table, CountsLinesThroughLineBreaksInsideCells) {
    auto const rows = rows_of("a,b\n\"one\ntwo\",2\n\n3,4\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0], std::pair(2, Cells({"one\ntwo", "2"})));
    EXPECT_EQ(rows[1], std::pair(5, Cells({"3", "4"})));
}

TEST(Table, AQuoteLeftOpenCostsNoOtherRow) {
    auto const rows = rows_of("a,b,c\n\"x,2,3\n4,5,6\n7,\"8\",9\n");
    std::vector<int> lines;
    for (auto const& [line, cells] : rows)
        lines.push_back(line);
    EXPECT_THAT(lines, testing::ElementsAre(2, 3, 4));
    EXPECT_EQ(rows[1].second, Cells({"4", "5", "6"}));
    EXPECT_EQ(rows[2].second, Cells({"7", "8", "9"}));
}

TEST(Table, TellsATableFromProse) {
    EXPECT_TRUE(looks_like_a_table("x,y,z\na,b,1\nc,d,2\n"));
    EXPECT_FALSE(looks_like_a_table("two eggs, toast, coffee\nsoup, bread, an apple\n"));
    EXPECT_FALSE(looks_like_a_table("two eggs\n"));
}

} // namespace rheobase::read
