#include "model/week/beside.hpp"

#include "model/verdict/hard_stops.hpp"
#include "model/week/beside.rows.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace rheobase::week {

namespace {

constexpr auto water = diet::nutrient("water_g"), vitamin_d = diet::nutrient("vitamin_d_ug");
constexpr int ultra_processed = 4;

/// "1.8 L", of grams.
std::string litres(double grams) {
    int const tenths = static_cast<int>(std::lround(grams / 100));
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " L";
}

/// Portions of ultra-processed food in the plan's span.
double processed(Task const& task, std::vector<double> const& halves) {
    double sum = 0;
    for (std::size_t i = 0; i < task.items.size(); ++i)
        if (task.items[i].processing == ultra_processed)
            sum += halves[i] / 2;
    return sum;
}

std::vector<double> halves_now(Task const& task) {
    std::vector<double> out;
    for (auto const& item : task.items)
        out.push_back(item.now);
    return out;
}

bool short_of(Menu const& menu, diet::Nutrient n) {
    return std::any_of(menu.bounds.begin(), menu.bounds.end(), [&](BoundMet const& met) {
        double const wanted = known(met.bound.aim) ? met.bound.aim : met.bound.floor;
        return met.bound.nutrient == n && known(wanted) && !(met.before >= wanted && met.after >= wanted);
    });
}

/// Whether hard exercise or heavy sweat is among what was told, as the causes read it.
bool sweats(verdict::Verdict const& verdict) {
    return std::any_of(verdict.causes.begin(), verdict.causes.end(), [](auto const& cause) {
        return cause.code == "lifestyle.exercise" || cause.code == "lifestyle.heat_sweat" ||
               cause.code == "loss.sweat";
    });
}

/// "no x" holds where x does not, and nothing asked holds.
template <class Test>
bool holds(std::string_view asked, Test test) {
    if (asked.empty())
        return true;
    constexpr std::string_view no = "no ";
    return asked.starts_with(no) ? !test(asked.substr(no.size())) : test(asked);
}

std::string filled(std::string_view text, std::map<std::string, std::string> const& figures) {
    std::string out(text);
    for (auto const& [name, figure] : figures)
        if (auto const at = out.find(name); at != out.npos)
            out.replace(at, name.size(), figure);
    return out;
}

} // namespace

std::vector<Beside> beside_food(Task const& task, Menu const& menu, verdict::Evidence const& evidence,
                                verdict::Verdict const& verdict) {
    auto const now = halves_now(task);
    auto const need = diet::needed(evidence.person, water, evidence.reference);
    bool const usual = need && known(need->ai);
    auto const portions = [](double many) { return std::to_string(std::lround(many)); };
    std::map<std::string, std::string> const figures{
        {"{water_now}", litres(held_by(task, now)[water])},
        {"{water_then}", litres(held_by(task, menu.halves)[water])},
        {"{water_usual}", usual ? litres(need->ai) : ""},
        {"{span}", task.span == Span::day ? "day" : "week"},
        {"{processed_now}", portions(processed(task, now))},
        {"{processed_then}", portions(processed(task, menu.halves))}};
    auto const is = [&](std::string_view what) {
        return what == "always" || (what == "usual_known" && usual) ||
               (what == "vitamin_d_short" && short_of(menu, vitamin_d)) ||
               (what == "sweats" && sweats(verdict)) ||
               (what == "ultra_processed" && processed(task, now) > 0);
    };
    std::vector<Beside> out;
    for (auto const& row : beside_rows)
        if (holds(row.asked, is) &&
            holds(row.forbidden, [&](auto kind) { return verdict::forbids(verdict.plan.stops, kind); }))
            out.push_back({row.code, filled(row.text, figures), row.source});
    return out;
}

} // namespace rheobase::week
