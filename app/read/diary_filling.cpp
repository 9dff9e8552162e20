#include "app/read/diary_filling.hpp"

#include "app/read/diary_reading.rows.hpp"
#include "app/read/diary_text.hpp"
#include "model/diet/matching.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/core.h>
#include <set>

namespace rheobase::read {

namespace {

using diet::nutrient;

constexpr diet::Nutrient energy = nutrient("energy_kcal");

/// Energy from protein, carbohydrate and fat as shares of their sum; all unknown when one of them is.
std::array<double, 3> make_up(double protein, double carbohydrate, double fat) {
    std::array<double, 3> kcal{protein * diary_reading.protein_kcal_per_g,
                               carbohydrate * diary_reading.carbohydrate_kcal_per_g,
                               fat * diary_reading.fat_kcal_per_g};
    double const sum = kcal[0] + kcal[1] + kcal[2];
    for (auto& share : kcal)
        share = sum > 0 ? share / sum : unknown;
    return kcal;
}

/// How well a food agrees with the figures of the file, up to 1; unknown where these say nothing.
double agreement(diet::Eaten const& eaten, diet::Food food, double grams, diet::Foods const& foods) {
    double worst = unknown;
    double const per_100_g = foods.per_100_g(food, energy);
    if (known(grams) && grams > 0 && eaten.stated[energy] > 0 && per_100_g > 0) {
        double const ratio = eaten.stated[energy] / (per_100_g * grams / 100);
        worst = std::min(1.0, std::abs(std::log2(ratio)) / 2);
    }
    auto const stated = make_up(eaten.stated[nutrient("protein_g")], eaten.stated[nutrient("carbohydrate_g")],
                                eaten.stated[nutrient("fat_g")]);
    auto const held_by =
        make_up(foods.per_100_g(food, nutrient("protein_g")),
                foods.per_100_g(food, nutrient("carbohydrate_g")), foods.per_100_g(food, nutrient("fat_g")));
    double apart = 0;
    for (std::size_t i = 0; i < stated.size(); ++i)
        apart += std::abs(stated[i] - held_by[i]) / 2;
    if (known(apart))
        worst = known(worst) ? std::max(worst, apart) : apart;
    return std::max(1 - worst, diary_reading.least_agreement);
}

/// Names of meals, which are no foods: "Lunch" would otherwise find a lunch meat. "Tea" is one here.
bool only_a_meal(std::string_view name) {
    constexpr std::array<std::string_view, 11> meals{"breakfast", "lunch",          "dinner", "supper",
                                                     "snack",     "snacks",         "brunch", "meal",
                                                     "quick add", "quick calories", "meal 1"};
    std::string const word = lower(trimmed(name));
    return word.empty() || std::find(meals.begin(), meals.end(), word) != meals.end();
}

} // namespace

std::vector<diet::Candidate> const& Filling::candidates(std::string_view name) {
    constexpr std::size_t most_remembered = 100000;
    if (seen_.size() > most_remembered)
        seen_.clear();
    auto const [place, is_new] = seen_.try_emplace(std::string(name));
    if (is_new)
        place->second = diet::matches(name, foods_, static_cast<int>(diary_reading.looked_at));
    return place->second;
}

void Filling::add(DiaryRow const& row, DiaryRows& rows, diet::Diary& diary) {
    auto const amount = diary_amount(row.amount);
    if (row.food.empty()) {
        rows.unread(row, "it names no food");
        return;
    }
    if (!can_be_eaten(amount)) {
        rows.unread(row, fmt::format("no one eats this amount: \"{}\"", row.amount.substr(0, 40)));
        return;
    }
    diet::Eaten eaten = eaten_of(row);
    if (known(row.grams))
        eaten.grams = diet::Range::exactly(row.grams);
    if (lower(row.category).find("supplement") != std::string::npos)
        supplement(eaten, row.food, amount);
    else
        by_name(eaten, row.food, row.amount);
    diary.eaten.push_back(std::move(eaten));
}

/// The foods a name may mean, each as sure as the name and the file's own figures make it together, best
/// first.
std::vector<diet::Candidate> Filling::judged(std::string_view name, diet::Eaten const& eaten,
                                             DiaryAmount const& amount, double weighed) {
    auto found = candidates(name);
    auto const weight = [](double agreed) { return std::pow(agreed, diary_reading.agreement_power); };
    double rest = 1;
    double sum = 0;
    bool told = false;
    for (auto& candidate : found) {
        double const agreed =
            agreement(eaten, candidate.food,
                      known(weighed) ? weighed : grams_of(amount, candidate.food, foods_), foods_);
        told = told || known(agreed);
        rest -= candidate.sure;
        candidate.sure *= weight(known(agreed) ? agreed : diary_reading.agreement_of_others);
        sum += candidate.sure;
    }
    if (!told)
        found = candidates(name);
    else {
        sum += std::max(rest, 0.0) * weight(diary_reading.agreement_of_others);
        for (auto& candidate : found)
            candidate.sure = sum > 0 ? candidate.sure / sum : 0;
        std::stable_sort(found.begin(), found.end(),
                         [](auto const& a, auto const& b) { return a.sure > b.sure; });
    }
    found.resize(std::min(found.size(), static_cast<std::size_t>(diary_reading.runners_up) + 1));
    return found;
}

void Filling::by_name(diet::Eaten& eaten, std::string_view name, std::string_view written) {
    auto const amount = diary_amount(written);
    if (amount.dose) {
        supplement(eaten, name, amount);
        return;
    }
    double const weighed = known(eaten.grams.mid) ? eaten.grams.mid : amount.grams;
    eaten.grams = possible(weighed);
    if (only_a_meal(name)) {
        without_food_.push_back(eaten.line);
        return;
    }
    auto found = judged(name.substr(0, 300), eaten, amount, weighed);
    if (found.empty() || found.front().sure < diary_reading.least_sure) {
        without_food_.push_back(eaten.line);
        eaten.runners_up = std::move(found);
        return;
    }
    eaten.food = found.front().food;
    eaten.sure = found.front().sure;
    double grams = known(weighed) ? weighed : grams_of(amount, eaten.food, foods_);
    // The table's other foods of this name may know the measure that the best one lacks.
    for (auto const& candidate : found)
        if (!known(grams))
            grams = grams_of(amount, candidate.food, foods_);
    found.erase(found.begin());
    eaten.runners_up = std::move(found);
    eaten.grams = possible(grams);
    // Energy tells the amount better than "a bowl" does.
    if (!known(grams) && !(eaten.stated[energy] > 0)) {
        eaten.grams = usual_grams(written, eaten.food, foods_);
        if (!known(eaten.grams.mid) && !amount.understood) {
            eaten.grams = usual_helping(name, eaten.food, foods_);
            usual_.push_back(eaten.line);
        }
    }
    if (!known(possible(eaten.grams.mid).mid))
        eaten.grams = {};
    check(eaten);
}

void Filling::by_id(diet::Eaten& eaten, diet::Food food, double grams) {
    eaten.food = food;
    eaten.sure = 1;
    eaten.grams = possible(grams);
    check(eaten);
}

/// Grams from the energy where no amount tells them, and the energy of the match against the file's own.
void Filling::check(diet::Eaten& eaten) {
    double const per_100_g = foods_.per_100_g(eaten.food, energy);
    double const stated = eaten.stated[energy];
    if (known(eaten.grams.mid)) {
        double const matched = per_100_g * eaten.grams.mid / 100;
        double const limit = diary_reading.energy_disagreement;
        if (known(matched) && known(stated) &&
            (matched > limit * stated + limit || stated > limit * matched + limit)) {
            eaten.sure *= diary_reading.sure_when_disagreeing;
            contradicted_.push_back(eaten.line);
        }
    } else if (stated > 0 && per_100_g > 0) {
        double const grams = stated / per_100_g * 100;
        double const spread = diary_reading.grams_from_energy_spread;
        if (grams <= diary_reading.most_grams) {
            eaten.grams = {grams * (1 - spread), grams, grams * (1 + spread)};
            weighed_by_energy_.push_back(eaten.line);
        }
    }
    if (!known(eaten.grams.mid))
        without_grams_.push_back(eaten.line);
}

void Filling::supplement(diet::Eaten& eaten, std::string_view name, DiaryAmount const& amount) {
    eaten.part = diet::Part::supplement;
    eaten.food = diet::no_food;
    supplements_.push_back(eaten.line);
    constexpr diet::Nutrient vitamin_d = nutrient("vitamin_d_ug");
    std::string const called = lower(name);
    bool const is_d =
        called.find("vitamin d") != called.npos || called.find("cholecalciferol") != called.npos;
    if (is_d && known(amount.units) && !known(eaten.stated[vitamin_d]))
        eaten.stated[vitamin_d] = amount.units * diary_reading.vitamin_d_per_iu;
}

/// A row of which neither an amount nor a figure is known says nothing of what was eaten: it is not read.
void Filling::set_aside(diet::Diary& diary) const {
    auto const says_nothing = [](diet::Eaten const& eaten) {
        return !known(eaten.grams.mid) && std::none_of(eaten.stated.amount.begin(), eaten.stated.amount.end(),
                                                       [](double v) { return known(v); });
    };
    auto const why = [&](diet::Eaten const& eaten) -> std::string {
        if (eaten.part == diet::Part::supplement)
            return "a supplement of which the file states no contents: list it under supplements";
        if (eaten.food == diet::no_food)
            return "no food of the table has this name, and the row states no figures";
        return "it names no amount";
    };
    for (auto const& eaten : diary.eaten)
        if (says_nothing(eaten))
            diary.unread.push_back({eaten.line, eaten.text, why(eaten)});
    std::erase_if(diary.eaten, says_nothing);
    std::stable_sort(diary.unread.begin(), diary.unread.end(),
                     [](auto const& a, auto const& b) { return a.line < b.line; });
}

void Filling::tell(diet::Diary& diary) const {
    set_aside(diary);
    std::set<int> kept;
    for (auto const& eaten : diary.eaten)
        kept.insert(eaten.line);
    std::string stated;
    for (int n = 0; n < diet::nutrient_count; ++n)
        if (std::any_of(diary.eaten.begin(), diary.eaten.end(),
                        [&](auto const& eaten) { return known(eaten.stated[n]); }))
            stated += (stated.empty() ? "" : ", ") + std::string(diet::about(n).short_name);
    bool const filled = std::any_of(diary.eaten.begin(), diary.eaten.end(), [](auto const& e) {
        return e.food != diet::no_food && known(e.grams.mid);
    });
    if (!stated.empty())
        diary.notes.push_back(fmt::format(
            "From the file: {}. All else is {}", stated,
            filled ? "filled from the food table by the foods' names, and unknown where none was found"
                   : "unknown"));
    auto const note = [&](std::vector<int> lines, std::string_view one, std::string_view many) {
        std::erase_if(lines, [&](int line) { return !kept.contains(line); });
        if (!lines.empty())
            diary.notes.push_back(
                fmt::format("{}: {}", counted(lines.size(), one, many), lines_named(lines)));
    };
    note(weighed_by_energy_, "row says no amount that can be weighed; its grams follow from its energy",
         "rows say no amount that can be weighed; their grams follow from their energy");
    note(usual_, "row says no amount; a usual helping is counted, with wide bounds",
         "rows say no amount; a usual helping of each is counted, with wide bounds");
    note(contradicted_,
         "row: the food found has less than half or more than twice the energy that the file states, so its "
         "filled figures are doubtful",
         "rows: the food found has less than half or more than twice the energy that the file states, so "
         "their filled figures are doubtful");
    note(without_food_,
         "row names no food that the table knows; what the file does not state of it stays unknown",
         "rows name no food that the table knows; what the file does not state of them stays unknown");
    note(without_grams_,
         "row says neither an amount that can be weighed nor its energy; what the file does not state of it "
         "stays unknown",
         "rows say neither an amount that can be weighed nor their energy; what the file does not state of "
         "them stays unknown");
    note(supplements_, "row is a supplement; only what the file states of it counts",
         "rows are supplements; only what the file states of them counts");
}

} // namespace rheobase::read
