// Numbers that know what they are where they cross from one folder to the next. A tag, not an algebra: take
// the number out, compute, put it back. Grams do not add to milligrams, and no number becomes a quantity by
// accident.
#pragma once

#include <compare>

namespace rheobase {

template <class Tag>
struct Quantity {
    double value = 0;

    constexpr Quantity() = default;
    constexpr explicit Quantity(double number) : value(number) {}
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.value + b.value); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.value - b.value); }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
};

using Grams = Quantity<struct GramsTag>;
using Kilograms = Quantity<struct KilogramsTag>;
using Centimetres = Quantity<struct CentimetresTag>;
using Years = Quantity<struct YearsTag>;
using Kilocalories = Quantity<struct KilocaloriesTag>;

} // namespace rheobase
