// What the case told, given back in the answer, so that a report needs nothing but the answer.
#pragma once

#include "app/report/json/plate.hpp"

namespace rheobase::report {

Json evidence_json(Answer const& answer);

} // namespace rheobase::report
