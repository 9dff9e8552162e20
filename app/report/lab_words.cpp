#include "app/report/lab_words.hpp"

#include "app/report/phrases.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

std::string bounds(double low, double high, std::string_view unit) {
    auto const figures = known(low) && known(high) ? lab_figure(low) + " to " + lab_figure(high)
                         : known(low)              ? "from " + lab_figure(low)
                                                   : "up to " + lab_figure(high);
    return fmt::format("{} {}", figures, unit);
}

} // namespace

std::string lab_figure(double value) {
    constexpr int digits = 3;
    constexpr double hundred = 100;
    double const size = std::fabs(value);
    if (size == 0)
        return "0";
    // Sodium of 134.6 is low and 135 is not, so from a hundred on one decimal stays.
    int const decimals = size >= hundred
                             ? (size < 10 * hundred ? 1 : 0)
                             : std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(size))), 0, 9);
    auto out = fmt::format("{:.{}f}", value, decimals);
    if (out.find('.') != out.npos) {
        out.erase(out.find_last_not_of('0') + 1);
        if (out.ends_with('.'))
            out.pop_back();
    }
    return out;
}

std::string value_in_words(verdict::LabLine const& lab) {
    if (!known(lab.value))
        return lab.written;
    auto out = fmt::format("{}{} {}", lab.bound, lab_figure(lab.value), lab.unit);
    if (known(lab.value_us) && lab.unit_us != lab.unit)
        out += fmt::format(" ({}{} {})", lab.bound, lab_figure(lab.value_us), lab.unit_us);
    return out;
}

std::string range_in_words(verdict::LabLine const& lab) {
    if (!known(lab.low) && !known(lab.high))
        return "no range to compare with";
    auto out = "range " + bounds(lab.low, lab.high, lab.unit);
    // The two units differ by a factor, which the result itself gives.
    if (known(lab.value_us) && lab.value > 0 && lab.unit_us != lab.unit) {
        double const factor = lab.value_us / lab.value;
        out += " (" + bounds(factor * lab.low, factor * lab.high, lab.unit_us) + ")";
    }
    return out + ", " + range_from_in_words(lab.range_from);
}

} // namespace rheobase::report
