// Places of the evidence by the path that conditions use, so that a row of a table can say what an answer
// fills.
#pragma once

#include "model/verdict/questions.hpp"

namespace rheobase::verdict {

/// Writes one setting. False where there is no such place, no such code or no such value; then nothing
/// changed. A thing that is there stays so: a denial never takes back what was told.
bool put(Evidence& evidence, Setting const& setting);

/// Whether the person has told of this place, with a yes or with a no.
bool told(Evidence const& evidence, std::string_view path);

/// The number of days in "3 weeks", "10 d", "yesterday"; unknown where none can be read. A bare number has no
/// unit and is not read.
double days_in(std::string_view text);

} // namespace rheobase::verdict
