// The codes that a case may use, each with the name people read and other wordings of it.
#pragma once

#include "model/verdict/codes.rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::verdict {

/// The row of a code of one kind ("symptom", "condition", …); nothing when it is not known.
CodesRow const* code_row(std::string_view kind, std::string_view code);

/// The code that a wording stands for: the code itself in any spelling of case and blanks, its name or a
/// synonym. Empty when no code is meant.
std::string_view code_meant(std::string_view kind, std::string_view written);

/// The known code nearest to what was written, for "did you mean"; empty when nothing is near.
std::string_view nearest_code(std::string_view kind, std::string_view written);

/// Whether what was written is surely a slip of the pen for this code: one letter of six, or two of eight.
bool is_slip_of(std::string_view written, std::string_view code);

/// The name people read for a code of any kind; an unknown code comes back with blanks for underscores.
std::string name_of(std::string_view code);

/// Text in small letters, blanks and hyphens as underscores: how codes are compared.
std::string code_spelling(std::string_view text);

/// The parts of a cell between semicolons, without the blanks around them.
std::vector<std::string_view> parts_of(std::string_view cell, char separator = ';');

} // namespace rheobase::verdict
