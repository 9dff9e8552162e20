#include "model/blood/ion_levels.hpp"

#include "model/blood/reading.hpp"
#include "model/ions/names.hpp"

#include <algorithm>

namespace rheobase::blood {

namespace {

using ions::Observable;

constexpr std::array<Observable, ion_count> observed{Observable::calcium_ionised, Observable::magnesium_serum,
                                                     Observable::potassium_serum, Observable::sodium_serum};

std::size_t place_of(Observable what) {
    return static_cast<std::size_t>(std::find(tests().begin(), tests().end(), what) - tests().begin());
}

} // namespace

std::array<IonLevels, ion_count> ion_levels(Levels const& now, Results const& results,
                                            std::vector<double> const& weights, std::uint64_t seed) {
    std::array<IonLevels, ion_count> out;
    for (std::size_t i = 0; i < ion_count; ++i) {
        auto const what = observed[i];
        auto const t = place_of(what);
        auto& ion = out[i];
        ion.analyte = ions::about(what).analyte;
        bool const bound_elsewhere =
            what == Observable::calcium_ionised && results[t].kind == Result::Kind::none &&
            results[place_of(Observable::calcium_serum)].kind == Result::Kind::instead;
        if (results[t].kind == Result::Kind::unseen || bound_elsewhere)
            continue;
        ion.level = now[t];
        if (results[t].kind == Result::Kind::instead) {
            ion.measured = true;
            std::fill(ion.level.begin(), ion.level.end(), results[t].value);
            ion.level = strayed(std::move(ion.level), what, seed, "blood.true." + std::string(ion.analyte));
        }
        for (std::size_t person = 0; person < ion.level.size(); ++person)
            if (!(weights[person] > 0))
                ion.level[person] = unknown;
    }
    return out;
}

} // namespace rheobase::blood
