// Where the store lies, and what can be told of a file before SQLite touches it.
#pragma once

#include "base/result.hpp"

#include <string>

namespace rheobase::store {

/// $XDG_DATA_HOME/rheobase/rheobase.sqlite, or under ~/.local/share. The folder is made, for its owner alone.
Result<std::string> own_place();

/// Makes the file with mode 0600 where there is none, and takes from others what they may read of one that is
/// there.
Result<void> make_private(std::string const& path);

/// The mark by which a SQLite file is known as ours ("Rheo").
inline constexpr int application_id = 0x5268656f;

enum class Found { nothing, ours };

/// Reads the first bytes alone. A problem where the file is no store, damaged, or of a later form than
/// `newest_form`.
Result<Found> look_at(std::string const& path, int newest_form);

Problem too_new(std::string const& path);
Problem no_store(std::string const& path);
Problem damaged(std::string const& path);

} // namespace rheobase::store
