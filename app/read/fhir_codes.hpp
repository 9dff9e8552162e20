// What the codes and words of a record mean here.
#pragma once

#include "app/read/fhir_codes.rows.hpp"
#include "app/read/fhir_value.hpp"

#include <string>
#include <string_view>

namespace rheobase::read::fhir {

/// The row of fhir_codes.csv for a coding: exact, but for ICD-10, where the longest category that begins so
/// counts ("N18.4" and "N184" are one code). Nothing for other codes.
FhirCodesRow const* meaning_of(Coding const& coding);

/// The first coding of a concept that means something of this kind; nothing where none does.
FhirCodesRow const* meaning_of(Coded const& said, std::string_view kind);

/// The role in fhir_words.csv of a phrase that stands in the text as whole words, among the roles asked for;
/// "" where none does.
std::string_view word_role(std::string_view text, std::initializer_list<std::string_view> roles);

/// yes, no or nothing for an answer given as a concept, a truth value or a word.
std::optional<bool> yes_or_no(Json const& observation);

} // namespace rheobase::read::fhir
