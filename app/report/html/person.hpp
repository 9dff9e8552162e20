// The person and the complaint in a line, as a doctor would open a letter.
#pragma once

#include "model/verdict/evidence.hpp"

#include <string>

namespace rheobase::report {

/// "woman, 34 years · twitch for 10 days".
std::string complaint_in_words(verdict::Evidence const& evidence);

/// "10 days", "3 weeks".
std::string for_days(double days);

} // namespace rheobase::report
