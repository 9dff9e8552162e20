#include "app/read/experiment.hpp"

#include "base/carried.hpp"

RHEOBASE_CARRY(rheobase_experiment_schema, RHEOBASE_EXPERIMENT_SCHEMA)

namespace rheobase::read {

std::string_view experiment_schema() {
    return RHEOBASE_CARRIED(rheobase_experiment_schema);
}

} // namespace rheobase::read
