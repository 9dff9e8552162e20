#include "model/verdict/rules.hpp"

#include "model/verdict/codes.hpp"
#include "model/verdict/terms.rows.hpp"

#include <algorithm>
#include <array>

namespace rheobase::verdict {

namespace {

constexpr std::array<std::string_view, 6> places{"ambulance", "emergency_department", "same_day_clinic",
                                                 "doctor",    "pharmacist",           "home"};

std::vector<std::string> needs_of(Judged const& judged) {
    std::vector<std::string> needs;
    for (auto const* term : judged.needs) {
        auto need = need_of(*term);
        if (!need.empty() && std::find(needs.begin(), needs.end(), need) == needs.end())
            needs.push_back(std::move(need));
    }
    return needs;
}

bool mentions(Condition const& condition, std::string_view symptom) {
    auto const path = "symptom." + std::string(symptom);
    return std::any_of(condition.terms.begin(), condition.terms.end(),
                       [&](Term const& term) { return term.path == path; });
}

} // namespace

std::string_view named_condition(std::string_view name) {
    for (auto const& row : terms_rows)
        if (row.name == name)
            return row.when;
    return {};
}

std::vector<Rule> const& rules() {
    static auto const all = [] {
        std::vector<Rule> out;
        for (auto const& row : flags_rows)
            if (auto when = parse_condition(row.when, named_condition))
                out.push_back({&row, std::move(*when)});
        return out;
    }();
    return all;
}

std::vector<Problem> faults_of_rules() {
    std::vector<Problem> faults;
    auto check = [&](std::string_view table, std::string_view name, std::string_view when, int line) {
        auto const where = std::string(table) + ":" + std::to_string(line) + " " + std::string(name);
        auto const parsed = parse_condition(when, named_condition);
        if (!parsed) {
            faults.push_back({parsed.error().what, where, {}});
            return;
        }
        for (auto const& term : parsed->terms)
            if (auto why = why_not_askable(term); !why.empty())
                faults.push_back({term.path + ": " + why, where, {}});
    };
    for (auto const& row : terms_rows)
        check("terms.csv", row.name, row.when, row.line);
    for (auto const& row : flags_rows) {
        check("flags.csv", row.rule, row.when, row.line);
        if (std::find(places.begin(), places.end(), row.where) == places.end())
            faults.push_back({"no such place: " + std::string(row.where), std::string(row.rule), {}});
        if (std::count_if(flags_rows.begin(), flags_rows.end(),
                          [&](FlagsRow const& other) { return other.rule == row.rule; }) > 1)
            faults.push_back({"two rules have this name", std::string(row.rule), {}});
    }
    return faults;
}

std::vector<RuleState> judge_rules(Chart const& chart) {
    std::vector<RuleState> states;
    auto const ask = [&](Term const& term) { return chart.ask(term); };
    for (auto const& rule : rules()) {
        auto const judged = judge_condition(rule.when, ask);
        RuleState state;
        state.rule = std::string(rule.row->rule);
        state.truth = judged.truth;
        if (judged.truth == Truth::unknown)
            state.needs = needs_of(judged);
        state.within_hours = rule.row->within_hours;
        state.where = std::string(rule.row->where);
        state.text = std::string(rule.row->text);
        state.row = std::string(rule.row->row);
        state.source = std::string(rule.row->source);
        states.push_back(std::move(state));
    }
    return states;
}

Urgency urgency_of(double within_hours, std::string_view where) {
    if (within_hours == 0)
        return Urgency::emergency;
    if (known(within_hours))
        return Urgency::soon;
    return where == "home" ? Urgency::self_care : Urgency::routine;
}

bool graver_place(std::string_view a, std::string_view b) {
    return std::find(places.begin(), places.end(), a) < std::find(places.begin(), places.end(), b);
}

std::vector<std::string> red_flags_not_asked(Chart& chart, std::vector<RuleState> const& states) {
    struct Found {
        double hours;
        std::string code;
    };
    std::vector<Found> found;
    auto const ask = [&](Term const& term) { return chart.ask(term); };
    for (auto const& row : codes_rows) {
        if (row.kind != "symptom" ||
            chart.ask({"symptom." + std::string(row.code), Compare::holds, 0, {}}).truth != Truth::unknown)
            continue;
        double soonest = unknown;
        chart.assume(row.code);
        for (std::size_t i = 0; i < rules().size(); ++i) {
            auto const& rule = rules()[i];
            if (states[i].truth == Truth::yes || !known(rule.row->within_hours) ||
                !mentions(rule.when, row.code))
                continue;
            if (judge_condition(rule.when, ask).truth == Truth::yes && !(soonest <= rule.row->within_hours))
                soonest = rule.row->within_hours;
        }
        chart.assume({});
        if (known(soonest))
            found.push_back({soonest, std::string(row.code)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](Found const& a, Found const& b) { return a.hours < b.hours; });
    std::vector<std::string> codes;
    for (auto& one : found)
        codes.push_back(std::move(one.code));
    return codes;
}

} // namespace rheobase::verdict
