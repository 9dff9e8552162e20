// What must hold between a case and its counterparts. Told in other words it is the same case; told less, no
// rule may turn from "fired" to "clear".
#include "tests/cases/counterparts.hpp"
#include "tests/cases/labels.hpp"
#include "tests/cases/said.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <fmt/ranges.h>
#include <functional>

using namespace rheobase;
using namespace rheobase::cases;

namespace {

using Turn = std::function<std::optional<Json>(Json const&)>;
using Check = std::function<std::string(Label const&, Said const&, Said const&)>; ///< "" when it holds

/// Every case beside its counterpart; how many there were, so that no test passes for want of any.
std::size_t hold(Turn const& turn, Check const& check) {
    std::size_t turned = 0;
    for (auto const& label : labels()) {
        auto const text = case_text(label.name);
        auto const other = turn(Json::parse(text));
        if (!other)
            continue;
        ++turned;
        auto const after = said_to(other->dump(), label.name);
        EXPECT_THAT(after.faults, testing::IsEmpty()) << label.name;
        auto const fault = check(label, said_to(text, label.name), after);
        EXPECT_EQ(fault, "") << label.name;
    }
    return turned;
}

std::string in_words(Said const& said) {
    return fmt::format("{} ({} h) for {}", verdict::in_code(said.urgency), said.within_hours,
                       fmt::join(said.because, " "));
}

bool same_haste(Said const& a, Said const& b) {
    return a.urgency == b.urgency &&
           (a.within_hours == b.within_hours || (!known(a.within_hours) && !known(b.within_hours)));
}

/// The same urgency, and the first cause still first or second.
std::string equivalent(Label const&, Said const& before, Said const& after) {
    if (!same_haste(before, after))
        return fmt::format("{} became {}", in_words(before), in_words(after));
    if (before.causes.empty())
        return {};
    auto const place = rank_of(after, {before.causes.front()});
    return place == 1 || place == 2
               ? std::string()
               : fmt::format("first cause {} fell to place {} behind {}", before.causes.front(), place,
                             after.causes.empty() ? "nothing" : after.causes.front());
}

/// Less is known: no rule that had fired is now held to be clear, and calm advice names what was not asked.
std::string never_cleared_by_silence(Label const&, Said const& before, Said const& after) {
    for (std::size_t i = 0; i < before.rules.size(); ++i)
        if (before.rules[i].truth == verdict::Truth::yes && after.rules[i].truth == verdict::Truth::no)
            return fmt::format("rule {} was cleared by leaving facts out", before.rules[i].rule);
    if (after.urgency == verdict::Urgency::self_care && after.conditional_on_absent.empty())
        return "self care without naming what was not asked";
    return {};
}

std::string same_haste_only(Label const&, Said const& before, Said const& after) {
    return same_haste(before, after) ? std::string()
                                     : fmt::format("{} became {}", in_words(before), in_words(after));
}

} // namespace

TEST(Counterparts, OtherUnitsAreTheSameCase) {
    EXPECT_GE(hold(units_swapped, equivalent), 50u);
}

TEST(Counterparts, ResultsLeftOutClearNoRule) {
    EXPECT_GE(hold(labs_removed, never_cleared_by_silence), 60u);
}

TEST(Counterparts, MedicinesLeftOutClearNoRule) {
    EXPECT_GE(hold(medicines_removed, never_cleared_by_silence), 50u);
}

TEST(Counterparts, DenyingOtherRedFlagsLowersNothingAndRaisesNothing) {
    EXPECT_GE(hold(red_flags_denied, same_haste_only), 90u);
}

TEST(Counterparts, TheOtherSexIsAsUrgent) {
    EXPECT_GE(hold(sex_swapped, same_haste_only), 90u);
}

TEST(Counterparts, AMedicineWithASlipInItsNameIsTheSameMedicine) {
    EXPECT_GE(hold(medicine_misspelt, equivalent), 50u);
}

TEST(Counterparts, TheOrderOfListsSaysNothing) {
    EXPECT_GE(hold(lists_reversed, equivalent), 90u);
}

TEST(Counterparts, IdleFactsSayNothing) {
    EXPECT_GE(hold(idle_facts_added, equivalent), 90u);
}
