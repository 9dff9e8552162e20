// What a record or a table of results told, as parts of a case, and laid into the case that is kept.
#pragma once

#include "model/verdict/evidence.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::server {

/// What of an evidence a health record can know: age and sex, results, medicines, conditions, investigations
/// and allergies, as a case file writes them. Absent is unknown.
nlohmann::ordered_json case_parts(verdict::Evidence const& evidence);

/// Lists are added to, without what already stands there; of the person only what is not known yet is taken.
/// A list that the kept case did not have, and that is known in part only, is named in its `in_part`. Gives
/// back how many things were added.
std::size_t lay_into(nlohmann::ordered_json& kept, nlohmann::ordered_json const& parts);

} // namespace rheobase::server
