// docs/validation-ions.md, written from the record.
#pragma once

#include <string>

namespace rheobase::validation {

inline constexpr char const* page_path = "docs/validation-ions.md";

/// The whole page. It depends on the tables of this folder alone, so it can be held against the file at any
/// time.
std::string page();
/// Its part about the survey's blood values.
std::string population_part();

} // namespace rheobase::validation
