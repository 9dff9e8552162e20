#include "app/report/json/felt.hpp"

#include "app/report/felt_words.hpp"

namespace rheobase::report {

namespace {

using felt::Noticed;

Json interval(twitch::Interval const& of) {
    return {{"low", figure(of.low)}, {"mid", figure(of.mid)}, {"high", figure(of.high)}};
}

Json signs(felt::Felt const& felt) {
    auto out = Json::array();
    for (std::size_t i = 0; i < felt.signs.size(); ++i) {
        auto const& sign = felt.twitching.signs[i];
        out.push_back({{"sign", sign.name},
                       {"in_a_month", interval(sign.in_a_month)},
                       {"without_blood", interval(sign.without_blood)},
                       {"by_blood", interval(felt.signs[i].chance)},
                       {"noticeable", felt.signs[i].noticed == Noticed::likely}});
    }
    return out;
}

Json text(Answer const& answer) {
    auto out = Json::array();
    for (auto const& sentence : felt_sentences(answer))
        out.push_back({{"code", sentence.code}, {"text", sentence.text}, {"source", sentence.source}});
    return out;
}

} // namespace

Json felt_nerve_json(Answer const& answer) {
    auto const& felt = answer.felt;
    if (!felt.said())
        return nullptr;
    return {{"threshold_change_percent", interval(felt.threshold_change_percent)},
            {"beyond_ordinary_percent", interval(felt.beyond_ordinary_percent)},
            {"without_potassium_percent", interval(felt.without_potassium_percent)},
            {"noticed_from_percent", figure(-felt::noticed_fall_percent())},
            {"fires_alone", figure(felt.fires_alone)},
            {"noticeable", felt.noticed() == Noticed::likely},
            {"perhaps_noticeable", felt.noticed() != Noticed::nothing},
            {"beyond", felt.beyond},
            {"surface_error",
             {{"threshold_percent", figure(felt.surface_error_percent)},
              {"ends_percent", figure(felt.surface_error_ends_percent)},
              {"fires_alone", figure(felt.surface_error_share)}}},
            {"medium",
             {{"calcium", figure(felt.medium.calcium)},
              {"magnesium", figure(felt.medium.magnesium)},
              {"potassium", figure(felt.medium.potassium)},
              {"sodium", figure(felt.medium.sodium)},
              {"ph", figure(felt.medium.ph)},
              {"temperature", figure(felt.medium.temperature)}}},
            {"text", text(answer)}};
}

Json felt_about_json(Answer const& answer) {
    auto const& why_not = answer.felt.why_not;
    return {{"why_not", why_not.empty() ? Json(nullptr) : Json(why_not)}};
}

Json felt_twitch_json(Answer const& answer) {
    auto const& felt = answer.felt;
    if (!felt.said())
        return nullptr;
    auto const& twitching = felt.twitching;
    Json places = Json::array(), moved = Json::array(), width = Json::array();
    for (auto const& place : twitching.places)
        places.push_back({{"place", place.place}, {"share", interval(place.share)}});
    for (auto const& one : twitching.moved)
        moved.push_back({{"what", one.what},
                         {"known", one.known},
                         {"factor", interval(one.factor)},
                         {"source", one.source},
                         {"because", one.because}});
    for (auto const& part : twitching.width)
        width.push_back({{"from", part.from}, {"share", figure(part.share)}});
    return {{"a_day", interval(twitching.a_day)},
            {"chance_noticed_today", interval(twitching.chance_noticed_today)},
            {"chance_noticed_eyelid_in_a_week", interval(twitching.chance_noticed_eyelid_in_a_week)},
            {"blood_factor", interval(twitching.blood_factor)},
            {"blood_noticeable", felt.twitches == Noticed::likely},
            {"places", std::move(places)},
            {"signs", signs(felt)},
            {"moved_by", std::move(moved)},
            {"width", std::move(width)}};
}

} // namespace rheobase::report
