#include "app/report/week_words.hpp"

#include "app/report/wording.hpp"
#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>

namespace rheobase::report {

using namespace week;

PlanHeadings headings(Week const& week) {
    if (week.task.span == Span::day)
        return {"A day of food, as little changed as possible", "The whole day", "The day",
                "To buy for the day"};
    return {"A week of food, as little changed as possible", "The whole week", "Seven days",
            "To buy for the week"};
}

std::string summary_in_words(Week const& week) {
    int moved = 0, added = 0, own = 0;
    for (auto const& item : week.task.items)
        own += item.own;
    for (auto const& change : week.changes)
        (change.kind == Change::Kind::added ? added : moved) += 1;
    return fmt::format("{} of your {} foods move, and {} {} new.", moved, own, added,
                       added == 1 ? "is" : "are");
}

namespace {

double wanted_of(Bound const& bound) {
    return known(bound.aim) ? bound.aim : bound.floor;
}

/// Where nobody knows what half of such people need, the floor is a share of the adequate intake, and of
/// nobody below that intake it is known whether it is enough.
bool only_adequate(Bound const& bound) {
    constexpr double alike = 1e-9;
    return known(bound.aim) && std::fabs(bound.floor - menu.ai_floor * bound.aim) < alike * bound.aim;
}

std::string moved(double before, double after, diet::Nutrient n) {
    return fmt::format("from {} to {}", amount(before, n), amount(after, n));
}

std::string of_wanted(Bound const& bound) {
    auto const so_much = amount(wanted_of(bound), bound.nutrient);
    return only_adequate(bound) ? "; an adequate intake is " + so_much : ", of " + so_much + " wanted";
}

/// From this share of what is wanted on a change is told.
constexpr double noticed = 0.01;

} // namespace

std::string worse_in_words(BoundMet const& met) {
    auto const& bound = met.bound;
    auto const n = bound.nutrient;
    std::string const name(diet::about(n).short_name);
    double const wanted = wanted_of(bound);
    bool const falls =
        amount(met.before, n) != amount(met.after, n) &&
        (met.before >= wanted ? met.after < wanted : met.before - met.after > noticed * wanted);
    if (known(wanted) && met.after < wanted && falls)
        return fmt::format("Lower than now: {}, {}{}.", name, moved(met.before, met.after, n),
                           of_wanted(bound));
    bool const passes = met.against > bound.ceiling;
    if (known(bound.ceiling) && (passes || diet::about(n).key == "sodium_mg") &&
        met.against - met.against_before > noticed * bound.ceiling)
        return fmt::format("Higher than now: {}, {}; {} is the most that is wanted{}", name,
                           moved(met.against_before, met.against, n), amount(bound.ceiling, n),
                           passes ? ", and that is passed." : ".");
    return {};
}

std::vector<std::string> worse_in_words(Week const& week) {
    std::vector<std::string> out;
    for (auto const& met : week.menu.bounds)
        if (auto line = worse_in_words(met); !line.empty())
            out.push_back(std::move(line));
    return out;
}

std::string bound_in_words(BoundMet const& met) {
    auto const& bound = met.bound;
    auto const n = bound.nutrient;
    std::string const name(diet::about(n).short_name);
    double const wanted = wanted_of(bound);
    if (auto worse = worse_in_words(met); !worse.empty())
        return worse;
    if (known(wanted) && met.before < wanted && !(std::fabs(met.after - met.before) < noticed * wanted))
        return fmt::format("{}: {}{}{}", name, moved(met.before, met.after, n), of_wanted(bound),
                           met.aim_met || (met.floor_met && only_adequate(bound)) ? "."
                           : met.floor_met ? "; enough for most people."
                                           : "; still short.");
    if (known(bound.ceiling) && met.against_before > bound.ceiling)
        return fmt::format("{}: from {} to {}; no more than {} is wanted{}", name,
                           amount(met.against_before, n), amount(met.against, n), amount(bound.ceiling, n),
                           met.ceiling_met ? "." : "; still above.");
    return {};
}

std::vector<std::string> limits_of_food(Week const& week) {
    std::vector<std::string> out;
    for (auto const& one : week.out_of_reach) {
        auto const key = diet::about(one.nutrient).key;
        std::string line =
            fmt::format("Food alone does not bring enough {} here.", diet::about(one.nutrient).short_name);
        if (key == "vitamin_d_ug")
            line += " In winter it rarely does; ask about a blood test and a modest dose.";
        else if (key == "b12_ug")
            line += " Without animal food a supplement or fortified food is needed; ask about it.";
        else
            line += " Talk it over with a doctor or dietitian.";
        out.push_back(line);
    }
    return out;
}

std::string prices_in_words(Week const& week) {
    constexpr std::size_t named = 3;
    constexpr double a_tenth = 10;        // prices are for one percent
    constexpr double worth_telling = 1.5; // rounds to two or more
    std::vector<std::pair<double, std::string_view>> halves;
    for (auto const& met : week.menu.bounds)
        if (met.floor_met)
            halves.emplace_back(a_tenth * met.price / (menu.cost_half * week.task.minds.change),
                                diet::about(met.bound.nutrient).short_name);
    std::stable_sort(halves.begin(), halves.end(),
                     [](auto const& a, auto const& b) { return a.first > b.first; });
    std::string list;
    std::size_t told = 0;
    for (auto const& [many, name] : halves) {
        if (told == named || !(many >= worth_telling))
            break;
        list += told++ == 0
                    ? fmt::format("a tenth more {} would take about {:.0f} more half portions", name, many)
                    : fmt::format(", a tenth more {} {:.0f}", name, many);
    }
    if (list.empty())
        return {};
    return "Dearest in change: " + list + ".";
}

std::string conflict_in_words(Week const& week) {
    if (week.conflict.wishes.empty())
        return {};
    std::string wishes, nutrients;
    for (auto const& one : week.conflict.wishes)
        wishes += (wishes.empty() ? "" : ", ") + one;
    for (auto const& one : week.conflict.costs)
        nutrients += (nutrients.empty() ? "" : ", ") + std::string(diet::about(one.nutrient).short_name);
    return fmt::format("These wishes cannot hold together with what you need of {}: {}.", nutrients, wishes);
}

std::string blood_in_words(Week const& week) {
    if (week.blood.empty())
        return {};
    std::string shown;
    for (auto const& one : week.blood)
        if (one.detectable)
            shown +=
                fmt::format("{}{} from {:.{}f} to {:.{}f} {}", shown.empty() ? "" : ", ", spoken(one.analyte),
                            one.now, one.decimals, one.then, one.decimals, one.unit);
    if (shown.empty())
        return "In blood the body model sees no change that a test could show: food moves stores first.";
    return "A blood test might show it by the body model: " + shown + ".";
}

std::string proof_in_words(Menu const& found) {
    if (found.gap < 0.0005)
        return "No other plan of these foods asks for less change (proven).";
    return fmt::format("No plan of these foods could ask for {:.0f} % less change than this one (proven).",
                       std::ceil(found.gap * 100));
}

} // namespace rheobase::report
