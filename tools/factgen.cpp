// Turns the tables of model/ into C++: one header a table, checked on the way.
//
//   factgen MODEL_FOLDER TABLE.csv OUT.hpp
//
// A table whose columns begin fact,value,unit,spread becomes a struct with one member a fact, templated on
// the number type, so that the same law runs for one person and for many. Every other table becomes an array
// of rows. Columns, units and citations must be known to MODEL_FOLDER/{columns,units,sources}.csv; anything
// else fails the build at its file and line.

#include "base/csv.hpp"
#include "base/number.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace {

using namespace rheobase;

std::string in_file;
int faults = 0;

void complain(int line, std::string const& what) {
    std::cerr << in_file << ':' << line << ": error: " << what << '\n';
    ++faults;
}

std::string read(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << path << ": cannot be opened\n";
        std::exit(1);
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// First column to second column of a table with a heading.
std::map<std::string, std::string> dictionary(std::string const& path) {
    std::string const text = read(path);
    CsvReader reader(text);
    CsvRow row;
    std::map<std::string, std::string> words;
    reader.next(row);
    while (reader.next(row)) {
        if (!words.try_emplace(row.cells.at(0), row.cells.size() > 1 ? row.cells[1] : "").second) {
            std::cerr << path << ':' << row.line << ": error: '" << row.cells[0] << "' is listed twice\n";
            ++faults;
        }
    }
    return words;
}

std::string camel(std::string const& snake) {
    std::string name;
    bool up = true;
    for (char const c : snake) {
        if (c == '_')
            up = true;
        else {
            name += up ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
            up = false;
        }
    }
    return name;
}

std::string quoted(std::string const& text) {
    std::string out = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

std::string literal(std::string const& cell) {
    if (cell.empty())
        return "rheobase::unknown";
    std::string const text = cell.find_first_of(".e") == cell.npos ? cell + ".0" : cell;
    return text;
}

struct Table {
    std::vector<std::string> columns;
    std::vector<std::string> types;
    std::vector<CsvRow> rows;
};

Table checked_table(std::string const& model) {
    auto const columns = dictionary(model + "/columns.csv");
    auto const units = dictionary(model + "/units.csv");
    auto const sources = dictionary(model + "/sources.csv");
    std::string const text = read(in_file);
    CsvReader reader(text);
    CsvRow row;
    Table table;
    if (!reader.next(row)) {
        complain(1, "the table is empty");
        return table;
    }
    table.columns = row.cells;
    for (auto const& column : table.columns) {
        auto const known_column = columns.find(column);
        if (known_column == columns.end())
            complain(1, "column '" + column + "' is not in columns.csv");
        table.types.push_back(known_column == columns.end() ? "text" : known_column->second);
    }
    while (reader.next(row)) {
        if (row.cells.size() != table.columns.size()) {
            complain(row.line, "the row has " + std::to_string(row.cells.size()) + " cells, the heading " +
                                   std::to_string(table.columns.size()));
            continue;
        }
        bool judged = false;
        bool reasoned = false;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto const& cell = row.cells[i];
            auto const& type = table.types[i];
            if (type == "number" && !cell.empty() && !number(cell))
                complain(row.line, table.columns[i] + " is not a number: '" + cell + "'");
            if (type == "unit" && !units.contains(cell))
                complain(row.line, "unit '" + cell + "' is not in units.csv");
            if (table.columns[i] == "because")
                reasoned = !cell.empty();
            if (type != "source")
                continue;
            if (cell.empty())
                complain(row.line, "no source");
            std::istringstream keys(cell);
            for (std::string key; std::getline(keys, key, ';');) {
                if (!sources.contains(key))
                    complain(row.line, "source '" + key + "' is not in sources.csv");
                judged |= key == "judgement";
            }
        }
        if (judged && !reasoned)
            complain(row.line, "a judgement needs its reason in 'because'");
        table.rows.push_back(row);
    }
    return table;
}

void write_facts(std::ostream& out, std::string const& stem, Table const& table) {
    std::string const type = camel(stem) + "Facts";
    out << "template <class Real>\nstruct " << type << " {\n";
    for (auto const& row : table.rows)
        out << "    Real " << row.cells[0] << "; ///< " << row.cells[2] << '\n';
    out << "};\n\ninline constexpr " << type << "<double> " << stem << "{\n";
    for (auto const& row : table.rows)
        out << "    ." << row.cells[0] << " = " << literal(row.cells[1]) << ",\n";
    out << "};\n";
}

void write_rows(std::ostream& out, std::string const& stem, Table const& table) {
    std::string const type = camel(stem) + "Row";
    out << "struct " << type << " {\n";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out << (table.types[i] == "number" ? "    double " : "    std::string_view ") << table.columns[i]
            << ";\n";
    out << "    int line; ///< in the table\n};\n\n";
    out << "inline constexpr std::array<" << type << ", " << table.rows.size() << "> " << stem << "_rows{{\n";
    for (auto const& row : table.rows) {
        out << "    {";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            out << (table.types[i] == "number" ? literal(row.cells[i]) : quoted(row.cells[i])) << ", ";
        out << row.line << "},\n";
    }
    out << "}};\n";
}

} // namespace

int main(int count, char** words) {
    if (count != 4) {
        std::cerr << "usage: factgen MODEL_FOLDER TABLE.csv OUT.hpp\n";
        return 2;
    }
    in_file = words[2];
    Table const table = checked_table(words[1]);
    if (faults)
        return 1;

    auto const slash = in_file.rfind('/');
    std::string const stem = in_file.substr(slash + 1, in_file.size() - slash - 5);
    std::string const folder = in_file.substr(0, slash);
    std::string const space = folder.substr(folder.rfind('/') + 1);
    bool const facts = table.columns.size() > 3 && table.columns[0] == "fact" && table.columns[1] == "value";

    std::ostringstream out;
    out << "// Made by tools/factgen from " << space << '/' << stem
        << ".csv. Change the table, not this file.\n"
        << "#pragma once\n\n#include \"base/number.hpp\"\n\n#include <array>\n#include <string_view>\n\n"
        << "namespace rheobase::" << space << " {\n\n";
    if (facts)
        write_facts(out, stem, table);
    else
        write_rows(out, stem, table);
    out << "\n} // namespace rheobase::" << space << '\n';

    std::ofstream file(words[3], std::ios::binary);
    file << out.str();
    return file.good() ? 0 : 1;
}
