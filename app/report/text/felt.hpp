// What the person's likely blood would do to a nerve, as text.
#pragma once

#include "app/report/text/page.hpp"
#include "model/rheobase.hpp"

namespace rheobase::report {

void write_felt(Page& page, Answer const& answer);

} // namespace rheobase::report
