#include "app/server/asking.hpp"

#include "model/week/menu.rows.hpp"

namespace rheobase::server {

Own own_of(Asked const& asked) {
    return or_refused(asked.shelf.with([&](auto& store) -> Result<Own> {
        auto const person = person_of(asked, store);
        return store::own_case(store, person, asked.today).map([&](store::OwnCase told) {
            return Own{person, std::move(told)};
        });
    }));
}

Answer chain(Asked const& asked, read::CaseRead const& read, diet::Diary const& diary, double from,
             double to) {
    if (asked.gone())
        refuse(503, "nobody waited for this any more");
    asked.told(from, "Weighing what you told and what you ate");
    // Of the whole, the crowd takes about half and the search for small changes the rest.
    constexpr double crowd_share = 0.5;
    return rheobase::answer(
        read.evidence, diary, diet::foods(),
        AnswerOptions{.crowd = {.people = blood::default_people()},
                      .wishes = read.wishes,
                      .search = week::Search::first,
                      .searched = [&](long nodes) {
                          double const searched =
                              std::min(1.0, static_cast<double>(nodes) / week::menu.nodes);
                          asked.told(from + (to - from) * (crowd_share + (1 - crowd_share) * searched),
                                     "Looking for small changes to your food");
                      }});
}

} // namespace rheobase::server
