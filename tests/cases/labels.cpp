#include "tests/cases/labels.hpp"

#include "app/read/file.hpp"
#include "base/csv.hpp"
#include "base/number.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace rheobase::cases {

namespace {

constexpr std::size_t largest_table = 10'000'000;
constexpr std::size_t levels = 4;

std::vector<verdict::Urgency> urgencies_of(std::string const& cell) {
    std::vector<verdict::Urgency> found;
    for (auto const& code : listed(cell))
        found.push_back(urgency_called(code));
    return found;
}

Label label_of(Row const& row) {
    Label label;
    label.name = row.at("case");
    label.urgency = urgency_called(row.at("urgency"));
    label.also_ok = urgencies_of(row.at("also_ok_urgency"));
    label.within_hours = number(row.at("within_hours"));
    label.leading = listed(row.at("leading_causes"));
    label.in_top_three = listed(row.at("must_be_in_top_three"));
    label.plan = listed(row.at("plan_status"));
    label.must_not_say = listed(row.at("must_not_say"));
    label.why = row.at("why");
    return label;
}

/// A cell of settled.csv, or nothing where it leaves the first label as it is; "none" empties a cell.
std::optional<std::string> settled_cell(Row const& row, std::string const& column) {
    auto const cell = row.find(column);
    if (cell == row.end() || cell->second.empty())
        return std::nullopt;
    return cell->second == "none" ? std::string() : cell->second;
}

std::map<std::string, Row> by_case(std::string const& file) {
    std::map<std::string, Row> rows;
    for (auto& row : table(file))
        rows[row.at("case")] = row;
    return rows;
}

bool meet(std::vector<std::string> const& a, std::vector<std::string> const& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](auto const& code) { return std::find(b.begin(), b.end(), code) != b.end(); });
}

} // namespace

std::vector<Row> table(std::string const& file) {
    std::string const folder = RHEOBASE_ROOT "/tests/cases/";
    auto const text = read::read_file(folder + file, largest_table);
    std::vector<Row> rows;
    if (!text)
        return rows;
    CsvReader reader(*text);
    CsvRow columns, cells;
    if (!reader.next(columns))
        return rows;
    while (reader.next(cells)) {
        if (cells.cells.size() != columns.cells.size())
            throw std::runtime_error(file + ":" + std::to_string(cells.line) +
                                     ": not as many cells as columns");
        Row row;
        for (std::size_t i = 0; i < columns.cells.size(); ++i)
            row[columns.cells[i]] = cells.cells[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<std::string> listed(std::string const& cell) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from < cell.size()) {
        auto const end = std::min(cell.find(';', from), cell.size());
        if (end > from)
            parts.push_back(cell.substr(from, end - from));
        from = end + 1;
    }
    return parts;
}

verdict::Urgency urgency_called(std::string const& code) {
    using enum verdict::Urgency;
    for (auto const urgency : {self_care, routine, soon, emergency})
        if (verdict::in_code(urgency) == code)
            return urgency;
    throw std::runtime_error("no such urgency: '" + code + "'");
}

bool Label::accepts(verdict::Urgency said) const {
    return said == urgency || std::find(also_ok.begin(), also_ok.end(), said) != also_ok.end();
}

verdict::Urgency Label::lowest() const {
    auto level = urgency;
    for (auto const other : also_ok)
        level = std::min(level, other);
    return level;
}

verdict::Urgency Label::highest() const {
    auto level = urgency;
    for (auto const other : also_ok)
        level = std::max(level, other);
    return level;
}

std::vector<Label> labels() {
    auto const settled = by_case("settled.csv");
    std::vector<Label> all;
    for (auto row : table("labels.csv")) {
        if (auto const found = settled.find(row.at("case")); found != settled.end())
            for (auto& [column, cell] : row)
                if (column != "case" && column != "why")
                    cell = settled_cell(found->second, column).value_or(cell);
        all.push_back(label_of(row));
    }
    return all;
}

std::vector<Label> labels_as_first_written() {
    auto const changes = table("relabelled.csv");
    std::vector<Label> all;
    for (auto row : table("labels.csv")) {
        for (auto const& change : changes)
            if (change.at("case") == row.at("case"))
                row.at(change.at("column")) = change.at("before");
        all.push_back(label_of(row));
    }
    return all;
}

std::vector<Label> held_out_labels() {
    std::vector<Label> all;
    for (auto const& row : table("held_out/labels.csv")) {
        all.push_back(label_of(row));
        all.back().name = "held_out/" + all.back().name;
    }
    return all;
}

SecondLook second_look() {
    auto const second = by_case("second_labels.csv");
    auto const settled = by_case("settled.csv");
    SecondLook look;
    std::vector<std::pair<verdict::Urgency, verdict::Urgency>> pairs;
    std::size_t causes = 0;
    for (auto const& row : table("labels.csv")) {
        auto const& name = row.at("case");
        auto const other = second.find(name);
        if (other == second.end())
            continue;
        auto const& twin = other->second;
        pairs.emplace_back(urgency_called(row.at("urgency")), urgency_called(twin.at("urgency")));
        causes += meet(listed(row.at("leading_causes")), listed(twin.at("leading_causes"))) ? 1 : 0;
        if (pairs.back().first == pairs.back().second)
            continue;
        auto const found = settled.find(name);
        std::string how;
        if (found != settled.end())
            how = settled_cell(found->second, "urgency").value_or(row.at("urgency")) + ": " +
                  found->second.at("why");
        look.disagreements.push_back({name, row.at("urgency"), twin.at("urgency"), how});
    }
    look.n = pairs.size();
    if (look.n > 0) {
        look.kappa = cohens_kappa(pairs);
        look.leading_agree = static_cast<double>(causes) / static_cast<double>(look.n);
    }
    return look;
}

double cohens_kappa(std::vector<std::pair<verdict::Urgency, verdict::Urgency>> const& pairs) {
    if (pairs.empty())
        return unknown;
    std::array<double, levels> first{}, second{};
    double same = 0;
    for (auto const& [a, b] : pairs) {
        first[static_cast<std::size_t>(a)] += 1;
        second[static_cast<std::size_t>(b)] += 1;
        same += a == b ? 1 : 0;
    }
    auto const n = static_cast<double>(pairs.size());
    double by_chance = 0;
    for (std::size_t level = 0; level < levels; ++level)
        by_chance += first[level] * second[level] / (n * n);
    // Two labellers who always say the same one thing agree wholly, though chance explains all of it.
    return by_chance == 1 ? 1 : (same / n - by_chance) / (1 - by_chance);
}

} // namespace rheobase::cases
