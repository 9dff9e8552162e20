#include "model/verdict/interview.hpp"

#include "base/listed.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/interview.rows.hpp"
#include "model/verdict/places.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

bool among(std::vector<std::string> const& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

/// Symptoms that stand in a list of danger signs.
std::vector<std::string> const& danger_signs() {
    static auto const all = [] {
        std::vector<std::string> out;
        for (auto const& form : question_forms())
            if (form.red())
                for (auto const& choice : form.choices)
                    out.emplace_back(choice.row->code);
        return out;
    }();
    return all;
}

/// Whether the thing that a choice of a list speaks of is known, with a yes or with a no.
bool known_already(Chart const& chart, Question const& question, Choice const& choice) {
    auto const denial = settings_of(question, choice, true);
    if (denial.empty())
        return false;
    return chart.ask({denial.front().path, Compare::holds, 0, {}}).truth != Truth::unknown;
}

void add_if_open(std::vector<Question>& out, Weighing& weighing, QuestionForm const& form, std::string about,
                 std::vector<std::string> const& asked) {
    Question question{&form, std::move(about), {}};
    if (among(asked, question.id()) ||
        (!form.row->fills.empty() && told(weighing.evidence(), place_of(question, form.row->fills))))
        return;
    for (auto const& choice : form.choices)
        if (form.kind != QuestionKind::list || !known_already(weighing.chart(), question, choice))
            question.choices.push_back(&choice);
    if (!question.choices.empty() || form.of_text())
        out.push_back(std::move(question));
}

/// What the question is worth besides; of a list in part only what is left of it.
double worth_of(Question const& question) {
    if (!known(question.form->row->worth))
        return 0;
    auto const all = static_cast<double>(question.form->choices.size());
    return question.form->row->worth * (all > 0 ? static_cast<double>(question.choices.size()) / all : 1);
}

double bits_of(Question const& question, Bearing const& bearing) {
    return bearing.causes + interview.first_weight * bearing.first + bearing.urgency +
           (bearing.reaches ? interview.reach_bits : 0) + worth_of(question);
}

/// The first list of danger signs that holds one which alone would make this person's answer more urgent.
Question const* danger_list(std::vector<Question> const& open, std::vector<std::string> const& not_asked) {
    for (auto const& question : open)
        if (question.form->red())
            for (auto const* choice : question.choices)
                if (among(not_asked, choice->row->code))
                    return &question;
    return nullptr;
}

} // namespace

std::string_view in_code(Finished why) {
    return why == Finished::nothing_changes  ? "nothing_changes"
           : why == Finished::little_changes ? "little_changes"
           : why == Finished::most_asked     ? "most_asked"
                                             : "no";
}

bool outside_the_count(std::string_view id) {
    auto const question = question_called(id);
    return question.form && (question.form->red() || among(danger_signs(), question.about));
}

std::vector<Question> open_questions(Weighing& weighing, std::vector<std::string> const& asked) {
    std::vector<Question> out;
    auto const ask = [&](Term const& term) { return weighing.chart().ask(term); };
    for (auto const& form : question_forms()) {
        bool const too_soon = !form.row->after.empty() && !among(asked, form.row->after);
        if (too_soon || (!form.when.nodes.empty() && judge_condition(form.when, ask).truth != Truth::yes))
            continue;
        if (form.row->about == "symptom") {
            std::vector<std::string> seen;
            for (auto const& one : weighing.evidence().symptoms)
                if (one.present.value_or(false) && code_row("symptom", one.code) && !among(seen, one.code)) {
                    seen.push_back(one.code);
                    add_if_open(out, weighing, form, one.code, asked);
                }
        } else if (form.row->about == "medicine") {
            for (auto const& one : weighing.evidence().medicines)
                add_if_open(out, weighing, form, one.name, asked);
        } else
            add_if_open(out, weighing, form, {}, asked);
    }
    return out;
}

Question question_to(Evidence const& evidence, Findings const& findings, std::string_view id) {
    auto question = question_called(id);
    if (question.form && question.form->kind == QuestionKind::list) {
        Chart const chart(evidence, findings);
        std::erase_if(question.choices,
                      [&](Choice const* choice) { return known_already(chart, question, *choice); });
    }
    return question;
}

NextQuestion next_question(Evidence const& evidence, Findings const& findings,
                           std::vector<std::string> const& asked) {
    Weighing weighing(evidence, findings);
    NextQuestion next;
    next.urgency = weighing.urgency();
    next.counted = static_cast<int>(
        std::count_if(asked.begin(), asked.end(), [](auto const& id) { return !outside_the_count(id); }));
    auto const open = open_questions(weighing, asked);
    bool const emergency = next.urgency == Urgency::emergency;

    // About a sign of danger that is there, first what could change how soon to act.
    double most = interview.red_urgency_bits;
    for (auto const& question : open) {
        if (question.about.empty() || !among(danger_signs(), question.about))
            continue;
        auto bearing = weighing.of(question);
        if (bearing.urgency < most)
            continue;
        most = bearing.urgency;
        next.question = question;
        next.bearing = std::move(bearing);
    }
    if (!next.question && !emergency)
        if (auto const* list = danger_list(open, red_flags_not_asked(weighing.chart(), weighing.states()))) {
            next.question = *list;
            next.bearing = weighing.of(*list);
        }
    if (next.question) {
        next.red = true;
        return next;
    }

    if (next.counted >= static_cast<int>(interview.most)) {
        next.finished = Finished::most_asked;
        return next;
    }
    double best = 0;
    for (auto const& question : open) {
        auto bearing = weighing.of(question);
        auto const bits = bits_of(question, bearing);
        if (bits <= best)
            continue;
        best = bits;
        next.question = question;
        next.bearing = std::move(bearing);
    }
    next.finished =
        best < interview.least_bits ? Finished::nothing_changes
        : next.counted >= static_cast<int>(interview.usual_most) && best < interview.least_bits_beyond
            ? Finished::little_changes
            : Finished::no;
    if (next.finished != Finished::no)
        next.question.reset();
    else
        next.red = outside_the_count(next.question->id());
    return next;
}

std::string why_asked(Question const& question, Bearing const& bearing) {
    constexpr std::size_t most_named = 4;
    std::vector<std::string> names;
    for (auto const& code : bearing.on_causes)
        if (names.size() < most_named && code != "no_deficiency" && code != "insufficient_data")
            names.push_back(name_of(code));
    return std::string(question.form->row->why) +
           (names.empty() ? "" : " It bears on " + listed(names) + ".");
}

} // namespace rheobase::verdict
