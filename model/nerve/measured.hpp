// The indices of a recording, held against the norms and against the model.
#pragma once

#include "model/nerve/threshold_recording.hpp"

namespace rheobase::nerve {

enum class Origin { nowhere, curves, list };

struct MeasuredIndex {
    double value = unknown; ///< in the unit of indices.csv
    Origin origin =
        Origin::nowhere;     ///< the recording's own curves go before the list that its program derived
    double listed = unknown; ///< what the list says, in the same unit
};

using Measured = std::array<MeasuredIndex, index_count>;

Measured measured(ThresholdRecording const& recording);

/// Where a value stands against a band of 95 or 90 % of others.
enum class Standing { unknown, below, within, above };
Standing standing(double value, double low, double high);

/// Milliamperes of rheobase that count as 1, the median healthy nerve: by the charges of the norms and their
/// mean rheobase.
double rheobase_scale();

} // namespace rheobase::nerve
