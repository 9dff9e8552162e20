// Plans for people drawn at random: none claims what its foods do not hold, none breaks a stop, an allergy, a
// diet or a wish, and its days and its shopping list are the week.
#include "model/diet/name_rules.hpp"
#include "model/verdict/avoided.hpp"
#include "model/verdict/hard_stops.hpp"
#include "model/week/menu_foods.rows.hpp"
#include "tests/week/allergen_words.hpp"
#include "tests/week/drawn.hpp"
#include "tests/week/resummed.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

using namespace rheobase;
using namespace rheobase::week;
using verdict::parts_of;

namespace {

constexpr double slack = 1e-4; // the table's own figures have seven digits

struct Planned {
    Drawn person;
    Answer answer;
    Week week;
    double days() const { return week.task.span == Span::day ? 1 : 7; }
    double before(std::size_t i) const { return week.task.items[i].now; }
    double after(std::size_t i) const { return week.menu.halves[i]; }
    Resummed sum(diet::Nutrient n, bool of_plan) const {
        return resummed(
            week.task.items, answer.evidence.supplements, n,
            [&](std::size_t i) { return of_plan ? after(i) : before(i); }, days());
    }
};

Planned plan_for(Drawn person, Span span = Span::week, Search search = Search::first) {
    Planned out;
    out.person = std::move(person);
    out.answer = answer(out.person.evidence, out.person.diary, diet::foods());
    out.week = plan_week(out.answer, out.person.diary, out.person.wishes, diet::foods(), span, search);
    return out;
}

MenuFoodsRow const* row_of(Item const& item) {
    for (auto const& row : menu_foods_rows)
        if (row.id == item.id)
            return &row;
    return nullptr;
}

bool holds(std::string_view list, std::string_view word) {
    auto const parts = parts_of(list);
    return std::find(parts.begin(), parts.end(), word) != parts.end();
}

bool named(Item const& item, std::string_view patterns, std::string_view excludes = {}) {
    auto const& table = diet::foods();
    auto const names = std::string(table.name(item.food)) + " " + std::string(table.synonyms(item.food));
    auto const parts = parts_of(patterns);
    return std::any_of(parts.begin(), parts.end(),
                       [&](auto pattern) { return diet::fits(names, pattern, excludes); });
}

bool kept_steady(std::string_view code) {
    return code == "vitamin_k_change" || code == "caffeine_change" || code == "less_salt";
}

/// Every amount that the plan claims is what its foods hold, and what is said to be met is met.
void check_claims(Planned const& one) {
    for (auto const& met : one.week.menu.bounds) {
        auto const& bound = met.bound;
        auto const plan = one.sum(bound.nutrient, true), now = one.sum(bound.nutrient, false);
        SCOPED_TRACE(diet::about(bound.nutrient).key);
        auto const near = [](double a, double b) {
            return std::fabs(a - b) <= slack * (1e-3 + std::fabs(b));
        };
        EXPECT_TRUE(near(met.after, plan.counted)) << met.after << " of " << plan.counted;
        EXPECT_TRUE(near(met.before, now.counted)) << met.before << " of " << now.counted;
        double const against = bound.added_only ? plan.added : plan.held;
        EXPECT_TRUE(near(met.against, against)) << met.against << " of " << against;
        EXPECT_TRUE(met.floor_met ? !(plan.counted < bound.floor * (1 - slack))
                                  : plan.counted < bound.floor * (1 + slack));
        EXPECT_TRUE(met.aim_met ? !(plan.counted < bound.aim * (1 - slack))
                                : plan.counted < bound.aim * (1 + slack));
        EXPECT_TRUE(met.ceiling_met ? !(against > bound.ceiling * (1 + slack))
                                    : against > bound.ceiling * (1 - slack));
    }
    constexpr auto energy = diet::nutrient("energy_kcal");
    EXPECT_NEAR(one.week.menu.energy, one.sum(energy, true).held, 1);
    EXPECT_GE(one.week.menu.gap, 0);
    EXPECT_LE(one.week.menu.gap, 1);
    EXPECT_GE(one.week.menu.cost, one.week.menu.bound - slack * (1 + one.week.menu.cost));
}

/// No food that a stop names, no more of what it forbids more of, and what it wants steady stays.
void check_stops(Planned const& one) {
    for (auto const* kind : verdict::forbidden_by(one.answer.verdict.plan.stops)) {
        SCOPED_TRACE(kind->code);
        bool const steady = kept_steady(kind->code);
        for (std::size_t i = 0; i < one.week.task.items.size(); ++i) {
            auto const& item = one.week.task.items[i];
            if (one.after(i) == 0 && !(steady && item.own))
                continue;
            auto const also = diet::foods().synonyms(item.food);
            bool const freed =
                (kind->code == "gluten" && item.name.find("gluten free") != item.name.npos) ||
                (kind->code == "lactose" && also.find("no fat or milk added") != also.npos);
            if (!freed && named(item, kind->patterns, kind->excludes)) {
                if (steady)
                    EXPECT_TRUE(one.after(i) == one.before(i) || item.must_go) << item.name;
                else
                    ADD_FAILURE() << "holds " << item.name;
            }
            auto const n = diet::nutrient_called(kind->nutrient);
            if (n && known(kind->most_a_portion) && one.after(i) > one.before(i)) {
                double const portion = diet::foods().per_100_g(item.food, *n) * item.grams / 100;
                EXPECT_FALSE(portion > kind->most_a_portion * (1 + slack)) << "more " << item.name;
            }
        }
        if (auto const n = diet::nutrient_called(kind->nutrient)) {
            double const most = one.sum(*n, false).held * (steady ? 1.1 : 1);
            EXPECT_LE(one.sum(*n, true).held, most * (1 + slack) + 1e-6);
        }
    }
}

/// Nothing of an allergen by its names, and of new foods nothing that is marked with it or outside the diets.
void check_avoided(Planned const& one) {
    static std::vector<std::string_view> const animal{"milk",    "cheese",         "yogurt",    "cream",
                                                      "egg",     "fish",           "shellfish", "meat",
                                                      "poultry", "processed_meat", "organ_meat"};
    for (std::size_t i = 0; i < one.week.task.items.size(); ++i) {
        auto const& item = one.week.task.items[i];
        if (one.after(i) == 0)
            continue;
        EXPECT_FALSE(surely_holds(diet::foods().name(item.food), one.person.allergy))
            << item.name << " has " << one.person.allergy;
        auto const* row = row_of(item);
        if (!item.own) {
            ASSERT_NE(row, nullptr) << item.id;
            EXPECT_FALSE(holds(row->contains, one.person.allergy)) << item.name;
            for (auto const& disliked : one.person.wishes.without)
                for (auto const& code : verdict::avoided_for_wish(disliked).codes)
                    EXPECT_FALSE(holds(row->contains, code)) << item.name << ", without " << disliked;
            if (!one.person.wishes.diet.empty()) {
                EXPECT_TRUE(holds(row->diets, one.person.wishes.diet)) << item.name;
            }
            EXPECT_FALSE(one.person.wishes.cooking == "none" && row->prepare == "cook") << item.name;
        } else if (one.person.wishes.diet == "vegan") {
            auto const family = diet::foods().family(item.food);
            bool const of_animals = std::find(animal.begin(), animal.end(), family) != animal.end();
            EXPECT_FALSE(of_animals &&
                         !named(item, "soy;soya;plant;veggie;vegetarian;vegan;meatless;imitation;"
                                      "coconut;almond;oat;rice"))
                << item.name;
        }
    }
    for (auto const& wish : one.person.wishes.keep)
        for (std::size_t i = 0; i < one.week.task.items.size(); ++i)
            if (auto const& item = one.week.task.items[i]; item.own && named(item, wish) && !item.must_go) {
                EXPECT_GE(one.after(i), one.before(i) - 1e-9) << "keep " << wish << ": " << item.name;
            }
}

/// New foods come in steps that a kitchen knows, as often as they may; what is left of others is no scrap.
void check_portions(Planned const& one) {
    for (std::size_t i = 0; i < one.week.task.items.size(); ++i) {
        auto const& item = one.week.task.items[i];
        double const halves = one.after(i);
        EXPECT_GE(halves, 0);
        if (item.own) {
            double const moved = std::fabs(halves - one.before(i));
            EXPECT_TRUE(halves == 0 || std::fabs(moved - std::round(moved)) < 1e-9) << item.name;
        } else if (halves > 0) {
            auto const* row = row_of(item);
            ASSERT_NE(row, nullptr);
            EXPECT_EQ(halves, std::floor(halves)) << item.name;
            EXPECT_TRUE(row->half > 0 || static_cast<int>(halves) % 2 == 0) << item.name;
            bool const week = one.days() > 1;
            double const most = 2 * row->most_a_week, daily = std::max(2.0, most / 7);
            EXPECT_LE(halves, week ? most : std::min(most, daily)) << item.name;
            EXPECT_GE(halves, std::min(week ? 2.0 : 1.0, most)) << item.name;
        }
    }
}

/// The days and the shopping list each hold the plan, no more and no less.
void check_sums(Planned const& one) {
    auto const& items = one.week.task.items;
    std::vector<double> served(items.size());
    EXPECT_EQ(static_cast<double>(one.week.days.size()), one.days());
    for (auto const& day : one.week.days)
        for (auto const& meal : day.meals)
            for (auto const& serving : meal.servings) {
                EXPECT_GT(serving.halves, 0);
                served[serving.item] += serving.halves;
            }
    // The list names what is bought, which is not always what is eaten: all of it in grams.
    double wanted = 0, bought = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        EXPECT_NEAR(served[i], one.after(i), 1e-6) << items[i].name;
        if (items[i].kind != "water" && one.after(i) > 0)
            wanted += one.after(i) * items[i].grams / 2;
    }
    for (auto const& shelf : one.week.shopping)
        for (auto const& line : shelf.lines)
            bought += line.grams;
    EXPECT_NEAR(bought, wanted, 1e-6 * (1 + wanted));
}

