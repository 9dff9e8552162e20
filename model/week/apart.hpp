// Calcium and iron of food, and medicines that they bind: which meals lie too near to a dose.
#pragma once

#include "model/verdict/evidence.hpp"
#include "model/week/item.hpp"

#include <string>
#include <vector>

namespace rheobase::week {

/// Foods that are new to the table and hold much calcium or iron leave the meals that lie near a dose, and
/// the offer where every meal does. One's own stay where they are and come to no more there. Returns whole
/// sentences: which meals, and what of one's own in them binds the medicine. Nothing where no such medicine
/// is taken.
std::vector<std::string> keep_apart(std::vector<Item>& items, verdict::Evidence const& evidence);

} // namespace rheobase::week
