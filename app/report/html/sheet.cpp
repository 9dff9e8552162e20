#include "app/report/html/sheet.hpp"

#include "app/report/phrases.hpp"

#include <iterator>

namespace rheobase::report {

Sheet::Sheet(Answer const& told)
    : answer(told), sources(sources_of(told)), emergency(told.verdict.urgency == verdict::Urgency::emergency),
      without_amounts(told.plate.figures_may_harm) {}

void Sheet::refs(std::string_view cell) {
    std::set<std::string> keys;
    add_sources(keys, cell);
    std::set<std::ptrdiff_t> places;
    for (auto const& key : keys)
        if (auto const found = sources.find(key); found != sources.end())
            places.insert(1 + std::distance(sources.begin(), found));
    if (places.empty())
        return;
    auto const small = html.in("span", {{"class", "refs"}});
    for (auto const place : places)
        html.leaf("a", std::to_string(place), {{"href", "#source-" + std::to_string(place)}});
}

void Sheet::heading(std::string_view text, std::string_view id) {
    html.leaf("h2", text, {{"id", std::string(id)}});
}

void Sheet::item(std::string_view text, std::string_view source) {
    auto const line = html.in("li");
    html.said("span", sentence(std::string(text)));
    refs(source);
}

} // namespace rheobase::report