/// Checks the plans of these people; returns how many had one.
int check(std::uint32_t first, std::uint32_t many, Span span, Search search) {
    int planned = 0;
    for (std::uint32_t number = first; number < first + many; ++number) {
        auto const one = plan_for(drawn(number), span, search);
        if (!one.week.planned()) {
            EXPECT_FALSE(one.week.why_not.empty()) << number;
            continue;
        }
        ++planned;
        SCOPED_TRACE("person " + std::to_string(number) + ": " + one.person.story + ", wishes " +
                     one.person.wishes.diet);
        check_claims(one);
        check_stops(one);
        check_avoided(one);
        check_portions(one);
        check_sums(one);
    }
    return planned;
}

} // namespace

TEST(Plan, OfPeopleDrawnAtRandomHoldsWhatItClaimsAndBreaksNoStop) {
    EXPECT_GE(check(1, 24, Span::week, Search::first), 8) << "too few had a plan to tell anything";
}

TEST(Plan, OfADayHoldsWhatItClaimsAndBreaksNoStopEither) {
    EXPECT_GE(check(1, 12, Span::day, Search::first), 4) << "too few had a plan to tell anything";
}

TEST(Plan, SearchedOnHoldsWhatItClaimsToo) {
    EXPECT_GE(check(1, 4, Span::week, Search::proven), 1) << "too few had a plan to tell anything";
}

