#include "model/verdict/interview.hpp"
#include "app/cli/interview_line.hpp"
#include "app/cli/taken_case.hpp"
#include "app/read/case_json.hpp"
#include "app/read/file.hpp"
#include "app/report/json/answer.hpp"
#include "app/report/json/case.hpp"
#include "app/report/phrases.hpp"
#include "app/report/text/answer.hpp"
#include "model/rheobase.hpp"

#include <filesystem>
#include <fmt/core.h>
#include <fstream>
#include <istream>
#include <ostream>

namespace rheobase::cli {

namespace {

using namespace verdict;

struct Moment {
    Evidence evidence;
    std::vector<std::string> asked;
};

/// The case as it was written: its file, or what the store keeps; "" where there is none.
std::string written_case(CaseGiven const& given, TakenCase& taken) {
    if (taken.store) {
        auto const kept = taken.store->case_on(taken.person, taken.today);
        return kept ? kept->json : "";
    }
    return given.case_path.empty()
               ? ""
               : read::read_file(given.case_path, largest_case, {"case", "Is this the right file?"})
                     .value_or("");
}

/// The wishes of the case as written, so that keeping the case keeps them.
std::string wishes_in(std::string const& text) {
    if (text.empty())
        return {};
    auto const document = read::read_json(text, "case").value;
    auto const wishes = document.is_object() ? document.find("wishes") : document.end();
    return document.is_object() && wishes != document.end() && wishes->is_object() ? wishes->dump() : "";
}

/// Where the diary lies, seen from the file that the case is kept in.
std::string diary_seen_from(std::string const& out_path, std::string const& case_path,
                            std::string const& diary) {
    namespace fs = std::filesystem;
    if (diary.empty() || fs::path(diary).is_absolute())
        return diary;
    auto const from = fs::absolute(case_path).parent_path();
    return fs::absolute(out_path).parent_path() == from ? diary : (from / diary).lexically_normal().string();
}

/// Writes beside and renames, so that what was kept before stands until the new is whole.
bool keep(std::string const& path, std::string const& text) {
    auto const beside = path + ".part";
    std::ofstream file(beside, std::ios::binary);
    file << text;
    file.close();
    std::error_code fault;
    if (file)
        std::filesystem::rename(beside, path, fault);
    if (!file || fault)
        std::filesystem::remove(beside, fault);
    return file && !fault;
}

void say_question(std::ostream& talk, NextQuestion const& next) {
    auto const& question = *next.question;
    talk << "\n" << (next.red ? "" : fmt::format("{}. ", next.counted + 1)) << question.text() << "\n";
    if (question.form->kind != QuestionKind::number)
        for (std::size_t i = 0; i < question.choices.size(); ++i)
            talk << fmt::format("  {:2}  {}\n", i + 1, question.choices[i]->row->text);
    talk << "> " << std::flush;
}

void say_emergency(std::ostream& talk, Evidence const& evidence) {
    auto const verdict = judge_emergencies(evidence);
    talk << "\n" << verdict.headline << "\n";
    for (auto const& reason : report::leading_reasons(verdict))
        talk << "  " << reason.text << "\n";
    talk << "Do this first. Type q to stop here. You may also go on: some answers can change this.\n";
}

std::string_view why_finished(Finished why) {
    return why == Finished::most_asked ? "Enough was asked."
           : why == Finished::no       ? "The answer rests on what was told so far."
                                       : "Nothing that is left to ask would change the answer much.";
}

class Talk {
  public:
    Talk(std::istream& in, std::ostream& out, Evidence evidence)
        : in_(in), out_(out), now_{std::move(evidence), {}} {}

