// What blood tests would likely show, as text.
#pragma once

#include "app/report/text/page.hpp"
#include "model/rheobase.hpp"

namespace rheobase::report {

void write_blood(Page& page, Answer const& answer);

} // namespace rheobase::report
