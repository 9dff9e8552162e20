#include "app/report/json/answer.hpp"

#include "base/carried.hpp"

RHEOBASE_CARRY(rheobase_answer_schema, RHEOBASE_ANSWER_SCHEMA)

namespace rheobase::report {

std::string_view answer_schema() {
    return RHEOBASE_CARRIED(rheobase_answer_schema);
}

} // namespace rheobase::report
