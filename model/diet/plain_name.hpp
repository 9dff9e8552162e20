// A food's name without what the table does not know of it: "Broccoli, NS as to form, cooked" is cooked
// broccoli.
#pragma once

#include <string>
#include <string_view>

namespace rheobase::diet {

/// For people to read; a food is told from another by its id, since two names may become equal.
std::string plain_name(std::string_view table_name);

} // namespace rheobase::diet
