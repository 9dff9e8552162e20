#include "model/ledger.hpp"

#include "base/csv.hpp"

#include <algorithm>
#include <utility>

namespace rheobase {

namespace {

std::string plain(std::string_view text) {
    std::string out;
    for (char const c : text)
        out += c == '_' || c == '.' || c == '-' ? ' '
                                                : static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return out;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (char const c : plain(text) + " ") {
        if (c != ' ')
            word += c;
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    return words;
}

/// Columns that say what a row is about, as against what it says of it.
bool names_the_row(std::string_view column) {
    for (auto const name : {"fact",  "key",      "code",  "rule",    "authority", "nutrient", "sex",
                            "stage", "age_from", "group", "pattern", "analyte",   "class",    "name",
                            "unit",  "column",   "kind",  "scope",   "word",      "header"})
        if (column == name)
            return true;
    return false;
}

} // namespace

std::vector<LedgerRow> ledger_rows(std::string_view wanted) {
    auto const words = words_of(wanted);
    std::vector<LedgerRow> rows;
    for (auto const& table : ledger()) {
        auto const slash = table.path.rfind('/');
        std::string const stem(table.path.substr(slash + 1, table.path.size() - slash - 5));
        CsvReader reader(table.text);
        CsvRow heading, row;
        reader.next(heading);
        while (reader.next(row)) {
            LedgerRow entry{table.path, row.line, stem, {}};
            for (std::size_t i = 0; i < row.cells.size() && i < heading.cells.size(); ++i) {
                if ((i == 0 || names_the_row(heading.cells[i])) && !row.cells[i].empty())
                    entry.name += "." + row.cells[i];
                entry.cells.emplace_back(heading.cells[i], row.cells[i]);
            }
            auto const name = plain(entry.name);
            if (std::all_of(words.begin(), words.end(),
                            [&](auto const& word) { return name.find(word) != name.npos; }))
                rows.push_back(std::move(entry));
        }
    }
    return rows;
}

Citation citation(std::string_view key) {
    for (auto const& table : ledger()) {
        if (table.path != "model/sources.csv")
            continue;
        CsvReader reader(table.text);
        CsvRow row;
        while (reader.next(row))
            if (row.cells.size() == 5 && row.cells[0] == key)
                return {row.cells[1], row.cells[2], row.cells[3], row.cells[4]};
    }
    return {};
}

std::string citations(std::string_view keys) {
    std::string out;
    while (!keys.empty()) {
        auto const end = keys.find(';');
        auto const cited = citation(keys.substr(0, end));
        if (!cited.text.empty())
            out += (out.empty() ? "" : "; ") + cited.text;
        keys = end == keys.npos ? std::string_view{} : keys.substr(end + 1);
    }
    return out;
}

std::string_view facts_version() {
    return RHEOBASE_FACTS_DATE;
}
std::string_view program_version() {
    return RHEOBASE_VERSION;
}

} // namespace rheobase
