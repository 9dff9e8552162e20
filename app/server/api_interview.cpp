// The next question for what is known and was answered, with the case as it stands now. Nothing of it is kept
// here: the page keeps the case after every answer.
#include "app/read/case.hpp"
#include "app/report/json/case.hpp"
#include "app/server/alarm.hpp"
#include "model/rheobase.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/interview.hpp"

#include <charconv>

namespace rheobase::server {

namespace {

constexpr std::size_t most_asked = 300;
constexpr std::size_t longest_answer = 10'000;

/// What the page sends of one question: "skip", "unknown", the ids of answers between commas or "none", a
/// figure, or words, as the kind of the question wants it.
verdict::Given given_in(verdict::Question const& question, std::string const& answer) {
    using How = verdict::Given::How;
    verdict::Given given;
    if (answer == "skip")
        return given;
    given.how = answer == "unknown" ? How::not_known : How::answered;
    if (given.how == How::not_known)
        return given;
    auto const kind = question.form->kind;
    if (kind == verdict::QuestionKind::one || kind == verdict::QuestionKind::list) {
        if (answer != "none")
            for (auto const code : verdict::parts_of(answer, ','))
                given.chosen.emplace_back(code);
    } else if (kind == verdict::QuestionKind::number || kind == verdict::QuestionKind::duration) {
        auto const [end, error] = std::from_chars(answer.data(), answer.data() + answer.size(), given.number);
        if (error != std::errc() || end != answer.data() + answer.size())
            refuse(400, "this question is answered with a number", question.id());
    } else {
        given.text = answer;
    }
    return given;
}

Json question_json(verdict::NextQuestion const& next) {
    auto const& question = *next.question;
    auto answers = Json::array();
    // Of a figure the table's answers only weigh the question.
    if (question.form->kind != verdict::QuestionKind::number)
        for (auto const* choice : question.choices)
            answers.push_back({{"id", choice->row->code}, {"text", choice->row->text}});
    return {{"id", question.id()},
            {"text", question.text()},
            {"why", verdict::why_asked(question, next.bearing)},
            {"kind", verdict::in_code(question.form->kind)},
            {"about", question.about},
            {"answers", std::move(answers)},
            {"red_flag", next.red},
            {"count", next.counted + 1}};
}

std::string_view why_done(verdict::Finished why) {
    return why == verdict::Finished::most_asked ? "Enough was asked."
                                                : "Nothing that is left to ask would change the answer much.";
}

} // namespace

Response interview(Asked const& asked) {
    only_keys(asked.body, {"known", "asked"});
    if (!asked.body.contains("known") || !asked.body.contains("asked") ||
        !asked.body.at("asked").is_array() || asked.body.at("asked").size() > most_asked)
        refuse(400, "what is known is a case, and what was asked is a list", "body");
    auto known_case = asked.body.at("known");
    if (known_case.is_object() && known_case.contains("diet") && known_case.at("diet").is_object())
        known_case.at("diet").erase("diary");
    auto read = read::read_case(known_case.dump(), "known");
    if (!read.faults.empty())
        throw Refused{problem_response(400, read.faults.front())};
    auto evidence = std::move(read.evidence);
    std::vector<std::string> put;
    for (auto const& one : asked.body.at("asked")) {
        only_keys(one, {"question", "answer"});
        auto const id = text_in(one, "question", longest_answer);
        auto const question = verdict::question_called(id);
        if (!question.form)
            refuse(400, "there is no such question", id);
        evidence = or_refused(verdict::answered(std::move(evidence), question,
                                                given_in(question, text_in(one, "answer", longest_answer))));
        put.push_back(id);
    }
    auto const next = verdict::next_question(evidence, verdict::findings_from_case(evidence), put);
    report::CaseBeside beside;
    if (auto const wishes = known_case.find("wishes"); wishes != known_case.end() && wishes->is_object())
        beside.wishes_json = wishes->dump();
    Json out{{"urgency", verdict::in_code(next.urgency)},
             {"alarm", alarm_of(evidence)},
             {"case", Json::parse(report::case_json(evidence, beside))}};
    if (next.question) {
        out["question"] = question_json(next);
    } else {
        out["done"] = true;
        out["why"] = why_done(next.finished);
    }
    return json_response(out);
}

} // namespace rheobase::server
