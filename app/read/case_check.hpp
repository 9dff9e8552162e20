// Holds a JSON document against the case schema: every fault with its place and the nearest known key, and a
// mended copy in which what was clearly meant stands at its right place.
#pragma once

#include "base/result.hpp"
#include "model/verdict/evidence.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace rheobase::read {

struct Checked {
    nlohmann::json value; ///< mended; unknown keys, codes and values taken out
    std::vector<Problem> faults;
    std::vector<verdict::NotConsidered> not_considered;
};

/// `name` is put before every pointer.
Checked check_case(nlohmann::json const& document, std::string const& name);

/// Parts that slipped inside one another when a bracket was lost, back at the top; for salvaged documents
/// only.
nlohmann::json hoisted(nlohmann::json document);

/// The schema as a document, parsed once.
nlohmann::json const& case_schema_document();

} // namespace rheobase::read
