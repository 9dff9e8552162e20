#include "model/week/ordinary_day.hpp"

#include "model/diet/intake.hpp"

#include <cmath>
#include <map>

namespace rheobase::week {

namespace {

/// What was measured of these lines.
diet::Nutrients known_amounts(diet::Diary const& diary, std::string const& day, diet::Foods const& table) {
    diet::Nutrients sum;
    sum.amount.fill(0);
    for (auto const& line : diary.eaten) {
        if (line.day != day || line.food == diet::no_food)
            continue;
        auto const amounts = diet::amounts_in(line, table);
        for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
            if (known(amounts[n]))
                sum[n] += amounts[n];
    }
    return sum;
}

} // namespace

OrdinaryDay ordinary_day(diet::Diary const& diary, double days, diet::Foods const& table) {
    auto const names = diet::days_of(diary);
    bool told = !names.empty() && static_cast<double>(names.size()) == days;
    for (auto const& line : diary.eaten)
        told &= !line.day.empty();
    if (!told)
        return {diary, days, ""};
    std::map<std::string, diet::Nutrients> held;
    diet::Nutrients average;
    average.amount.fill(0);
    for (auto const& name : names) {
        held[name] = known_amounts(diary, name, table);
        for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
            average[n] += held[name][n] / days;
    }
    std::string nearest;
    double least = unknown;
    for (auto const& name : names) {
        double distance = 0;
        for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n)
            if (average[n] > 0)
                distance += std::fabs(held[name][n] - average[n]) / average[n];
        if (!(distance >= least)) {
            least = distance;
            nearest = name;
        }
    }
    OrdinaryDay out{diary, 1, nearest};
    std::erase_if(out.diary.eaten, [&](auto const& line) { return line.day != nearest; });
    return out;
}

} // namespace rheobase::week
