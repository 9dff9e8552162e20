// What a person of this age, sex and stage needs, and what is too much.
#pragma once

#include "model/diet/nutrients.hpp"
#include "model/diet/person.hpp"

#include <optional>
#include <string>
#include <vector>

namespace rheobase::diet {

struct Limit {
    std::string_view authority; ///< "us" NASEM, "eu" EFSA
    std::string_view kind;      ///< ul, cdrr, guidance, …
    std::string_view scope;     ///< total, supplements, supplements_and_fortified, folic_acid, preformed
    double value;
    std::string_view source;
};

struct Need {
    std::string_view authority; ///< "us" or "eu"
    std::string stage;          ///< "F 31-50", "F 19-30 pregnant"
    double ear = unknown;       ///< half of such people need no more
    double rda = unknown;       ///< 97.5 % need no more
    double ai = unknown;        ///< enough, as far as anyone knows; says nothing of those below
    double cdrr = unknown;      ///< above it, less would help
    std::string_view source;
    std::vector<Limit> limits; ///< of both authorities
};

/// The life stage in words, or why no target can be named: targets need age and sex.
struct Stage {
    std::string name;    ///< empty when it cannot be told
    std::string why_not; ///< one sentence, when it cannot be told
};
Stage stage_of(Person const& person);

/// The need for one nutrient by "us" or "eu" values; nothing where the table has no row for such a person.
std::optional<Need> needed(Person const& person, Nutrient nutrient, std::string_view authority);

} // namespace rheobase::diet
