// One open SQLite file: text in, rows out, and a problem in words for whatever SQLite answers.
#pragma once

#include "app/store/store.hpp"

#include <utility>
#include <variant>

struct sqlite3;

namespace rheobase::store {

struct Blob {
    std::string bytes;
};

/// An unknown number is kept as nothing.
using Value = std::variant<std::monostate, Id, double, std::string, Blob>;

class Row {
  public:
    explicit Row(std::vector<Value> values) : values_(std::move(values)) {}
    Id id(std::size_t column) const;
    int whole(std::size_t column) const { return static_cast<int>(id(column)); }
    double number(std::size_t column) const;    ///< unknown where nothing is kept
    std::string text(std::size_t column) const; ///< "" where nothing is kept
    Value const& value(std::size_t column) const { return values_[column]; }
    std::size_t size() const { return values_.size(); }

  private:
    std::vector<Value> values_;
};

class Database {
  public:
    /// Opens the file and nothing more: what it holds is not looked at.
    static Result<std::unique_ptr<Database>> open(std::string const& path);
    ~Database();
    Database(Database const&) = delete;
    Database& operator=(Database const&) = delete;

    std::string const& path() const { return path_; }
    /// One statement; `?` stand for the values.
    Result<std::vector<Row>> rows(std::string_view sql, std::vector<Value> const& values = {});
    /// The same for one that changes something; how many rows it changed.
    Result<int> change(std::string_view sql, std::vector<Value> const& values = {});
    /// Several statements.
    Result<void> script(std::string const& sql);
    Id last_id() const; ///< of the row that was added last
    /// A file that is refused stays as it is: SQLite would tidy up when it closes it.
    void leave_as_it_is(bool so = true);

  private:
    Database(std::string path, sqlite3* handle) : path_(std::move(path)), handle_(handle) {}
    Problem problem(int code) const;
    std::string path_;
    sqlite3* handle_ = nullptr;
};

/// All of it or nothing: what was not committed is undone. Writers wait here for each other.
class Transaction {
  public:
    static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    Result<void> commit();

  private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

/// A text as it is kept: what is no UTF-8, and the NUL at which C would end it, become U+FFFD.
std::string kept_text(std::string_view text);

/// What a DELETE or UPDATE of one thing comes to: a problem where there was no such thing.
Result<void> gone(Result<int> const& changed, std::string const& path);

/// An empty text is kept as nothing.
Value text_or_nothing(std::string_view text);

} // namespace rheobase::store
