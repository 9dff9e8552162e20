#include "app/report/html/ions_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

constexpr double day = 24, year = 365.25 * day;
constexpr double gap = 0.012; ///< between panels, as a share of the width
constexpr double wished_between =
    0.14;                         ///< ticks of a panel, so far apart that labels do not touch on a phone
constexpr double letter = 0.0235; ///< of a tick's label on a phone, as a share of the width
constexpr double beside = 0.008;  ///< between two labels

struct Unit {
    double hours;
    std::string_view sign;
};

Unit unit_of(double phase_hours) {
    if (phase_hours <= 4 * day)
        return {1, "h"};
    return phase_hours <= 3 * year ? Unit{day, "d"} : Unit{year, "y"};
}

/// The smallest of 1, 2, 5, 10, 20, … (times a power of ten) that is not below `least`.
double round_step(double least) {
    double power = 1;
    while (power > least)
        power /= 10;
    while (power * 10 <= least)
        power *= 10;
    for (double const step : {1.0, 2.0, 5.0})
        if (step * power >= least)
            return step * power;
    return 10 * power;
}

double time_step(double least, Unit const& unit) {
    // Hours are read on a clock's face, not in tens.
    constexpr std::array clock{1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 48.0};
    if (unit.hours == 1 && least > clock.front() / 2)
        for (double const step : clock)
            if (step >= least)
                return step;
    return round_step(least);
}

} // namespace

TimeAxis::TimeAxis(std::vector<ions::Phase> const& phases) {
    double const between = phases.size() <= 12 ? gap : 0;
    // The fourth root keeps hours visible beside months and still lets the longer phase be longer.
    auto const share = [](ions::Phase const& phase) { return std::sqrt(std::sqrt(phase.hours)); };
    double sum = 0;
    for (auto const& phase : phases)
        sum += share(phase);
    double const room = 1 - between * static_cast<double>(phases.size() - 1);
    double left = 0;
    for (auto const& phase : phases) {
        double const width = room * share(phase) / sum;
        panels_.push_back({left, width, phase.hours});
        left += width + between;
    }
}

double TimeAxis::place(int phase, double hour) const {
    auto const& panel = panels_[static_cast<std::size_t>(phase)];
    return panel.left + panel.width * std::clamp(hour / panel.hours, 0.0, 1.0);
}

std::vector<Tick> TimeAxis::ticks() const {
    std::vector<Tick> out;
    double taken = 0; // up to where labels stand
    auto const put = [&](double place, double count, Unit const& unit) {
        auto label = fmt::format("{:.6g} {}", count, unit.sign);
        double const width = letter * static_cast<double>(label.size());
        double const left = place > near_the_edge ? place - width : place - width / 2;
        if (left < taken)
            return;
        taken = left + width + beside;
        out.push_back({place, std::move(label)});
    };
    for (auto const& panel : panels_) {
        auto const unit = unit_of(panel.hours);
        double const length = panel.hours / unit.hours;
        double const step = time_step(length * wished_between / panel.width, unit);
        for (int i = 1; i * step <= length * (1 + 1e-9); ++i)
            put(panel.left + panel.width * i * step / length, i * step, unit);
        // A panel too narrow for round times says at least how long it is; a stripe says nothing.
        constexpr double stripe = 0.045;
        if (step > length && panel.width >= stripe)
            put(panel.left + panel.width, length, unit);
    }
    return out;
}

bool TimeAxis::one_scale() const {
    return std::all_of(panels_.begin(), panels_.end(),
                       [&](Panel const& panel) { return panel.hours == panels_.front().hours; });
}

std::string moment_in_words(double hour, double phase_hours) {
    auto const unit = unit_of(phase_hours);
    if (unit.hours == 1)
        return fmt::format("{:.4g} h", hour);
    // Days and what is left of one; of years, the days.
    constexpr double last_bits = 1e-6;
    double const whole = std::floor(hour / unit.hours + last_bits);
    double const rest = (hour - whole * unit.hours) / (unit.hours == day ? 1 : day);
    if (whole == 0 && rest >= 0.05)
        return fmt::format("{:.3g} {}", rest, unit.hours == day ? "h" : "d");
    auto const told = fmt::format("{:.0f} {}", whole, unit.sign);
    return rest < 0.05 ? told : fmt::format("{} {:.3g} {}", told, rest, unit.hours == day ? "h" : "d");
}

ValueAxis::ValueAxis(double low, double high) {
    constexpr double air = 0.08, fewest_steps = 4;
    double span = high - low;
    if (!(span > 0)) {
        double const size = std::max(std::abs(low), std::abs(high));
        span = size > 0 ? size / 10 : 1;
        low -= span / 2;
        high += span / 2;
    }
    bottom = low - air * span;
    top = high + air * span;
    if (low >= 0 && bottom < 0)
        bottom = 0;
    double const step = round_step((top - bottom) / (fewest_steps + 1));
    int digits = 0;
    for (double s = step; digits < 8 && std::abs(s - std::round(s)) > 1e-6; s *= 10)
        ++digits;
    for (double k = std::ceil(bottom / step); k * step <= top; ++k)
        ticks.push_back(
            {place(k * step), (k < 0 ? "−" : "") + fmt::format("{:.{}f}", std::abs(k * step), digits)});
}

} // namespace rheobase::report
