#include "app/server/openapi.hpp"

#include "base/carried.hpp"

RHEOBASE_CARRY(rheobase_openapi, RHEOBASE_OPENAPI)

namespace rheobase::server {

std::string_view openapi() {
    return RHEOBASE_CARRIED(rheobase_openapi);
}

} // namespace rheobase::server
