// The rows of an export's table as a diary sees them: day, meal, food, amount and the figures the row
// carries.
#pragma once

#include "app/read/day_labels.hpp"
#include "app/read/diary_headings.hpp"
#include "app/read/diary_table.hpp"
#include "model/diet/diary.hpp"

#include <map>

namespace rheobase::read {

struct RowRules {
    std::string_view format;           ///< key of diary_columns.csv
    DayOrder order = DayOrder::unsure; ///< what this program is known to write, where dates do not tell
    bool day_needed = true;
    std::vector<std::string_view> read_apart = {}; ///< headings the format reads itself, in lower case
    bool last_takes_the_rest = false; ///< the last column is prose, whose commas may stand unquoted
};

/// What stands in the day's cell of our own CSV for what was eaten on no named day, where other days are
/// named.
inline constexpr std::string_view no_day = "no day";

struct DiaryRow {
    int line = 0;
    std::string as_written; ///< the cells, shortened
    Moment when;
    std::string meal, food, amount, category, note;
    double grams = unknown; ///< from a column of grams
    bool completed = true;
    diet::Nutrients stated;
};

/// The row as one thing eaten: its day, its words and its own figures, no food yet.
diet::Eaten eaten_of(DiaryRow const& row);

/// Reads row after row; what cannot be used goes to `diary.unread`, what should be known to `diary.notes`.
class DiaryRows {
  public:
    DiaryRows(DiaryTable const& table, RowRules const& rules, diet::Diary& diary);

    /// The next row that can be used; false at the end. Rows marked as deleted and rows of totals are passed
    /// over.
    bool next(DiaryRow& row);

    /// A cell of the row just read by its heading in lower case, "" where the table has no such column.
    std::string_view cell(std::string_view heading) const;

    /// Writes the notes on columns, dates and figures. Call once, after the last row.
    void finish();

    /// Puts the row just read among the unread.
    void unread(DiaryRow const& row, std::string why);

  private:
    std::string_view at(Role role) const;
    std::optional<double> figure(std::string_view cell, Heading const& column, int line);
    std::optional<double> plain_number(std::string_view cell) const;
    void look_ahead();
    bool day_of(std::string_view cell, DiaryRow& row);
    std::string weigh(std::string_view cell, DiaryRow& row) const;

    DiaryTable const& table_;
    RowRules rules_;
    diet::Diary& diary_;
    TableRows rows_;
    CsvRow row_;
    std::vector<Heading> columns_;
    std::map<Role, int> places_;
    std::map<std::string, std::size_t, std::less<>> by_heading_;
    std::vector<bool> wanted_; ///< columns whose nutrient is used
    std::vector<bool> wasted_; ///< columns with figures that no unit makes usable
    bool decimal_comma_ = false;
    bool slashes_ = false;
    std::vector<std::string> odd_figures_;
    DaysInOrder days_;
    std::string day_above_;
    std::vector<int> without_day_, before_days_;
    std::vector<int> totals_;
    std::vector<std::string> deleted_;
};

} // namespace rheobase::read
