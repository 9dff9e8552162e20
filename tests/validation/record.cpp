#include "tests/validation/record.hpp"

#include "base/csv.hpp"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace rheobase::validation {

namespace {

std::string const folder = "tests/validation/";

std::string full(std::string const& path_from_root) {
    return std::string(RHEOBASE_ROOT) + "/" + path_from_root;
}

/// Four digits: enough to see a change, few enough to read.
std::string digits(double value) {
    return std::isfinite(value) ? fmt::format("{:.4g}", value) : "unknown";
}

double figure(std::string const& cell) {
    return std::stod(cell);
}

std::string record_of(std::string const& id) {
    return "recorded/" + id + ".csv";
}

} // namespace

std::string read(std::string const& path_from_root) {
    std::ifstream file(full(path_from_root), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

void write(std::string const& path_from_root, std::string const& text) {
    auto const path = full(path_from_root);
    auto const beside = path + ".new" + std::to_string(std::hash<std::string>{}(text));
    std::ofstream(beside, std::ios::binary) << text;
    std::filesystem::rename(beside, path);
}

bool exists(std::string const& name) {
    return std::filesystem::exists(full(folder + name));
}

std::vector<Row> table(std::string const& name) {
    std::string const text = read(folder + name);
    CsvReader reader(text);
    CsvRow heading, cells;
    std::vector<Row> rows;
    reader.next(heading);
    while (reader.next(cells)) {
        if (cells.cells.size() != heading.cells.size())
            throw std::runtime_error(name + ":" + std::to_string(cells.line) +
                                     ": other cells than the heading");
        Row row;
        for (std::size_t i = 0; i < heading.cells.size(); ++i)
            row[heading.cells[i]] = cells.cells[i];
        rows.push_back(std::move(row));
    }
    return rows;
}

bool blessing() {
    return std::getenv("RHEOBASE_BLESS") != nullptr;
}

std::vector<Target> const& targets() {
    static std::vector<Target> const all = [] {
        std::vector<Target> list;
        for (auto const& row : table("targets.csv"))
            list.push_back({row.at("id"), row.at("check"), row.at("says"), row.at("unit"), row.at("observed"),
                            figure(row.at("low")), figure(row.at("high")), row.at("tolerance")});
        return list;
    }();
    return all;
}

std::string word_for(Verdict verdict) {
    return verdict == Verdict::pass ? "pass" : verdict == Verdict::miss ? "miss" : "open";
}

Verdict judged(Target const& target, Outcome const& outcome) {
    return outcome.mean >= target.low && outcome.mean <= target.high ? Verdict::pass : Verdict::miss;
}

std::vector<Recorded> to_record(std::string const& id, Measured const& measured) {
    std::vector<Recorded> lines;
    for (auto const& target : targets()) {
        if (target.id != id)
            continue;
        Recorded line{.check = target.check, .mean = {}, .p5 = {}, .p95 = {}, .off_by = {}};
        if (auto const found = measured.find(target.check); found != measured.end()) {
            auto const& outcome = found->second;
            line.mean = digits(outcome.mean);
            line.p5 = digits(outcome.p5);
            line.p95 = digits(outcome.p95);
            line.verdict = judged(target, outcome);
            double const half = (target.high - target.low) / 2;
            if (line.verdict == Verdict::miss)
                line.off_by =
                    fmt::format("{:.2f}", outcome.mean > target.high ? (outcome.mean - target.high) / half
                                                                     : (outcome.mean - target.low) / half);
        }
        lines.push_back(line);
    }
    return lines;
}

std::vector<Recorded> recorded(std::string const& id) {
    std::vector<Recorded> lines;
    if (!exists(record_of(id)))
        return lines;
    for (auto const& row : table(record_of(id))) {
        auto const& word = row.at("verdict");
        lines.push_back({row.at("check"), row.at("mean"), row.at("p5"), row.at("p95"),
                         word == "pass"   ? Verdict::pass
                         : word == "miss" ? Verdict::miss
                                          : Verdict::open,
                         row.at("off_by")});
    }
    return lines;
}

void write_record(std::string const& id, std::vector<Recorded> const& lines) {
    std::string text = csv_line({"check", "mean", "p5", "p95", "verdict", "off_by"}) + "\n";
    for (auto const& line : lines)
        text +=
            csv_line({line.check, line.mean, line.p5, line.p95, word_for(line.verdict), line.off_by}) + "\n";
    write(folder + record_of(id), text);
}

std::string mechanism_of(std::string const& id, std::string const& check) {
    static std::vector<Row> const all = table("mechanisms.csv");
    for (auto const& row : all)
        if (row.at("id") == id && (row.at("check") == check || row.at("check").empty()))
            return row.at("mechanism");
    return {};
}

} // namespace rheobase::validation
