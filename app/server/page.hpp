// The page: three files built from web/ and carried inside the program. They hold nothing of anybody.
#pragma once

#include "app/server/http.hpp"

namespace rheobase::server {

/// The file at "/", "/page.js" or "/page.css"; nothing for any other address.
std::optional<Response> page_file(Request const& request);

} // namespace rheobase::server
