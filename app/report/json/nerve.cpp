#include "app/report/json/nerve.hpp"

#include "app/report/json/plate.hpp"
#include "model/nerve/medium_parts.hpp"
#include "model/nerve/norm_curves.rows.hpp"

namespace rheobase::report {

namespace {

using namespace nerve;

Json spread_json(Spread const& spread) {
    return {{"mean", figure(spread.mean)},
            {"sd", figure(spread.sd)},
            {"p5", figure(spread.p5)},
            {"p50", figure(spread.p50)},
            {"p95", figure(spread.p95)}};
}

Json index_json(std::size_t i, Spread const& spread) {
    auto const& row = indices_rows[i];
    Json out{{"name", row.key}};
    out.update(spread_json(spread));
    out["unit"] = row.unit;
    out["norm"] = {{"mean", figure(row.norm_mean)},  {"sd", figure(row.norm_sd)},
                   {"p2_5", figure(row.norm_low)},   {"p50", figure(row.norm_median)},
                   {"p97_5", figure(row.norm_high)}, {"people", figure(row.people)}};
    return out;
}

Json curve_json(Curve const& curve) {
    Json mean = Json::array(), sd = Json::array(), p5 = Json::array(), p50 = Json::array(),
         p95 = Json::array();
    for (auto const& at : curve.at) {
        mean.push_back(figure(at.mean));
        sd.push_back(figure(at.sd));
        p5.push_back(figure(at.p5));
        p50.push_back(figure(at.p50));
        p95.push_back(figure(at.p95));
    }
    return {{"name", curve.name}, {"x", curve.x}, {"mean", mean}, {"sd", sd},
            {"p5", p5},           {"p50", p50},   {"p95", p95}};
}

Json norms_json() {
    Json out = Json::array();
    for (auto const& row : norm_curves_rows) {
        if (out.empty() || out.back()["name"] != row.curve)
            out.push_back({{"name", row.curve},
                           {"x", Json::array()},
                           {"mean", Json::array()},
                           {"sd", Json::array()},
                           {"p2_5", Json::array()},
                           {"p50", Json::array()},
                           {"p97_5", Json::array()}});
        auto& curve = out.back();
        curve["x"].push_back(row.x);
        curve["mean"].push_back(row.norm_mean);
        curve["sd"].push_back(row.norm_sd);
        curve["p2_5"].push_back(figure(row.norm_low));
        curve["p50"].push_back(figure(row.norm_median));
        curve["p97_5"].push_back(figure(row.norm_high));
    }
    return out;
}

std::string_view standing_name(Standing standing) {
    return standing == Standing::within ? "within" : standing_word(standing);
}

Json standing_json(double value, double low, double high) {
    auto const where = standing(value, low, high);
    return where == Standing::unknown ? Json(nullptr) : Json(standing_name(where));
}

Json recording_json(NerveTold const& told) {
    auto const& r = *told.recording;
    Json out{{"file", r.file},
             {"name", r.name},
             {"protocol", r.protocol},
             {"date", r.date},
             {"start_time", r.start_time},
             {"sex", r.sex},
             {"age_years", figure(r.age_years)},
             {"temperature", figure(r.temperature)},
             {"sites", r.sites},
             {"diagnosis", r.diagnosis},
             {"examiner", r.examiner},
             {"comments", r.comments},
             {"program", r.program},
             {"polarising_current", figure(r.polarising_current)}};
    auto const found = measured(r);
    out["indices"] = Json::array();
    for (std::size_t i = 0; i < index_count; ++i) {
        if (!known(found[i].value))
            continue;
        auto const& row = indices_rows[i];
        auto const& model = told.model.indices[i];
        out["indices"].push_back(
            {{"name", row.key},
             {"value", figure(found[i].value)},
             {"from", found[i].origin == Origin::curves ? "curves" : "list"},
             {"listed", figure(found[i].listed)},
             {"against_norm", standing_json(found[i].value, row.norm_low, row.norm_high)},
             {"against_model", standing_json(found[i].value, model.p5, model.p95)}});
    }
    out["curves"] = Json::array();
    for (auto const& curve : r.curves)
        out["curves"].push_back({{"name", curve.name}, {"x", curve.x}, {"y", curve.y}});
    out["extras"] = Json::array();
    for (auto const& [name, value] : r.extras)
        out["extras"].push_back({{"name", name}, {"value", figure(value)}});
    out["unread"] = Json::array();
    for (auto const& problem : told.unread)
        out["unread"].push_back(in_words(problem));
    out["summary"] = recording_in_words(told);
    out["cautions"] = cautions(told);
    return out;
}

} // namespace

std::string nerve_json(NerveTold const& all) {
    auto const told = shown_of(all);
    auto const& model = told.model;
    Json out{{"people", model.people},
             {"seed", told.seed},
             {"ions", Json::object()},
             {"myelin", figure(told.myelin)}};
    for (auto const& part : medium_parts)
        out["ions"][part.key] = figure(model.medium.*part.at);
    out["indices"] = Json::array();
    for (std::size_t i = 0; i < index_count; ++i)
        out["indices"].push_back(index_json(i, model.indices[i]));
    out["curves"] = Json::array();
    for (auto const& curve : model.curves)
        out["curves"].push_back(curve_json(curve));
    out["norm_curves"] = norms_json();
    out["threshold_change"] = spread_json(model.threshold_change);
    out["tracked"] = model.tracked;
    out["silent_to_stimuli"] = model.silent_to_stimuli;
    auto const& fires = model.fires_alone;
    out["fires_alone"] = {{"share", figure(fires.share)},
                          {"rate_hz", {{"p50", figure(fires.rate.p50)}, {"p95", figure(fires.rate.p95)}}},
                          {"isi_cv", figure(fires.isi_cv)},
                          {"seconds", figure(fires.seconds)}};
    out["recording"] = told.recording ? recording_json(told) : Json(nullptr);
    out["findings"] = Json::array();
    for (auto const& words : findings(told))
        out["findings"].push_back(words);
    out["cautions"] = medium_cautions(told);
    out["notes"] = told.notes;
    out["limits"] = nerve_limits();
    return out.dump(1) + "\n";
}

} // namespace rheobase::report
