#include "app/report/json/week.hpp"

#include "base/carried.hpp"

RHEOBASE_CARRY(rheobase_week_schema, RHEOBASE_WEEK_SCHEMA)

namespace rheobase::report {

std::string_view week_schema() {
    return RHEOBASE_CARRIED(rheobase_week_schema);
}

} // namespace rheobase::report
