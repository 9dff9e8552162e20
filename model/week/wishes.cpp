#include "model/week/wishes.hpp"

#include <algorithm>

namespace rheobase::week {

namespace {

std::string readable(std::string code) {
    std::replace(code.begin(), code.end(), '_', ' ');
    return code;
}

void append(std::vector<std::string>& to, std::vector<std::string> const& more) {
    for (auto const& one : more)
        if (std::find(to.begin(), to.end(), one) == to.end())
            to.push_back(one);
}

} // namespace

std::vector<Wish> parts(Wishes const& wishes) {
    std::vector<Wish> out;
    auto const add = [&](std::string name, auto set) {
        Wish wish{std::move(name), {}};
        set(wish.alone);
        out.push_back(std::move(wish));
    };
    if (!wishes.diet.empty())
        add(readable(wishes.diet), [&](Wishes& w) { w.diet = wishes.diet; });
    for (auto const& one : wishes.without)
        add("without " + readable(one), [&](Wishes& w) { w.without = {one}; });
    for (auto const& one : wishes.keep)
        add("keep " + one, [&](Wishes& w) { w.keep = {one}; });
    if (wishes.cooking == "none")
        add("no cooking", [&](Wishes& w) { w.cooking = "none"; });
    if (wishes.cooking == "little")
        add("little cooking", [&](Wishes& w) { w.cooking = "little"; });
    if (wishes.cheap)
        add("cheap", [&](Wishes& w) { w.cheap = true; });
    if (wishes.few_changes)
        add("few changes", [&](Wishes& w) { w.few_changes = true; });
    return out;
}

Wishes joined(Wishes const& a, Wishes const& b) {
    auto out = a;
    if (!b.diet.empty())
        out.diet = b.diet;
    append(out.without, b.without);
    append(out.keep, b.keep);
    out.cheap |= b.cheap;
    out.few_changes |= b.few_changes;
    if (!b.cooking.empty())
        out.cooking = b.cooking;
    return out;
}

} // namespace rheobase::week
