// The nutrients of the food table, in its order. A nutrient is its place in that order.
#pragma once

#include "base/number.hpp"
#include "model/diet/nutrients.rows.hpp"

#include <array>
#include <optional>

namespace rheobase::diet {

inline constexpr int nutrient_count = static_cast<int>(nutrients_rows.size());

using Nutrient = int; ///< place in nutrients_rows

/// The nutrient of a key, known when the program is compiled: nutrient("magnesium_mg").
consteval Nutrient nutrient(std::string_view key) {
    for (int i = 0; i < nutrient_count; ++i)
        if (nutrients_rows[static_cast<std::size_t>(i)].key == key)
            return i;
    throw "no such nutrient in nutrients.csv";
}

/// The nutrient of a key met at run time.
constexpr std::optional<Nutrient> nutrient_called(std::string_view key) {
    for (int i = 0; i < nutrient_count; ++i)
        if (nutrients_rows[static_cast<std::size_t>(i)].key == key)
            return i;
    return std::nullopt;
}

constexpr NutrientsRow const& about(Nutrient n) {
    return nutrients_rows[static_cast<std::size_t>(n)];
}

/// One number a nutrient, in the nutrient's unit; `unknown` where nobody measured it.
struct Nutrients {
    std::array<double, nutrient_count> amount;

    constexpr Nutrients() { amount.fill(unknown); }
    double& operator[](Nutrient n) { return amount[static_cast<std::size_t>(n)]; }
    double operator[](Nutrient n) const { return amount[static_cast<std::size_t>(n)]; }
};

} // namespace rheobase::diet
