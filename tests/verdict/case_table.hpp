// A table of stories and what a rule should say of each: rule, story, expected.
#pragma once

#include "base/csv.hpp"

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace rheobase::verdict {

struct CaseRow {
    std::string rule, told, expected;
    int line;
};

inline std::vector<CaseRow> case_table(std::string const& file) {
    std::ifstream stream(RHEOBASE_ROOT "/tests/verdict/" + file);
    std::ostringstream text;
    text << stream.rdbuf();
    auto const whole = text.str();
    CsvReader reader(whole);
    CsvRow row;
    reader.next(row);
    std::vector<CaseRow> out;
    while (reader.next(row))
        out.push_back({row.cells.at(0), row.cells.at(1), row.cells.at(2), row.line});
    return out;
}

} // namespace rheobase::verdict
