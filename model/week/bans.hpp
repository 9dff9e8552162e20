// What a list of foods must leave out for one person: allergens, dislikes, a diet kept or wished for, and
// everything that a hard stop forbids. Too much left out is safer than too little.
#pragma once

#include "model/diet/foods.hpp"
#include "model/verdict/avoided.hpp"
#include "model/verdict/evidence.hpp"
#include "model/verdict/verdict.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::week {

/// A food about to be offered, in a measure of so many grams.
struct Offer {
    diet::Food food = diet::no_food;
    double grams = unknown;
    std::string_view plain_name;            ///< of a curated food; empty for a food of the diary
    std::string_view contains, diets;       ///< of a curated food, separated by ;
    std::span<std::string const> said = {}; ///< the diary's own words, of a food of the diary
};

/// A diet that a person keeps to (`wished` false) or wishes for, in its code.
struct KeptDiet {
    std::string code;
    bool wished = false;
};

class PlanBans {
  public:
    PlanBans(verdict::Evidence const& evidence, std::vector<verdict::HardStop> const& stops);

    /// Whether this food must not be offered.
    bool ban(Offer const& offer, diet::Foods const& table) const;

    /// Whether it holds what the person avoids, by its name or marks.
    bool avoids(Offer const& offer, diet::Foods const& table) const;

    /// An allergy is known of but not to what: only foods that the person eats already may be offered.
    bool own_only() const { return own_only_; }

    /// An allergy was not understood: any food could hold it, so none may be offered.
    bool none_safe() const { return !allergies_not_read_.empty(); }

    /// Whether something edible is not borne: an allergy to food, named or not, or an illness that bars
    /// gluten.
    bool food_allergic() const;

    /// Whether the food is said to be made without all that is not borne ("gluten free" in coeliac disease).
    bool said_safe(diet::Food food, diet::Foods const& table, std::span<std::string const> said) const;

    /// The diets that foods of one's own are held against too.
    std::vector<KeptDiet> const& diets() const { return kept_diets_; }

    /// Dislikes that name no food, as written.
    std::vector<std::string> const& dislikes_not_read() const { return wishes_not_read_; }

    /// Allergies, dislikes and diets that could not be read.
    std::vector<verdict::NotConsidered> not_considered() const;

    /// Sentences on what was left out, and on wishes that could not be read.
    std::vector<std::string> notes() const;

  private:
    void avoid(std::string const& written, verdict::Avoided const& meant, bool allergy);
    void keep_to(std::string const& diet, bool wished);
    void keep_to_plants();
    bool gluten_stopped() const;
    bool stopped(Offer const& offer, diet::Foods const& table) const;

    std::vector<verdict::HardStop> const& stops_;
    std::vector<std::string> avoided_;              ///< as the person wrote them
    std::vector<std::string> codes_, wished_codes_; ///< of allergens.csv, for allergies and for wishes
    std::vector<std::string> kinds_, words_;        ///< of avoided_kinds.csv; words of food names
    std::vector<std::string> not_offered_; ///< codes that no food advised may hold, though one's own may stay
    std::vector<std::string> diets_, diets_not_read_; ///< in codes; those that no food is marked for
    std::vector<KeptDiet> kept_diets_;
    bool allergic_to_words_ = false; ///< to a food that is no code
    std::vector<std::string> allergies_not_read_, wishes_not_read_, diets_not_understood_; ///< as written
    bool own_only_ = false;
};

} // namespace rheobase::week
