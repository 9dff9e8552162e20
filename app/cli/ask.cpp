#include "app/cli/taken_case.hpp"
#include "app/report/html/answer.hpp"
#include "app/report/json/answer.hpp"
#include "app/report/text/answer.hpp"
#include "model/rheobase.hpp"

namespace rheobase::cli {

Outcome ask(AskOptions const& options) {
    if (options.schema)
        return {answered, std::string(read::case_schema()), ""};
    if (options.answer_schema)
        return {answered, std::string(report::answer_schema()), ""};
    auto const taken = take_case(options.given, "ask");
    if (!taken)
        return taken.error();
    auto const answer = rheobase::answer(
        taken->read.evidence, taken->diary, diet::foods(),
        AnswerOptions{.crowd = {.people = options.people, .seed = options.seed, .threads = options.threads},
                      .wishes = taken->read.wishes,
                      .search = week::Search::first});
    return {answered,
            options.format == "json"   ? report::answer_json(answer)
            : options.format == "html" ? report::answer_html(answer)
                                       : report::answer_text(answer, options.colour),
            ""};
}

} // namespace rheobase::cli
