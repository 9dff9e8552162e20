#include "app/report/html/answer.hpp"

#include "app/report/html/page.hpp"
#include "app/report/html/sheet.hpp"

namespace rheobase::report {

std::string answer_html(Answer const& answer) {
    Sheet sheet(answer);
    auto& html = sheet.html;
    html.ours("<!DOCTYPE html>\n");
    {
        auto const page = html.in("html", {{"lang", "en"}});
        write_head(html, "Rheobase: why does my muscle twitch?");
        auto const body = html.in("body", {{"class", std::string(verdict::in_code(answer.verdict.urgency))}});
        {
            auto const main = html.in("main");
            write_now(sheet);
            write_causes(sheet);
            write_intake(sheet);
            write_blood(sheet);
            write_felt(sheet);
            write_body(sheet);
            write_labs(sheet);
            write_tests(sheet);
            write_plan(sheet);
            write_unjudged(sheet);
            write_told(sheet);
            write_sources(sheet);
        }
        write_foot(html,
                   "This is information, not a diagnosis, and no clinician has reviewed it. Never stop a "
                   "prescribed medicine without asking. Nothing you gave leaves this machine.");
    }
    return std::move(html).page();
}

} // namespace rheobase::report
