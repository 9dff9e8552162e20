// Everything a person keeps, on its way out of the store and back into one, and out of the world.
#pragma once

#include "app/store/store.hpp"

namespace rheobase::store {

/// The whole store, every person, as JSON; restore() makes the same store of it. Drafts stay behind.
Result<std::string> export_json(Store& store);

/// The diary of a person: a row a food, a column a nutrient.
Result<std::string> export_csv(Store& store, Id person, diet::Foods const& table);

/// A FHIR R4 Bundle of what a person entered.
Result<std::string> export_fhir(Store& store, Id person, std::string_view today);

/// Puts back what export_json wrote, all of it or nothing. A store that already holds something is refused
/// unless `replace`, which erases what it held.
Result<void> restore(Store& store, std::string_view json, bool replace = false);

/// Nothing logged, no case and one person: restore() would lose nothing.
Result<bool> holds_nothing(Store& store);

/// Removes the file and what SQLite keeps beside it, overwritten first. A path that holds no store of ours is
/// refused. Close every Store of it before.
Result<void> erase_store(std::string const& path = {});

} // namespace rheobase::store
