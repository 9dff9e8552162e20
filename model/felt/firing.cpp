#include "model/felt/firing.hpp"

namespace rheobase::felt {

double firing_share(ions::BloodIons const& blood, Surface surface) {
    std::array<double, blood::ion_count> levels{};
    auto const put = [&](blood::Ion ion, double level) { levels[static_cast<std::size_t>(ion)] = level; };
    put(blood::Ion::calcium, blood.calcium_ionised);
    put(blood::Ion::magnesium, blood.magnesium);
    put(blood::Ion::potassium, blood.potassium);
    put(blood::Ion::sodium, blood.sodium);
    return surface(medium_of(levels)).fires_alone;
}

} // namespace rheobase::felt
