// Bytes of unknown encoding into UTF-8, saying what was changed on the way.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct Utf8 {
    std::string text;
    std::vector<std::string> notes; ///< what had to be converted or replaced
};

/// UTF-8 without a byte-order mark. UTF-16 and Windows-1252 are converted, single broken bytes replaced, each
/// with a note. Fails on an empty and on a binary file; `where` names the file in the message.
Result<Utf8> as_utf8(std::string bytes, std::string_view where);

/// Lower case in ASCII; the micro sign and the Greek mu become u.
std::string lower(std::string_view text);

std::string_view trimmed(std::string_view text);

/// Lines named in a note: "lines 3, 7 and 12 more".
std::string lines_named(std::vector<int> const& lines);

/// "1 row", "3 rows".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

} // namespace rheobase::read
