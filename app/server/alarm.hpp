// What cannot wait, told on every screen: worked out from the rules alone, in a moment, whenever a case
// changes.
#pragma once

#include "app/server/api.hpp"
#include "model/verdict/evidence.hpp"

namespace rheobase::server {

/// {headline, text, call, because: […]} where a rule of emergency fires, else null.
Json alarm_of(verdict::Evidence const& evidence);

/// The same of what is kept of a person.
Json alarm_kept(Asked const& asked);

} // namespace rheobase::server
