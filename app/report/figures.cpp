#include "app/report/figures.hpp"

#include "base/number.hpp"

#include <fmt/core.h>

namespace rheobase::report {

std::string with_decimals(double value, int decimals) {
    if (!known(value))
        return "–";
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (text.starts_with('-'))
        // A minus before nothing but zeros says nothing; before others it is a minus, not a hyphen.
        text.replace(0, 1, text.find_first_not_of("-0.") == text.npos ? "" : "−");
    return text;
}

} // namespace rheobase::report
