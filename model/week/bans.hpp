// What a list of foods must leave out for one person: allergens, dislikes, a diet kept or wished for, and
// everything that a hard stop forbids. Too much left out is safer than too little.
#pragma once

#include "model/diet/foods.hpp"
#include "model/verdict/avoided.hpp"
#include "model/verdict/evidence.hpp"
#include "model/verdict/verdict.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::week {

/// A food about to be offered, in a measure of so many grams.
struct Offer {
    diet::Food food = diet::no_food;
    double grams = unknown;
    std::string_view plain_name;      ///< of a curated food; empty for a food of the diary
    std::string_view contains, diets; ///< of a curated food, separated by ;
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

    /// Allergies, dislikes and diets that could not be read.
    std::vector<verdict::NotConsidered> not_considered() const;

    /// Sentences on what was left out, and on wishes that could not be read.
    std::vector<std::string> notes() const;

  private:
    void avoid(std::string const& written, verdict::Avoided const& meant);
    void keep_to(std::string const& diet);
    void keep_to_plants();
    bool stopped(Offer const& offer, diet::Foods const& table) const;

    std::vector<verdict::HardStop> const& stops_;
    std::vector<std::string> avoided_;                ///< as the person wrote them
    std::vector<std::string> codes_, words_;          ///< of allergens.csv; words of food names beside them
    std::vector<std::string> diets_, diets_not_read_; ///< in codes; those that no food is marked for
    std::vector<std::string> allergies_not_read_, wishes_not_read_, diets_not_understood_; ///< as written
    bool own_only_ = false;
};

} // namespace rheobase::week
