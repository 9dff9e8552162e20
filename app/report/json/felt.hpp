// What the blood would do to a nerve and what of it would be noticed, as JSON.
#pragma once

#include "app/report/json/plate.hpp"

namespace rheobase::report {

/// The `nerve` of an answer; null where nobody asked or nothing can be said.
Json felt_nerve_json(Answer const& answer);

/// What stands beside it: why nothing can be said.
Json felt_about_json(Answer const& answer);

/// The `twitch` of an answer; null where `nerve` is.
Json felt_twitch_json(Answer const& answer);

} // namespace rheobase::report
