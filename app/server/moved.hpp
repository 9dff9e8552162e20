// What is otherwise in one answer than in another: how urgent, what fits, what is eaten, what blood would
// show.
#pragma once

#include "model/rheobase.hpp"

#include <nlohmann/json.hpp>

namespace rheobase::server {

/// A list of {what, name, kind, unit, before, after}; nothing that stayed.
nlohmann::ordered_json moved(Answer const& before, Answer const& after);

} // namespace rheobase::server
