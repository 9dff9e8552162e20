#include "app/report/html/week.hpp"
#include "app/cli/progress.hpp"
#include "app/cli/taken_case.hpp"
#include "app/read/wish.hpp"
#include "app/report/json/week.hpp"
#include "app/report/text/week.hpp"
#include "model/rheobase.hpp"
#include "model/week/menu.rows.hpp"

#include <cmath>

namespace rheobase::cli {

Outcome week(WeekOptions const& options) {
    if (options.answer_schema)
        return {answered, std::string(report::week_schema()), ""};
    week::Wishes said;
    std::string faults;
    for (auto const& words : options.wishes) {
        if (auto const wish = read::read_wish(words))
            said = week::joined(said, *wish);
        else
            faults += in_words(wish.error()) + "\n";
    }
    if (!faults.empty())
        return {unusable_input, "", faults};
    auto const taken = take_case(options.given, "week");
    if (!taken)
        return taken.error();
    auto const wishes = week::joined(taken->read.wishes, said);
    Progress progress(options.show_progress);
    auto const answer = rheobase::answer(
        taken->read.evidence, taken->diary, diet::foods(),
        AnswerOptions{
            .crowd = {.people = blood::default_people(), .threads = options.threads},
            .wishes = wishes,
            .span = options.span == "day" ? week::Span::day : week::Span::week,
            .searched = [&](long nodes) { progress.searched(nodes, std::lround(week::menu.nodes)); }});
    auto const& plan = answer.week;
    return {answered,
            options.format == "json"   ? report::week_json(plan, answer.verdict.plan)
            : options.format == "html" ? report::week_html(plan, answer.verdict.plan)
                                       : report::week_text(plan, answer.verdict.plan, options.colour),
            ""};
}

} // namespace rheobase::cli
