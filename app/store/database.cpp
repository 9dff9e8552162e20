#include "app/store/database.hpp"

#include <cerrno>
#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

namespace rheobase::store {

namespace {

/// How long a writer waits for another, in milliseconds: a person who saves does not wait longer.
constexpr int longest_wait = 5000;

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

int bind(sqlite3_stmt* statement, int place, Value const& value) {
    if (auto const* id = std::get_if<Id>(&value))
        return sqlite3_bind_int64(statement, place, *id);
    if (auto const* number = std::get_if<double>(&value))
        return sqlite3_bind_double(statement, place, *number); // not a number becomes nothing
    if (auto const* text = std::get_if<std::string>(&value))
        return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    if (auto const* blob = std::get_if<Blob>(&value))
        return sqlite3_bind_blob64(statement, place, blob->bytes.data(), blob->bytes.size(), SQLITE_STATIC);
    return sqlite3_bind_null(statement, place);
}

Value column(sqlite3_stmt* statement, int place) {
    auto const bytes = [&](void const* data) {
        auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement, place));
        return data ? std::string(static_cast<char const*>(data), size) : std::string();
    };
    switch (sqlite3_column_type(statement, place)) {
    case SQLITE_INTEGER:
        return Id{sqlite3_column_int64(statement, place)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, place);
    case SQLITE_TEXT:
        return bytes(sqlite3_column_text(statement, place));
    case SQLITE_BLOB:
        return Blob{bytes(sqlite3_column_blob(statement, place))};
    default:
        return std::monostate{};
    }
}

} // namespace

Id Row::id(std::size_t column) const {
    auto const* id = std::get_if<Id>(&values_[column]);
    return id ? *id : 0;
}

double Row::number(std::size_t column) const {
    if (auto const* number = std::get_if<double>(&values_[column]))
        return *number;
    auto const* id = std::get_if<Id>(&values_[column]);
    return id ? static_cast<double>(*id) : unknown;
}

std::string Row::text(std::size_t column) const {
    if (auto const* blob = std::get_if<Blob>(&values_[column]))
        return blob->bytes;
    auto const* text = std::get_if<std::string>(&values_[column]);
    return text ? *text : std::string();
}

Result<std::unique_ptr<Database>> Database::open(std::string const& path) {
    sqlite3* handle = nullptr;
    int const code =
        sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<Database> database(new Database(path, handle));
    if (code != SQLITE_OK)
        return tl::unexpected(database->problem(code));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, longest_wait);
    return database;
}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

Problem Database::problem(int code) const {
    int const system = handle_ ? sqlite3_system_errno(handle_) : 0;
    // A write that failed without a fault of the disk itself did not find room: a quota, a limit on files.
    bool const no_room = system == ENOSPC || system == EFBIG || system == EDQUOT ||
                         (system != EIO && (code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_SHMSIZE));
    switch (code & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
        if ((code & 0xff) == SQLITE_FULL || no_room)
            return {std::string(disk_full), path_,
                    "Make room, then do it again; what was saved before is safe"};
        return {"the disk did not read or write it", path_,
                "Look whether the disk or the folder is still there"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {std::string(store_busy), path_, "Wait a moment and do it again"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {"the store is damaged, so it is not used and left as it is", path_,
                "Put back a copy, or move the file away and begin anew"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return {"it cannot be opened for writing", path_,
                "Choose a file in a folder that exists and that you may write to"};
    case SQLITE_CONSTRAINT:
        return {fmt::format("this does not fit the store ({})", handle_ ? sqlite3_errmsg(handle_) : ""),
                path_, ""};
    default:
        return {fmt::format("SQLite answered: {}", handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code)),
                path_, ""};
    }
}

Result<std::vector<Row>> Database::rows(std::string_view sql, std::vector<Value> const& values) {
    sqlite3_stmt* made = nullptr;
    int code = sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &made, nullptr);
    Statement const statement(made, &sqlite3_finalize);
    for (std::size_t i = 0; code == SQLITE_OK && i < values.size(); ++i)
        code = bind(made, static_cast<int>(i) + 1, values[i]);
    if (code != SQLITE_OK)
        return tl::unexpected(problem(code));
    std::vector<Row> out;
    while ((code = sqlite3_step(made)) == SQLITE_ROW) {
        std::vector<Value> row;
        int const columns = sqlite3_column_count(made);
        row.reserve(static_cast<std::size_t>(columns));
        for (int i = 0; i < columns; ++i)
            row.push_back(column(made, i));
        out.emplace_back(std::move(row));
    }
    if (code != SQLITE_DONE)
        return tl::unexpected(problem(code));
    return out;
}

Result<int> Database::change(std::string_view sql, std::vector<Value> const& values) {
    auto const done = rows(sql, values);
    if (!done)
        return tl::unexpected(done.error());
    return sqlite3_changes(handle_);
}

Result<void> Database::script(std::string const& sql) {
    if (int const code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        return tl::unexpected(problem(code));
    return {};
}

Id Database::last_id() const {
    return sqlite3_last_insert_rowid(handle_);
}

void Database::leave_as_it_is(bool so) {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, so ? 1 : 0, nullptr);
}

Result<Transaction> Transaction::begin(Database& database) {
    if (auto const begun = database.script("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::~Transaction() {
    if (database_)
        (void)database_->script("ROLLBACK");
}

Result<void> Transaction::commit() {
    // A commit that fails leaves the transaction open, and the destructor undoes it.
    if (auto const done = database_->script("COMMIT"); !done)
        return done;
    database_ = nullptr;
    return {};
}

std::string kept_text(std::string_view text) {
    std::string out;
    for (char const c : text)
        out += c == '\0' ? "\xEF\xBF\xBD" : std::string_view(&c, 1);
    using Json = nlohmann::json;
    return Json::parse(Json(out).dump(-1, ' ', false, Json::error_handler_t::replace)).get<std::string>();
}

Result<void> gone(Result<int> const& changed, std::string const& path) {
    if (!changed)
        return tl::unexpected(changed.error());
    if (*changed == 0)
        return fault(path, std::string(not_there), "It may have been erased elsewhere");
    return {};
}

Value text_or_nothing(std::string_view text) {
    if (text.empty())
        return std::monostate{};
    return kept_text(text);
}

} // namespace rheobase::store
