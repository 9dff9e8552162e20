#include "tools/fact_headers.hpp"

#include "base/number.hpp"
#include "base/spread.hpp"

#include <cctype>
#include <ostream>
#include <sstream>

namespace rheobase::facts {

namespace {

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

/// The numbers of a spread cell as they were written, and the name of its shape.
std::string variation_literal(std::string const& cell) {
    auto const shape = variation(cell).value_or(Variation{}).shape;
    if (shape == Shape::fixed)
        return "{}";
    std::istringstream words(cell);
    std::string word, first, second;
    words >> word >> first >> second;
    auto const name = shape == Shape::lognormal ? "lognormal"
                      : shape == Shape::normal  ? "normal"
                      : shape == Shape::range   ? "range"
                                                : "choice";
    return std::string("{rheobase::Shape::") + name + ", " + literal(first) + ", " +
           (second.empty() ? "0" : literal(second)) + "}";
}

void write_spreads(std::ostream& out, Table const& table) {
    out << "\ninline constexpr std::array<rheobase::FactSpread, " << table.rows.size() << "> " << table.stem
        << "_spreads{{\n";
    for (auto const& row : table.rows) {
        auto const species = table.cell(row, "species");
        out << "    {" << quoted(table.stem + '.' + row.cells[0]) << ", " << literal(row.cells[1]) << ", "
            << variation_literal(table.cell(row, "spread")) << ", " << quoted(table.cell(row, "unit")) << ", "
            << (species == "human" || species == "none" ? "false" : "true") << ", " << row.line << "},\n";
    }
    out << "}};\n";
}

void write_facts(std::ostream& out, Table const& table) {
    std::string const type = camel(table.stem) + "Facts";
    out << "template <class Real>\nstruct " << type << " {\n";
    for (auto const& row : table.rows)
        out << "    Real " << row.cells[0] << "; ///< " << row.cells[2] << '\n';
    out << "\n    static constexpr std::size_t count = " << table.rows.size()
        << ";\n    static constexpr std::array<Real " << type << "::*, count> members{\n";
    for (auto const& row : table.rows)
        out << "        &" << type << "::" << row.cells[0] << ",\n";
    out << "    };\n};\n\ninline constexpr " << type << "<double> "
        << (table.of_bodies ? "usual_" : "") << table.stem << "{\n";
    for (auto const& row : table.rows)
        out << "    ." << row.cells[0] << " = " << literal(row.cells[1]) << ",\n";
    out << "};\n";
    if (table.of_bodies)
        write_spreads(out, table);
}

void write_states(std::ostream& out, Table const& table) {
    out << "/// One member a state; At<place> is what a caller makes of it.\n"
        << "template <template <std::size_t> class At>\nstruct States {\n";
    for (std::size_t place = 0; place < table.rows.size(); ++place)
        out << "    At<" << place << "> " << table.rows[place].cells[0] << "; ///< "
            << table.cell(table.rows[place], "unit") << '\n';
    out << "};\n\ninline constexpr std::size_t state_count = " << table.rows.size()
        << ";\n\nnamespace at {\n";
    for (std::size_t place = 0; place < table.rows.size(); ++place)
        out << "inline constexpr std::size_t " << table.rows[place].cells[0] << " = " << place << ";\n";
    out << "} // namespace at\n\nstruct StateRow {\n    std::string_view key;\n    std::string_view unit;\n"
        << "    double scale;\n    std::string_view meaning;\n    int line; ///< in the table\n};\n\n"
        << "inline constexpr std::array<StateRow, state_count> state_rows{{\n";
    for (auto const& row : table.rows)
        out << "    {" << quoted(row.cells[0]) << ", " << quoted(table.cell(row, "unit")) << ", "
            << literal(table.cell(row, "scale")) << ", " << quoted(table.cell(row, "meaning")) << ", "
            << row.line << "},\n";
    out << "}};\n";
}

void write_rows(std::ostream& out, Table const& table) {
    std::string const type = camel(table.stem) + "Row";
    out << "struct " << type << " {\n";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out << (table.types[i] == "number" ? "    double " : "    std::string_view ") << table.columns[i]
            << ";\n";
    out << "    int line; ///< in the table\n};\n\n";
    out << "inline constexpr std::array<" << type << ", " << table.rows.size() << "> " << table.stem
        << "_rows{{\n";
    for (auto const& row : table.rows) {
        out << "    {";
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            out << (table.types[i] == "number" ? literal(row.cells[i]) : quoted(row.cells[i])) << ", ";
        out << row.line << "},\n";
    }
    out << "}};\n";
}

} // namespace

std::string header(Table const& table) {
    std::ostringstream out;
    out << "// Made by tools/factgen from " << table.folder << '/' << table.stem
        << ".csv. Change the table, not this file.\n"
        << "#pragma once\n\n#include \"base/number.hpp\"\n"
        << (table.of_bodies ? "#include \"base/spread.hpp\"\n" : "")
        << "\n#include <array>\n#include <cstddef>\n#include <string_view>\n\n"
        << "namespace rheobase::" << table.folder << " {\n\n";
    if (table.kind == Kind::facts)
        write_facts(out, table);
    else if (table.kind == Kind::states)
        write_states(out, table);
    else
        write_rows(out, table);
    out << "\n} // namespace rheobase::" << table.folder << '\n';
    return out.str();
}

} // namespace rheobase::facts
