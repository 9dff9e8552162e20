#include "model/plan_bans.hpp"

#include "model/diet/name_rules.hpp"
#include "model/verdict/allergens.rows.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/hard_stops.hpp"
#include "model/verdict/plan_foods.rows.hpp"
#include "model/verdict/plan_limits.rows.hpp"

#include <algorithm>

namespace rheobase {

namespace {

using verdict::code_spelling, verdict::parts_of;

constexpr double grams_of_table = 100;

bool holds(std::string_view list, std::string_view word) {
    auto const parts = parts_of(list);
    return std::find(parts.begin(), parts.end(), word) != parts.end();
}

/// Diets that the curated foods are marked for; keeping to any other cannot be promised.
bool diet_is_marked(std::string_view diet) {
    return std::any_of(verdict::plan_foods_rows.begin(), verdict::plan_foods_rows.end(),
                       [&](auto const& row) { return holds(row.diets, diet); });
}

bool bars_nothing(std::string_view diet) {
    return diet.empty() || diet == "omnivore" || diet == "other" || diet == "none" || diet == "any";
}

bool too_much(Offer const& offer, diet::Foods const& table, std::string_view nutrient, double most) {
    double const amount =
        table.per_100_g(offer.food, diet::nutrient_called(nutrient).value()) * offer.grams / grams_of_table;
    return !(amount <= most); // not known is not safe
}

/// The words that stand for a food where patterns are looked for.
std::string all_names(Offer const& offer, diet::Foods const& table) {
    return std::string(table.name(offer.food)) + " " + std::string(table.synonyms(offer.food)) + " " +
           std::string(offer.plain_name);
}

} // namespace

PlanBans::PlanBans(verdict::Evidence const& evidence, std::vector<verdict::HardStop> const& stops)
    : stops_(stops) {
    bool named = false;
    for (auto const& allergy : evidence.allergies)
        if (allergy.present.value_or(true) && !allergy.code.empty()) {
            avoid(allergy.code);
            named = true;
        }
    for (auto const& food : evidence.dislikes)
        avoid(food);
    for (auto const& condition : evidence.conditions)
        own_only_ |= condition.code == "food_allergy" && condition.present.value_or(true) && !named;
    for (auto const& written : {evidence.diet_type, evidence.wished_diet}) {
        auto const diet = code_spelling(written);
        if (bars_nothing(diet))
            continue;
        (diet_is_marked(diet) ? diets_ : diets_not_read_).push_back(diet);
    }
}

void PlanBans::avoid(std::string const& written) {
    auto const word = code_spelling(written);
    if (word.empty())
        return;
    avoided_.push_back(written);
    std::replace(avoided_.back().begin(), avoided_.back().end(), '_', ' ');
    bool in_table = false;
    for (auto const& row : verdict::allergens_rows) {
        auto const synonyms = parts_of(row.synonyms);
        bool const meant = row.code == word || std::any_of(synonyms.begin(), synonyms.end(), [&](auto one) {
                               return code_spelling(one) == word;
                           });
        if (!meant)
            continue;
        in_table = true;
        codes_.emplace_back(row.code);
        for (auto const pattern : parts_of(row.patterns))
            patterns_.emplace_back(pattern);
    }
    // A word of its own: "mushrooms", "blue cheese". "no mushrooms" is a wish too.
    if (!in_table) {
        auto plain = avoided_.back();
        constexpr std::string_view no = "no ";
        if (plain.starts_with(no))
            plain.erase(0, no.size());
        patterns_.push_back(code_spelling(plain));
        std::replace(patterns_.back().begin(), patterns_.back().end(), '_', ' ');
    }
}

bool PlanBans::avoided(Offer const& offer, diet::Foods const& table) const {
    if (std::any_of(codes_.begin(), codes_.end(),
                    [&](auto const& code) { return holds(offer.contains, code); }))
        return true;
    auto const names = all_names(offer, table);
    return std::any_of(patterns_.begin(), patterns_.end(),
                       [&](auto const& pattern) { return diet::fits(names, pattern); });
}

bool PlanBans::stopped(Offer const& offer, diet::Foods const& table) const {
    auto const names = all_names(offer, table);
    for (auto const* kind : verdict::forbidden_by(stops_)) {
        if (kind->nutrient == "all")
            return true;
        if (!kind->nutrient.empty() && known(kind->most_a_portion) &&
            too_much(offer, table, kind->nutrient, kind->most_a_portion))
            return true;
        for (auto const pattern : parts_of(kind->patterns))
            if (diet::fits(names, pattern, kind->excludes))
                return true;
    }
    return false;
}

bool PlanBans::ban(Offer const& offer, diet::Foods const& table) const {
    bool const own = offer.plain_name.empty();
    if (!own && own_only_)
        return true;
    // What someone on a diet eats already fits it; what is new must be marked as fitting.
    if (!own && std::any_of(diets_.begin(), diets_.end(),
                            [&](auto const& diet) { return !holds(offer.diets, diet); }))
        return true;
    for (auto const& row : verdict::plan_limits_rows)
        if (too_much(offer, table, row.nutrient, row.most_a_portion))
            return true;
    return avoided(offer, table) || stopped(offer, table);
}

std::vector<std::string> PlanBans::notes() const {
    auto const in_one = [](std::string line, std::vector<std::string> const& parts) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            line += (i == 0 ? " " : ", ") + parts[i];
        return line + ".";
    };
    std::vector<std::string> notes, unsafe;
    if (!avoided_.empty())
        notes.push_back(in_one("Left out because of your allergies or wishes:", avoided_));
    for (auto const* kind : verdict::forbidden_by(stops_))
        if (!kind->nutrient.empty() || !kind->patterns.empty())
            unsafe.emplace_back(kind->text);
    if (!unsafe.empty())
        notes.push_back(in_one("Left out for your safety:", unsafe));
    if (own_only_)
        notes.emplace_back("A food allergy is not named, so only your own foods are listed.");
    for (auto const& diet : diets_not_read_)
        notes.push_back("This list cannot promise to fit your diet: " + verdict::name_of(diet) + ".");
    return notes;
}

} // namespace rheobase
