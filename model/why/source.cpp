// A citation in full, how it was checked, and which tables rest on it.

#include "model/ledger.hpp"
#include "model/why/build.hpp"

#include <algorithm>
#include <map>

namespace rheobase::why {

namespace {

/// How many rows of each table cite the key.
std::map<std::string_view, int> rows_citing(std::string_view key) {
    std::map<std::string_view, int> rows;
    for (auto const& row : ledger_rows(""))
        for (auto const& [column, cell] : row.cells)
            if (auto const keys = keys_of(cell);
                column == "source" && std::find(keys.begin(), keys.end(), key) != keys.end())
                ++rows[row.path];
    return rows;
}

} // namespace

Card source_card(std::string_view key, std::string name) {
    Card card{Kind::source, std::string(key), std::move(name), {}, {}, {}};
    auto const cited = citation(key);
    std::vector<std::string> const itself{std::string(key)};
    auto const year = cited.year.empty() ? "" : ", " + cited.year;
    card.parts.push_back({"Citation", {{cited.text + year + ".", itself}}});
    if (!cited.where.empty())
        card.parts.push_back({"Where to find it", {{cited.where, itself}}});
    card.parts.push_back({"How it was checked", {{cited.checked, itself}}});
    std::vector<Statement> resting;
    for (auto const& [path, count] : rows_citing(key))
        resting.push_back(
            {std::string(path) + ": " + std::to_string(count) + (count == 1 ? " row" : " rows"), itself});
    add_part(card, "What rests on it", std::move(resting));
    return card;
}

} // namespace rheobase::why
