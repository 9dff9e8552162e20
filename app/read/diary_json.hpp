// The entries of a JSON array, one by one, so that a slip in one or a file cut in half costs no other.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rheobase::read {

struct JsonEntry {
    int line = 0; ///< of the file, from 1
    std::string_view text;
    bool whole = true; ///< false where the file ends inside it
};

/// The entries of the array that stands under one of `keys` in the outermost object, or is itself outermost
/// (key ""); nothing where there is no such array.
std::optional<std::vector<JsonEntry>> json_entries(std::string_view text,
                                                   std::vector<std::string_view> const& keys);

/// Keys of the outermost object, in order, each once.
std::vector<std::string> json_keys(std::string_view text);

/// The entry as an object; else why it is none. Keys that stand twice are named in `doubled`.
std::optional<nlohmann::json> json_object(std::string_view text, std::string& why,
                                          std::vector<std::string>& doubled);

} // namespace rheobase::read
