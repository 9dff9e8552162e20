#include "app/report/html/page.hpp"

#include "base/carried.hpp"
#include "model/ledger.hpp"

RHEOBASE_CARRY(rheobase_report_css, RHEOBASE_REPORT_CSS)
RHEOBASE_CARRY(rheobase_chart_css, RHEOBASE_CHART_CSS)

namespace rheobase::report {

std::string_view chart_style() {
    return RHEOBASE_CARRIED(rheobase_chart_css);
}

void write_head(Markup& html, std::string_view title, std::string_view more_style) {
    auto const head = html.in("head");
    html.empty("meta", {{"charset", "utf-8"}});
    // Even a page that somebody tampered with can fetch nothing and run nothing.
    html.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                        {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                                    "form-action 'none'"}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    html.leaf("title", title);
    html.ours("<style>\n");
    html.ours(RHEOBASE_CARRIED(rheobase_report_css));
    html.ours(more_style);
    html.ours("</style>\n");
}

void write_foot(Markup& html, std::string_view sentences) {
    auto const foot = html.in("footer");
    html.text(sentences);
    html.text(" Rheobase ");
    html.said("span", program_version());
    html.text(", facts of ");
    html.said("span", facts_version());
    html.text(".");
}

} // namespace rheobase::report
