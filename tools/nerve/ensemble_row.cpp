#include "tools/nerve/ensemble_row.hpp"

#include <cstdio>

namespace rheobase::nerve {

namespace {

std::string cell(double value) {
    char text[32];
    std::snprintf(text, sizeof text, ",%.5g", value);
    return text;
}

} // namespace

std::string ensemble_header() {
    std::string out = "axon,person,miss";
    auto const add = [&](auto const& spreads) {
        for (auto const& fact : spreads)
            out += ',' + std::string(fact.name.substr(fact.name.find('.') + 1));
    };
    add(motor_axon_spreads);
    add(ion_sensitivity_spreads);
    add(terminal_spreads);
    return out + ",rheobase,person_rheobase,calcium_onset,source";
}

std::string ensemble_row(Fit const& fit, Chosen const& chosen) {
    std::string out = std::to_string(fit.axon) + ',' + std::to_string(fit.person) + cell(fit.miss);
    auto const add = [&](auto const& facts) {
        for (auto const member : facts.members)
            out += cell(facts.*member);
    };
    add(chosen.member.axon.membrane);
    add(chosen.member.axon.ions);
    add(chosen.member.branch);
    return out + cell(chosen.member.rheobase) + cell(chosen.member.person_rheobase) +
           cell(chosen.calcium_onset) + ",fitted_nerve";
}

} // namespace rheobase::nerve
