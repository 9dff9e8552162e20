#include "model/verdict/settle_urgency.hpp"

#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::verdict {

namespace {

/// "potassium up" of "lab.potassium >= 6 and …" and of "lab.potassium high"; empty where no test comes first.
std::string end_of_test(std::string_view when) {
    constexpr std::string_view lab = "lab.";
    if (!when.starts_with(lab))
        return {};
    when.remove_prefix(lab.size());
    auto const name = when.substr(0, when.find(' '));
    auto const rest = when.substr(std::min(when.size(), name.size() + 1));
    bool const up = rest.starts_with('>') || rest.starts_with("high");
    bool const down = rest.starts_with('<') || rest.starts_with("low");
    return up || down ? std::string(name) + (up ? " up" : " down") : std::string();
}

/// One result that is past several lines is told once: "dangerously high", not "a little high" as well.
bool told_already(std::string_view when, std::vector<std::string>& told) {
    auto const end = end_of_test(when);
    if (end.empty())
        return false;
    bool const alone = when.find(" and ") == when.npos && when.find(" unless ") == when.npos;
    if (alone && std::find(told.begin(), told.end(), end) != told.end())
        return true;
    told.push_back(end);
    return false;
}

} // namespace

void settle_urgency(Verdict& verdict) {
    std::vector<RuleState const*> fired;
    for (auto const& state : verdict.rules)
        if (state.truth == Truth::yes)
            fired.push_back(&state);
    std::stable_sort(fired.begin(), fired.end(), [](RuleState const* a, RuleState const* b) {
        auto const left = urgency_of(a->within_hours, a->where);
        auto const right = urgency_of(b->within_hours, b->where);
        if (left != right)
            return left > right;
        if (known(a->within_hours) && known(b->within_hours) && a->within_hours != b->within_hours)
            return a->within_hours < b->within_hours;
        return graver_place(a->where, b->where);
    });
    if (!fired.empty()) {
        verdict.urgency = urgency_of(fired.front()->within_hours, fired.front()->where);
        verdict.act.within_hours = fired.front()->within_hours;
        verdict.act.where = fired.front()->where;
    }
    std::vector<std::string> told;
    for (auto const* state : fired) {
        auto const row = std::find_if(rules().begin(), rules().end(),
                                      [&](Rule const& rule) { return rule.row->rule == state->rule; });
        if (row == rules().end() || !told_already(row->row->when, told))
            verdict.urgency_because.push_back({state->rule, state->text, state->source});
    }
}

} // namespace rheobase::verdict
