#include "app/read/diary_table.hpp"

#include "app/read/diary_text.hpp"

#include <algorithm>

namespace rheobase::read {

namespace {

constexpr int lines_above_headings = 10;
constexpr std::string_view separators = ",;\t|";

} // namespace

int DiaryTable::column(std::string_view heading) const {
    std::string const wanted = lower(heading);
    for (std::size_t i = 0; i < headings.size(); ++i)
        if (lower(headings[i]) == wanted)
            return static_cast<int>(i);
    return -1;
}

std::vector<DiaryTable> possible_tables(std::string_view text) {
    std::vector<DiaryTable> tables;
    for (char const separator : separators) {
        CsvReader reader(text, separator);
        CsvRow row;
        for (int i = 0; i < lines_above_headings && reader.next(row); ++i) {
            // A single cell is a line of prose, but for the one heading that is enough alone.
            if (row.cells.size() < 2 && lower(trimmed(row.cells.front())) != "text")
                continue;
            DiaryTable table{text, separator, row.line, reader.at(), row.line, {}};
            for (auto const& cell : row.cells) {
                table.headings.emplace_back(trimmed(cell));
                table.body_line += static_cast<int>(std::count(cell.begin(), cell.end(), '\n'));
            }
            tables.push_back(std::move(table));
        }
    }
    std::stable_sort(tables.begin(), tables.end(), [](DiaryTable const& a, DiaryTable const& b) {
        return a.headings.size() > b.headings.size();
    });
    return tables;
}

bool looks_like_a_table(std::string_view text) {
    auto const digits_only = [](std::string_view cell) {
        cell = trimmed(cell);
        return !cell.empty() && cell.find_first_not_of("0123456789.,-+ ") == cell.npos;
    };
    for (char const separator : separators) {
        CsvReader reader(text, separator);
        CsvRow row;
        std::size_t width = 0;
        int rows = 0;
        std::vector<int> numeric;
        bool even = reader.next(row) && row.cells.size() >= 3;
        width = row.cells.size();
        numeric.assign(width, 0);
        for (; even && rows < 20 && reader.next(row); ++rows) {
            even = row.cells.size() == width;
            for (std::size_t i = 0; even && i < width; ++i)
                numeric[i] += digits_only(row.cells[i]);
        }
        if (even && rows > 0 && std::find(numeric.begin(), numeric.end(), rows) != numeric.end())
            return true;
    }
    return false;
}

TableRows::TableRows(DiaryTable const& table)
    : table_(table), body_(table.text.substr(table.body)), reader_(body_, table.separator) {}

bool TableRows::next(CsvRow& row) {
    if (!waiting_.empty()) {
        row = std::move(waiting_.front());
        waiting_.pop_front();
        last_without_break_ = waiting_.empty() && reader_.at() >= body_.size() && !body_.ends_with('\n') &&
                              !body_.ends_with('\r');
        return true;
    }
    std::size_t before = reader_.at();
    if (!reader_.next(row))
        return false;
    last_without_break_ = reader_.at() >= body_.size() && !body_.ends_with('\n') && !body_.ends_with('\r');
    int const first_line = table_.body_line - 1 + row.line;
    bool const whole =
        row.cells.size() == table_.headings.size() || row.cells.size() == table_.headings.size() + 1;
    while (before < body_.size() && (body_[before] == '\n' || body_[before] == '\r'))
        ++before;
    std::string_view const record = body_.substr(before, reader_.at() - before);
    if (!whole && record.find('\n') != record.npos) {
        CsvRow line;
        int at = first_line;
        for (std::size_t from = 0; from < record.size(); ++at) {
            auto const end = std::min(record.find('\n', from), record.size());
            CsvReader one(record.substr(from, end - from), table_.separator);
            if (one.next(line)) {
                line.line = at;
                waiting_.push_back(line);
            }
            from = end + 1;
        }
        if (!waiting_.empty())
            return next(row);
    }
    row.line = first_line;
    return true;
}

} // namespace rheobase::read
