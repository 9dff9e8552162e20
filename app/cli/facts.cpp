#include "app/cli/verbs.hpp"
#include "base/csv.hpp"
#include "model/diet/foods.hpp"
#include "model/ledger.hpp"

#include <fmt/core.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace rheobase::cli {

namespace {

constexpr std::size_t shown_at_once = 60;

std::string tables_in_words() {
    std::map<std::string_view, int> rows;
    for (auto const& row : ledger_rows(""))
        ++rows[row.path];
    std::string out = "The tables this program was built from. Name some words of a row to see it: rheobase "
                      "facts magnesium\n\n";
    for (auto const& [path, count] : rows)
        out += fmt::format("  {:<44} {:>6} rows\n", path, count);
    out += fmt::format("  {:<44} {:>6} foods (see rheobase foods show ID)\n", "model/diet/foods.csv",
                       diet::foods().size());
    out += fmt::format(
        "\nFacts of {}. A source called judgement is the makers' own; its reason stands in the row.\n",
        facts_version());
    return out;
}

/// The keys of a source cell, each as a line of who measured it and how it was checked.
std::string sources_in_words(std::string_view keys) {
    std::string out;
    while (!keys.empty()) {
        auto const end = keys.find(';');
        auto const key = keys.substr(0, end);
        auto const cited = citation(key);
        out += fmt::format("      {}: {}{}{} [{}]\n", key, cited.text,
                           cited.year.empty() ? "" : ", " + cited.year,
                           cited.where.empty() ? "" : ", " + cited.where, cited.checked);
        keys = end == keys.npos ? std::string_view{} : keys.substr(end + 1);
    }
    return out;
}

std::string in_words(LedgerRow const& row) {
    std::string out = fmt::format("{}  ({}:{})\n", row.name, row.path, row.line);
    std::string sources;
    for (auto const& [column, cell] : row.cells) {
        if (cell.empty())
            continue;
        out += fmt::format("    {:<18} {}\n", column, cell);
        if (column == "source")
            sources = sources_in_words(cell);
    }
    return out + sources;
}

} // namespace

Outcome facts(FactsOptions const& options) {
    if (options.name.empty() && options.format == "text")
        return {answered, tables_in_words(), ""};
    auto const rows = ledger_rows(options.name);
    if (rows.empty())
        return {unusable_input, "",
                fmt::format("facts: nothing is called '{}'. Run 'rheobase facts' for the list of tables; "
                            "figures of foods "
                            "are shown by 'rheobase foods show ID'.\n",
                            options.name)};
    Outcome outcome;
    if (options.format == "json") {
        auto list = nlohmann::ordered_json::array();
        for (auto const& row : rows) {
            nlohmann::ordered_json entry{{"name", row.name}, {"table", row.path}, {"line", row.line}};
            for (auto const& [column, cell] : row.cells)
                entry["cells"][column] = cell;
            list.push_back(std::move(entry));
        }
        outcome.out =
            nlohmann::ordered_json{{"facts", facts_version()}, {"rows", std::move(list)}}.dump(1) + "\n";
    } else if (options.format == "csv") {
        outcome.out = "name,table,line,column,cell\n";
        for (auto const& row : rows)
            for (auto const& [column, cell] : row.cells)
                if (!cell.empty())
                    outcome.out +=
                        csv_line({row.name, std::string(row.path), std::to_string(row.line), column, cell}) +
                        "\n";
    } else {
        for (std::size_t i = 0; i < rows.size() && i < shown_at_once; ++i)
            outcome.out += in_words(rows[i]) + "\n";
        if (rows.size() > shown_at_once)
            outcome.out += fmt::format("{} more rows fit. Add a word, or use --format csv for all.\n",
                                       rows.size() - shown_at_once);
    }
    return outcome;
}

} // namespace rheobase::cli
