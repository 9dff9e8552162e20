// A table of facts as factgen reads it: every cell checked against the dictionaries of model/.
#pragma once

#include "base/csv.hpp"

#include <string>
#include <vector>

namespace rheobase::facts {

enum class Kind { rows, facts, states };

struct Table {
    std::string file;
    std::string folder; ///< the last folder of its path: the namespace of what is made from it
    std::string stem;
    Kind kind = Kind::rows;
    bool of_bodies = false; ///< says which species was measured: its facts differ between people
    std::vector<std::string> columns;
    std::vector<std::string> types;
    std::vector<CsvRow> rows;

    /// The cell of a column; blank where the table has no such column.
    std::string cell(CsvRow const& row, std::string_view column) const;
};

/// Reads and checks; faults go to the error stream as "file:line: error: …", and their number into `faults`.
Table checked_table(std::string const& model, std::string const& file, int& faults);

} // namespace rheobase::facts
