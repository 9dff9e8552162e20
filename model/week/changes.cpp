#include "model/week/changes.hpp"

#include "model/week/measure.hpp"
#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace rheobase::week {

namespace {

std::vector<Brings> brings(Item const& item, Menu const& plan) {
    std::vector<Brings> out;
    for (auto const& met : plan.bounds) {
        double const target = known(met.bound.aim) ? met.bound.aim : met.bound.floor;
        if (!(target > 0) || !(met.before < target))
            continue;
        double const counts = 2 * item.counted[met.bound.nutrient] / target;
        if (counts >= menu.worth_saying)
            out.push_back({met.bound.nutrient, 2 * item.held[met.bound.nutrient], counts});
    }
    std::stable_sort(out.begin(), out.end(),
                     [](auto const& a, auto const& b) { return a.of_need > b.of_need; });
    if (static_cast<double>(out.size()) > menu.said_most)
        out.resize(static_cast<std::size_t>(menu.said_most));
    return out;
}

/// The nutrient of which too much is eaten and this food holds most, and the share of its limit in a portion.
std::pair<std::string, double> spares(Item const& item, Menu const& plan) {
    std::string out;
    double most = menu.worth_saying;
    for (auto const& met : plan.bounds) {
        auto const n = met.bound.nutrient;
        double const share = 2 * (met.bound.added_only ? item.added[n] : item.held[n]) / met.bound.ceiling;
        if (met.against_before > met.bound.ceiling && share > most) {
            most = share;
            out = diet::about(met.bound.nutrient).short_name;
        }
    }
    return {out, out.empty() ? 0 : most};
}

std::string rounded(double amount) {
    double const size = std::fabs(amount);
    int const decimals = size >= 10 ? 0 : size >= 1 ? 1 : 2;
    double const scale = std::pow(10, decimals);
    auto text = std::to_string(std::floor(amount * scale + 0.5) / scale);
    text.resize(text.find('.') + static_cast<std::size_t>(decimals) + (decimals > 0 ? 1 : 0));
    return text;
}

/// Codes are written with underscores and never printed so.
std::string spaced(std::string words) {
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string so_much(Item const& item, double halves, Span span) {
    return portion_in_words(item.measure, item.grams, halves) + (span == Span::day ? " that day" : " a week");
}

} // namespace

std::string barred_in_words(Item const& item) {
    auto const why = spaced(item.why_barred);
    if (why.starts_with("not "))
        return "it is " + why;
    if (why.starts_with("what you avoid"))
        return "it holds " + why;
    if (why.starts_with("it ") || why.starts_with("no table"))
        return why;
    return why.empty() ? "it must not be eaten here" : "for your safety, no " + why;
}

std::vector<Change> changes(Task const& task, Menu const& plan) {
    std::vector<Change> out;
    for (std::size_t i = 0; i < task.items.size(); ++i) {
        auto const& item = task.items[i];
        Change change;
        change.item = i;
        change.span = task.span;
        change.before = item.now;
        change.after = plan.halves[i];
        if (std::fabs(change.after - change.before) < 1e-9)
            continue;
        bool const up = change.after > change.before;
        change.kind = up ? (item.own ? Change::Kind::more : Change::Kind::added)
                         : (change.after > 1e-9 ? Change::Kind::less : Change::Kind::gone);
        if (up)
            change.brings = brings(item, plan);
        else if (item.must_go)
            change.barred = barred_in_words(item);
        else
            std::tie(change.spares, change.weight) = spares(item, plan);
        for (auto const& one : change.brings)
            change.weight += one.of_need;
        change.weight *= std::fabs(change.after - change.before) / 2;
        out.push_back(std::move(change));
    }
    bool const any_goes = std::any_of(out.begin(), out.end(), [](Change const& change) {
        return change.kind == Change::Kind::less || change.kind == Change::Kind::gone;
    });
    for (auto& change : out)
        if ((change.kind == Change::Kind::added || change.kind == Change::Kind::more) &&
            change.brings.empty())
            change.stands_for = any_goes ? "in the place of what goes" : "for your energy";
    std::stable_sort(out.begin(), out.end(), [&](auto const& a, auto const& b) {
        return a.kind != b.kind ? a.kind < b.kind : a.weight > b.weight;
    });
    return out;
}

std::string in_brief(Change const& change, std::vector<Item> const& items) {
    auto const& item = items[change.item];
    auto const amount = [&](double halves) { return portion_in_words(item.measure, item.grams, halves); };
    switch (change.kind) {
    case Change::Kind::added:
        return "Add " + item.name + ": " + amount(change.after) + ".";
    case Change::Kind::more:
    case Change::Kind::less:
        return (change.kind == Change::Kind::more ? "More " : "Less ") + item.name + ": " +
               amount(change.after) + " instead of " + weight_in_words(item.grams * change.before / 2) + ".";
    case Change::Kind::gone:
        break;
    }
    return "Leave out " + item.name + (change.barred.empty() ? "" : ": " + change.barred) + ".";
}

std::string in_words(Change const& change, std::vector<Item> const& items) {
    auto const& item = items[change.item];
    std::string brought;
    for (auto const& one : change.brings)
        brought += (brought.empty() ? ": +" : ", +") + rounded(one.amount) + " " +
                   std::string(diet::about(one.nutrient).unit) + " " +
                   std::string(diet::about(one.nutrient).short_name);
    if (!brought.empty())
        brought += " a portion";
    else if (!change.stands_for.empty())
        brought = ", " + change.stands_for;
    auto const spared = change.spares.empty() ? ", to make room for the rest" : ", for less " + change.spares;
    switch (change.kind) {
    case Change::Kind::added:
        return "Add " + item.name + ", " + so_much(item, change.after, change.span) + brought + ".";
    case Change::Kind::more:
        return "More " + item.name + ", " + so_much(item, change.after, change.span) + " instead of " +
               portion_in_words(item.measure, item.grams, change.before) + brought + ".";
    case Change::Kind::less:
        return "Less " + item.name + ", " + so_much(item, change.after, change.span) + " instead of " +
               portion_in_words(item.measure, item.grams, change.before) + spared + ".";
    case Change::Kind::gone:
        break;
    }
    return "Leave out " + item.name + (change.barred.empty() ? spared : ": " + change.barred) + ".";
}

} // namespace rheobase::week
