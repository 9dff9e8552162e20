// What the model's figures in an unusual medium must not be taken for: where people are known to move in
// another way, and where nobody has measured by how much they move (docs/validation-nerve.md).
#include "app/report/nerve_words.hpp"
#include "model/nerve/medium.hpp"

#include <fmt/core.h>

namespace rheobase::report {

using namespace nerve;

std::vector<std::string> medium_cautions(NerveTold const& told) {
    constexpr double warm = 35, cold = 30; // °C
    constexpr double depolarised = 6;      // mmol/L
    auto const& in = told.model.medium;
    std::vector<std::string> out;
    if (in.potassium != ordinary_medium.potassium && enough_tracked(told.model))
        out.emplace_back(
            "Superexcitability, late subexcitability and the strength-duration time constant must not be "
            "read against potassium: in people they move less, more or the other way.");
    if (in.potassium >= depolarised && enough_tracked(told.model))
        out.push_back(fmt::format("From potassium {:.0f} on, a current pushes the model's axons toward their "
                                  "block further than was seen in people.",
                                  depolarised));
    if (in.magnesium != ordinary_medium.magnesium || in.sodium != ordinary_medium.sodium)
        out.emplace_back(
            "Magnesium moves the model's threshold a little more than published measurements allow; "
            "what sodium does was never compared with people.");
    if (in.calcium != ordinary_medium.calcium || in.ph != ordinary_medium.ph)
        out.emplace_back("Which way calcium and acidity move a nerve is known. By how much they move the "
                         "model was never compared with people.");
    if (in.temperature >= warm)
        out.push_back(fmt::format(
            "From {:.0f}\u00a0°C on the model's indices move further with warmth than people's are known to; "
            "no published sizes were found.",
            warm));
    if (in.temperature < cold)
        out.push_back(fmt::format(
            "Below {:.0f}\u00a0°C refractoriness lengthens less in the model than it does in people, and a "
            "depolarising current moves it further; the colder, the more axons such a current fires.",
            cold));
    if (told.myelin != 1)
        out.push_back(fmt::format(
            "Myelin {0:.3g} is a sheath that holds {1:.3g} times the charge and leaks {1:.3g} times the "
            "current of a healthy one. It stands in for ill myelin and is no model of a disease.",
            told.myelin, 1 / told.myelin));
    return out;
}

} // namespace rheobase::report
