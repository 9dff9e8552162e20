#include "app/report/json/nerve.hpp"

#include "base/carried.hpp"

RHEOBASE_CARRY(rheobase_nerve_schema, RHEOBASE_NERVE_SCHEMA)

namespace rheobase::report {

std::string_view nerve_schema() {
    return RHEOBASE_CARRIED(rheobase_nerve_schema);
}

} // namespace rheobase::report
