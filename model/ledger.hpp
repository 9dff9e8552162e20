// The tables the program was built from, as text: every number it uses, with unit, spread, source and reason.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rheobase {

struct LedgerTable {
    std::string_view path; ///< in the source tree: "model/diet/needs.csv"
    std::string_view text; ///< comma-separated, with a heading
};

/// Every table but the food table, whose figures `foods show` prints.
std::vector<LedgerTable> const& ledger();

/// One row of a table, its cells named by the heading.
struct LedgerRow {
    std::string_view path;
    int line = 0;
    std::string name; ///< what the row is about: "needs.us.magnesium_mg.female.none.31"
    std::vector<std::pair<std::string, std::string>> cells;
};

/// The rows whose name holds every word of `wanted` (letters of any case, "_" and "." as blanks); all for an
/// empty one.
std::vector<LedgerRow> ledger_rows(std::string_view wanted);

/// The citation behind a key of sources.csv, and how it was checked; empty for an unknown key.
struct Citation {
    std::string text, year, where, checked;
};
Citation citation(std::string_view key);

/// The citations of several keys parted by ";", in one line.
std::string citations(std::string_view keys);

/// The day the facts were last changed, as answers print it.
std::string_view facts_version();

/// The program's own version.
std::string_view program_version();

} // namespace rheobase
