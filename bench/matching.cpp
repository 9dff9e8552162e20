// Matching names: every FNDDS name of a list of pairs is sought among the Standard Reference's foods, by the
// program and by SQLite's full-text search, side by side.
//
//   bench_matching [--misses] [PAIRS.csv]      (or RHEOBASE_SHARED_DATA=FOLDER, which holds
//   fndds_sr_expert_pairs.csv)
//
// The pairs are halved by a hash of the name: rules and weights are made with the first half in view, the
// second half shows what they are worth.

#include "model/diet/matching.hpp"
#include "base/csv.hpp"

#ifdef RHEOBASE_WITH_SQLITE
#include <sqlite3.h>
#endif

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace rheobase;
using namespace rheobase::diet;

struct Pair {
    std::string name;
    std::vector<Food> right;
    bool held_out;
};

bool in_second_half(std::string const& name) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char const c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    hash ^= hash >> 32;
    hash ^= hash >> 16;
    hash ^= hash >> 8;
    return hash & 1;
}

std::vector<Pair> read_pairs(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    std::string const all = text.str();
    CsvReader reader(all);
    CsvRow row;
    std::vector<Pair> pairs;
    std::map<std::string, std::size_t> place;
    reader.next(row);
    while (reader.next(row)) {
        auto const food = row.cells.size() > 3 ? foods().find(row.cells[2]) : std::nullopt;
        if (!food)
            continue;
        auto const [at, fresh] = place.try_emplace(row.cells[1], pairs.size());
        if (fresh)
            pairs.push_back({row.cells[1], {}, in_second_half(row.cells[1])});
        pairs[at->second].right.push_back(*food);
    }
    return pairs;
}

/// Whether two foods can stand for each other: energy and magnesium within a tenth, or by so little that it
/// is nothing.
bool as_good(Food a, Food b) {
    constexpr Nutrient nutrients[] = {nutrient("energy_kcal"), nutrient("magnesium_mg")};
    constexpr double nothing[] = {5, 2};
    for (int i = 0; i < 2; ++i) {
        double const x = foods().per_100_g(a, nutrients[i]);
        double const y = foods().per_100_g(b, nutrients[i]);
        if (!(std::abs(x - y) <= std::max(nothing[i], 0.1 * std::max(x, y))))
            return false;
    }
    return true;
}

using Search = std::function<std::vector<Candidate>(std::string const&)>;

struct Tally {
    int names = 0, first = 0, five = 0, as_good = 0;
    double sure = 0;
    std::vector<double> magnesium;
};

void report(char const* who, Search const& search, std::vector<Pair> const& pairs, bool misses) {
    Tally half[2];
    constexpr Nutrient magnesium = nutrient("magnesium_mg");
    std::map<int, std::pair<int, int>> calibration;
    for (auto const& pair : pairs) {
        auto const found = search(pair.name);
        auto& tally = half[pair.held_out];
        ++tally.names;
        int place = 99;
        for (std::size_t i = 0; i < found.size() && i < 5; ++i)
            if (std::find(pair.right.begin(), pair.right.end(), found[i].food) != pair.right.end())
                place = std::min(place, static_cast<int>(i));
        tally.first += place == 0;
        tally.five += place < 5;
        if (!found.empty()) {
            double const off =
                foods().per_100_g(found[0].food, magnesium) - foods().per_100_g(pair.right[0], magnesium);
            if (known(off))
                tally.magnesium.push_back(std::abs(off));
            tally.sure += found[0].sure;
            bool good = false;
            for (Food const right : pair.right)
                good |= found[0].food == right || as_good(found[0].food, right);
            tally.as_good += good;
            auto& bin = calibration[static_cast<int>(found[0].sure * 5)];
            ++bin.first;
            bin.second += good;
        }
        if (misses && place > 0 && !pair.held_out) {
            std::printf("%s %s\n    right: %s\n", place < 5 ? "later" : "MISS ", pair.name.c_str(),
                        std::string(foods().name(pair.right[0])).c_str());
            for (std::size_t i = 0; i < found.size() && i < 3; ++i)
                std::printf("    %.2f   %s\n", found[i].sure,
                            std::string(foods().name(found[i].food)).c_str());
        }
    }
    // Processor time, so that a busy machine does not count against it.
    std::clock_t const begin = std::clock();
    auto const spent = [&] { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; };
    int lookups = 0;
    while (spent() < 0.6)
        for (auto const& pair : pairs) {
            search(pair.name);
            ++lookups;
        }
    double const seconds = spent();
    Tally both = half[0];
    both.names += half[1].names, both.first += half[1].first, both.five += half[1].five,
        both.as_good += half[1].as_good;
    both.sure += half[1].sure;
    both.magnesium.insert(both.magnesium.end(), half[1].magnesium.begin(), half[1].magnesium.end());
    char const* const called[] = {"development", "held out", "both"};
    for (int h = 0; h < 3; ++h) {
        auto& t = h < 2 ? half[h] : both;
        if (!t.names)
            continue;
        std::sort(t.magnesium.begin(), t.magnesium.end());
        double sum = 0;
        for (double const off : t.magnesium)
            sum += off;
        auto const n = static_cast<double>(t.magnesium.size());
        std::printf("%-10s %-12s %5d  %5.1f %%  %5.1f %%  %6.1f %%  %6.1f %6.1f  %10.0f   %.2f\n", who,
                    called[h], t.names, 100.0 * t.first / t.names, 100.0 * t.five / t.names,
                    100.0 * t.as_good / t.names, n > 0 ? t.magnesium[t.magnesium.size() / 2] : 0,
                    n > 0 ? sum / n : 0, lookups / seconds, t.sure / t.names);
    }
    if (calibration.size() > 1) {
        std::printf("           said to be sure, and right or as good:");
        for (auto const& [bin, counts] : calibration)
            std::printf("  %.1f: %d of %d", bin / 5.0, counts.second, counts.first);
        std::printf("\n");
    }
}

