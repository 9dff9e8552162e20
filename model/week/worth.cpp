#include "model/week/worth.hpp"

#include "engine/elementary.hpp"
#include "model/diet/absorption.hpp"
#include "model/diet/intake_facts.rows.hpp"
#include "model/week/worth.rows.hpp"

#include <algorithm>

namespace rheobase::week {

double calcium_counted(double amount, double fraction) {
    double const holds_fast = known(fraction) ? std::min(1.0, fraction / worth.calcium_ordinary_share) : 1;
    double const load = amount * holds_fast;
    if (!(load > worth.calcium_ordinary_load))
        return load;
    double const share = worth.calcium_ordinary_share -
                         worth.calcium_fall_per_log * engine::log(load / worth.calcium_ordinary_load);
    // What the whole load gives is never less than what a smaller one does.
    double const at_ordinary = worth.calcium_ordinary_load;
    return std::max(at_ordinary, load * std::max(share, 0.0) / worth.calcium_ordinary_share);
}

double magnesium_counted(double amount, std::string_view phytate) {
    return amount * (phytate == "high"     ? worth.magnesium_high_phytate
                     : phytate == "medium" ? worth.magnesium_medium_phytate
                                           : 1);
}

double b12_counted(double amount) {
    auto const taken_up = [](double held) { return worth.b12_most * held / (worth.b12_half + held); };
    if (!(amount > worth.b12_ordinary))
        return amount;
    return worth.b12_ordinary * taken_up(amount) / taken_up(worth.b12_ordinary);
}

diet::Nutrients counted(diet::Foods const& table, diet::Food food, diet::Nutrients const& portion) {
    auto out = portion;
    for (auto& amount : out.amount)
        if (!known(amount))
            amount = 0;
    auto const absorbed = diet::absorption_of(table, food);
    auto& calcium = out[diet::nutrient("calcium_mg")];
    calcium = calcium_counted(calcium, absorbed.calcium_fraction);
    auto& magnesium = out[diet::nutrient("magnesium_mg")];
    magnesium = magnesium_counted(magnesium, absorbed.phytate);
    auto& b12 = out[diet::nutrient("b12_ug")];
    b12 = b12_counted(b12);
    // Needs of niacin count what the body makes from protein; the food table does not.
    out[diet::nutrient("niacin_mg")] +=
        out[diet::nutrient("protein_g")] * diet::intake_facts.niacin_from_protein;
    return out;
}

} // namespace rheobase::week
