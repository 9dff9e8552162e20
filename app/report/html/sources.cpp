// Every source the page rests on, in full, for those who open the list.
#include "app/report/html/sheet.hpp"
#include "app/report/phrases.hpp"
#include "model/ledger.hpp"

#include <fmt/core.h>

namespace rheobase::report {

void write_sources(Sheet& sheet) {
    if (sheet.sources.empty())
        return;
    auto& html = sheet.html;
    auto const box = html.in("section", {{"aria-labelledby", "sources"}});
    sheet.heading("Sources", "sources");
    html.leaf("p", fmt::format("The page on a screen lists its {} sources.", sheet.sources.size()),
              {{"class", "paper"}});
    auto const fold = html.in("details");
    html.leaf("summary", fmt::format("The {} sources behind the small numbers", sheet.sources.size()));
    auto const list = html.in("ol", {{"class", "sources"}});
    std::size_t place = 0;
    for (auto const& key : sheet.sources) {
        auto const cited = citation(key);
        auto const line = html.in("li", {{"id", fmt::format("source-{}", ++place)}});
        html.said("span", cited.text.empty() ? key : cited.text);
        if (!cited.year.empty())
            html.text(" (" + cited.year + ")");
        html.text(".");
        // An address is printed, not linked: the page itself leads nowhere.
        if (!cited.where.empty()) {
            html.text(" ");
            html.said("span", cited.where, {{"class", "where"}});
        }
    }
}

} // namespace rheobase::report
