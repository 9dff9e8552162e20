#include "app/report/html/page.hpp"

#include "model/ledger.hpp"

// The assembler copies the style sheets into the program.
asm(".section .rodata\n"
    "rheobase_report_css_begin:\n"
    ".incbin \"" RHEOBASE_REPORT_CSS "\"\n"
    "rheobase_report_css_end:\n"
    "rheobase_chart_css_begin:\n"
    ".incbin \"" RHEOBASE_CHART_CSS "\"\n"
    "rheobase_chart_css_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern char const rheobase_report_css_begin[];
extern char const rheobase_report_css_end[];
extern char const rheobase_chart_css_begin[];
extern char const rheobase_chart_css_end[];
}

namespace rheobase::report {

std::string_view chart_style() {
    return {rheobase_chart_css_begin,
            static_cast<std::size_t>(rheobase_chart_css_end - rheobase_chart_css_begin)};
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
    html.ours({rheobase_report_css_begin,
               static_cast<std::size_t>(rheobase_report_css_end - rheobase_report_css_begin)});
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
