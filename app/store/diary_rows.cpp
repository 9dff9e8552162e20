#include "app/store/diary_rows.hpp"

#include "app/store/days.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace rheobase::store {

namespace {

using Json = nlohmann::ordered_json;

/// The figures that a diary itself carried; most foods have none.
Value stated_kept(diet::Nutrients const& stated) {
    Json out = Json::object();
    for (int n = 0; n < diet::nutrient_count; ++n)
        if (known(stated[n]))
            out[std::string(diet::about(n).key)] = stated[n];
    if (out.empty())
        return std::monostate{};
    return out.dump();
}

diet::Nutrients stated_read(std::string const& text) {
    diet::Nutrients out;
    if (text.empty())
        return out;
    auto const figures = Json::parse(text, nullptr, false);
    if (figures.is_object())
        for (auto const& [key, amount] : figures.items())
            if (auto const nutrient = diet::nutrient_called(key); nutrient && amount.is_number())
                out[*nutrient] = amount.get<double>();
    return out;
}

std::vector<std::string> list_read(std::string const& text) {
    std::vector<std::string> out;
    if (text.empty())
        return out;
    for (auto const& one : Json::parse(text, nullptr, false))
        if (one.is_string())
            out.push_back(one.get<std::string>());
    return out;
}

} // namespace

Value list_or_nothing(std::vector<std::string> const& texts) {
    if (texts.empty())
        return std::monostate{};
    Json list = Json::array();
    for (auto const& text : texts)
        list.push_back(kept_text(text));
    return list.dump();
}

Result<void> insert_foods(Database& database, Id entry, std::vector<ChosenFood> const& foods) {
    Id place = 0;
    for (auto const& food : foods) {
        auto const added = database.change(
            "INSERT INTO eaten (entry, place, food, name, text, low, mid, high, sure, source, part, stated) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {entry, place++, text_or_nothing(food.id), kept_text(food.name), kept_text(food.text),
             food.grams.low, food.grams.mid, food.grams.high, food.sure, kept_text(food.source),
             kept_text(food.part), stated_kept(food.stated)});
        if (!added)
            return tl::unexpected(added.error());
    }
    return {};
}

Result<Entry> insert_entry(Database& database, Id person, Entry const& given) {
    auto const day = day_read(given.day);
    if (!day)
        return tl::unexpected(day.error());
    auto const added = database.change(
        "INSERT INTO entries (person, import, day, time, meal, text, unread) VALUES (?, ?, ?, ?, ?, ?, ?)",
        {person, given.import > 0 ? Value(given.import) : Value(), *day, kept_text(given.time),
         kept_text(given.meal), kept_text(given.text), list_or_nothing(given.unread)});
    if (!added)
        return tl::unexpected(added.error());
    auto entry = given;
    entry.id = database.last_id();
    if (auto const foods = insert_foods(database, entry.id, entry.foods); !foods)
        return tl::unexpected(foods.error());
    return entry;
}

Result<std::vector<Entry>> read_entries(Database& database, std::string_view condition,
                                        std::vector<Value> const& values) {
    auto const rows =
        database.rows(fmt::format("SELECT id, import, day, time, meal, text, unread FROM entries "
                                  "WHERE {} ORDER BY day, time = '', time, id",
                                  condition),
                      values);
    if (!rows)
        return tl::unexpected(rows.error());
    auto const foods = database.rows(
        fmt::format("SELECT entry, food, name, text, low, mid, high, sure, source, part, stated FROM eaten "
                    "WHERE entry IN (SELECT id FROM entries WHERE {}) ORDER BY entry, place",
                    condition),
        values);
    if (!foods)
        return tl::unexpected(foods.error());
    std::vector<Entry> out;
    std::unordered_map<Id, std::size_t> place;
    for (auto const& row : *rows) {
        place[row.id(0)] = out.size();
        Entry entry;
        entry.id = row.id(0);
        entry.import = row.id(1);
        entry.day = row.text(2);
        entry.time = row.text(3);
        entry.meal = row.text(4);
        entry.text = row.text(5);
        entry.unread = list_read(row.text(6));
        out.push_back(std::move(entry));
    }
    for (auto const& row : *foods) {
        auto const entry = place.find(row.id(0));
        // Logged by another program between the two questions.
        if (entry == place.end())
            continue;
        ChosenFood food;
        food.id = row.text(1);
        food.name = row.text(2);
        food.text = row.text(3);
        food.grams = {row.number(4), row.number(5), row.number(6)};
        food.sure = row.number(7);
        food.source = row.text(8);
        food.part = row.text(9);
        food.stated = stated_read(row.text(10));
        out[entry->second].foods.push_back(std::move(food));
    }
    return out;
}

} // namespace rheobase::store