TEST(Plan, OfADayForAHundredHoldsWhatItClaimsAndBreaksNoStopSlowly) {
    EXPECT_GE(check(1000, 100, Span::day, Search::proven), 40) << "too few had a plan to tell anything";
}

TEST(Plan, OfAHundredPeopleHoldsWhatItClaimsAndBreaksNoStopSlowly) {
    EXPECT_GE(check(1000, 100, Span::week, Search::proven), 40) << "too few had a plan to tell anything";
}

TEST(Plan, OnWarfarinLeavesGreenLeavesAsTheyAre) {
    int planned = 0;
    for (std::uint32_t number = 1; planned < 3 && number < 40; ++number) {
        auto person = drawn(number);
        person.evidence = verdict::told("age 61; sex male; s twitch since 3; s weakness_objective no; meds "
                                        "whole; conds whole; drug warfarin since 900");
        for (int day = 1; day <= 3; ++day)
            person.diary.eaten.push_back(ate("FNDDS:72125211", 90, day)); // spinach
        person.wishes = {};
        auto const one = plan_for(std::move(person));
        if (!one.week.planned())
            continue;
        ++planned;
        check_stops(one);
        bool spinach = false;
        for (std::size_t i = 0; i < one.week.task.items.size(); ++i)
            if (one.week.task.items[i].id == "FNDDS:72125211") {
                spinach = true;
                EXPECT_EQ(one.after(i), one.before(i));
            }
        EXPECT_TRUE(spinach);
    }
    EXPECT_EQ(planned, 3);
}

TEST(Plan, WithABloodPressureTabletRaisesNoPotassium) {
    int planned = 0;
    for (std::uint32_t number = 1; planned < 3 && number < 40; ++number) {
        auto person = drawn(number);
        person.evidence = verdict::told("age 58; sex female; s twitch since 3; s weakness_objective no; meds "
                                        "whole; conds whole; drug ramipril since 900");
        auto const one = plan_for(std::move(person));
        if (!one.week.planned())
            continue;
        ++planned;
        ASSERT_TRUE(verdict::forbids(one.answer.verdict.plan.stops, "potassium_more"));
        check_stops(one);
    }
    EXPECT_EQ(planned, 3);
}

TEST(Plan, IsNotMadeOfWishesThatLeaveANeedFarOutOfReach) {
    auto const diary = plain_diary();
    auto const answered = answer(verdict::told("age 40; sex male; s twitch since 3; s weakness_objective no; "
                                               "meds whole; conds whole"),
                                 diary, diet::foods());
    Wishes wishes;
    wishes.diet = "vegan";
    auto const vegan = plan_week(answered, diary, wishes, diet::foods(), Span::week, Search::first);
    EXPECT_TRUE(vegan.planned()) << "vitamins D and B12 are no reason to withhold all the rest: "
                                 << vegan.why_not;
    wishes.without = {"soya", "beans", "nuts", "peanuts", "seeds", "bread", "oats", "cereal", "rice"};
    auto const none = plan_week(answered, diary, wishes, diet::foods(), Span::week, Search::first);
    EXPECT_FALSE(none.planned());
    EXPECT_THAT(none.why_not, testing::HasSubstr("too little"));
    EXPECT_THAT(none.why_not, testing::HasSubstr("cannot hold together: vegan"));
    EXPECT_TRUE(none.days.empty() && none.swaps.changes.empty() && none.shopping.empty());
}
