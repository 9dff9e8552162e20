#include "app/server/alarm.hpp"

#include "app/read/case.hpp"
#include "app/report/phrases.hpp"
#include "model/verdict/verdict.hpp"

namespace rheobase::server {

Json alarm_of(verdict::Evidence const& evidence) {
    auto const verdict = verdict::judge_emergencies(evidence);
    if (verdict.urgency != verdict::Urgency::emergency)
        return nullptr;
    auto because = Json::array();
    for (auto const& reason : report::leading_reasons(verdict))
        because.push_back(reason.text);
    return {{"headline", verdict.headline},
            {"text", verdict.act.emergency_text},
            {"call", verdict.act.emergency.empty() ? Json(nullptr) : Json(verdict.act.emergency)},
            {"because", std::move(because)}};
}

Json alarm_kept(Asked const& asked) {
    auto const kept = or_refused(
        asked.shelf.with([&](auto& store) { return store.case_on(person_of(asked, store), asked.today); }));
    return alarm_of(read::read_case(kept.json, "what is kept").evidence);
}

Response get_alarm(Asked const& asked) {
    return json_response({{"alarm", alarm_kept(asked)}});
}

} // namespace rheobase::server
