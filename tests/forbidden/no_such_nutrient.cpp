// Must not compile: a nutrient that nutrients.csv does not list.
#include "model/diet/nutrients.hpp"

constexpr auto lost = rheobase::diet::nutrient("magnesum_mg");
