#include "model/twitch/ordinary.hpp"

#include "model/twitch/ordinary_range.rows.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rheobase::twitch {

namespace {

using nerve::Medium;

constexpr std::array<std::pair<std::string_view, double Medium<double>::*>, 5> named{
    {{"calcium", &Medium<double>::calcium},
     {"magnesium", &Medium<double>::magnesium},
     {"potassium", &Medium<double>::potassium},
     {"sodium", &Medium<double>::sodium},
     {"ph", &Medium<double>::ph}}};

} // namespace

Medium<double> nearest_ordinary(Medium<double> const& blood) {
    auto out = nerve::ordinary_medium;
    if (known(blood.temperature))
        out.temperature = blood.temperature;
    for (auto const& row : ordinary_range_rows)
        for (auto const& [name, ion] : named)
            if (name == row.key && known(blood.*ion))
                out.*ion = std::clamp(blood.*ion, row.low, row.high);
    return out;
}

Medium<double> without_its_potassium(Medium<double> const& blood) {
    auto out = blood;
    out.potassium = nearest_ordinary(blood).potassium;
    return out;
}

} // namespace rheobase::twitch
