// Finding the food that a name means.
#pragma once

#include "model/diet/diary.hpp"

#include <string_view>
#include <vector>

namespace rheobase::diet {

/// Which part of the table to look in.
enum class Origin { any, fndds, sr };

/// The foods a name may mean, best first, at most `limit`; empty when nothing of it is known.
std::vector<Candidate> matches(std::string_view name, Foods const& table, int limit, Origin origin = Origin::any);

} // namespace rheobase::diet
