#include "base/spread.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <vector>

namespace rheobase {

namespace {

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    while (!text.empty()) {
        auto const end = std::min(text.find(' '), text.size());
        found.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return found;
}

} // namespace

std::optional<Variation> variation(std::string_view cell) {
    if (cell.empty())
        return Variation{};
    auto const said = words(cell);
    std::vector<double> figures;
    for (std::size_t i = 1; i < said.size(); ++i) {
        auto const figure = number(said[i]);
        if (!figure)
            return std::nullopt;
        figures.push_back(*figure);
    }
    if (said[0] == "range" && figures.size() == 2)
        return Variation{Shape::range, figures[0], figures[1]};
    if (figures.size() != 1)
        return std::nullopt;
    if (said[0] == "cv")
        return Variation{Shape::lognormal, figures[0], 0};
    if (said[0] == "sd")
        return Variation{Shape::normal, figures[0], 0};
    if (said[0] == "choice")
        return Variation{Shape::choice, figures[0], 0};
    return std::nullopt;
}

std::string_view impossible(double value, Variation const& variation) {
    if (variation.shape == Shape::fixed)
        return {};
    if (!known(value))
        return "a value nobody knows cannot be spread";
    switch (variation.shape) {
    case Shape::fixed:
        break;
    case Shape::lognormal:
        if (!(value > 0))
            return "a coefficient of variation needs a value above zero; use sd or range";
        if (!(variation.first > 0))
            return "the coefficient of variation must be above zero; leave the cell blank where nothing "
                   "varies";
        break;
    case Shape::normal:
        if (!(variation.first > 0))
            return "the standard deviation must be above zero; leave the cell blank where nothing varies";
        break;
    case Shape::range:
        if (!(variation.first < variation.second))
            return "the range must go from a lower to a higher number";
        if (value < variation.first || value > variation.second)
            return "the value lies outside its own range";
        break;
    case Shape::choice:
        if (value != 0 && value != 1)
            return "the value of a choice must be 0 or 1";
        if (!(variation.first > 0 && variation.first < 1))
            return "the share of a choice must lie between 0 and 1";
        break;
    }
    return {};
}

} // namespace rheobase
