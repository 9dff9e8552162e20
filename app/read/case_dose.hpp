// A product's dose in words: "400 mg twice daily", "400 mg magnesium oxide", "2000 IU".
#pragma once

#include "model/diet/supplement.hpp"

#include <string>
#include <vector>

namespace rheobase::read {

/// Fills what the product holds and how often it is taken from its name and dose, where the case does not say
/// it in figures. A dose that names a salt may mean the salt or the element: the range holds both. Returns
/// what could not be read, or an empty text.
std::string read_dose(diet::Supplement& product);

} // namespace rheobase::read
