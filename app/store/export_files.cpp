// The diary as a table, and what was entered as a health record.
#include "app/read/case.hpp"
#include "app/read/diary.hpp"
#include "app/store/taken_out.hpp"

namespace rheobase::store {

Result<std::string> export_csv(Store& store, Id person, diet::Foods const& table) {
    auto const entries = store.entries(person, "", "");
    if (!entries)
        return tl::unexpected(entries.error());
    return read::write_diary_csv(diary_of(*entries, table), table);
}

} // namespace rheobase::store
