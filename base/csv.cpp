#include "base/csv.hpp"

namespace rheobase {

CsvReader::CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {
    if (text_.starts_with("\xEF\xBB\xBF"))
        text_.remove_prefix(3);
}

bool CsvReader::next(CsvRow& row) {
    while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) {
        line_ += text_[at_] == '\n' || (at_ + 1 < text_.size() && text_[at_ + 1] != '\n');
        ++at_;
    }
    if (at_ >= text_.size())
        return false;

    row.cells.clear();
    row.line = line_;
    std::string cell;
    // An open quote swallows the rest of the text. Real files with one stray quote are more common than files
    // with a cell of a hundred lines, so a quote that is still open at the end is read again as a plain
    // character.
    std::size_t const start = at_;
    bool plain_quotes = false;
    for (;;) {
        bool quoted = false;
        while (at_ < text_.size()) {
            char const c = text_[at_];
            if (quoted) {
                if (c == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                    cell += '"';
                    at_ += 2;
                    continue;
                }
                if (c == '"')
                    quoted = false;
                else {
                    line_ += c == '\n';
                    cell += c;
                }
            } else if (c == '"' && cell.empty() && !plain_quotes)
                quoted = true;
            else if (c == separator_) {
                row.cells.push_back(std::move(cell));
                cell.clear();
            } else if (c == '\n' || c == '\r')
                break;
            else
                cell += c;
            ++at_;
        }
        if (!quoted)
            break;
        at_ = start;
        line_ = row.line;
        row.cells.clear();
        cell.clear();
        plain_quotes = true;
    }
    row.cells.push_back(std::move(cell));
    return true;
}

std::string csv_cell(std::string_view text) {
    bool const plain =
        text.find_first_of(",\"\n\r") == text.npos && !text.starts_with(' ') && !text.ends_with(' ');
    if (plain)
        return std::string(text);
    std::string quoted = "\"";
    for (char const c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_line(std::vector<std::string> const& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i ? "," : "") + csv_cell(cells[i]);
    return line;
}

} // namespace rheobase
