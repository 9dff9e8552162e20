// How well meals in plain words are read: carbohydrate and energy of real meals against the figures that
// belong to them, and how fast.
//
//   words [MEALS.csv] [--worst N] [--half development|held-out] [--kind natural|metric]
//   words --list          one line a meal: its carbohydrate and what was read
//   words --say "two slices of toast"
//
// The meals are not part of the project (their licence does not allow it): without an argument the file is
// looked for in the folder that RHEOBASE_SHARED_DATA names.

#include "model/diet/words.hpp"
#include "base/csv.hpp"
#include "base/number.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>

namespace {

using namespace rheobase;
using namespace rheobase::diet;

struct Meal {
    std::string id, kind, text;
    double carbohydrate = unknown;
    double energy = unknown;
    bool held_out = false;

    double read_carbohydrate = 0;
    double read_energy = 0;
    bool answered = false;

    double off() const { return std::abs(read_carbohydrate - carbohydrate); }
};

/// Fowler, Noll and Vo's hash: the halves are the same on every machine.
bool held_out(std::string const& id) {
    std::uint32_t hash = 2166136261U;
    for (char const c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return (hash >> 7) & 1U;
}

std::vector<Meal> meals_of(std::string const& text) {
    CsvReader reader(text);
    CsvRow row;
    std::vector<Meal> meals;
    reader.next(row);
    while (reader.next(row)) {
        if (row.cells.size() < 7)
            continue;
        Meal meal;
        meal.id = row.cells[0];
        meal.kind = row.cells[1];
        meal.text = row.cells[2];
        meal.carbohydrate = number(row.cells[3]).value_or(unknown);
        meal.energy = number(row.cells[6]).value_or(unknown);
        meal.held_out = held_out(meal.id);
        meals.push_back(std::move(meal));
    }
    return meals;
}

void read(Meal& meal, WordReader& reader) {
    meal.read_carbohydrate = meal.read_energy = 0;
    meal.answered = false;
    Diary const diary = reader.read(meal.text);
    for (auto const& eaten : diary.eaten) {
        double const carbohydrate =
            foods().per_100_g(eaten.food, nutrient("carbohydrate_g")) * eaten.grams.mid / 100;
        double const energy = foods().per_100_g(eaten.food, nutrient("energy_kcal")) * eaten.grams.mid / 100;
        if (known(carbohydrate)) {
            meal.read_carbohydrate += carbohydrate;
            meal.answered = true;
        }
        if (known(energy))
            meal.read_energy += energy;
    }
}

void show(Meal const& meal) {
    fmt::print("\n[{} {}] carbohydrate {:.1f}, read {:.1f}; energy {:.0f}, read {:.0f}\n  {}\n", meal.id,
               meal.kind, meal.carbohydrate, meal.read_carbohydrate, meal.energy, meal.read_energy,
               meal.text);
    Diary const diary = read_words(meal.text, foods());
    for (auto const& eaten : diary.eaten) {
        fmt::print("    {:6.0f} g  {:5.1f} g carb  {:.2f}  {}   <- {}\n", eaten.grams.mid,
                   foods().per_100_g(eaten.food, nutrient("carbohydrate_g")) * eaten.grams.mid / 100,
                   eaten.sure, foods().name(eaten.food), eaten.text);
        for (auto const& other : eaten.runners_up)
            fmt::print("                          {:.2f}  or {}\n", other.sure, foods().name(other.food));
    }
    for (auto const& unread : diary.unread)
        fmt::print("    unread: {} ({})\n", unread.text, unread.why);
}

void print_line(std::string_view label, std::vector<Meal const*> const& meals) {
    if (meals.empty())
        return;
    constexpr double close_enough = 7.5; // grams of carbohydrate, as the benchmark's paper counts
    double close = 0, answered = 0, sum = 0;
    std::vector<double> errors;
    for (auto const* meal : meals) {
        close += meal->answered && meal->off() <= close_enough;
        answered += meal->answered;
        if (meal->energy > 0) {
            errors.push_back(std::abs(meal->read_energy / meal->energy - 1) * 100);
            sum += errors.back();
        }
    }
    std::sort(errors.begin(), errors.end());
    auto const count = static_cast<double>(meals.size());
    fmt::print("{:<28} {:5} meals  within 7.5 g {:5.1f} %  answered {:5.1f} %  energy off {:5.1f} % mean, "
               "{:4.1f} % median\n",
               label, meals.size(), 100 * close / count, 100 * answered / count,
               errors.empty() ? 0 : sum / static_cast<double>(errors.size()),
               errors.empty() ? 0 : errors[errors.size() / 2]);
}

} // namespace

int main(int count, char** words) {
    std::string path;
    std::string half, kind;
    std::size_t worst = 0;
    bool list = false;
    for (int i = 1; i < count; ++i) {
        std::string const word = words[i];
        if (word == "--list")
            list = true;
        else if (word == "--worst" && i + 1 < count)
            worst = static_cast<std::size_t>(std::atoi(words[++i]));
        else if (word == "--say" && i + 1 < count) {
            Meal meal;
            meal.text = words[++i];
            WordReader reader;
            read(meal, reader);
            show(meal);
            return 0;
        } else if (word == "--half" && i + 1 < count)
            half = words[++i];
        else if (word == "--kind" && i + 1 < count)
            kind = words[++i];
        else
            path = word;
    }
    if (char const* folder = std::getenv("RHEOBASE_SHARED_DATA"); path.empty() && folder)
        path = std::string(folder) + "/meals_in_words_dev.csv";
    std::ifstream file(path, std::ios::binary);
    if (path.empty() || !file) {
        fmt::print("Reading words was not measured: the meals are not here. Name the file, or its folder in "
                   "RHEOBASE_SHARED_DATA.\n");
        return 0;
    }
    std::ostringstream text;
    text << file.rdbuf();
    auto meals = meals_of(text.str());

    read_words("an apple", foods()); // builds the indices
    constexpr int passes = 5;
    std::vector<double> seconds;
    for (int pass = 0; pass < passes; ++pass) {
        WordReader reader;               // a fresh one: what it remembers of a pass must not help the next
        auto const start = std::clock(); // of this process alone: neighbours do not count
        for (auto& meal : meals)
            read(meal, reader);
        seconds.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());

    for (char const* const of_kind : {"natural", "metric"})
        for (int part = 0; part < 3; ++part) {
            std::vector<Meal const*> chosen;
            for (auto const& meal : meals)
                if (meal.kind == of_kind && (part == 2 || meal.held_out == (part == 1)))
                    chosen.push_back(&meal);
            print_line(std::string(of_kind) + (part == 0   ? ", development half"
                                               : part == 1 ? ", held-out half"
                                                           : ", all"),
                       chosen);
        }
    fmt::print("{:.0f} meals a second on one core (median of {} passes)\n",
               static_cast<double>(meals.size()) / seconds[passes / 2], passes);

    if (list)
        for (auto const& meal : meals)
            fmt::print("{} {} {} {:.1f} {:.1f}\n", meal.id, meal.kind,
                       meal.held_out ? "held-out" : "development", meal.carbohydrate, meal.read_carbohydrate);

    std::stable_sort(meals.begin(), meals.end(),
                     [](Meal const& a, Meal const& b) { return a.off() > b.off(); });
    for (auto const& meal : meals) {
        if (worst == 0)
            break;
        if ((!half.empty() && meal.held_out != (half == "held-out")) || (!kind.empty() && meal.kind != kind))
            continue;
        show(meal);
        --worst;
    }
}
