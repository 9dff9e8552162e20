// What the page and its server say to each other, as an OpenAPI document that is carried in the program.
#pragma once

#include <string_view>

namespace rheobase::server {

std::string_view openapi();

} // namespace rheobase::server
