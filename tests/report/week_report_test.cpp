// Reports of a week hold what the plan says, each of its changes, days and purchases, and the same bytes for
// the same input, also where two are made at once.
#include "app/report/html/week.hpp"
#include "app/report/json/week.hpp"
#include "app/report/text/week.hpp"
#include "app/report/week_words.hpp"
#include "model/week/measure.hpp"
#include "tests/report/seen.hpp"
#include "tests/week/drawn.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <thread>

namespace rheobase::report {

namespace {

using testing::HasSubstr;

struct Made {
    Answer answer;
    week::Week week;
};

Made made(std::uint32_t number, week::Span span = week::Span::week) {
    auto const person = week::drawn(number);
    Made out{answer(person.evidence, person.diary, diet::foods()), {}};
    out.week = plan_week(out.answer, person.diary, person.wishes, diet::foods(), span, week::Search::first);
    return out;
}

/// The first of the people drawn at random who has a plan.
std::uint32_t number_with_a_plan() {
    static auto const found = [] {
        for (std::uint32_t number = 1; number < 30; ++number)
            if (made(number).week.planned())
                return number;
        return 0U;
    }();
    return found;
}

Made const& planned() {
    static auto const one = made(number_with_a_plan());
    return one;
}

Made refused() {
    auto person = week::drawn(number_with_a_plan());
    person.evidence = verdict::told("age 15; sex female; s twitch since 3");
    Made out{answer(person.evidence, person.diary, diet::foods()), {}};
    out.week = plan_week(out.answer, person.diary, person.wishes, diet::foods());
    return out;
}

/// A plan of two needs whose floors are met, each at its price for one percent more.
week::Week priced(double fibre, double zinc) {
    week::Week out;
    for (auto const& [key, price] : {std::pair{"zinc_mg", zinc}, {"fibre_g", fibre}}) {
        week::BoundMet met;
        met.bound.nutrient = *diet::nutrient_called(key);
        met.price = price;
        out.menu.bounds.push_back(met);
    }
    return out;
}

/// Text broken into lines, as one line.
std::string flowing(std::string_view text) {
    std::string out;
    for (char const c : text)
        if (char const letter = c == '\n' ? ' ' : c; letter != ' ' || (!out.empty() && out.back() != ' '))
            out += letter;
    return out;
}

std::string json_of(Made const& made) {
    return week_json(made.week, made.answer.verdict.plan);
}

} // namespace

TEST(WeekReport, TellsWhatNeedsCostDearestFirst) {
    EXPECT_EQ(prices_in_words(priced(0.9, 0.6)),
              "Dearest in change: a tenth more fibre would take about 9 more half portions, "
              "a tenth more zinc 6.");
    EXPECT_EQ(prices_in_words(priced(0.1, 0.6)),
              "Dearest in change: a tenth more zinc would take about 6 more half portions.");
    EXPECT_EQ(prices_in_words(priced(0.1, 0)), "");
    // Of what stays short more cannot be had at a price.
    auto short_of_both = priced(0.9, 0.6);
    for (auto& met : short_of_both.menu.bounds)
        met.floor_met = false;
    EXPECT_EQ(prices_in_words(short_of_both), "");
    auto reluctant = priced(0.9, 0.6);
    reluctant.task.minds.change = 2;
    EXPECT_THAT(prices_in_words(reluctant), HasSubstr("4 more half portions"))
        << "prices grow with the mind's";
}

TEST(WeekReport, SaysOfAnAdequateIntakeNoMoreThanThatItIsOne) {
    week::BoundMet fibre, calcium;
    fibre.bound.nutrient = diet::nutrient("fibre_g");
    fibre.bound.floor = 20; // four fifths of the aim, as where only an adequate intake is set
    fibre.bound.aim = 25;
    fibre.before = 16;
    fibre.after = 22;
    fibre.aim_met = false;
    EXPECT_EQ(bound_in_words(fibre), "fibre: from 16 g to 22 g; an adequate intake is 25 g.");
    fibre.floor_met = false;
    EXPECT_EQ(bound_in_words(fibre), "fibre: from 16 g to 22 g; an adequate intake is 25 g; still short.");
    calcium = fibre;
    calcium.bound.nutrient = diet::nutrient("calcium_mg");
    calcium.bound.floor = 880;
    calcium.bound.aim = 1000;
    calcium.before = 684;
    calcium.after = 939;
    calcium.floor_met = true;
    EXPECT_EQ(bound_in_words(calcium),
              "calcium: from 684 mg to 939 mg, of 1000 mg wanted; enough for most people.");
}

TEST(WeekReport, TellsInEveryFormWhatThePlanMakesWorse) {
    auto one = planned();
    week::BoundMet calcium, salt;
    calcium.bound.nutrient = diet::nutrient("calcium_mg");
    calcium.bound.floor = 880;
    calcium.bound.aim = 1000;
    calcium.before = 1010;
    calcium.after = 967;
    salt.bound.nutrient = diet::nutrient("sodium_mg");
    salt.bound.ceiling = 2300;
    salt.against_before = 2000;
    salt.against = 2200;
    std::string const lower = "Lower than now: calcium, from 1010 mg to 967 mg, of 1000 mg wanted.";
    std::string const higher =
        "Higher than now: sodium, from 2000 mg to 2200 mg; 2300 mg is the most that is wanted.";
    EXPECT_EQ(worse_in_words(calcium), lower);
    EXPECT_EQ(worse_in_words(salt), higher);
    one.week.menu.bounds = {calcium, salt};
    EXPECT_THAT(flowing(week_text(one.week, one.answer.verdict.plan, false)),
                testing::AllOf(HasSubstr(lower), HasSubstr(higher)));
    EXPECT_THAT(flowing(seen(week_html(one.week, one.answer.verdict.plan)).text),
                testing::AllOf(HasSubstr(lower), HasSubstr(higher)));
    auto const menu = nlohmann::json::parse(json_of(one))["menu"];
    EXPECT_EQ(menu["worse"], (std::vector<std::string>{lower, higher}));
    EXPECT_EQ(menu["bounds"][0]["text"], lower);
    // Below what is wanted a fall counts that tables can tell; above it none does.
    calcium.before = 972;
    EXPECT_EQ(worse_in_words(calcium), "");
    calcium.before = 1400;
    calcium.after = 1100;
    EXPECT_EQ(worse_in_words(calcium), "");
}

TEST(WeekReport, InTextHoldsEveryChangeServingAndPurchase) {
    auto const& one = planned();
    ASSERT_TRUE(one.week.planned());
    auto const text = flowing(week_text(one.week, one.answer.verdict.plan, false));
    for (auto const& change : one.week.changes)
        EXPECT_THAT(text, HasSubstr(in_words(change, one.week.task.items)));
    for (auto const& change : one.week.swaps.changes)
        EXPECT_THAT(text, HasSubstr(in_words(change, one.week.task.items)));
    for (auto const& shelf : one.week.shopping)
        for (auto const& line : shelf.lines)
            EXPECT_THAT(text, HasSubstr(line.name + ", " + line.amount));
    for (auto const& met : one.week.menu.bounds)
        EXPECT_THAT(text, HasSubstr(bound_in_words(met)));
    for (auto const& stop : one.answer.verdict.plan.stops)
        EXPECT_THAT(text, HasSubstr(stop.text));
    for (auto const& note : one.week.notes)
        EXPECT_THAT(text, HasSubstr(note));
    EXPECT_THAT(text, HasSubstr(proof_in_words(one.week.menu)));
    EXPECT_THAT(text, HasSubstr("Day 7"));
}

TEST(WeekReport, InHtmlIsWellFormedAndHoldsTheSame) {
    auto const& one = planned();
    auto const page = seen(week_html(one.week, one.answer.verdict.plan));
    EXPECT_EQ(page.fault, "");
    auto const text = flowing(page.text);
    std::size_t full = 0;
    for (auto const& change : one.week.changes) {
        auto const all = in_words(change, one.week.task.items);
        bool const in_full = text.find(all) != std::string::npos;
        full += in_full;
        EXPECT_TRUE(in_full || text.find(in_brief(change, one.week.task.items)) != std::string::npos) << all;
    }
    EXPECT_GE(full, std::min<std::size_t>(one.week.changes.size(), 10));
    for (auto const& shelf : one.week.shopping)
        for (auto const& line : shelf.lines) {
            EXPECT_THAT(text, HasSubstr(line.name));
            EXPECT_THAT(text, HasSubstr(line.amount));
        }
    for (auto const& note : one.week.notes)
        EXPECT_THAT(text, HasSubstr(note));
    for (auto const& href : page.hrefs)
        EXPECT_TRUE(href.starts_with('#')) << href;
}

TEST(WeekReport, InJsonHoldsThePortionsTheDaysAndTheProof) {
    auto const& one = planned();
    auto const menu = nlohmann::json::parse(json_of(one))["menu"];
    EXPECT_TRUE(menu["why_not"].is_null());
    ASSERT_EQ(menu["changes"].size(), one.week.changes.size());
    for (std::size_t i = 0; i < one.week.changes.size(); ++i) {
        auto const& change = one.week.changes[i];
        EXPECT_NEAR(menu["changes"][i]["portions_after"].get<double>(), change.after / 2, 1e-4);
        EXPECT_NEAR(menu["changes"][i]["portions_before"].get<double>(), change.before / 2, 1e-4);
        EXPECT_EQ(menu["changes"][i]["id"], one.week.task.items[change.item].id);
    }
    EXPECT_NEAR(menu["proof"]["gap"].get<double>(), one.week.menu.gap, 1e-4);
    ASSERT_EQ(menu["days"].size(), 7U);
    double served = 0, bought = 0, wanted = 0;
    for (auto const& day : menu["days"])
        for (auto const& meal : day["meals"])
            for (auto const& food : meal["foods"])
                served += food["grams"].get<double>();
    for (std::size_t i = 0; i < one.week.task.items.size(); ++i) {
        double const grams = one.week.task.items[i].grams * one.week.menu.halves[i] / 2;
        wanted += grams;
        bought -= one.week.task.items[i].kind == "water" ? 0 : grams;
    }
    EXPECT_NEAR(served, wanted, 1e-3 * wanted);
    for (auto const& shelf : menu["shopping"])
        for (auto const& line : shelf["lines"])
            bought += line["grams"].get<double>();
    EXPECT_NEAR(bought, 0, 1e-3 * wanted) << "bought is what is eaten, water apart";
    ASSERT_EQ(menu["bounds"].size(), one.week.menu.bounds.size());
    for (std::size_t b = 0; b < menu["bounds"].size(); ++b)
        EXPECT_EQ(menu["bounds"][b]["floor_met"], one.week.menu.bounds[b].floor_met);
}

TEST(WeekReport, OfADaySpeaksOfADayAndNotOfAWeek) {
    auto const one = made(number_with_a_plan(), week::Span::day);
    ASSERT_TRUE(one.week.planned());
    auto const& plan = one.answer.verdict.plan;
    for (auto const& text :
         {flowing(week_text(one.week, plan, false)), flowing(seen(week_html(one.week, plan)).text)}) {
        for (auto const& change : one.week.changes)
            EXPECT_THAT(text, testing::AnyOf(HasSubstr(in_words(change, one.week.task.items)),
                                             HasSubstr(in_brief(change, one.week.task.items))));
        EXPECT_THAT(text, HasSubstr("nearest to their average"));
        for (auto const* words : {"a week", "Seven days", "SEVEN DAYS", "Day 1", "the week", "THE WEEK"})
            EXPECT_THAT(text, testing::Not(HasSubstr(words))) << words;
    }
    EXPECT_EQ(seen(week_html(one.week, plan)).fault, "");
    auto const menu = nlohmann::json::parse(json_of(one))["menu"];
    EXPECT_EQ(menu["for"], "day");
    EXPECT_EQ(menu["days"].size(), 1U);
}

TEST(WeekReport, WithoutAPlanSaysWhyAndListsNoFood) {
    auto const one = refused();
    ASSERT_FALSE(one.week.planned());
    auto const& plan = one.answer.verdict.plan;
    auto const text = flowing(week_text(one.week, plan, false));
    EXPECT_THAT(text, HasSubstr(one.week.why_not));
    EXPECT_THAT(text, testing::Not(HasSubstr("TO BUY")));
    auto const page = seen(week_html(one.week, plan));
    EXPECT_EQ(page.fault, "");
    EXPECT_THAT(flowing(page.text), HasSubstr(one.week.why_not));
    EXPECT_THAT(page.text, testing::Not(HasSubstr("To buy")));
    auto without_stops = plan;
    without_stops.stops.clear();
    EXPECT_THAT(week_html(one.week, without_stops), testing::Not(HasSubstr("What bounds it")))
        << "an empty box says nothing";
    auto const menu = nlohmann::json::parse(json_of(one))["menu"];
    EXPECT_EQ(menu["why_not"], one.week.why_not);
    EXPECT_FALSE(menu.contains("days"));
}

TEST(WeekReport, IsTheSameBytesAgainAndOnTwoThreadsAtOnce) {
    auto const number = number_with_a_plan();
    auto const expected = json_of(planned());
    EXPECT_EQ(json_of(made(number)), expected);
    std::string first, second;
    std::thread one([&] { first = json_of(made(number)); });
    std::thread two([&] { second = json_of(made(number)); });
    one.join();
    two.join();
    EXPECT_EQ(first, expected);
    EXPECT_EQ(second, expected);
}

} // namespace rheobase::report
