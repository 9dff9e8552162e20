#include "model/ions/names.hpp"

#include "base/expects.hpp"

namespace rheobase::ions {

ExperimentLimitsRow const& limit_called(std::string_view what) {
    for (auto const& row : experiment_limits_rows)
        if (row.what == what)
            return row;
    RHEOBASE_EXPECTS(false && "a row of experiment_limits.csv is missing");
    return experiment_limits_rows.front();
}

std::size_t moments(double phase_hours, double every_hours) {
    // A third of a day three times is a day, whatever the last bit says.
    constexpr double last_bits = 1e-9;
    return 1 + static_cast<std::size_t>(phase_hours / every_hours + last_bits);
}

} // namespace rheobase::ions
