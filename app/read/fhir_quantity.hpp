// The value of an observation: a figure with its unit and bound, and the range printed beside it.
#pragma once

#include "app/read/fhir_value.hpp"
#include "base/number.hpp"
#include "model/verdict/evidence.hpp"

#include <string>
#include <string_view>

namespace rheobase::read::fhir {

struct Amount {
    double value = unknown;
    std::string unit;  ///< the UCUM code where it is understood, else what is printed
    std::string bound; ///< "<", "<=", ">", ">=" or ""
    std::string clash; ///< "mg/dL and mmol/L" where code and print name different units; no guess is made
};

/// "<", "<=", ">" or ">=" at the head of a text, taken off it ("≤" is "<="); "" where none stands there.
std::string bound_taken(std::string_view& text);

/// The figure of an observation or a component; a text such as "< 0.5 mmol/L" counts too. `analyte` settles
/// whether two units are one.
Amount amount_of(Json const& observation, std::string_view analyte);

/// A Quantity on its own.
Amount quantity(Json const& from, std::string_view analyte);

/// Puts the printed normal range into the unit of the value. Returns a sentence where a range stands there
/// and could not be used.
std::string set_range(Json const& observation, std::string_view analyte, verdict::Lab& lab);

/// A laboratory value in the unit of labs.csv; unknown where the unit does not fit.
double in_si(std::string_view analyte, double value, std::string_view unit);

} // namespace rheobase::read::fhir
