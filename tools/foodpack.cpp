// Packs the food and portion tables into the one binary that the program carries (layout:
// model/diet/food_pack.hpp).
//
//   foodpack MODEL_FOLDER OUT.bin
//
// On the way every food gets its family (food_families.csv), and a figure that nobody measured but that
// follows from what the food is (nutrient_rules.csv: no caffeine in beef) is filled in and marked as filled.
// A row without a known source, an unreadable figure, a portion of an unknown food or a food listed twice
// fails the build at its file and line.

#include "base/csv.hpp"
#include "base/number.hpp"
#include "model/diet/food_pack.hpp"
#include "model/diet/name_rules.hpp"
#include "tools/name_index.hpp"

#include <algorithm>
#include <bit>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <unordered_map>
#include <vector>

namespace {

using namespace rheobase;
using namespace rheobase::diet;

int faults = 0;

void complain(std::string const& file, int line, std::string const& what) {
    std::cerr << file << ':' << line << ": error: " << what << '\n';
    ++faults;
}

std::string read(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        complain(path, 0, "cannot be opened");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Every string once, each with its length before it.
struct Strings {
    std::vector<std::byte> bytes;
    std::unordered_map<std::string, std::uint32_t> at;

    std::uint32_t add(std::string const& text) {
        auto const [place, fresh] = at.try_emplace(text, static_cast<std::uint32_t>(bytes.size()));
        if (fresh) {
            auto const length = static_cast<std::uint32_t>(text.size());
            auto const* head = reinterpret_cast<std::byte const*>(&length);
            bytes.insert(bytes.end(), head, head + sizeof length);
            auto const* body = reinterpret_cast<std::byte const*>(text.data());
            bytes.insert(bytes.end(), body, body + text.size());
            while (bytes.size() % 4)
                bytes.push_back(std::byte{0});
        }
        return place->second;
    }
};

struct Pack {
    std::vector<std::pair<std::string, std::vector<std::byte>>> sections;

    template <class T>
    void add(std::string name, std::vector<T> const& values) {
        auto const* first = reinterpret_cast<std::byte const*>(values.data());
        sections.emplace_back(std::move(name),
                              std::vector<std::byte>(first, first + values.size() * sizeof(T)));
    }

    std::vector<std::byte> bytes() const {
        std::vector<std::byte> out(sizeof(PackHeader) + sections.size() * sizeof(PackSection));
        for (std::size_t i = 0; i < sections.size(); ++i) {
            while (out.size() % 8)
                out.push_back(std::byte{0});
            PackSection part{};
            sections[i].first.copy(part.name, sizeof part.name);
            part.offset = out.size();
            part.size = sections[i].second.size();
            std::memcpy(out.data() + sizeof(PackHeader) + i * sizeof part, &part, sizeof part);
            out.insert(out.end(), sections[i].second.begin(), sections[i].second.end());
        }
        PackHeader header{pack_mark, pack_version, 0, sections.size()};
        header.checksum = pack_checksum(std::span<std::byte const>(out).subspan(sizeof header));
        std::memcpy(out.data(), &header, sizeof header);
        return out;
    }
};

/// The rows of a table as cells by column name.
std::vector<std::map<std::string, std::string>> table(std::string const& path) {
    std::string const text = read(path);
    CsvReader reader(text);
    CsvRow heading, row;
    std::vector<std::map<std::string, std::string>> rows;
    reader.next(heading);
    while (reader.next(row)) {
        auto& cells = rows.emplace_back();
        for (std::size_t i = 0; i < row.cells.size() && i < heading.cells.size(); ++i)
            cells[heading.cells[i]] = row.cells[i];
        cells["line"] = std::to_string(row.line);
    }
    return rows;
}

std::vector<std::string> first_column(std::string const& path) {
    std::string const text = read(path);
    CsvReader reader(text);
    CsvRow row;
    std::vector<std::string> keys;
    reader.next(row);
    while (reader.next(row))
        keys.push_back(row.cells.at(0));
    return keys;
}

} // namespace

int main(int count, char** words) {
    if (count != 3) {
        std::cerr << "usage: foodpack MODEL_FOLDER OUT.bin\n";
        return 2;
    }
    std::string const model = words[1];
    std::string const diet = model + "/diet/";
    auto const nutrients = first_column(diet + "nutrients.csv");
    auto const source_keys = first_column(model + "/sources.csv");
    std::set<std::string> const sources(source_keys.begin(), source_keys.end());

    Strings strings;
    std::vector<std::uint32_t> records;
    std::vector<float> values;
    std::vector<std::string> ids;
    std::vector<NamedFood> named;
    std::unordered_map<std::string, std::uint32_t> food_of;

    auto const families = table(diet + "food_families.csv");
    auto const rules = table(diet + "nutrient_rules.csv");
    std::set<std::pair<std::string, std::string>>
        doubted; // food, nutrient: printed as 0 where it must be a blank
    for (auto const& row : table(diet + "doubted_figures.csv"))
        doubted.emplace(row.at("id"), row.at("nutrient"));
    std::vector<std::uint32_t> filled; // food, nutrient, line of the rule

    auto const add_foods = [&](std::string const& file) {
        std::vector<std::string> heading{"id", "name", "synonyms", "group", "source"};
        heading.insert(heading.end(), nutrients.begin(), nutrients.end());
        std::string const text = read(file);
        CsvReader reader(text);
        CsvRow row;
        if (!reader.next(row) ||
            !std::equal(heading.begin(), heading.end(), row.cells.begin(),
                        row.cells.begin() +
                            std::min<std::ptrdiff_t>(std::ssize(heading), std::ssize(row.cells))))
            return complain(
                file, 1,
                "the heading must begin id,name,synonyms,group,source and the keys of nutrients.csv");
        std::size_t const width = row.cells.size();
        while (reader.next(row)) {
            if (row.cells.size() != width) {
                complain(file, row.line, "the row does not have as many cells as the heading");
                continue;
            }
            auto const& name = row.cells[1];
            auto const& group = row.cells[3];
            auto const food = static_cast<std::uint32_t>(ids.size());
            std::istringstream keys(row.cells[4]);
            for (std::string key; std::getline(keys, key, ';');)
                if (!sources.contains(key))
                    complain(file, row.line, "source '" + key + "' is not in sources.csv");
            if (!food_of.try_emplace(row.cells[0], food).second)
                complain(file, row.line, "food " + row.cells[0] + " is listed twice");
            ids.push_back(row.cells[0]);
            named.push_back({row.cells[0], name, row.cells[2], group, row.cells[4]});
            for (std::size_t i = 0; i < 5; ++i)
                records.push_back(strings.add(row.cells[i]));
            auto const family = std::find_if(families.begin(), families.end(), [&](auto const& rule) {
                return (rule.at("group").empty() || rule.at("group") == group) &&
                       fits(name, rule.at("pattern"));
            });
            records.push_back(strings.add(family == families.end() ? "" : family->at("family")));
            records.push_back(family == families.end()
                                  ? 0
                                  : static_cast<std::uint32_t>(std::stoi(family->at("processing"))));
            records.push_back(0);
            records.push_back(0);
            for (std::size_t i = 5; i < heading.size(); ++i) {
                double figure = number(row.cells[i]).value_or(unknown);
                named.back().unknown_figures += !known(figure);
                if (!row.cells[i].empty() && !(figure >= 0))
                    complain(file, row.line, heading[i] + " is not an amount: '" + row.cells[i] + "'");
                if (doubted.contains({row.cells[0], heading[i]}))
                    figure = unknown;
                if (!known(figure))
                    for (auto const& rule : rules) {
                        if (rule.at("nutrient") != heading[i] ||
                            (!rule.at("group").empty() && rule.at("group") != group) ||
                            !fits(name, rule.at("pattern"), rule.at("excludes")))
                            continue;
                        figure = number(rule.at("value")).value_or(unknown);
                        filled.insert(filled.end(), {food, static_cast<std::uint32_t>(i - 5),
                                                     static_cast<std::uint32_t>(std::stoi(rule.at("line")))});
                        break;
                    }
                values.push_back(static_cast<float>(figure));
            }
        }
    };
    add_foods(diet + "foods.csv");
    add_foods(diet + "extra_foods.csv");

    // Portions are stored food by food; the table may list them in any order.
    std::vector<std::vector<std::uint32_t>> portions_of(ids.size());
    for (auto const& file : {diet + "portions.csv", diet + "extra_portions.csv"}) {
        std::string const text = read(file);
        CsvReader reader(text);
        CsvRow row;
        reader.next(row);
        while (!faults && reader.next(row)) {
            auto const food = food_of.find(row.cells.at(0));
            bool const whole = row.cells.size() == 4;
            double const amount = whole ? number(row.cells[1]).value_or(0) : 0;
            double const grams = whole ? number(row.cells[3]).value_or(0) : 0;
            if (food == food_of.end() || amount <= 0 || grams <= 0) {
                complain(file, row.line, "a portion needs a known food, an amount, a measure and grams");
                continue;
            }
            auto& list = portions_of[food->second];
            list.push_back(strings.add(row.cells[2]));
            list.push_back(std::bit_cast<std::uint32_t>(static_cast<float>(amount)));
            list.push_back(std::bit_cast<std::uint32_t>(static_cast<float>(grams)));
        }
    }
    if (faults)
        return 1;
    std::vector<std::uint32_t> all_portions;
    for (std::size_t food = 0; food < ids.size(); ++food) {
        records[food * fields_per_food + first_portion] = static_cast<std::uint32_t>(all_portions.size() / 3);
        records[food * fields_per_food + portions_held] =
            static_cast<std::uint32_t>(portions_of[food].size() / 3);
        all_portions.insert(all_portions.end(), portions_of[food].begin(), portions_of[food].end());
    }
    for (std::size_t food = 0; food < ids.size(); ++food)
        named[food].portions = static_cast<int>(portions_of[food].size() / 3);
    std::vector<std::uint32_t> by_id(ids.size());
    for (std::size_t i = 0; i < by_id.size(); ++i)
        by_id[i] = static_cast<std::uint32_t>(i);
    std::sort(by_id.begin(), by_id.end(), [&](auto a, auto b) { return ids[a] < ids[b]; });

    Pack pack;
    pack.add("strings", strings.bytes);
    pack.add("foods", records);
    pack.add("values", values);
    pack.add("portions", all_portions);
    pack.add("by_id", by_id);
    pack.add("filled", filled);
    for (auto& part : name_index(diet, named, faults))
        pack.sections.push_back(std::move(part));
    if (faults)
        return 1;
    auto const bytes = pack.bytes();
    std::ofstream out(words[2], std::ios::binary);
    out.write(reinterpret_cast<char const*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return out.good() ? 0 : 1;
}
