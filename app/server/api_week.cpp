#include "app/report/json/week.hpp"
#include "app/server/asking.hpp"
#include "model/week/menu.rows.hpp"

namespace rheobase::server {

namespace {

/// The wishes of a body are read as those of a case, by the case's own reader.
week::Wishes wishes_in(nlohmann::json const& body) {
    auto const found = body.find("wishes");
    if (found == body.end() || found->is_null())
        return {};
    auto const read = read::read_case(
        nlohmann::json{{"person", nlohmann::json::object()}, {"wishes", *found}}.dump(), "body");
    if (!read.faults.empty())
        throw Refused{problem_response(400, read.faults.front())};
    return read.wishes;
}

} // namespace

Response week_plan(Asked const& asked) {
    only_keys(asked.body, {"wishes", "span"});
    constexpr std::size_t longest = 10;
    auto const span = text_or_none(asked.body, "span", longest);
    if (!span.empty() && span != "swaps" && span != "day" && span != "week")
        refuse(400, "a plan is for swaps, a day or a week", "span");
    auto const wished = wishes_in(asked.body);
    auto const own = own_of(asked);
    if (asked.gone())
        refuse(503, "nobody waited for this any more");
    asked.told(0, "Weighing what you told and what you ate");
    constexpr double before_search = 0.2;
    // Swaps stand in every plan; who wants no more of it need not wait for the week to be proven.
    auto const answer =
        rheobase::answer(own.told.read.evidence, own.told.diary, diet::foods(),
                         AnswerOptions{.crowd = {.people = span == "swaps" ? 0 : blood::default_people()},
                                       .wishes = week::joined(own.told.read.wishes, wished),
                                       .span = span == "day" ? week::Span::day : week::Span::week,
                                       .search = span == "swaps" ? week::Search::first : week::Search::proven,
                                       .searched = [&](long nodes) {
                                           double const searched =
                                               std::min(1.0, static_cast<double>(nodes) / week::menu.nodes);
                                           asked.told(before_search + (1 - before_search) * searched,
                                                      "Looking for fewer changes");
                                       }});
    return {200, "application/json", report::week_json(answer.week, answer.verdict.plan), {}};
}

} // namespace rheobase::server
