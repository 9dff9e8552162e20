#include "app/report/json/blood.hpp"

namespace rheobase::report {

Json blood_json(blood::Prediction const& blood) {
    auto out = Json::array();
    for (auto const& line : blood.lines)
        out.push_back({{"analyte", line.analyte},
                       {"unit", line.unit},
                       {"p5", figure(line.p5)},
                       {"p50", figure(line.p50)},
                       {"p95", figure(line.p95)},
                       {"detectable", line.detectable},
                       {"reference_p50", figure(line.reference_p50)},
                       {"change", figure(line.change)},
                       {"noise", figure(line.noise)},
                       {"change_because", line.because},
                       {"measured", figure(line.measured)},
                       {"weighed_by_measured", line.weighed}});
    return out;
}

Json blood_about_json(blood::Prediction const& blood) {
    Json unseen = Json::array();
    for (auto const& one : blood.unseen)
        unseen.push_back({{"analyte", one.analyte}, {"why", one.why}});
    return {{"why_not", blood.why_not.empty() ? Json(nullptr) : Json(blood.why_not)},
            {"not_predicted", std::move(unseen)},
            {"notes", blood.notes},
            {"effective_people", figure(blood.effective_people)}};
}

} // namespace rheobase::report
