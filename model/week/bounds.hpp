// What a week's menu must bring of each nutrient, and what it must not pass.
#pragma once

#include "model/diet/need.hpp"
#include "model/verdict/verdict.hpp"

#include <vector>

namespace rheobase::week {

/// Amounts a day, in the nutrient's unit; unknown where there is none.
struct Bound {
    diet::Nutrient nutrient = 0;
    double floor = unknown;                       ///< what half of such people need, and a margin
    double aim = unknown;                         ///< the recommended or adequate amount
    double ceiling = unknown;                     ///< the lowest limit that food counts toward
    std::string_view ceiling_kind, ceiling_scope; ///< of limits.csv, or "stop", "now"
    std::string source;
    bool added_only = false; ///< the ceiling counts what was added to food alone, and products
    /// What a stop forbids more than, of everything held; no plan passes it, whatever it is short of.
    double never_above = unknown;
};

/// `now` is what is eaten a day at present, food and products, in the order of nutrients.csv. Where a stop
/// forbids more of a nutrient, it has no floor and its present amount is the ceiling; where it must be kept
/// as it is (vitamin K on warfarin, salt on lithium), it has a floor and a ceiling close to it.
std::vector<Bound> bounds(diet::Person const& person, std::string_view authority, diet::Nutrients const& now,
                          std::vector<verdict::HardStop> const& stops, bool much_sun);

} // namespace rheobase::week
