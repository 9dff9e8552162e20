// Bytes written as letters (RFC 4648), as the page sends a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rheobase::server {

/// Nothing where the text is no base64. The padding may be left out; nothing else may stand in it.
std::optional<std::string> base64_decoded(std::string_view text);

std::string base64_encoded(std::string_view bytes);

} // namespace rheobase::server
