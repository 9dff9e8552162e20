// What threshold tracking measured in one person's nerve: curves, and the indices that its own program
// derived from them.
#pragma once

#include "base/number.hpp"
#include "model/nerve/excitability.hpp"

#include <string>
#include <utility>
#include <vector>

namespace rheobase::nerve {

/// Named and counted as the curves of the model are; besides those, te_d and te_h of other strengths of the
/// conditioning current, and `response` (stimulus in mA over % of the largest response). `charge` is in mA
/// ms. x rises.
struct RecordedCurve {
    std::string name;
    std::vector<double> x, y;
};

struct ThresholdRecording {
    std::string file, name, protocol, date, start_time, sex, sites, diagnosis, examiner, comments, program;
    double age_years = unknown;
    double temperature = unknown;        ///< of the skin, °C
    double polarising_current = unknown; ///< % of threshold, applied all along
    std::vector<RecordedCurve> curves;
    std::array<double, index_count>
        listed; ///< by the rows of indices.csv, as its program derived them; rheobase in mA
    std::vector<std::pair<std::string, double>>
        extras; ///< what the examiner added by hand, such as a potassium

    ThresholdRecording() { listed.fill(unknown); }
};

} // namespace rheobase::nerve
