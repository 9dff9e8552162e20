// The composition table: every food of USDA's FNDDS and Standard Reference and the few they lack, per 100 g.
//
// Fourteen thousand foods as constexpr arrays take minutes to compile, so the table is packed into one binary
// when the program is built (tools/foodpack.cpp), carried inside it, and read where it lies.
#pragma once

#include "base/result.hpp"
#include "model/diet/nutrients.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace rheobase::diet {

using Food = int; ///< row of the table
inline constexpr Food no_food = -1;

/// A household measure: `amount` of `measure` weighs `grams` ("1", "cup, mashed", 225).
struct Portion {
    std::string_view measure;
    double amount;
    double grams;
};

class Foods {
  public:
    /// Reads a packed table in place; the bytes must outlive it. Fails on a wrong mark, version, size or
    /// checksum.
    static Result<Foods> open(std::span<std::byte const> packed);

    int size() const { return count_; }
    std::string_view id(Food food) const;       ///< "FNDDS:11100000": the number its source gave it
    std::string_view name(Food food) const;     ///< as its source calls it
    std::string_view synonyms(Food food) const; ///< separated by "; "
    std::string_view group(Food food) const;    ///< the source's own food group
    std::string_view source(Food food) const;   ///< citation key
    std::string_view
    family(Food food) const;         ///< coarser family common to both sources: "milk", "meat"; "" if none
    int processing(Food food) const; ///< 1 unprocessed to 4 ultra-processed; 0 when not classed

    /// Amount in 100 g in the nutrient's unit, or `unknown`.
    double per_100_g(Food food, Nutrient nutrient) const;

    /// The line of nutrient_rules.csv that a figure comes from when nobody measured it; 0 for a measured one.
    int filled_by(Food food, Nutrient nutrient) const;

    int portion_count(Food food) const;
    Portion portion(Food food, int place) const;

    std::optional<Food> find(std::string_view id) const;

    /// A named part of the packed table that other readers understand (the name index), or nothing.
    std::span<std::byte const> section(std::string_view name) const;

  private:
    std::string_view text(std::uint32_t at) const;

    int count_ = 0;
    std::span<std::byte const> packed_;
    std::span<std::uint32_t const> records_;  ///< fields_per_food words a food
    std::span<float const> composition_;      ///< nutrient_count floats a food; NaN is unknown
    std::span<std::uint32_t const> portions_; ///< measure, amount (float bits), grams (float bits)
    std::span<std::byte const> strings_;      ///< each: length (32 bits), bytes
    std::span<std::uint32_t const> by_id_;    ///< foods in order of their ids
    std::span<std::uint32_t const> filled_;   ///< food, nutrient, rule's line, in order
};

/// The table compiled into the program.
Foods const& foods();

} // namespace rheobase::diet
