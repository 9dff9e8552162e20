// A result and its range as people read them, in both units, said alike by every report.
#pragma once

#include "model/rheobase.hpp"

#include <string>

namespace rheobase::report {

/// Three digits that mean something, four from a hundred on; no zeros behind them: "8.62", "134.6", "0.062".
std::string lab_figure(double value);

/// "2.15 mmol/L (8.62 mg/dL)", or what was written where it is no figure.
std::string value_in_words(verdict::LabLine const& lab);

/// "range 2.2 to 2.6 mmol/L (8.82 to 10.4 mg/dL), usual adult range".
std::string range_in_words(verdict::LabLine const& lab);

} // namespace rheobase::report
