// Opening the store: first a look that changes nothing, and only what is sound is opened for writing.
#include "app/store/database.hpp"
#include "app/store/place.hpp"
#include "app/store/schema.hpp"

namespace rheobase::store {

namespace {

/// What the file holds with what is still beside it; a store that is refused keeps every byte.
Result<void> judge(Database& database) {
    database.leave_as_it_is();
    auto const form = database.rows("PRAGMA user_version");
    if (!form)
        return tl::unexpected(form.error());
    auto const application = database.rows("PRAGMA application_id");
    auto const tables = database.rows("SELECT count(*) FROM sqlite_schema");
    auto const sound = database.rows("PRAGMA quick_check(1)");
    if (!application || !tables || !sound)
        return tl::unexpected(damaged(database.path()));
    if ((*form)[0].id(0) > newest_form)
        return tl::unexpected(too_new(database.path()));
    bool const blank = (*tables)[0].id(0) == 0 && (*form)[0].id(0) == 0;
    if ((*application)[0].id(0) != application_id && !blank)
        return tl::unexpected(no_store(database.path()));
    if (sound->empty() || (*sound)[0].text(0) != "ok")
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

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

std::string const& Store::path() const {
    return database_->path();
}

} // namespace rheobase::store
