#include "app/read/experiment_parts.hpp"

#include <fmt/core.h>

namespace rheobase::read {

namespace {

constexpr double widest_of_bodies = 0.5; ///< an SD of more than half the mean is no weight of living people

std::string with_unit(double value, std::string_view unit) {
    if (unit == "1")
        return plain(value);
    return fmt::format("{} {}", plain(value), unit == "year" && value != 1 ? "years" : unit);
}

} // namespace

bool within(ions::ExperimentLimitsRow const& limit, double value, std::string_view path, Faults& faults,
            std::string_view shown) {
    if (value >= limit.low && value <= limit.high)
        return true;
    auto const written = shown.empty() ? with_unit(value, limit.unit) : std::string(shown);
    if (value < limit.low && limit.low == 0)
        faults.add(path, fmt::format("{} is negative, and an amount cannot be", written), "Give 0 or more.");
    else if (value < limit.low)
        faults.add(path,
                   fmt::format("{} is less than {}, the least that is accepted", written,
                               with_unit(limit.low, limit.unit)),
                   std::string(limit.because));
    else
        faults.add(path,
                   fmt::format("{} is more than {}, the most that is accepted", written,
                               with_unit(limit.high, limit.unit)),
                   std::string(limit.because));
    return false;
}

std::optional<double> limited(Fields& fields, std::string_view key, ions::ExperimentLimitsRow const& limit) {
    auto const value = fields.number(key);
    if (!value || !within(limit, *value, fields.at(key), fields.faults()))
        return std::nullopt;
    return value;
}

std::optional<ions::Spread> spread_of(nlohmann::json const& value, std::string const& path, double widest,
                                      Faults& faults) {
    if (value.is_number())
        return ions::Spread{value.get<double>(), 0};
    if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number()) {
        faults.add(path,
                   value.is_string()
                       ? fmt::format("\"{:.60}\" is a text, and a number or a pair is needed here",
                                     value.get<std::string>())
                       : fmt::format("this is {}, and a number or a pair is needed here", kind_of(value)),
                   value.is_string()
                       ? "Write it without quotes and unit, or as [mean, SD] where people differ."
                       : "Write one number, or [mean, SD] where people differ.");
        return std::nullopt;
    }
    ions::Spread const spread{value[0].get<double>(), value[1].get<double>()};
    if (spread.sd < 0) {
        faults.add(path, fmt::format("an SD of {} is negative", plain(spread.sd)), "Give 0 or more.");
        return std::nullopt;
    }
    if (spread.mean >= 0 && spread.sd > widest * spread.mean) {
        faults.add(path,
                   fmt::format("an SD of {} beside a mean of {} is wider than people differ",
                               plain(spread.sd), plain(spread.mean)),
                   "The pair is [mean, SD], not [low, high].");
        return std::nullopt;
    }
    return spread;
}

std::optional<ions::Spread> limited_spread(Fields& fields, std::string_view key,
                                           ions::ExperimentLimitsRow const& limit) {
    auto const* found = fields.find(key);
    if (!found)
        return std::nullopt;
    auto const spread = spread_of(*found, fields.at(key), widest_of_bodies, fields.faults());
    if (!spread || !within(limit, spread->mean, fields.at(key), fields.faults()))
        return std::nullopt;
    return spread;
}

} // namespace rheobase::read
