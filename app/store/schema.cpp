#include "app/store/schema.hpp"

#include "app/store/place.hpp"
#include "base/carried.hpp"

#include <fmt/core.h>

RHEOBASE_CARRY(rheobase_store_schema_1, RHEOBASE_STORE_SCHEMA_1)

namespace rheobase::store {

namespace {

Result<Id> pragma(Database& database, std::string_view name) {
    auto const rows = database.rows(fmt::format("PRAGMA {}", name));
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->empty() ? 0 : (*rows)[0].id(0);
}

} // namespace

Result<void> migrate(Database& database) {
    std::array<std::string_view, newest_form> const steps{RHEOBASE_CARRIED(rheobase_store_schema_1)};
    auto const before = pragma(database, "user_version");
    if (!before)
        return tl::unexpected(before.error());
    if (*before == newest_form)
        return {};
    auto begun = Transaction::begin(database);
    if (!begun)
        return tl::unexpected(begun.error());
    // Another program may have done it while this one waited.
    auto const form = pragma(database, "user_version");
    if (!form)
        return tl::unexpected(form.error());
    if (*form > newest_form)
        return tl::unexpected(too_new(database.path()));
    for (auto step = static_cast<std::size_t>(*form); step < steps.size(); ++step) {
        auto const done = database.script(
            std::string(steps[step]) + fmt::format("\nPRAGMA user_version = {};\nPRAGMA application_id = {};",
                                                   step + 1, application_id));
        if (!done)
            return done;
    }
    return begun->commit();
}

} // namespace rheobase::store
