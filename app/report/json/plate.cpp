#include "app/report/json/plate.hpp"

#include "app/report/json/answer.hpp"
#include "app/report/wording.hpp"

#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

namespace {

Json text_or_null(std::string const& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json need_json(NutrientAnswer const& entry) {
    if (!entry.need)
        return nullptr;
    auto const& need = *entry.need;
    Json out{{"stage", need.stage},
             {"ear", figure(need.ear)},
             {"rda", figure(need.rda)},
             {"ai", figure(need.ai)},
             {"cdrr", figure(need.cdrr)}};
    out["limits"] = Json::array();
    for (auto const& judged : entry.limits)
        out["limits"].push_back({{"authority", authority(judged.limit)},
                                 {"value", figure(judged.limit.value)},
                                 {"scope", judged.limit.scope},
                                 {"kind", judged.limit.kind},
                                 {"counted", figure(judged.counted)},
                                 {"probability_above", figure(judged.probability_above)},
                                 {"cannot_judge", text_or_null(judged.cannot_judge)},
                                 {"source", judged.limit.source}});
    return out;
}

Json highest_probability_above(NutrientAnswer const& entry) {
    double highest = unknown;
    for (auto const& judged : entry.limits)
        if (known(judged.probability_above))
            highest = known(highest) ? std::max(highest, judged.probability_above) : judged.probability_above;
    return figure(highest);
}

std::string standing_code(NutrientAnswer const& entry) {
    switch (standing(entry)) {
    case Standing::enough:
        return "enough";
    case Standing::perhaps_low:
        return "perhaps_low";
    case Standing::low:
        return "low";
    case Standing::high:
        return "high";
    case Standing::cannot_say:
        return "cannot_say";
    }
    return {};
}

} // namespace

Json figure(double value) {
    if (!std::isfinite(value))
        return nullptr;
    return std::stod(fmt::format("{:.6g}", value));
}

Json intake_json(PlateAnswer const& plate) {
    auto list = Json::array();
    for (auto const& entry : plate.nutrients) {
        auto const& intake = entry.intake;
        Json foods = Json::array();
        for (auto const& food : intake.main_foods)
            foods.push_back(food.name);
        list.push_back({{"nutrient", diet::about(entry.nutrient).key},
                        {"low", figure(intake.per_day.low)},
                        {"mid", figure(intake.per_day.mid)},
                        {"high", figure(intake.per_day.high)},
                        {"coverage", figure(intake.coverage)},
                        {"imputed", intake.imputed},
                        {"from_food", figure(intake.from_food)},
                        {"from_fortified", figure(intake.from_fortified)},
                        {"from_supplements", figure(intake.from_supplements.mid)},
                        {"from_diary_figures", figure(intake.stated_share)},
                        {"usual",
                         {{"median", figure(entry.usual.median)},
                          {"low", figure(entry.usual.median * std::exp(-1.645 * entry.usual.log_sd))},
                          {"high", figure(entry.usual.median * std::exp(1.645 * entry.usual.log_sd))},
                          {"weight_of_diary", figure(entry.usual.weight_of_diary)}}},
                        {"need", need_json(entry)},
                        {"probability_inadequate", figure(entry.probability_inadequate)},
                        {"probability_above_limit", highest_probability_above(entry)},
                        {"standing", standing_code(entry)},
                        {"main_foods", std::move(foods)}});
    }
    return list;
}

Json diary_json(PlateAnswer const& plate) {
    Json unread = Json::array();
    for (auto const& lost : plate.unread)
        unread.push_back({{"line", lost.line}, {"text", lost.text}, {"why", lost.why}});
    return {{"format", text_or_null(plate.diary_format)},
            {"days", figure(plate.days)},
            {"foods", plate.eaten.size()},
            {"read", figure(plate.share_read)},
            {"unread", std::move(unread)},
            {"notes", plate.notes},
            {"energy_to_resting", figure(plate.check.ratio)},
            {"plausible", plate.check.plausible ? Json(*plate.check.plausible) : Json(nullptr)},
            {"targets", plate.stage.why_not.empty() ? Json(nullptr) : Json(plate.stage.why_not)}};
}

std::string diet_json(PlateAnswer const& plate) {
    Json eaten = Json::array();
    for (auto const& one : plate.eaten) {
        Json entry{{"day", text_or_null(one.day)},
                   {"time", text_or_null(one.time)},
                   {"meal", text_or_null(one.meal)},
                   {"line", one.line},
                   {"text", one.text}};
        entry["id"] = one.food == diet::no_food ? Json(nullptr) : Json(diet::foods().id(one.food));
        entry["name"] = one.food == diet::no_food ? Json(nullptr) : Json(diet::foods().name(one.food));
        entry["grams"] = {
            {"low", figure(one.grams.low)}, {"mid", figure(one.grams.mid)}, {"high", figure(one.grams.high)}};
        entry["sure"] = figure(one.sure);
        eaten.push_back(std::move(entry));
    }
    Json out{{"intake", intake_json(plate)}, {"diary", diary_json(plate)}, {"foods", std::move(eaten)}};
    return out.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace rheobase::report
