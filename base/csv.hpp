// Comma-separated values as RFC 4180 has them: quoted cells, doubled quotes, line breaks inside quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

/// One record and the line of the file (from 1) on which it starts.
struct CsvRow {
    std::vector<std::string> cells;
    int line = 0;
};

/// Reads record after record from a text that outlives the reader. Blank lines are passed over; a quote left
/// open ends with the text, so that one slip cannot lose more than the record it stands in. A lone carriage
/// return and a byte-order mark are understood.
class CsvReader {
  public:
    explicit CsvReader(std::string_view text, char separator = ',');

    /// The next record into `row`; false at the end.
    bool next(CsvRow& row);

    /// Bytes read so far: where the last record ends.
    std::size_t at() const { return at_; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    char separator_;
};

/// The cell as it is written: quoted where it has to be.
std::string csv_cell(std::string_view text);

/// One line, without the line break.
std::string csv_line(std::vector<std::string> const& cells);

} // namespace rheobase
