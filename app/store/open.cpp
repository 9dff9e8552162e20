// Opening the store: first a look that changes nothing, and only what is sound is opened for writing.
#include "app/store/database.hpp"
#include "app/store/kept.rows.hpp"
#include "app/store/place.hpp"
#include "app/store/schema.hpp"

#include <filesystem>
#include <fmt/core.h>

namespace rheobase::store {

namespace {

bool holds_bytes(std::string const& path, std::uintmax_t more_than) {
    std::error_code trouble;
    auto const size = std::filesystem::file_size(path, trouble);
    return !trouble && size > more_than;
}

/// Looks through every page of a store of ordinary size, or of one that was not closed. The diary of a long
/// one would take a second at each start: there a damaged page is found when it is read.
bool is_sound(Database& database, bool closed_well) {
    bool const whole =
        !closed_well || !holds_bytes(database.path(), static_cast<std::uintmax_t>(kept.checked_whole_bytes));
    std::vector<std::string> checks{"PRAGMA quick_check(1)"};
    if (!whole) {
        checks.clear();
        for (auto const table : exported_tables)
            if (table != "entries" && table != "eaten")
                checks.push_back(fmt::format("PRAGMA quick_check({})", table));
    }
    for (auto const& check : checks) {
        auto const found = database.rows(check);
        if (!found || found->empty() || (*found)[0].text(0) != "ok")
            return false;
    }
    return true;
}

/// What the file holds with what is still beside it; a store that is refused keeps every byte.
Result<void> judge(Database& database) {
    database.leave_as_it_is();
    bool const closed_well = !holds_bytes(database.path() + "-wal", 0);
    auto const form = database.rows("PRAGMA user_version");
    if (!form)
        return tl::unexpected(form.error());
    auto const application = database.rows("PRAGMA application_id");
    auto const tables = database.rows("SELECT count(*) FROM sqlite_schema");
    if (!application || !tables)
        return tl::unexpected(damaged(database.path()));
    if ((*form)[0].id(0) > newest_form)
        return tl::unexpected(too_new(database.path()));
    bool const blank = (*tables)[0].id(0) == 0 && (*form)[0].id(0) == 0;
    if ((*application)[0].id(0) != application_id && !blank)
        return tl::unexpected(no_store(database.path()));
    if (!blank && !is_sound(database, closed_well))
        return tl::unexpected(damaged(database.path()));
    return {};
}

} // namespace

Result<Store> Store::open(std::string const& named) {
    auto path = named.empty() ? own_place() : Result<std::string>(named);
    if (!path)
        return tl::unexpected(path.error());
    auto const found = look_at(*path, newest_form);
    if (!found)
        return tl::unexpected(found.error());
    if (auto const made = make_private(*path); !made)
        return tl::unexpected(made.error());
    auto database = Database::open(*path);
    if (!database)
        return tl::unexpected(database.error());
    if (*found == Found::ours)
        if (auto const sound = judge(**database); !sound)
            return tl::unexpected(sound.error());
    (*database)->leave_as_it_is(false);
    // FULL: a commit returns when it is on the disk. What is erased is overwritten.
    for (auto const* rule : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                             "PRAGMA foreign_keys = ON", "PRAGMA secure_delete = ON"})
        if (auto const done = (*database)->rows(rule); !done)
            return tl::unexpected(done.error());
    if (auto const migrated = migrate(**database); !migrated)
        return tl::unexpected(migrated.error());
    Store store(std::move(*database));
    if (auto const someone = store.first_person(); !someone)
        return tl::unexpected(someone.error());
    return store;
}

Result<Store> Store::open_kept(std::string const& named) {
    auto const path = named.empty() ? own_place() : Result<std::string>(named);
    if (!path)
        return tl::unexpected(path.error());
    auto const found = look_at(*path, newest_form);
    if (!found)
        return tl::unexpected(found.error());
    if (*found == Found::nothing)
        return fault(*path, "nothing is kept here yet",
                     "Begin with rheobase diet --add \"what you ate\", or with the page: rheobase serve");
    return open(*path);
}

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::string const& Store::path() const {
    return database_->path();
}

} // namespace rheobase::store
