#include "model/blood/reading.hpp"

#include "engine/elementary.hpp"
#include "engine/random.hpp"
#include "model/ions/names.hpp"

namespace rheobase::blood {

double noise_cv(ions::Observable what) {
    auto const& row = ions::about(what);
    double const percent = 100;
    return engine::sqrt(row.lab_cv * row.lab_cv + row.within_person_cv * row.within_person_cv) / percent;
}

std::vector<double> strayed(std::vector<double> levels, ions::Observable what, std::uint64_t seed,
                            std::string const& draw) {
    double const cv = noise_cv(what);
    auto const key = engine::fact_key(draw);
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] *= 1 + cv * engine::standard_normal(seed, static_cast<std::uint32_t>(i), key);
    return levels;
}

} // namespace rheobase::blood
