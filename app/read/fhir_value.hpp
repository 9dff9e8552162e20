// The building blocks of FHIR resources: texts, numbers, coded concepts, references.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read::fhir {

using Json = nlohmann::json;

/// One coding: a code, the system that defines it ("loinc", "snomed", "icd10", "rxnorm", "atc", "ucum", … or
/// the address as written), and the words beside it.
struct Coding {
    std::string system, code, display;
};

/// A CodeableConcept: several codings of one thing, and what a person wrote.
struct Coded {
    std::vector<Coding> codings;
    std::string text;

    bool empty() const { return codings.empty() && text.empty(); }
    /// The words for it: what was written, else the words of a coding, else a code.
    std::string said() const;
    /// All wordings, what was written first.
    std::vector<std::string> wordings() const;
};

/// The string at a key, without zero-width characters, outer blanks and the kind that SNOMED CT puts behind a
/// name ("(disorder)"); empty where there is none.
std::string text_at(Json const& from, char const* key);

/// The member at a key where it is an object; otherwise an object without members.
Json const& part_at(Json const& from, char const* key);

/// The objects of a list; an object that stands alone counts as a list of one.
std::vector<Json const*> list_at(Json const& from, char const* key);

/// The strings of a list.
std::vector<std::string> texts_at(Json const& from, char const* key);

std::optional<double> number_at(Json const& from, char const* key);
std::optional<bool> truth_at(Json const& from, char const* key);

Coded coded(Json const& concept_or_text);
Coded coded_at(Json const& from, char const* key);

/// The code of a concept that takes its values from one small list ("active", "refuted"), in small letters.
std::string state_at(Json const& from, char const* key);

/// A reference as it is compared: "Patient/1" of an address or a version, "urn:uuid:…" and "#id" as they are.
std::string reference_of(std::string_view written);
std::string reference_at(Json const& from, char const* key);

/// Text cleaned as text_at does it, cut where it is longer than a name is.
std::string cleaned(std::string_view text);

std::string in_small_letters(std::string_view text);

} // namespace rheobase::read::fhir
