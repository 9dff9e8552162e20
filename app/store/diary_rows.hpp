// Entries of the diary as rows, and back.
#pragma once

#include "app/store/database.hpp"

namespace rheobase::store {

/// Inside a transaction of the caller. Fails where the day is none.
Result<Entry> insert_entry(Database& database, Id person, Entry const& entry);
Result<void> insert_foods(Database& database, Id entry, std::vector<ChosenFood> const& foods);

/// The entries for which a condition on the columns of `entries` holds, in order of day, time and entering.
Result<std::vector<Entry>> read_entries(Database& database, std::string_view condition,
                                        std::vector<Value> const& values);

/// Texts as a JSON list; an empty list is kept as nothing.
Value list_or_nothing(std::vector<std::string> const& texts);

} // namespace rheobase::store
