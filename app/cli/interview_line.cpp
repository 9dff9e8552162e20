#include "app/cli/interview_line.hpp"

#include "base/number.hpp"
#include "base/printable.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/places.hpp"

#include <algorithm>

namespace rheobase::cli {

namespace {

using namespace verdict;

std::string without_blanks_around(std::string_view text) {
    auto const first = text.find_first_not_of(" \t\r");
    return first == text.npos ? std::string{}
                              : std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

std::vector<std::string> words_of(std::string const& text) {
    std::vector<std::string> words(1);
    for (char const c : text)
        if (c != ' ' && c != ',' && c != ';' && c != '\t')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    if (words.back().empty())
        words.pop_back();
    return words;
}

/// The answer that a number, a code or the whole text of an answer means.
Choice const* choice_meant(Question const& question, std::string const& word) {
    if (auto const place = number(word)) {
        for (std::size_t i = 0; i < question.choices.size(); ++i)
            if (*place == static_cast<double>(i + 1))
                return question.choices[i];
        return nullptr;
    }
    for (auto const* choice : question.choices)
        if (code_spelling(word) == choice->row->code ||
            code_spelling(word) == code_spelling(choice->row->text))
            return choice;
    // "f" for Female: the beginning of one answer alone.
    Choice const* begun = nullptr;
    for (auto const* choice : question.choices)
        if (code_spelling(choice->row->text).starts_with(code_spelling(word))) {
            if (begun)
                return nullptr;
            begun = choice;
        }
    return begun;
}

bool means_none(std::string const& word) {
    auto const small = code_spelling(word);
    return small == "0" || small == "none" || small == "no" || small == "none_of_these";
}

Line not_understood(std::string const& what, Question const& question) {
    return {Line::Meant::not_understood,
            {},
            "'" + printable(what) + "' is no answer here. " + how_to_answer(question)};
}

Line read_list(Question const& question, std::string const& typed) {
    Line line;
    line.given.how = Given::How::answered;
    if (means_none(typed))
        return line;
    if (auto const* whole = choice_meant(question, typed)) {
        line.given.chosen.emplace_back(whole->row->code);
        return line;
    }
    for (auto word : words_of(typed)) {
        bool const unsure = word.size() > 1 && word.back() == '?';
        if (unsure)
            word.pop_back();
        auto const* choice = choice_meant(question, word);
        if (!choice)
            return not_understood(word, question);
        auto& into = unsure ? line.given.unsure : line.given.chosen;
        into.emplace_back(choice->row->code);
    }
    if (line.given.chosen.empty() && line.given.unsure.empty())
        return not_understood(typed, question);
    return line;
}

} // namespace

std::string how_to_answer(Question const& question) {
    switch (question.form->kind) {
    case QuestionKind::list:
        return "Type the numbers that apply, such as 1 3; 0 for none of these; 2? where you are not sure of "
               "one.";
    case QuestionKind::one:
        return "Type the number of one answer.";
    case QuestionKind::duration:
        return "Type the number of one answer, or a time such as 3 weeks.";
    case QuestionKind::number:
        return "Type a figure.";
    case QuestionKind::medicines:
        return "Type names, such as: omeprazole 20 mg for 3 years, sertraline stopped 5 days ago. Or none.";
    case QuestionKind::supplements:
        return "Type names with amounts, such as: magnesium 300 mg, vitamin B6 50 mg. Or none.";
    case QuestionKind::results:
        return "Type results with units, such as: magnesium 0.72 mmol/L 5 days ago. Or none.";
    case QuestionKind::words:
        break;
    }
    return "Type what you wish to add.";
}

Line read_line(Question const& question, std::string_view raw) {
    auto const typed = without_blanks_around(raw);
    auto const small = code_spelling(typed);
    Line line;
    if (typed.empty())
        return line;
    if (typed == "?" || small == "why")
        return {Line::Meant::why, {}, {}};
    if (small == "b" || small == "back")
        return {Line::Meant::back, {}, {}};
    if (small == "q" || small == "quit" || small == "stop")
        return {Line::Meant::stop, {}, {}};
    if (small == "d" || small == "i_don't_know" || small == "don't_know" || small == "dont_know") {
        line.given.how = Given::How::not_known;
        return line;
    }
    line.given.how = Given::How::answered;
    if (question.form->of_text()) {
        line.given.text = typed;
        return line;
    }
    if (question.form->kind == QuestionKind::list)
        return read_list(question, typed);
    if (question.form->kind == QuestionKind::number) {
        auto const figure = number_with_grouping(typed);
        if (!figure)
            return not_understood(typed, question);
        line.given.number = *figure;
        return line;
    }
    if (auto const* choice = choice_meant(question, typed)) {
        line.given.chosen = {std::string(choice->row->code)};
        return line;
    }
    if (question.form->kind == QuestionKind::duration && known(days_in(typed))) {
        line.given.number = days_in(typed);
        return line;
    }
    return not_understood(typed, question);
}

} // namespace rheobase::cli
