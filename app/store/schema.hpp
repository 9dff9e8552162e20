// The forms the store has had, and how an older one becomes today's.
#pragma once

#include "app/store/database.hpp"

#include <array>

namespace rheobase::store {

inline constexpr int newest_form = 1;

/// Brings the file to today's form, one form after the other, all of them or none. Several programs may try
/// at once.
Result<void> migrate(Database& database);

/// Every table that goes with an export, those that others refer to first. Drafts are not kept things.
inline constexpr std::array<std::string_view, 10> exported_tables{
    "people", "cases", "weights", "symptoms", "medicines", "labs", "imports", "entries", "eaten", "answers"};

} // namespace rheobase::store
