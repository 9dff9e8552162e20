// How easily a nerve fires as one page that needs nothing else: the four drawings of a clinical report with
// the healthy behind, the indices, and what can be said of them.
#pragma once

#include "app/report/nerve_words.hpp"

#include <string>

namespace rheobase::report {

std::string nerve_html(NerveTold const& told);

} // namespace rheobase::report
