// How easily a nerve fires as a page of text: a table that is read in ten seconds, and two sentences.
#pragma once

#include "app/report/nerve_words.hpp"

#include <string>

namespace rheobase::report {

std::string nerve_text(NerveTold const& told, bool colour);

} // namespace rheobase::report
