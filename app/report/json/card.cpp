#include "app/report/json/card.hpp"

#include "model/ledger.hpp"

#include <nlohmann/json.hpp>
#include <set>

namespace rheobase::report {

namespace {

using Json = nlohmann::ordered_json;

Json of(why::Statement const& statement) {
    return {{"text", statement.text}, {"sources", statement.sources}};
}

/// Each key with who says so and how it was checked, so that a reader needs no second call.
Json sources(std::vector<std::string> const& keys) {
    Json out = Json::object();
    for (auto const& key : keys) {
        auto const cited = citation(key);
        out[key] = {{"citation", cited.text},
                    {"year", cited.year},
                    {"where", cited.where},
                    {"checked", cited.checked}};
    }
    return out;
}

std::string printed(Json const& json) {
    return json.dump(1) + "\n";
}

} // namespace

std::string json_of(why::Card const& card) {
    Json parts = Json::array();
    for (auto const& part : card.parts) {
        Json statements = Json::array();
        for (auto const& statement : part.statements)
            statements.push_back(of(statement));
        parts.push_back({{"heading", part.heading}, {"statements", std::move(statements)}});
    }
    Json details = Json::object();
    for (auto const& [name, value] : card.details)
        details[name] = value;
    return printed({{"kind", why::in_words(card.kind)},
                    {"code", card.code},
                    {"name", card.name},
                    {"parts", std::move(parts)},
                    {"details", std::move(details)},
                    {"see", card.see},
                    {"sources", sources(why::sources_of(card))},
                    {"facts", facts_version()}});
}

std::string json_of(std::vector<why::Named> const& all) {
    Json list = Json::array();
    for (auto const& thing : all)
        list.push_back({{"kind", why::in_words(thing.kind)}, {"code", thing.code}, {"name", thing.name}});
    return printed({{"cards", std::move(list)}, {"facts", facts_version()}});
}

std::string json_of(std::vector<why::Compared> const& rows) {
    Json list = Json::array();
    std::vector<std::string> keys;
    std::set<std::string> met;
    for (auto const& row : rows) {
        list.push_back({{"code", row.code},
                        {"name", row.name},
                        {"role", of(row.role)},
                        {"lack", of(row.lack)},
                        {"excess", of(row.excess)},
                        {"reason", of(row.reason)},
                        {"test", of(row.test)},
                        {"food", of(row.food)}});
        for (auto const* statement : {&row.role, &row.lack, &row.excess, &row.reason, &row.test, &row.food})
            for (auto const& key : statement->sources)
                if (met.insert(key).second)
                    keys.push_back(key);
    }
    return printed({{"nutrients", std::move(list)}, {"sources", sources(keys)}, {"facts", facts_version()}});
}

} // namespace rheobase::report
