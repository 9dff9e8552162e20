// A line of a QTRAC recording taken apart: its cells, the numbers in them, and what its words are known as.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct MemLine {
    int number = 0; ///< from 1
    std::string_view text;
};

/// Lines whatever ends them: DOS, Unix or the old Macintosh.
std::vector<MemLine> mem_lines(std::string_view text);

/// Letters and digits alone, in lower case: "Threshold I/V" and "threshold iv" are the same.
std::string bare(std::string_view text);

/// What a word of this kind is known as in mem_words.csv; empty where it is not known. Headings and names are
/// compared bare; a column is known by a word that stands in its heading.
std::string_view mem_word(std::string_view kind, std::string_view written);

/// Cells apart by tabs, or in a line without any by blanks (`blanks` or more of them).
std::vector<std::string_view> mem_cells(std::string_view text, std::size_t blanks);

/// A number with a decimal point or a decimal comma; these files never group digits.
std::optional<double> mem_number(std::string_view text);

/// "TE1.12" and what stands behind it.
struct MemLabel {
    std::string_view letters; ///< TE
    int set = 0;              ///< 1; 0 where there is none, as in QT.3
    std::string_view rest;
};
std::optional<MemLabel> mem_label(std::string_view text);

} // namespace rheobase::read
