// A table of laboratory results: one a row, under headings that name test, result, unit and date.
#pragma once

#include "model/diet/diary.hpp"
#include "model/verdict/evidence.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct LabTable {
    std::vector<verdict::Lab> labs;   ///< as written; which analyte and unit is meant is judged later
    std::vector<diet::Unread> unread; ///< rows without a test, a number or a date that can be read
    std::vector<std::string> notes;   ///< what was converted, and which dates say nothing
};

/// Nothing where none of the first rows has a heading for a test and one for its result. `today` (YYYY-MM-DD)
/// is what dates count back from. A result without a date, or with one that may be of two months, has none;
/// it is never today's. The words of headings stand in lab_table_words.csv.
std::optional<LabTable> read_lab_table(std::string_view text, std::string_view today);

} // namespace rheobase::read
