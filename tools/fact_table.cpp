#include "tools/fact_table.hpp"

#include "base/number.hpp"
#include "base/spread.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace rheobase::facts {

namespace {

using Dictionary = std::map<std::string, std::string>;

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

/// Checks one table; holds what the checks share.
struct Checking {
    Table table;
    Dictionary columns, units, sources;
    std::set<std::string> names;
    int faults = 0;

    void complain(int line, std::string const& what) { complain(table.file, line, what); }

    void complain(std::string const& file, int line, std::string const& what) {
        std::cerr << file << ':' << line << ": error: " << what << '\n';
        ++faults;
    }

    /// First column to second column of a table with a heading.
    Dictionary dictionary(std::string const& path) {
        std::string const text = read(path);
        CsvReader reader(text);
        CsvRow row;
        Dictionary words;
        reader.next(row);
        while (reader.next(row)) {
            if (!words.try_emplace(row.cells.at(0), row.cells.size() > 1 ? row.cells[1] : "").second)
                complain(path, row.line, "'" + row.cells[0] + "' is listed twice");
        }
        return words;
    }

    void heading(CsvRow const& row) {
        table.columns = row.cells;
        for (auto const& column : table.columns) {
            auto const known_column = columns.find(column);
            if (known_column == columns.end())
                complain(1, "column '" + column + "' is not in columns.csv");
            table.types.push_back(known_column == columns.end() ? "text" : known_column->second);
        }
        auto const has = [&](char const* column) {
            return std::ranges::find(table.columns, column) != table.columns.end();
        };
        if (table.columns.size() > 3 && table.columns[0] == "fact" && table.columns[1] == "value")
            table.kind = Kind::facts;
        else if (table.columns[0] == "state")
            table.kind = Kind::states;
        table.of_bodies = table.kind == Kind::facts && has("species");
        auto const needs = [&](char const* what, std::initializer_list<char const*> wanted) {
            for (auto const* column : wanted)
                if (!has(column))
                    complain(1, std::string(what) + " needs the column '" + column + "'");
        };
        if (table.kind == Kind::facts)
            needs("a table of facts", {"unit", "spread", "source", "because"});
        // The people of an experiment are drawn from these tables: what was measured in whom must be said.
        if (table.kind == Kind::facts && table.folder == "ions")
            needs("a table of facts in ions", {"species", "subjects"});
        if (table.kind == Kind::states)
            needs("a table of states", {"unit", "scale", "meaning", "source", "because"});
        if (table.kind == Kind::states && table.stem != "states")
            complain(1, "a table of states is called states.csv, one a folder");
    }

    void cells(CsvRow const& row) {
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
    }

    /// The name of a fact or a state becomes the name of a member.
    void name(CsvRow const& row) {
        auto const& said = row.cells[0];
        bool const lower = std::ranges::all_of(
            said, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
        if (said.empty() || !lower || (said[0] >= '0' && said[0] <= '9'))
            complain(row.line, "'" + said + "' must be lower_case letters, digits and underscores");
        else if (table.kind == Kind::facts && (said == "count" || said == "members"))
            complain(row.line, "'" + said + "' is taken: the struct has a member of its own called so");
        if (!names.insert(said).second)
            complain(row.line, "'" + said + "' is listed twice");
    }

    void body_fact(CsvRow const& row) {
        auto const cell = table.cell(row, "spread");
        auto const said = variation(cell);
        auto const value = number(row.cells[1]).value_or(unknown);
        if (!said)
            complain(row.line,
                     "spread '" + cell + "' is none of: blank, cv 0.25, sd 0.04, range 0.9 1.6, choice 0.5");
        else if (auto const why = impossible(value, *said); !why.empty())
            complain(row.line, "spread '" + cell + "': " + std::string(why));
        auto const species = table.cell(row, "species");
        if (species != "human" && species != "rat" && species != "dog" && species != "frog" && species != "cell" &&
            species != "none")
            complain(row.line, "species '" + species + "' is none of: human, rat, dog, frog, cell, none");
        if (auto const subjects = number(table.cell(row, "subjects")); subjects && *subjects < 1)
            complain(row.line, "subjects must be at least 1; leave the cell blank where nobody knows");
    }

    void state(CsvRow const& row) {
        auto const scale = number(table.cell(row, "scale"));
        if (!scale || !(*scale > 0))
            complain(row.line, "the scale of a state must be a number above zero");
        if (table.cell(row, "meaning").empty())
            complain(row.line, "a state needs its meaning");
    }
};

} // namespace

std::string Table::cell(CsvRow const& row, std::string_view column) const {
    auto const place = std::ranges::find(columns, column);
    return place == columns.end() ? "" : row.cells.at(static_cast<std::size_t>(place - columns.begin()));
}

Table checked_table(std::string const& model, std::string const& file, int& faults) {
    Checking checking;
    Table& table = checking.table;
    table.file = file;
    auto const slash = file.rfind('/');
    auto const folder = file.substr(0, slash);
    table.stem = file.substr(slash + 1, file.size() - slash - 5);
    table.folder = folder.substr(folder.rfind('/') + 1);
    checking.columns = checking.dictionary(model + "/columns.csv");
    checking.units = checking.dictionary(model + "/units.csv");
    checking.sources = checking.dictionary(model + "/sources.csv");

    std::string const text = read(file);
    CsvReader reader(text);
    CsvRow row;
    if (reader.next(row))
        checking.heading(row);
    else
        checking.complain(1, "the table is empty");
    while (reader.next(row)) {
        if (row.cells.size() != table.columns.size()) {
            checking.complain(row.line, "the row has " + std::to_string(row.cells.size()) +
                                            " cells, the heading " + std::to_string(table.columns.size()));
            continue;
        }
        checking.cells(row);
        if (table.kind != Kind::rows)
            checking.name(row);
        if (table.of_bodies)
            checking.body_fact(row);
        if (table.kind == Kind::states)
            checking.state(row);
        table.rows.push_back(row);
    }
    faults = checking.faults;
    return checking.table;
}

} // namespace rheobase::facts
