#include "app/server/moved.hpp"

#include "app/report/json/meal.hpp"
#include "model/verdict/codes.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::server {

namespace {

using Json = nlohmann::ordered_json;

/// Shares are shown in whole percents.
constexpr double seen_share = 0.005;
/// Of a figure of the intake, what its last shown digit is about.
constexpr double seen_part = 0.005;

Json one(std::string_view kind, std::string_view what, std::string_view name, std::string_view unit,
         Json before, Json after) {
    return {{"what", what},
            {"name", name},
            {"kind", kind},
            {"unit", unit},
            {"before", std::move(before)},
            {"after", std::move(after)}};
}

Json share(verdict::CauseShare const* cause) {
    if (!cause)
        return nullptr;
    Json out = report::range_json(cause->share);
    out["band"] = verdict::in_code(cause->band);
    return out;
}

verdict::CauseShare const* cause_of(Answer const& answer, std::string_view code) {
    for (auto const& cause : answer.verdict.causes)
        if (cause.code == code)
            return &cause;
    return nullptr;
}

/// What stands among the first causes of either answer.
void causes(Answer const& before, Answer const& after, Json& out) {
    constexpr std::size_t first = 8;
    std::vector<std::string> met;
    for (auto const* answer : {&before, &after})
        for (std::size_t i = 0; i < std::min(first, answer->verdict.causes.size()); ++i) {
            auto const& cause = answer->verdict.causes[i];
            if (std::find(met.begin(), met.end(), cause.code) != met.end())
                continue;
            met.push_back(cause.code);
            auto const *was = cause_of(before, cause.code), *is = cause_of(after, cause.code);
            if (was && is && was->band == is->band && std::abs(was->share.mid - is->share.mid) < seen_share)
                continue;
            out.push_back(one("cause", cause.code, cause.name, "share", share(was), share(is)));
        }
}

double eaten(Answer const& answer, diet::Nutrient n) {
    for (auto const& entry : answer.plate.nutrients)
        if (entry.nutrient == n)
            return entry.intake.per_day.mid;
    return unknown;
}

bool differ(double a, double b, double seen) {
    if (!known(a) || !known(b))
        return known(a) != known(b);
    return std::abs(a - b) > seen;
}

void intake(Answer const& before, Answer const& after, Json& out) {
    if (before.plate.figures_may_harm || after.plate.figures_may_harm)
        return;
    for (diet::Nutrient n = 0; n < diet::nutrient_count; ++n) {
        double const was = eaten(before, n), is = eaten(after, n);
        if (differ(was, is, seen_part * std::max(std::abs(was), std::abs(is))))
            out.push_back(one("intake", diet::about(n).key, diet::about(n).name, diet::about(n).unit,
                              report::figure(was), report::figure(is)));
    }
}

blood::Line const* line_of(Answer const& answer, std::string_view analyte) {
    for (auto const& line : answer.blood.lines)
        if (line.analyte == analyte)
            return &line;
    return nullptr;
}

/// A change is told from the last digit on that the test is printed with.
void bloods(Answer const& before, Answer const& after, Json& out) {
    std::vector<blood::Line const*> lines;
    for (auto const* answer : {&before, &after})
        for (auto const& line : answer->blood.lines)
            if (std::none_of(lines.begin(), lines.end(),
                             [&](auto const* met) { return met->analyte == line.analyte; }))
                lines.push_back(&line);
    for (auto const* line : lines) {
        auto const *was = line_of(before, line->analyte), *is = line_of(after, line->analyte);
        double const seen = 0.5 * std::pow(10.0, -line->decimals);
        double const then = was ? was->p50 : unknown, now = is ? is->p50 : unknown;
        if (differ(then, now, seen))
            out.push_back(one("blood", line->analyte, verdict::name_of(line->analyte), line->unit,
                              report::figure(then), report::figure(now)));
    }
}

} // namespace

Json moved(Answer const& before, Answer const& after) {
    Json out = Json::array();
    if (before.verdict.urgency != after.verdict.urgency)
        out.push_back(one("urgency", "urgency", "How soon to act", "",
                          verdict::in_code(before.verdict.urgency), verdict::in_code(after.verdict.urgency)));
    causes(before, after, out);
    intake(before, after, out);
    bloods(before, after, out);
    return out;
}

} // namespace rheobase::server
