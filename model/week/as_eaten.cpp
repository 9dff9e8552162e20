#include "model/week/as_eaten.hpp"

#include "model/week/menu.rows.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rheobase::week {

namespace {

constexpr double hardly_any = 1e-9;

double sum_of(std::vector<Placed> const& placed) {
    return std::accumulate(placed.begin(), placed.end(), 0.0,
                           [](double sum, Placed const& one) { return sum + one.halves; });
}

/// What the repeated days have of it, one helping a meal.
std::vector<Placed> usual_helpings(Item const& item, std::size_t plan_days, std::size_t diary_days) {
    std::vector<Placed> out;
    for (std::size_t day = 0; day < plan_days; ++day)
        for (auto const& occasion : item.eaten) {
            if (occasion.day != repeated(day, plan_days, diary_days))
                continue;
            auto const same = std::find_if(out.begin(), out.end(), [&](Placed const& one) {
                return one.day == day && one.meal == occasion.meal;
            });
            if (same != out.end())
                same->halves += occasion.halves;
            else
                out.push_back({day, occasion.meal, occasion.halves});
        }
    return out;
}

/// So many of them, as far apart as may be, beginning with another of them at each turn.
std::vector<Placed> thinned(std::vector<Placed> const& all, std::size_t many, std::size_t turn) {
    std::vector<bool> taken(all.size());
    for (std::size_t k = 0; k < many; ++k)
        taken[(k * all.size() / many + turn) % all.size()] = true;
    std::vector<Placed> out;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (taken[i])
            out.push_back(all[i]);
    return out;
}

/// A helping `share` times as large, as far as a plate bears it: a small one may become a whole portion.
double grown(double helping, double share) {
    constexpr double portion = 2;
    double const most = std::max(helping * menu.helping_growth, helping < 1 ? 0 : portion);
    return std::min(helping * share, std::max(most, helping));
}

/// Shares in whole steps, the largest remainders rounded up; what is left of the last step goes with them.
void make_whole(std::vector<Placed>& placed, double step, std::size_t turn) {
    std::vector<double> remainder;
    double left = 0;
    for (auto& one : placed) {
        double const whole = std::floor(one.halves / step + hardly_any) * step;
        remainder.push_back(one.halves - whole);
        left += remainder.back();
        one.halves = whole;
    }
    std::vector<std::size_t> order(placed.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(turn % order.size()), order.end());
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return remainder[a] > remainder[b] + hardly_any; });
    for (std::size_t k = 0; left > hardly_any; k = (k + 1) % order.size()) {
        double const more = std::min(left, step);
        placed[order[k]].halves += more;
        left -= more;
    }
}

} // namespace

std::size_t diary_days(std::vector<Item> const& items) {
    std::size_t days = 0;
    for (auto const& item : items)
        for (auto const& occasion : item.eaten)
            days = std::max(days, occasion.day + 1);
    return days;
}

std::size_t repeated(std::size_t day, std::size_t plan_days, std::size_t diary_days) {
    return diary_days <= plan_days ? day % diary_days : day * diary_days / plan_days;
}

std::vector<Placed> as_eaten(Item const& item, double halves, std::size_t plan_days, std::size_t diary_days,
                             std::size_t turn) {
    auto placed = usual_helpings(item, plan_days, diary_days);
    double const usual = sum_of(placed);
    if (!(usual > hardly_any) || !(halves > hardly_any))
        return {};
    auto const helpings = static_cast<double>(placed.size());
    if (halves < usual)
        placed = thinned(
            placed, static_cast<std::size_t>(std::max(1.0, std::round(helpings * halves / usual))), turn);
    double const share = halves / sum_of(placed);
    for (auto& one : placed)
        one.halves = grown(one.halves, share);
    double const over = halves - sum_of(placed);
    // Less than half a portion is no helping of its own.
    if (over > hardly_any && over < 1)
        for (auto& one : placed)
            one.halves += over / static_cast<double>(placed.size());
    if (usual / helpings >= 1)
        make_whole(placed, item.step, turn);
    std::erase_if(placed, [](Placed const& one) { return !(one.halves > hardly_any); });
    return placed;
}

} // namespace rheobase::week
