// The whole store as one JSON document: every table with every row. Texts and numbers come back as they were.
#include "app/store/database.hpp"
#include "app/store/schema.hpp"
#include "app/store/taken_out.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

namespace rheobase::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr char const* mark = "rheobase_store";

Result<std::vector<std::string>> columns_of(Database& database, std::string_view table) {
    auto const rows = database.rows(fmt::format("SELECT name FROM pragma_table_info('{}')", table));
    if (!rows)
        return tl::unexpected(rows.error());
    std::vector<std::string> out;
    for (auto const& row : *rows)
        out.push_back(row.text(0));
    return out;
}

Json in_json(Value const& value) {
    if (auto const* id = std::get_if<Id>(&value))
        return *id;
    if (auto const* number = std::get_if<double>(&value))
        return *number;
    if (auto const* text = std::get_if<std::string>(&value))
        return *text;
    return nullptr;
}

Value from_json(Json const& value) {
    if (value.is_number_integer())
        return value.get<Id>();
    if (value.is_number())
        return value.get<double>();
    if (value.is_string())
        return kept_text(value.get<std::string>());
    return std::monostate{};
}

Problem no_export(std::string what) {
    return {std::move(what), "export", "Give a file that rheobase store export --format json wrote"};
}

/// Columns that this form of the store does not have would be lost: better nothing than half.
Result<void> put_back(Database& database, std::string_view table, Json const& rows) {
    auto const columns = columns_of(database, table);
    if (!columns)
        return tl::unexpected(columns.error());
    std::string names, marks;
    for (auto const& column : *columns) {
        names += (names.empty() ? "" : ", ") + fmt::format("\"{}\"", column);
        marks += marks.empty() ? "?" : ", ?";
    }
    auto const sql = fmt::format("INSERT INTO {} ({}) VALUES ({})", table, names, marks);
    for (auto const& row : rows) {
        if (!row.is_object())
            return tl::unexpected(no_export(fmt::format("a row of '{}' is no object", table)));
        std::vector<Value> values;
        for (auto const& column : *columns)
            values.push_back(from_json(row.value(column, Json())));
        for (auto const& [name, value] : row.items())
            if (std::find(columns->begin(), columns->end(), name) == columns->end())
                return tl::unexpected(no_export(fmt::format("'{}' of '{}' is not known here", name, table)));
        if (auto const done = database.change(sql, values); !done) {
            auto problem = done.error();
            if (problem.what != disk_full && problem.what != store_busy)
                problem = no_export(fmt::format("a row of '{}' does not fit: {}", table, problem.what));
            return tl::unexpected(problem);
        }
    }
    return {};
}

Result<void> empty_all(Database& database) {
    for (auto table = exported_tables.rbegin(); table != exported_tables.rend(); ++table)
        if (auto const done = database.change(fmt::format("DELETE FROM {}", *table)); !done)
            return tl::unexpected(done.error());
    auto const drafts = database.change("DELETE FROM drafts");
    return drafts ? Result<void>() : tl::unexpected(drafts.error());
}

} // namespace

Result<std::string> export_json(Store& store) {
    auto& database = store.database();
    // One look at all tables: what another program writes meanwhile is in none of them.
    if (auto const begun = database.script("BEGIN"); !begun)
        return tl::unexpected(begun.error());
    Json tables = Json::object();
    Result<void> state;
    for (auto const table : exported_tables) {
        auto const columns = columns_of(database, table);
        auto const rows = database.rows(fmt::format("SELECT * FROM {}", table));
        if (!columns || !rows) {
            state = tl::unexpected(columns ? rows.error() : columns.error());
            break;
        }
        Json list = Json::array();
        for (auto const& row : *rows) {
            Json object = Json::object();
            for (std::size_t i = 0; i < row.size(); ++i)
                if (!std::holds_alternative<std::monostate>(row.value(i)))
                    object[(*columns)[i]] = in_json(row.value(i));
            list.push_back(std::move(object));
        }
        tables[std::string(table)] = std::move(list);
    }
    (void)database.script("ROLLBACK");
    if (!state)
        return tl::unexpected(state.error());
    Json const out{{mark, newest_form}, {"tables", std::move(tables)}};
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<bool> holds_nothing(Store& store) {
    auto const rows = store.database().rows(
        "SELECT (SELECT count(*) FROM people) <= 1 AND NOT EXISTS (SELECT 1 FROM cases) AND NOT EXISTS "
        "(SELECT 1 FROM weights) AND NOT EXISTS (SELECT 1 FROM symptoms) AND NOT EXISTS (SELECT 1 FROM "
        "medicines) AND "
        "NOT EXISTS (SELECT 1 FROM labs) AND NOT EXISTS (SELECT 1 FROM entries) AND NOT EXISTS (SELECT 1 "
        "FROM answers)");
    if (!rows)
        return tl::unexpected(rows.error());
    return (*rows)[0].id(0) == 1;
}

Result<void> restore(Store& store, std::string_view json, bool replace) {
    auto const document = Json::parse(json, nullptr, false);
    if (!document.is_object() || !document.contains(mark) || !document[mark].is_number_integer() ||
        !document.contains("tables") || !document["tables"].is_object())
        return tl::unexpected(no_export("this is no export of a store"));
    if (document[mark].get<Id>() > newest_form)
        return tl::unexpected(no_export("this was exported by a newer Rheobase"));
    for (auto const& [name, rows] : document["tables"].items())
        if (std::find(exported_tables.begin(), exported_tables.end(), name) == exported_tables.end() ||
            !rows.is_array())
            return tl::unexpected(no_export(fmt::format("'{}' is no table of a store", name)));
    auto& database = store.database();
    auto begun = Transaction::begin(database);
    if (!begun)
        return tl::unexpected(begun.error());
    auto const empty = holds_nothing(store);
    if (!empty)
        return tl::unexpected(empty.error());
    if (!*empty && !replace)
        return fault(store.path(), "the store holds something already, which restoring would erase",
                     "Export it first, then restore with --replace");
    if (auto const done = empty_all(database); !done)
        return done;
    for (auto const table : exported_tables)
        if (auto const rows = document["tables"].find(table); rows != document["tables"].end())
            if (auto const done = put_back(database, table, *rows); !done)
                return done;
    if (auto const done = begun->commit(); !done)
        return done;
    auto const someone = store.first_person();
    return someone ? Result<void>() : tl::unexpected(someone.error());
}

} // namespace rheobase::store