#ifdef RHEOBASE_WITH_SQLITE
struct FullText {
    sqlite3* base = nullptr;
    sqlite3_stmt* ask = nullptr;

    FullText() {
        sqlite3_open(":memory:", &base);
        sqlite3_exec(base, "CREATE VIRTUAL TABLE names USING fts5(name, tokenize='porter unicode61'); BEGIN",
                     nullptr, nullptr, nullptr);
        sqlite3_stmt* add = nullptr;
        sqlite3_prepare_v2(base, "INSERT INTO names(rowid, name) VALUES (?, ?)", -1, &add, nullptr);
        for (Food food = 0; food < foods().size(); ++food) {
            if (!foods().id(food).starts_with("SR"))
                continue;
            std::string const name(foods().name(food));
            sqlite3_bind_int(add, 1, food);
            sqlite3_bind_text(add, 2, name.c_str(), -1, SQLITE_TRANSIENT);
            sqlite3_step(add);
            sqlite3_reset(add);
        }
        sqlite3_finalize(add);
        sqlite3_exec(base, "COMMIT", nullptr, nullptr, nullptr);
        sqlite3_prepare_v2(base,
                           "SELECT rowid FROM names WHERE names MATCH ? ORDER BY bm25(names), rowid LIMIT 5",
                           -1, &ask, nullptr);
    }
    ~FullText() {
        sqlite3_finalize(ask);
        sqlite3_close(base);
    }
    std::vector<Candidate> operator()(std::string const& name) const {
        std::string query;
        std::string word;
        for (std::size_t i = 0; i <= name.size(); ++i) {
            if (i < name.size() && (std::isalnum(static_cast<unsigned char>(name[i])) ||
                                    static_cast<unsigned char>(name[i]) > 127)) {
                word += name[i];
                continue;
            }
            if (!word.empty())
                query += (query.empty() ? "\"" : " OR \"") + word + '"';
            word.clear();
        }
        std::vector<Candidate> found;
        sqlite3_bind_text(ask, 1, query.c_str(), -1, SQLITE_TRANSIENT);
        while (sqlite3_step(ask) == SQLITE_ROW)
            found.push_back({sqlite3_column_int(ask, 0), 0});
        sqlite3_reset(ask);
        return found;
    }
};
#endif

} // namespace

int main(int count, char** words) {
    std::string path;
    bool misses = false;
    for (int i = 1; i < count; ++i)
        if (std::string_view(words[i]) == "--misses")
            misses = true;
        else
            path = words[i];
    if (path.empty() && std::getenv("RHEOBASE_SHARED_DATA"))
        path = std::string(std::getenv("RHEOBASE_SHARED_DATA")) + "/fndds_sr_expert_pairs.csv";
    auto const pairs = path.empty() ? std::vector<Pair>{} : read_pairs(path);
    if (pairs.empty()) {
        std::puts("Skipped: the list of paired names is not here; give its path, or its folder as "
                  "RHEOBASE_SHARED_DATA.");
        return 0;
    }
    std::printf("Matching names: %zu FNDDS names sought among the Standard Reference's foods (aim: top 1 60 "
                "%%, top 5 85 %%)\n",
                pairs.size());
    std::printf("%-10s %-12s %5s  %7s  %7s  %8s  %6s %6s  %10s   %s\n", "", "half", "names", "top 1", "top 5",
                "as good", "Mg med", "mean", "lookups/s", "sure");
    Matcher const matcher(foods());
    std::vector<Candidate> found;
    report(
        "rheobase",
        [&](std::string const& name) {
            matcher.matches(name, 5, Origin::sr, found);
            return found;
        },
        pairs, misses);
#ifdef RHEOBASE_WITH_SQLITE
    FullText const full_text;
    report(
        "fts5 bm25", [&](std::string const& name) { return full_text(name); }, pairs, false);
#else
    std::puts("fts5 bm25  not measured: built without SQLite");
#endif
    std::puts("As good: the first choice is the right food, or its energy and magnesium are within a tenth "
              "of the right one's.");
    std::puts("Mg: how far the first choice's magnesium is from the right food's, mg per 100 g.");
    return 0;
}
