#include "app/report/html/answer.hpp"
#include "app/report/json/answer.hpp"
#include "app/server/asking.hpp"

namespace rheobase::server {

Response answer_now(Asked const& asked) {
    asked.told(0, "Reading what is kept");
    auto const own = own_of(asked);
    auto json = report::answer_json(chain(asked, own.told.read, own.told.diary, 0.05, 0.95));
    asked.told(0.95, "Keeping the answer");
    or_refused(
        asked.shelf.with([&](auto& store) { return store.add_answer(own.person, asked.today, json); }));
    return {200, "application/json", std::move(json), {}};
}

Response report_page(Asked const& asked) {
    auto const own = own_of(asked);
    Response page{200,
                  "text/html; charset=utf-8",
                  report::answer_html(chain(asked, own.told.read, own.told.diary, 0, 1)),
                  {}};
    page.headers.emplace_back("Content-Security-Policy", report_policy);
    page.headers.emplace_back("Content-Disposition",
                              "inline; filename=\"rheobase-" + asked.today + ".html\"");
    return page;
}

Response answers(Asked const& asked) {
    auto const all =
        or_refused(asked.shelf.with([&](auto& store) { return store.answers(person_of(asked, store)); }));
    auto list = Json::array();
    for (auto const& one : all)
        list.push_back({{"id", one.id},
                        {"day", one.day},
                        {"urgency", one.urgency},
                        {"first_cause", one.first_cause},
                        {"facts_version", one.facts_version}});
    return json_response({{"answers", std::move(list)}});
}

Response answer_given(Asked const& asked) {
    auto const id = id_in(asked);
    auto given =
        or_refused(asked.shelf.with([&](auto& store) { return store.answer(person_of(asked, store), id); }));
    return {200, "application/json", std::move(given.json), {}};
}

} // namespace rheobase::server
