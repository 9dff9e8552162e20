// The nutrients whose lack or excess can reach a nerve, side by side: one line of each card.
#pragma once

#include "model/why/card.hpp"

namespace rheobase::why {

struct Compared {
    std::string code, name;
    Statement role, lack, excess, reason, test, food; ///< empty text where nothing is said
};

/// The nutrients of focus_nutrients.csv, in its order.
std::vector<Compared> comparison();

} // namespace rheobase::why
