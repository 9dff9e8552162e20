// A table of an export: which line holds the headings, what separates the cells, and the rows below.
#pragma once

#include "base/csv.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct DiaryTable {
    std::string_view text; ///< of the whole file, in UTF-8; outlives the table
    char separator = ',';
    int heading_line = 1;
    std::size_t body = 0; ///< where the rows begin
    int body_line = 1;    ///< and on which line
    std::vector<std::string> headings;

    /// Place of a heading, whatever its capitals; -1 when there is none.
    int column(std::string_view heading) const;
    bool has(std::string_view heading) const { return column(heading) >= 0; }
};

/// Every line among the first few that could be a row of headings, most likely separators first.
std::vector<DiaryTable> possible_tables(std::string_view text);

/// True where most lines have the same number of cells, and some column holds numbers only: a table, not
/// prose.
bool looks_like_a_table(std::string_view text);

/// The rows below the headings. A quote that is never closed swallows the lines after it; such a record is
/// read again line by line, so that a slip costs the row it stands in and no other.
class TableRows {
  public:
    explicit TableRows(DiaryTable const& table);

    /// The next row with its line in the file; false at the end.
    bool next(CsvRow& row);

    /// True when the row just read is the last and no line break follows it, as where a file was cut off.
    bool cut_off() const { return last_without_break_; }

  private:
    DiaryTable const& table_;
    std::string_view body_;
    CsvReader reader_;
    std::deque<CsvRow> waiting_;
    bool last_without_break_ = false;
};

} // namespace rheobase::read
