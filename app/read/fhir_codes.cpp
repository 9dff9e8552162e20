#include "app/read/fhir_codes.hpp"

#include "app/read/fhir_words.rows.hpp"

#include <algorithm>

namespace rheobase::read::fhir {

namespace {

/// "n18.4" as N184; marks that the German edition puts behind a code fall away.
std::string icd_spelling(std::string_view code) {
    std::string out;
    for (char const c : code) {
        if (c >= 'a' && c <= 'z')
            out += static_cast<char>(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            out += c;
    }
    return out;
}

bool part_of_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool holds_phrase(std::string const& text, std::string_view phrase) {
    for (auto at = text.find(phrase); at != text.npos; at = text.find(phrase, at + 1)) {
        auto const end = at + phrase.size();
        bool const begins = at == 0 || !part_of_word(text[at - 1]);
        // An allergen also counts in the plural.
        bool const ends = end == text.size() || !part_of_word(text[end]) || !part_of_word(phrase.back()) ||
                          (text[end] == 's' && (end + 1 == text.size() || !part_of_word(text[end + 1])));
        if (begins && ends)
            return true;
    }
    return false;
}

} // namespace

FhirCodesRow const* meaning_of(Coding const& coding) {
    FhirCodesRow const* best = nullptr;
    auto const icd = coding.system == "icd10" ? icd_spelling(coding.code) : std::string();
    for (auto const& row : fhir_codes_rows) {
        if (row.system != coding.system)
            continue;
        if (row.system != "icd10" && row.code == coding.code)
            return &row;
        if (row.system == "icd10" && icd.starts_with(row.code) &&
            (!best || row.code.size() > best->code.size()))
            best = &row;
    }
    return best;
}

FhirCodesRow const* meaning_of(Coded const& said, std::string_view kind) {
    for (auto const& coding : said.codings)
        if (auto const* row = meaning_of(coding); row && row->kind == kind)
            return row;
    return nullptr;
}

std::string_view word_role(std::string_view text, std::initializer_list<std::string_view> roles) {
    auto const small = in_small_letters(text);
    for (auto const& row : fhir_words_rows)
        if (std::find(roles.begin(), roles.end(), row.role) != roles.end() && holds_phrase(small, row.phrase))
            return row.role;
    return {};
}

std::optional<bool> yes_or_no(Json const& observation) {
    if (auto const said = truth_at(observation, "valueBoolean"))
        return said;
    auto answer = coded_at(observation, "valueCodeableConcept");
    if (answer.empty())
        answer.text = text_at(observation, "valueString");
    if (auto const* row = meaning_of(answer, "answer"))
        return row->means == "yes";
    auto const word = in_small_letters(answer.said());
    for (auto const* yes : {"yes", "present", "positive", "true"})
        if (word == yes)
            return true;
    for (auto const* no : {"no", "absent", "negative", "none", "false", "not detected", "not present"})
        if (word == no)
            return false;
    return std::nullopt;
}

} // namespace rheobase::read::fhir
