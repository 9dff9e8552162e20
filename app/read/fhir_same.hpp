// Whether two sources speak of one thing.
#pragma once

#include "model/verdict/evidence.hpp"

namespace rheobase::read::fhir {

/// One medicine: the same name, or names and codes that mean the same medicines here.
bool same_medicine(verdict::Medicine const& a, verdict::Medicine const& b);

/// The analyte of a result by its code or its name; "" where neither is known.
std::string analyte_of(verdict::Lab const& lab);

} // namespace rheobase::read::fhir
