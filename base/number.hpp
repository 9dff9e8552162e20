// Reading numbers as people and exports write them, the same on every machine and in every locale.
#pragma once

#include <limits>
#include <optional>
#include <string_view>

namespace rheobase {

/// The mark of an unknown amount. It survives every sum and product, which is the point: unknown is never
/// zero.
inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

inline bool known(double value) {
    return value == value;
}

/// The whole text as a finite number ("12", "-0.5", "1e3"), or nothing. Blanks around it are allowed.
std::optional<double> number(std::string_view text);

/// As `number`, but also "1,200.5" and "1.200,5", where grouping and decimal marks can be told apart.
std::optional<double> number_with_grouping(std::string_view text);

} // namespace rheobase
