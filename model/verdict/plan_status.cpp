#include "model/verdict/plan_status.hpp"

#include "model/verdict/avoided.hpp"
#include "model/verdict/plan_status.rows.hpp"
#include "model/verdict/rules.hpp"
#include "model/verdict/shortfall.hpp"

#include <algorithm>
#include <array>

namespace rheobase::verdict {

namespace {

constexpr std::array<std::string_view, 6> statuses{"offered",    "after_referral", "general_only",
                                                   "not_needed", "needs_data",     "withheld"};

struct Parsed {
    PlanStatusRow const* row;
    Condition when;
};

std::vector<Parsed> const& all_rows() {
    static auto const all = [] {
        std::vector<Parsed> out;
        for (auto const& row : plan_status_rows)
            if (auto when = parse_condition(row.when, named_condition))
                out.push_back({&row, std::move(*when)});
        return out;
    }();
    return all;
}

/// What is short and may be raised: no stop speaks against more of it.
std::vector<Shortfall> may_be_raised(Findings const& findings, std::vector<HardStop> const& stops) {
    auto short_of = shortfalls(findings);
    std::erase_if(short_of, [&](Shortfall const& one) {
        return forbids_more_of(stops, diet::about(one.nutrient).key);
    });
    return short_of;
}

/// An allergy in words that were not understood: any food could hold it.
bool an_allergy_is_unread(Evidence const& evidence) {
    return std::any_of(evidence.allergies.begin(), evidence.allergies.end(), [](Finding const& allergy) {
        return allergy.present.value_or(true) && !avoided_for_allergy(allergy.code).understood;
    });
}

/// Asks beside the chart what is short, whether it may be raised, whether the diary will do, and what was not
/// understood.
Ask asking_of_food(Chart const& chart, std::vector<HardStop> const& stops, Ask const& ask) {
    return [&chart, &stops, &ask](Term const& term) -> Reading {
        auto const& findings = chart.findings();
        if (term.path == "unread.condition")
            return {truth(!chart.evidence().conditions_not_read.empty())};
        if (term.path == "unread.allergy")
            return {truth(an_allergy_is_unread(chart.evidence()))};
        if (term.path == "short.any")
            return {anything_short(findings)};
        if (term.path == "short.may_be_raised")
            return {truth(!may_be_raised(findings, stops).empty())};
        if (term.path == "diary.usable")
            return {truth(diary_usable(findings))};
        return ask(term);
    };
}

} // namespace

Plan plan_of(Chart const& chart, Ask const& ask) {
    Plan plan;
    plan.stops = hard_stops(ask);
    auto const also = asking_of_food(chart, plan.stops, ask);
    for (auto const& [row, when] : all_rows()) {
        if (judge_condition(when, also).truth != Truth::yes)
            continue;
        plan.status = std::string(row->status);
        plan.because = std::string(row->text);
        plan.source = std::string(row->source);
        plan.row = std::string(row->code);
        break;
    }
    // What is short stays unsaid where a plan is withheld and where the diary cannot tell.
    if (plan.status != "withheld" && diary_usable(chart.findings()))
        for (auto const& one : may_be_raised(chart.findings(), plan.stops))
            plan.short_of.emplace_back(diet::about(one.nutrient).key);
    return plan;
}

bool foods_allowed(Plan const& plan) {
    return std::any_of(plan_status_rows.begin(), plan_status_rows.end(),
                       [&](PlanStatusRow const& row) { return row.code == plan.row && row.foods == "yes"; });
}

std::vector<Problem> faults_of_plan_status() {
    std::vector<Problem> faults;
    for (auto const& row : plan_status_rows) {
        auto const where = "plan_status.csv:" + std::to_string(row.line) + " " + std::string(row.code);
        if (std::find(statuses.begin(), statuses.end(), row.status) == statuses.end())
            faults.push_back({"no such status: " + std::string(row.status), where, {}});
        auto const parsed = parse_condition(row.when, named_condition);
        if (!parsed) {
            faults.push_back({parsed.error().what, where, {}});
            continue;
        }
        for (auto const& term : parsed->terms)
            if (!term.path.starts_with("short.") && term.path != "diary.usable" &&
                term.path != "unread.condition" && term.path != "unread.allergy")
                if (auto why = why_not_askable(term); !why.empty())
                    faults.push_back({term.path + ": " + why, where, {}});
    }
    return faults;
}

} // namespace rheobase::verdict
