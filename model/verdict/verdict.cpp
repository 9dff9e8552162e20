#include "model/verdict/verdict.hpp"

#include "model/verdict/advice.hpp"
#include "model/verdict/causes.hpp"
#include "model/verdict/codes.hpp"
#include "model/verdict/emergency_numbers.rows.hpp"
#include "model/verdict/lab_patterns.hpp"
#include "model/verdict/plan_status.hpp"
#include "model/verdict/rules.hpp"
#include "model/verdict/settle_urgency.hpp"
#include "model/verdict/tests_to_ask.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

constexpr double hours_a_day = 24;

void set_call(Act& act, std::string const& country) {
    for (auto const& row : emergency_numbers_rows)
        if (row.country == country) {
            act.country = country;
            act.emergency = std::string(row.emergency);
            act.emergency_text = "Call " + act.emergency + ".";
            return;
        }
    act.emergency = "112";
    act.emergency_text = "Call 112, 999 or 911, or your local emergency number.";
}

std::string hours_in_words(double hours) {
    if (hours <= hours_a_day)
        return "within 24 hours (today)";
    auto const days = static_cast<int>(hours / hours_a_day);
    return "within " + std::to_string(days) + " days (" + std::to_string(static_cast<int>(hours)) + " hours)";
}

std::string headline_of(Urgency urgency, Act const& act) {
    switch (urgency) {
    case Urgency::emergency:
        return act.where == "ambulance"
                   ? "Get emergency help now. " + act.emergency_text
                   : "Go to an emergency department now. If you cannot get there, call " + act.emergency +
                         ".";
    case Urgency::soon:
        return std::string(act.where == "same_day_clinic" ? "See a doctor or an urgent clinic "
                                                          : "See a doctor ") +
               hours_in_words(act.within_hours) + ".";
    case Urgency::routine:
        return act.where == "pharmacist"
                   ? "Ask a pharmacist or your doctor when it suits you. There is no hurry."
                   : "Make an ordinary appointment with your doctor. There is no hurry.";
    case Urgency::self_care:
        break;
    }
    return "You can look after this at home.";
}

std::vector<TimelineEntry> timeline_of(Evidence const& evidence) {
    std::vector<TimelineEntry> entries;
    auto add = [&](std::optional<double> const& days, std::string what) {
        if (days)
            entries.push_back({*days, std::move(what)});
    };
    for (auto const& one : evidence.symptoms)
        if (one.present.value_or(false))
            add(one.since_days, name_of(one.code) + " began");
    for (auto const& one : evidence.medicines) {
        add(one.started_days_ago ? one.started_days_ago : one.since_days, one.name + " started");
        add(one.dose_changed_days_ago, one.name + ": dose changed");
        add(one.stopped_days_ago, one.name + " stopped");
    }
    for (auto const& one : evidence.conditions)
        add(one.days_ago, name_of(one.code));
    for (auto const& one : evidence.events)
        add(one.days_ago, name_of(one.code));
    for (auto const& one : evidence.exposures)
        add(one.days_ago, name_of(one.code));
    for (auto const& one : evidence.investigations)
        add(one.days_ago, name_of(one.code));
    std::stable_sort(entries.begin(), entries.end(),
                     [](TimelineEntry const& a, TimelineEntry const& b) { return a.days_ago > b.days_ago; });
    return entries;
}

std::vector<std::string> medicines_in_words(Medicines const& medicines) {
    std::vector<std::string> lines;
    for (auto const& one : medicines.known()) {
        std::string line = one.medicine->name;
        if (one.how == "slip")
            line += " (read as " + std::string(one.rows.front()->name) + ")";
        if (!one.classes.empty())
            line += ": " + std::string(one.classes.front()->name);
        if (!one.medicine->current)
            line += ", stopped";
        lines.push_back(std::move(line));
    }
    return lines;
}

/// Everything that the rules alone can say.
void judge_rules_into(Verdict& verdict, Chart& chart) {
    auto const& evidence = chart.evidence();
    verdict.rules = judge_rules(chart);
    settle_urgency(verdict);
    set_call(verdict.act, evidence.person.country);
    verdict.headline = headline_of(verdict.urgency, verdict.act);
    if (verdict.urgency == Urgency::self_care || verdict.urgency == Urgency::routine)
        verdict.conditional_on_absent = red_flags_not_asked(chart, verdict.rules);
    verdict.labs = chart.labs().lines();
    verdict.not_considered = evidence.set_aside;
    for (auto const* list : {&chart.labs().not_considered(), &chart.medicines().not_considered()})
        verdict.not_considered.insert(verdict.not_considered.end(), list->begin(), list->end());
    verdict.timeline = timeline_of(evidence);
    verdict.medicines_read = medicines_in_words(chart.medicines());
}

} // namespace

Verdict judge_emergencies(Evidence const& evidence) {
    auto const findings = findings_from_case(evidence);
    Chart chart(evidence, findings);
    Verdict verdict;
    judge_rules_into(verdict, chart);
    return verdict;
}

Verdict judge(Evidence const& evidence, Findings const& findings) {
    Chart chart(evidence, findings);
    Verdict verdict;
    judge_rules_into(verdict, chart);
    auto const ask = asking(chart, verdict);
    verdict.patterns = lab_patterns(ask);
    verdict.causes = judge_causes(chart, ask);
    verdict.tests_for_safety = advice_of("tests_for_safety", ask);
    verdict.act_on = advice_of("do", ask);
    verdict.do_not = advice_of("do_not", ask);
    verdict.watch = advice_of("watch", ask);
    verdict.plan = plan_of(chart, ask);
    // In an emergency the few things not to do must not drown among what can wait.
    if (verdict.urgency != Urgency::emergency)
        for (auto& one : not_to_do(verdict.plan.stops, verdict.do_not))
            verdict.do_not.push_back(std::move(one));
    verdict.tests = tests_to_ask(chart, verdict);
    for (auto& one : advice_of("missing", ask))
        verdict.missing.push_back(std::move(one.text));
    return verdict;
}

} // namespace rheobase::verdict
