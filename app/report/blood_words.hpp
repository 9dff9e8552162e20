// What blood tests would likely show, in short sentences that every report says alike.
#pragma once

#include "model/rheobase.hpp"

#include <string>
#include <vector>

namespace rheobase::report {

/// Whether something stands above the prediction that it may not soften: any rule that fired.
bool rule_fired(Answer const& answer);

/// The tests that differ from an ordinary life's or that were measured; once a rule has fired, only those
/// that a test would show to be moved. Most moved first.
std::vector<blood::Line const*> lines_to_tell(Answer const& answer);

/// "Potassium: about 3.4 mmol/L, and 3.0 to 3.9 in nine of ten such people."
std::string level_in_words(blood::Line const& line);

/// "Lower than it would be without the water tablet and loose stools." or that no blood test can show it.
std::string change_in_words(blood::Line const& line);

/// What stands before the list, and what stands behind it; each a sentence or two.
std::string about_prediction(Answer const& answer);
std::vector<std::string> beside_prediction(Answer const& answer);

} // namespace rheobase::report
