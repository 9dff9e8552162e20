#include "tests/cases/score.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/core.h>
#include <fmt/ranges.h>

namespace rheobase::cases {

namespace {

constexpr double z_95 = 1.959964;
constexpr std::size_t shown_first = 3;

void add(Share& share, bool hit) {
    share.n += 1;
    share.hits += hit ? 1 : 0;
}

std::string in_hours(double hours) {
    return known(hours) ? fmt::format(" ({:g} h)", hours) : std::string();
}

/// The leading causes that name something. "No deficiency" is often right as the first answer, and is then
/// still no excuse for leaving what it was instead out of the first three.
std::vector<std::string> named(std::vector<std::string> codes) {
    auto const all = codes;
    std::erase(codes, "no_deficiency");
    return codes.empty() ? all : codes;
}

std::vector<std::string> first_causes(Said const& said) {
    return {said.causes.begin(),
            said.causes.begin() + static_cast<std::ptrdiff_t>(std::min(shown_first, said.causes.size()))};
}

} // namespace

Interval wilson(Share const& share) {
    if (share.n == 0)
        return {};
    auto const n = static_cast<double>(share.n);
    double const p = share.value(), z2 = z_95 * z_95;
    double const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double const half = z_95 / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

void count(Score& score, Label const& label, Said const& said, bool judge_causes) {
    using verdict::Urgency;
    bool const right = label.accepts(said.urgency);
    // "Soon" is only as safe as its hours: a week is not safe where a day was due.
    bool const late = label.lowest() == Urgency::soon && said.urgency == Urgency::soon &&
                      label.within_hours && !(said.within_hours <= *label.within_hours);
    bool const unsafe = said.urgency < label.lowest() || late;
    bool const over = said.urgency > label.highest();
    add(score.levels_right, right);
    if (label.urgency == Urgency::emergency)
        add(score.emergencies_missed, said.urgency < label.lowest());
    add(score.unsafe, unsafe);
    add(score.over_triage, over);
    score.confusion[static_cast<std::size_t>(label.urgency)][static_cast<std::size_t>(said.urgency)] += 1;

    auto const miss = [&](std::string const& kind, std::string const& expected, std::string const& got) {
        score.misses.push_back(
            fmt::format("{} {}: expected {}, said {}. {}", label.name, kind, expected, got, label.why));
    };
    if (!right || unsafe)
        miss(unsafe ? "unsafe"
             : over ? "over-triage"
                    : "level",
             fmt::format("{}{}", verdict::in_code(label.urgency),
                         in_hours(label.within_hours.value_or(unknown))),
             fmt::format("{}{} for {}", verdict::in_code(said.urgency), in_hours(said.within_hours),
                         fmt::join(said.because, " ")));
    if (!judge_causes)
        return;
    auto const rank = rank_of(said, label.leading);
    add(score.first_cause, rank == 1);
    auto const named_rank = rank_of(said, named(label.leading));
    bool top = named_rank >= 1 && named_rank <= shown_first;
    for (auto const& code : label.in_top_three) {
        auto const place = rank_of(said, {code});
        top = top && place >= 1 && place <= shown_first;
    }
    add(score.top_three, top);
    if (rank != 1 || !top)
        miss(top ? "first cause" : "top three",
             fmt::format("{} [{}]", fmt::join(label.leading, " or "), fmt::join(label.in_top_three, " and ")),
             fmt::format("{}", fmt::join(first_causes(said), ", ")));
    bool const plan = std::find(label.plan.begin(), label.plan.end(), said.plan) != label.plan.end();
    add(score.plan_right, plan);
    if (!plan)
        miss("plan", fmt::format("{}", fmt::join(label.plan, " or ")), said.plan);
    auto const wrong = wrongly_said(said, label.must_not_say);
    add(score.wrongly_said, !wrong.empty());
    if (!wrong.empty())
        miss("must not say", "silence", fmt::format("{}", fmt::join(wrong, "; ")));
}

} // namespace rheobase::cases
