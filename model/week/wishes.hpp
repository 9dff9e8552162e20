// What a person wishes of a plan. A stop is never a wish: it cannot be given up.
#pragma once

#include <string>
#include <vector>

namespace rheobase::week {

struct Wishes {
    std::string diet;                 ///< code of codes.csv, or as written
    std::vector<std::string> without; ///< allergens or foods to leave out, in the person's words
    std::vector<std::string> keep;    ///< foods that must stay as they are
    bool cheap = false, few_changes = false;
    std::string cooking; ///< "none", "little", or "" for any
};

/// One wish alone, for finding which cannot hold together.
struct Wish {
    std::string name; ///< "vegan", "without milk", "keep cheddar", "cheap", …
    Wishes alone;
};

/// The parts of the wishes, in a fixed order; a plan by all of them is a plan by `wishes`.
std::vector<Wish> parts(Wishes const& wishes);

/// Both together.
Wishes joined(Wishes const& a, Wishes const& b);

} // namespace rheobase::week
