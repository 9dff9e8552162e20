#include "app/report/html/answer.hpp"

#include "app/report/html/sheet.hpp"
#include "model/ledger.hpp"

// The assembler copies the style sheet into the program.
asm(".section .rodata\n"
    "rheobase_report_css_begin:\n"
    ".incbin \"" RHEOBASE_REPORT_CSS "\"\n"
    "rheobase_report_css_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern char const rheobase_report_css_begin[];
extern char const rheobase_report_css_end[];
}

namespace rheobase::report {

namespace {

void write_head(Markup& html) {
    auto const head = html.in("head");
    html.empty("meta", {{"charset", "utf-8"}});
    // Even a page that somebody tampered with can fetch nothing and run nothing.
    html.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                        {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
                                    "form-action 'none'"}});
    html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    html.empty("meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    html.leaf("title", "Rheobase: why does my muscle twitch?");
    html.ours("<style>\n");
    html.ours({rheobase_report_css_begin,
               static_cast<std::size_t>(rheobase_report_css_end - rheobase_report_css_begin)});
    html.ours("</style>\n");
}

void write_foot(Markup& html) {
    auto const foot = html.in("footer");
    html.text("This is information, not a diagnosis, and no clinician has reviewed it. Never stop a "
              "prescribed medicine without asking. Nothing you gave leaves this machine. Rheobase ");
    html.said("span", program_version());
    html.text(", facts of ");
    html.said("span", facts_version());
    html.text(".");
}

} // namespace

std::string answer_html(Answer const& answer) {
    Sheet sheet(answer);
    auto& html = sheet.html;
    html.ours("<!DOCTYPE html>\n");
    {
        auto const page = html.in("html", {{"lang", "en"}});
        write_head(html);
        auto const body = html.in("body", {{"class", std::string(verdict::in_code(answer.verdict.urgency))}});
        {
            auto const main = html.in("main");
            write_now(sheet);
            write_causes(sheet);
            write_intake(sheet);
            write_body(sheet);
            write_labs(sheet);
            write_tests(sheet);
            write_plan(sheet);
            write_unjudged(sheet);
            write_told(sheet);
            write_sources(sheet);
        }
        write_foot(html);
    }
    return std::move(html).page();
}

} // namespace rheobase::report
