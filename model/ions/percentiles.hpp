// A distribution between people that is known by five of its percentiles.
#pragma once

namespace rheobase::ions {

struct Percentiles {
    double p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0;
};

/// The value of a person who stands z standard deviations from the median, were the ranks laid out as a
/// normal distribution. Straight on the logarithm between known percentiles and beyond the last ones, as
/// intakes are skewed; straight on the value where a percentile is zero, as with those who never drink. Never
/// below zero.
double value_at(Percentiles const& known, double z);

} // namespace rheobase::ions