    /// Asks until nothing is left, the person stops, or the input ends. `kept` is called after each answer.
    template <class Kept>
    Evidence whole(Kept kept) {
        out_ << "Enter skips a question. ? says why it is asked, d is 'I don't know', b goes back, q stops.\n"
                "Nothing you type leaves this machine.\n";
        Finished why = Finished::no;
        for (;;) {
            auto const next = next_question(now_.evidence, findings_from_case(now_.evidence), now_.asked);
            if (next.urgency == Urgency::emergency && !alarmed_)
                say_emergency(out_, now_.evidence);
            alarmed_ = next.urgency == Urgency::emergency;
            why = next.finished;
            if (!next.question || !put(next))
                break;
            kept(now_.evidence);
        }
        out_ << "\n" << why_finished(why) << "\n\n" << std::flush;
        return now_.evidence;
    }

  private:
    /// Puts one question until it is answered, skipped or gone back from. False when the talk ends.
    bool put(NextQuestion const& next) {
        say_question(out_, next);
        for (std::string typed; std::getline(in_, typed);) {
            auto const line = read_line(*next.question, typed);
            switch (line.meant) {
            case Line::Meant::stop:
                return false;
            case Line::Meant::back:
                if (!before_.empty()) {
                    now_ = std::move(before_.back());
                    before_.pop_back();
                    return true;
                }
                out_ << "This is the first question.\n> " << std::flush;
                break;
            case Line::Meant::why:
                out_ << why_asked(*next.question, next.bearing) << "\n"
                     << how_to_answer(*next.question) << "\n> " << std::flush;
                break;
            case Line::Meant::not_understood:
                out_ << line.said << "\n> " << std::flush;
                break;
            case Line::Meant::answer:
                if (auto after = verdict::answered(now_.evidence, *next.question, line.given)) {
                    before_.push_back(now_);
                    now_.asked.push_back(next.question->id());
                    now_.evidence = std::move(*after);
                    return true;
                } else
                    out_ << in_words(after.error()) << ".\n> " << std::flush;
            }
        }
        return false;
    }

    std::istream& in_;
    std::ostream& out_;
    Moment now_;
    std::vector<Moment> before_;
    bool alarmed_ = false;
};

} // namespace

Outcome interview(InterviewOptions const& options, std::istream& in, std::ostream& talk) {
    if (options.given.case_path == "-")
        return {unusable_input, "",
                "interview: answers come from standard input, so the case cannot. Name its file.\n"};
    TakenCase taken;
    if (options.given.me || !options.given.case_path.empty()) {
        auto given = take_case(options.given, "interview");
        if (!given)
            return given.error();
        taken = std::move(*given);
    }
    report::CaseBeside const beside{
        diary_seen_from(options.out_path, options.given.case_path, taken.read.diary_path),
        wishes_in(written_case(options.given, taken))};
    std::string not_kept;
    auto const keep_case = [&](Evidence const& evidence) {
        not_kept.clear();
        auto const text = report::case_json(evidence, beside);
        if (!options.out_path.empty() && !keep(options.out_path, text))
            not_kept = options.out_path + ": cannot be written, so the case was not kept. Choose a folder "
                                          "that exists and that you may write to.\n";
        if (taken.store)
            if (auto const kept = taken.store->keep_case(taken.person, text, taken.today); !kept)
                not_kept += in_words(kept.error()) + ". The case was not kept.\n";
    };
    auto const evidence = Talk(in, talk, std::move(taken.read.evidence)).whole(keep_case);
    keep_case(evidence);
    auto const answer = rheobase::answer(
        evidence, taken.diary, diet::foods(),
        AnswerOptions{.crowd = {.people = options.people, .seed = options.seed, .threads = options.threads},
                      .wishes = taken.read.wishes,
                      .search = week::Search::first});
    auto const as_json =
        options.format == "json" || taken.store ? report::answer_json(answer) : std::string();
    Outcome outcome{cli::answered,
                    options.format == "json" ? as_json : report::answer_text(answer, options.colour), ""};
    if (taken.store)
        if (auto const kept = taken.store->add_answer(taken.person, taken.today, as_json); !kept)
            not_kept += in_words(kept.error()) + ". The answer was given, but not kept.\n";
    if (!not_kept.empty())
        outcome = {outside_failure, std::move(outcome.out), std::move(not_kept)};
    return outcome;
}

} // namespace rheobase::cli
