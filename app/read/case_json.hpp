// JSON as people write it: read strictly for the message, and once more forgivingly for what can be saved.
#pragma once

#include "base/result.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct JsonRead {
    nlohmann::json value;             ///< the whole text, or what could be saved of it
    std::vector<Problem> faults;      ///< where it is malformed; empty for sound JSON
    std::vector<std::string> doubled; ///< pointers of keys that were written twice
    /// Objects to read besides: of malformed text its innermost ones; of sound text those whose key stood
    /// twice, with the value that stood first.
    std::vector<nlohmann::json> fragments;
};

/// Reads a text. Malformed text gives one fault with line and column, and the value holds all that could be
/// saved. Depth and size are bounded; lists written twice are joined, of other values the last one stands.
JsonRead read_json(std::string_view text, std::string_view name);

/// The forgiving reader alone: missing commas, quotes and brackets, comments, single quotes and bare words
/// are taken as they were probably meant. Any bytes give a value.
nlohmann::json salvaged_json(std::string_view text);

/// The innermost objects of a malformed text, read one by one without regard to quotes: a lost quote turns
/// the rest of a text inside out, but not these.
std::vector<nlohmann::json> salvaged_fragments(std::string_view text);

/// One step of a JSON pointer, escaped.
std::string pointer_step(std::string_view key);

} // namespace rheobase::read
