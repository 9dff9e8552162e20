#include "model/week/bans.hpp"

#include "model/diet/name_rules.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/hard_stops.hpp"
#include "model/verdict/plan_limits.rows.hpp"
#include "model/week/allergens.hpp"
#include "model/week/kinds.hpp"
#include "model/week/menu_foods.rows.hpp"

#include <algorithm>

namespace rheobase::week {

namespace {

using verdict::code_spelling, verdict::parts_of;

constexpr double grams_of_table = 100;

bool holds(std::string_view list, std::string_view word) {
    auto const parts = parts_of(list);
    return std::find(parts.begin(), parts.end(), word) != parts.end();
}

/// Diets that the curated foods are marked for; keeping to any other cannot be promised.
bool diet_is_marked(std::string_view diet) {
    return std::any_of(week::menu_foods_rows.begin(), week::menu_foods_rows.end(),
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

std::string in_words(std::string code) {
    std::replace(code.begin(), code.end(), '_', ' ');
    return code;
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
            auto const meant = verdict::avoided_for_allergy(allergy.code);
            if (!meant.understood)
                allergies_not_read_.push_back(in_words(allergy.code));
            avoid(allergy.code, meant, true);
            allergic_to_words_ |= !meant.words.empty();
            named |= !meant.nothing();
        }
    for (auto const& food : evidence.dislikes) {
        auto const meant = verdict::avoided_for_wish(food);
        if (!meant.understood)
            wishes_not_read_.push_back(food);
        avoid(food, meant, false);
    }
    for (auto const& condition : evidence.conditions)
        own_only_ |= condition.code == "food_allergy" && condition.present.value_or(true) && !named;
    keep_to(evidence.diet_type, false);
    keep_to(evidence.diet_not_read, false);
    keep_to(evidence.wished_diet, true);
}

/// Where a diet was not understood, no animal food is offered: that fits most of what people keep to. What
/// they eat already stays, and is not advised either.
void PlanBans::keep_to_plants() {
    diets_.emplace_back("vegan");
    for (std::string_view const code : {"milk", "egg", "fish", "shellfish", "meat", "poultry"})
        not_offered_.emplace_back(code);
}

void PlanBans::keep_to(std::string const& written, bool wished) {
    if (written.empty() || bars_nothing(code_spelling(written)))
        return;
    auto const meant = verdict::diet_meant(written);
    if (meant.code.empty()) {
        diets_not_understood_.push_back(written);
        keep_to_plants();
    } else if (!bars_nothing(meant.code)) {
        (diet_is_marked(meant.code) ? diets_ : diets_not_read_).push_back(meant.code);
        kept_diets_.push_back({meant.code, wished});
    }
    for (auto const code : meant.leaves_out)
        avoid(std::string(code), verdict::avoided_for_wish(code), false);
}

void PlanBans::avoid(std::string const& written, verdict::Avoided const& meant, bool allergy) {
    if (meant.nothing())
        return;
    avoided_.push_back(in_words(written));
    auto& codes = allergy ? codes_ : wished_codes_;
    codes.insert(codes.end(), meant.codes.begin(), meant.codes.end());
    kinds_.insert(kinds_.end(), meant.kinds.begin(), meant.kinds.end());
    words_.insert(words_.end(), meant.words.begin(), meant.words.end());
}

bool PlanBans::gluten_stopped() const {
    return verdict::forbids(stops_, "gluten");
}

bool PlanBans::food_allergic() const {
    return !codes_.empty() || allergic_to_words_ || own_only_ || none_safe() || gluten_stopped();
}

bool PlanBans::said_safe(diet::Food food, diet::Foods const& table, std::span<std::string const> said) const {
    if (allergic_to_words_ || own_only_ || none_safe())
        return false;
    return (!gluten_stopped() || said_free_of(food, "gluten", table, said)) &&
           std::all_of(codes_.begin(), codes_.end(),
                       [&](auto const& code) { return said_free_of(food, code, table, said); });
}

bool PlanBans::avoids(Offer const& offer, diet::Foods const& table) const {
    auto const any_code = [&](std::vector<std::string> const& codes, Held held) {
        return std::any_of(codes.begin(), codes.end(), [&](auto const& code) {
            return holds(offer.contains, code) || holds_allergen(offer.food, code, table, offer.said, held);
        });
    };
    if (any_code(codes_, Held::often) || any_code(wished_codes_, Held::mostly))
        return true;
    if (std::any_of(kinds_.begin(), kinds_.end(), [&](auto const& kind) {
            return is_of_kind(kind, offer.food, offer.grams, offer.plain_name, table, offer.said);
        }))
        return true;
    auto const names = all_names(offer, table);
    return std::any_of(words_.begin(), words_.end(), [&](auto const& word) {
        return diet::fits(names, word) ||
               std::any_of(offer.said.begin(), offer.said.end(),
                           [&](auto const& said) { return diet::fits(said, word); });
    });
}

bool PlanBans::stopped(Offer const& offer, diet::Foods const& table) const {
    for (auto const* kind : verdict::forbidden_by(stops_)) {
        if (kind->nutrient == "all")
            return true;
        if (!kind->nutrient.empty() && known(kind->most_a_portion) &&
            too_much(offer, table, kind->nutrient, kind->most_a_portion))
            return true;
        if (stop_names(*kind, offer.food, offer.plain_name, table, offer.said))
            return true;
    }
    return false;
}

bool PlanBans::ban(Offer const& offer, diet::Foods const& table) const {
    if (none_safe())
        return true;
    bool const own = offer.plain_name.empty();
    if (!own && own_only_)
        return true;
    if (std::any_of(not_offered_.begin(), not_offered_.end(), [&](auto const& code) {
            return holds(offer.contains, code) || holds_allergen(offer.food, code, table, offer.said);
        }))
        return true;
    // What someone on a diet eats already fits it; what is new must be marked as fitting.
    if (!own && std::any_of(diets_.begin(), diets_.end(),
                            [&](auto const& diet) { return !holds(offer.diets, diet); }))
        return true;
    for (auto const& row : verdict::plan_limits_rows)
        if (too_much(offer, table, row.nutrient, row.most_a_portion))
            return true;
    return avoids(offer, table) || stopped(offer, table);
}

std::vector<verdict::NotConsidered> PlanBans::not_considered() const {
    std::vector<verdict::NotConsidered> out;
    for (auto const& one : allergies_not_read_)
        out.push_back({"/allergies: " + one, {}, "This allergy was not understood, so no foods are listed."});
    for (auto const& one : wishes_not_read_)
        out.push_back({"/wishes/dislikes: " + one,
                       {},
                       "No food of this name is known, so nothing was left out for it."});
    for (auto const& one : diets_not_understood_)
        out.push_back({"diet: " + one, std::string(verdict::nearest_code("diet", one)),
                       "This diet was not understood, so only plant foods are listed."});
    return out;
}

std::vector<std::string> PlanBans::notes() const {
    auto const in_one = [](std::string line, std::vector<std::string> const& parts) {
        for (std::size_t i = 0; i < parts.size(); ++i)
            line += (i == 0 ? " " : ", ") + parts[i];
        return line + ".";
    };
    std::vector<std::string> notes, out, no_more, steady;
    if (!avoided_.empty())
        notes.push_back(in_one("Left out because of your allergies or wishes:", avoided_));
    // What a stop knows by its name is taken off the table; of what it counts by a nutrient there is no more.
    for (auto const* kind : verdict::forbidden_by(stops_))
        if (!kind->steady.empty() && !kind->nutrient.empty())
            steady.emplace_back(kind->text);
        else if (!kind->patterns.empty() || kind->code == "alcohol" || kind->nutrient == "all")
            out.emplace_back(kind->text);
        else if (!kind->nutrient.empty())
            no_more.emplace_back(kind->text);
    if (!out.empty())
        notes.push_back(in_one("For your safety this list leaves out", out));
    if (!no_more.empty())
        notes.push_back(in_one("For your safety no more than now of:", no_more));
    if (!steady.empty())
        notes.push_back(in_one("For your safety this stays as it is:", steady));
    if (own_only_)
        notes.emplace_back("A food allergy is not named, so only your own foods are listed.");
    if (none_safe())
        notes.push_back(
            in_one("No foods are listed, because an allergy was not understood:", allergies_not_read_));
    if (!diets_not_understood_.empty())
        notes.push_back(
            in_one("Only plant foods are listed, because a diet was not understood:", diets_not_understood_));
    for (auto const& diet : diets_not_read_)
        notes.push_back("This list cannot promise to fit your diet: " + verdict::name_of(diet) + ".");
    return notes;
}

} // namespace rheobase::week
