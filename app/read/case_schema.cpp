#include "app/read/case.hpp"

#include "base/carried.hpp"

RHEOBASE_CARRY(rheobase_case_schema, RHEOBASE_CASE_SCHEMA)

namespace rheobase::read {

std::string_view case_schema() {
    return RHEOBASE_CARRIED(rheobase_case_schema);
}

} // namespace rheobase::read
