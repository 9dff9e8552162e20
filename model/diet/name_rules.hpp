// Rules over food names: "every food called spinach but not a pie". Shared by the table's packer and the
// program.
#pragma once

#include <string_view>

namespace rheobase::diet {

/// Whether a name holds every word of `pattern` (words parted by blanks; a plural counts as the word) and
/// none of `excludes` (parted by ";" or blanks). An empty pattern fits every name.
bool fits(std::string_view name, std::string_view pattern, std::string_view excludes = {});

} // namespace rheobase::diet
