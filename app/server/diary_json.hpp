// Entries of the diary between the store and the page.
#pragma once

#include "app/server/api.hpp"

namespace rheobase::server {

Json entry_json(store::Entry const& entry);

/// {"days": […]} of entries in order of their days, each day with what it amounts to.
Json days_json(std::vector<store::Entry> const& entries);

/// The entry that a body describes, without id. Foods that the page does not choose are understood from the
/// words.
store::Entry entry_in(nlohmann::json const& body);

} // namespace rheobase::server
