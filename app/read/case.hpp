// Reads a case file. What is wrong with it is listed whole, and whatever can be read is read all the same, so
// that an emergency is still seen in a case that has a typing error.
#pragma once

#include "base/result.hpp"
#include "model/verdict/evidence.hpp"
#include "model/week/wishes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct CaseRead {
    verdict::Evidence evidence;
    std::string diary_path; ///< as written in diet.diary, relative to the case file; "" when there is none
    week::Wishes wishes;         ///< for the stage that plans; the verdict has diet and dislikes as well
    std::vector<Problem> faults; ///< malformed JSON, wrong types, unknown keys: the program ends with 2
    /// Unknown codes and values, absurd or contradictory facts. The same list stands in evidence.set_aside,
    /// so that the verdict's own not_considered holds it already.
    std::vector<verdict::NotConsidered> not_considered;
};

/// Reads one case. `name` is the file's name for messages. Never throws; any bytes are met with an answer.
CaseRead read_case(std::string_view json, std::string_view name);

/// The JSON schema of a case file, as `rheobase ask --schema` prints it.
std::string_view case_schema();

} // namespace rheobase::read
