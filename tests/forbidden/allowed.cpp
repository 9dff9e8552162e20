// Must compile, so that the others fail for their own reason and not for a missing header.
#include "base/quantities.hpp"
#include "model/diet/nutrients.hpp"

rheobase::Kilograms weight() {
    return rheobase::Kilograms(70) + rheobase::Kilograms(1);
}
constexpr auto magnesium = rheobase::diet::nutrient("magnesium_mg");
static_assert(rheobase::diet::about(magnesium).unit == "mg");
