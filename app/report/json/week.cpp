#include "app/report/json/week.hpp"

#include "app/report/week_words.hpp"
#include "model/week/measure.hpp"

namespace rheobase::report {

namespace {

using namespace week;

std::string_view kind_name(Change::Kind kind) {
    switch (kind) {
    case Change::Kind::added:
        return "added";
    case Change::Kind::more:
        return "more";
    case Change::Kind::less:
        return "less";
    case Change::Kind::gone:
        break;
    }
    return "gone";
}

Json change_json(Change const& change, std::vector<Item> const& items) {
    auto const& item = items[change.item];
    Json brings = Json::array();
    for (auto const& one : change.brings)
        brings.push_back({{"nutrient", diet::about(one.nutrient).key},
                          {"amount", figure(one.amount)},
                          {"of_need", figure(one.of_need)}});
    return {{"kind", kind_name(change.kind)},
            {"id", item.id},
            {"name", item.name},
            {"measure", item.measure},
            {"portion_grams", figure(item.grams)},
            {"portions_before", figure(change.before / 2)},
            {"portions_after", figure(change.after / 2)},
            {"a_portion_brings", brings},
            {"text", in_words(change, items)}};
}

Json changes_json(std::vector<Change> const& changes, std::vector<Item> const& items) {
    Json out = Json::array();
    for (auto const& change : changes)
        out.push_back(change_json(change, items));
    return out;
}

Json proof_json(Menu const& menu) {
    return {{"cost", figure(menu.cost)},
            {"bound", figure(menu.bound)},
            {"gap", figure(menu.gap)},
            {"nodes", menu.nodes}};
}

Json bound_json(BoundMet const& met) {
    auto const& bound = met.bound;
    return {{"nutrient", diet::about(bound.nutrient).key},
            {"unit", diet::about(bound.nutrient).unit},
            {"floor", figure(bound.floor)},
            {"aim", figure(bound.aim)},
            {"ceiling", figure(bound.ceiling)},
            {"ceiling_kind", known(bound.ceiling) ? Json(bound.ceiling_kind) : Json()},
            {"ceiling_scope", known(bound.ceiling) ? Json(bound.ceiling_scope) : Json()},
            {"counted_before", figure(met.before)},
            {"counted", figure(met.after)},
            {"against_before", figure(met.against_before)},
            {"against", figure(met.against)},
            {"floor_met", met.floor_met},
            {"aim_met", met.aim_met},
            {"ceiling_met", met.ceiling_met},
            {"price", figure(met.price)},
            {"text", bound_in_words(met)}};
}

Json reach_json(std::vector<OutOfReach> const& all) {
    Json out = Json::array();
    for (auto const& one : all)
        out.push_back(
            {{"nutrient", diet::about(one.nutrient).key}, {"missing_percent", figure(one.missing_percent)}});
    return out;
}

Json days_json(Week const& week) {
    Json out = Json::array();
    for (auto const& day : week.days) {
        Json meals = Json::array();
        for (auto const& meal : day.meals) {
            Json foods = Json::array();
            for (auto const& serving : meal.servings) {
                auto const& item = week.task.items[serving.item];
                foods.push_back({{"id", item.id},
                                 {"name", item.name},
                                 {"new", !item.own},
                                 {"processing_class", item.processing > 0 ? Json(item.processing) : Json()},
                                 {"amount", portion_in_words(item.measure, item.grams, serving.halves)},
                                 {"grams", figure(item.grams * serving.halves / 2)}});
            }
            if (!foods.empty())
                meals.push_back({{"name", meal.name}, {"foods", foods}});
        }
        out.push_back({{"day", out.size() + 1}, {"meals", meals}});
    }
    return out;
}

Json shopping_json(Week const& week) {
    Json out = Json::array();
    for (auto const& shelf : week.shopping) {
        Json lines = Json::array();
        for (auto const& line : shelf.lines)
            lines.push_back({{"name", line.name},
                             {"grams", figure(line.grams)},
                             {"amount", line.amount},
                             {"new", line.added}});
        out.push_back({{"shelf", shelf.name}, {"lines", lines}});
    }
    return out;
}

Json beside_json(Week const& week) {
    Json out = Json::array();
    for (auto const& one : week.beside)
        out.push_back({{"code", one.code}, {"text", one.text}, {"source", one.source}});
    return out;
}

Json blood_json(Week const& week) {
    Json out = Json::array();
    for (auto const& one : week.blood)
        out.push_back({{"analyte", one.analyte},
                       {"unit", one.unit},
                       {"now", figure(one.now)},
                       {"then", figure(one.then)},
                       {"noise", figure(one.noise)},
                       {"detectable", one.detectable}});
    return out;
}

} // namespace

Json menu_json(Week const& week) {
    if (!week.planned())
        return week.why_not.empty() ? Json() : Json{{"why_not", week.why_not}};
    auto const& items = week.task.items;
    Json bounds = Json::array();
    for (auto const& met : week.menu.bounds)
        bounds.push_back(bound_json(met));
    return {{"why_not", nullptr},
            {"for", week.task.span == Span::day ? "day" : "week"},
            {"swaps",
             {{"changes", changes_json(week.swaps.changes, items)}, {"proof", proof_json(week.swaps.menu)}}},
            {"changes", changes_json(week.changes, items)},
            {"proof", proof_json(week.menu)},
            {"days", days_json(week)},
            {"shopping", shopping_json(week)},
            {"bounds", bounds},
            {"worse", worse_in_words(week)},
            {"out_of_reach", reach_json(week.out_of_reach)},
            {"conflict", {{"wishes", week.conflict.wishes}, {"costs", reach_json(week.conflict.costs)}}},
            {"beside", beside_json(week)},
            {"blood", blood_json(week)},
            {"notes", week.notes}};
}

std::string week_json(Week const& week, verdict::Plan const& plan) {
    Json stops = Json::array();
    for (auto const& stop : plan.stops)
        stops.push_back({{"code", stop.code}, {"text", stop.text}});
    Json const out{
        {"status", plan.status}, {"because", plan.because}, {"stops", stops}, {"menu", menu_json(week)}};
    return out.dump(1) + "\n";
}

} // namespace rheobase::report
