// Three-valued logic: a thing that nobody asked about is neither true nor false, and stays so until it cannot
// matter.
#pragma once

#include <algorithm>

namespace rheobase::verdict {

enum class Truth { no, unknown, yes };

constexpr Truth both(Truth a, Truth b) {
    return std::min(a, b);
}
constexpr Truth either(Truth a, Truth b) {
    return std::max(a, b);
}

constexpr Truth opposite(Truth a) {
    return a == Truth::yes ? Truth::no : a == Truth::no ? Truth::yes : Truth::unknown;
}

constexpr Truth truth(bool known_answer) {
    return known_answer ? Truth::yes : Truth::no;
}

} // namespace rheobase::verdict
