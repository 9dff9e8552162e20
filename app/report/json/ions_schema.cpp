#include "app/report/json/ions.hpp"

#include "base/carried.hpp"

RHEOBASE_CARRY(rheobase_ions_schema, RHEOBASE_IONS_SCHEMA)

namespace rheobase::report {

std::string_view ions_schema() {
    return RHEOBASE_CARRIED(rheobase_ions_schema);
}

} // namespace rheobase::report
