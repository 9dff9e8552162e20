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
    auto taken = take_case(options.given, "ask");
    if (!taken)
        return taken.error();
    auto const answer = rheobase::answer(
        taken->read.evidence, taken->diary, diet::foods(),
        AnswerOptions{.crowd = {.people = options.people, .seed = options.seed, .threads = options.threads},
                      .wishes = taken->read.wishes,
                      .search = week::Search::first});
    Outcome outcome;
    auto const as_json =
        options.format == "json" || taken->store ? report::answer_json(answer) : std::string();
    outcome.out = options.format == "json"   ? as_json
                  : options.format == "html" ? report::answer_html(answer)
                                             : report::answer_text(answer, options.colour);
    // An answer that cannot be kept is given all the same.
    if (taken->store)
        if (auto const kept = taken->store->add_answer(taken->person, taken->today, as_json); !kept)
            outcome.err = in_words(kept.error()) + ". The answer was given, but not kept.\n";
    return outcome;
}

} // namespace rheobase::cli
