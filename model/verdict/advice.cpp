#include "model/verdict/advice.hpp"

#include "model/verdict/advice.rows.hpp"
#include "model/verdict/rules.hpp"

#include <algorithm>

namespace rheobase::verdict {

Ask asking(Chart const& chart, Verdict const& verdict) {
    return [&chart, &verdict](Term const& term) -> Reading {
        std::string_view const path = term.path;
        if (path.starts_with("urgency."))
            return {truth(path.substr(path.find('.') + 1) == in_code(verdict.urgency))};
        if (path.starts_with("rule.")) {
            auto const rule = path.substr(path.find('.') + 1);
            for (auto const& state : verdict.rules)
                if (state.rule == rule)
                    return {truth(state.truth == Truth::yes)};
        }
        if (path.starts_with("cause.")) {
            auto const code = path.substr(path.find('.') + 1);
            return {
                truth(std::any_of(verdict.causes.begin(), verdict.causes.end(), [&](CauseShare const& cause) {
                    return cause.code == code && cause.band != Band::unlikely;
                }))};
        }
        return chart.ask(term);
    };
}

std::vector<Advice> advice_of(std::string_view section, Ask const& ask) {
    struct Parsed {
        AdviceRow const* row;
        Condition when;
    };
    static auto const all = [] {
        std::vector<Parsed> out;
        for (auto const& row : advice_rows)
            if (auto when = parse_condition(row.when, named_condition))
                out.push_back({&row, std::move(*when)});
        return out;
    }();
    std::vector<Advice> chosen;
    for (auto const& [row, when] : all) {
        if (row->section != section || judge_condition(when, ask).truth != Truth::yes)
            continue;
        std::string code(row->code);
        // Two rows may ask for the same test for different reasons; the sooner one stands.
        if (section == "tests_for_safety" && code.starts_with("potassium"))
            code = "potassium";
        auto const same =
            std::find_if(chosen.begin(), chosen.end(), [&](Advice const& a) { return a.code == code; });
        if (same == chosen.end())
            chosen.push_back({code, std::string(row->text), std::string(row->source), row->within_hours});
        else if (row->within_hours < same->within_hours)
            same->within_hours = row->within_hours;
    }
    // Safety asks for the most urgent test first.
    if (section == "tests_for_safety")
        std::stable_sort(chosen.begin(), chosen.end(),
                         [](Advice const& a, Advice const& b) { return a.within_hours < b.within_hours; });
    return chosen;
}

std::vector<Problem> faults_of_advice() {
    std::vector<Problem> faults;
    for (auto const& row : advice_rows) {
        auto const where = "advice.csv:" + std::to_string(row.line) + " " + std::string(row.code);
        auto const parsed = parse_condition(row.when, named_condition);
        if (!parsed) {
            faults.push_back({parsed.error().what, where, {}});
            continue;
        }
        for (auto const& term : parsed->terms)
            if (auto why = why_not_askable(term); !why.empty())
                faults.push_back({term.path + ": " + why, where, {}});
    }
    return faults;
}

} // namespace rheobase::verdict
