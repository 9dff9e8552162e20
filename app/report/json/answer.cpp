#include "app/report/json/answer.hpp"

#include "app/report/json/blood.hpp"
#include "app/report/json/evidence.hpp"
#include "app/report/json/felt.hpp"
#include "app/report/json/plate.hpp"
#include "app/report/json/week.hpp"
#include "app/report/phrases.hpp"
#include "model/ledger.hpp"

namespace rheobase::report {

namespace {

using verdict::Verdict;

Json text_or_null(std::string const& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}
Json optional(std::optional<double> const& value) {
    return value ? figure(*value) : Json(nullptr);
}

Json advice(std::vector<verdict::Advice> const& list) {
    auto out = Json::array();
    for (auto const& one : list)
        out.push_back({{"code", one.code}, {"text", one.text}, {"source", one.source}});
    return out;
}

Json rules(Verdict const& v) {
    auto out = Json::array();
    for (auto const& rule : v.rules)
        out.push_back({{"rule", rule.rule},
                       {"state", verdict::state_in_code(rule.truth)},
                       {"needs", rule.needs},
                       {"within_hours", figure(rule.within_hours)},
                       {"row", rule.row},
                       {"source", rule.source}});
    return out;
}

Json causes(Verdict const& v) {
    auto out = Json::array();
    for (auto const& cause : v.causes)
        out.push_back({{"code", cause.code},
                       {"name", cause.name},
                       {"band", verdict::in_code(cause.band)},
                       {"share",
                        {{"low", figure(cause.share.low)},
                         {"mid", figure(cause.share.mid)},
                         {"high", figure(cause.share.high)}}},
                       {"because", cause.because},
                       {"against", cause.against},
                       {"from_prior", figure(cause.from_prior)},
                       {"text", cause.text},
                       {"sources", cause.sources}});
    return out;
}

Json patterns(Verdict const& v) {
    auto out = Json::array();
    for (auto const& pattern : v.patterns)
        out.push_back({{"code", pattern.code}, {"text", pattern.text}, {"source", pattern.source}});
    return out;
}

Json sources(Answer const& answer) {
    auto out = Json::array();
    for (auto const& key : sources_of(answer)) {
        auto const cited = citation(key);
        out.push_back({{"key", key},
                       {"citation", text_or_null(cited.text)},
                       {"year", text_or_null(cited.year)},
                       {"where", text_or_null(cited.where)}});
    }
    return out;
}

Json labs(Verdict const& v) {
    auto out = Json::array();
    for (auto const& lab : v.labs) {
        out.push_back({{"analyte", lab.analyte},
                       {"name", lab.name},
                       {"value", figure(lab.value)},
                       {"unit", text_or_null(lab.unit)},
                       {"value_us", figure(lab.value_us)},
                       {"unit_us", text_or_null(lab.unit_us)},
                       {"written", lab.written},
                       {"low", figure(lab.low)},
                       {"high", figure(lab.high)},
                       {"range_from", text_or_null(lab.range_from)},
                       {"flag", text_or_null(lab.flag)},
                       {"days_ago", optional(lab.days_ago)},
                       {"used", lab.used},
                       {"why_not", text_or_null(lab.why_not)},
                       {"change", figure(lab.change)},
                       {"change_days", figure(lab.change_days)}});
        if (!lab.bound.empty())
            out.back()["bound"] = lab.bound;
    }
    return out;
}

Json plan(verdict::Plan const& plan) {
    Json foods = Json::array();
    for (auto const& food : plan.foods) {
        auto const nutrient = diet::nutrient_called(food.nutrient);
        foods.push_back({{"id", food.id},
                         {"name", food.name},
                         {"measure", food.measure},
                         {"grams", figure(food.grams)},
                         {"nutrient", food.nutrient},
                         {"adds", figure(food.adds)},
                         {"unit", nutrient ? Json(diet::about(*nutrient).unit) : Json(nullptr)},
                         {"own", food.own}});
    }
    Json stops = Json::array();
    for (auto const& stop : plan.stops)
        stops.push_back(
            {{"code", stop.code}, {"forbids", stop.forbids}, {"text", stop.text}, {"source", stop.source}});
    return {{"status", plan.status},
            {"because", plan.because},
            {"source", text_or_null(plan.source)},
            {"short_of", plan.short_of},
            {"foods", std::move(foods)},
            {"stops", std::move(stops)},
            {"notes", plan.notes},
            {"menu", nullptr}};
}

} // namespace

std::string answer_json(Answer const& answer) {
    auto const& v = answer.verdict;
    Json out;
    out["rheobase"] = program_version();
    out["facts"] = facts_version();
    out["seed"] = answer.blood.seed;
    out["people"] = answer.blood.people;
    out["urgency"] = verdict::in_code(v.urgency);
    out["act"] = {
        {"within_hours", figure(v.act.within_hours)},
        {"where", v.act.where},
        {"call", {{"country", text_or_null(v.act.country)}, {"emergency", text_or_null(v.act.emergency)}}}};
    out["headline"] = v.headline;
    out["urgency_because"] = Json::array();
    auto const leading = leading_reasons(v);
    auto const leads = [&](verdict::Reason const& reason) {
        return std::any_of(leading.begin(), leading.end(),
                           [&](auto const& one) { return one.rule == reason.rule; });
    };
    for (auto const& reason : v.urgency_because)
        out["urgency_because"].push_back({{"rule", reason.rule},
                                          {"text", reason.text},
                                          {"source", reason.source},
                                          {"leads", leads(reason)}});
    out["conditional_on_absent"] = v.conditional_on_absent;
    out["rules"] = rules(v);
    out["causes"] = causes(v);
    out["intake"] = intake_json(answer.plate);
    out["diary"] = diary_json(answer.plate);
    out["labs"] = labs(v);
    out["patterns"] = patterns(v);
    out["evidence"] = evidence_json(answer);
    out["blood"] = blood_json(answer.blood);
    out["blood_about"] = blood_about_json(answer.blood);
    out["nerve"] = felt_nerve_json(answer);
    out["nerve_about"] = felt_about_json(answer);
    out["twitch"] = felt_twitch_json(answer);
    out["tests_for_safety"] = Json::array();
    for (auto const& test : v.tests_for_safety)
        out["tests_for_safety"].push_back({{"code", test.code},
                                           {"name", verdict::name_of(test.code)},
                                           {"why", test.text},
                                           {"within_hours", figure(test.within_hours)},
                                           {"source", test.source}});
    out["tests"] = Json::array();
    for (auto const& test : v.tests)
        out["tests"].push_back({{"code", test.code},
                                {"name", test.name},
                                {"why", test.why},
                                {"bits", figure(test.bits)},
                                {"source", test.source}});
    out["plan"] = plan(v.plan);
    out["plan"]["menu"] = menu_json(answer.week);
    out["do"] = advice(v.act_on);
    out["do_not"] = advice(v.do_not);
    out["watch"] = Json::array();
    for (auto const& one : v.watch)
        out["watch"].push_back({{"code", one.code},
                                {"text", one.text},
                                {"source", one.source},
                                {"within_hours", figure(one.within_hours)}});
    out["missing"] = v.missing;
    out["not_considered"] = Json::array();
    for (auto const& odd : v.not_considered)
        out["not_considered"].push_back(odd.what + ": " + odd.why +
                                        (odd.nearest.empty() ? "" : " Nearest known: " + odd.nearest + "."));
    out["sources"] = sources(answer);
    out["about"] = {{"purpose", "information, not a diagnosis"}, {"reviewed_by_clinician", false}};
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace rheobase::report
