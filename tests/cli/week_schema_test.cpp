// Every week keeps to the shipped schema, judged by a library of its own.
#include "app/report/json/answer.hpp"
#include "app/report/json/week.hpp"
#include "tests/schema/kept_schema.hpp"
#include "tests/week/drawn.hpp"

#include <nlohmann/json.hpp>

using namespace rheobase;

namespace {

std::string faults_in(nlohmann::json const& document) {
    static KeptSchema const schema(report::week_schema());
    return schema.faults_in(document);
}

nlohmann::json week_of(std::uint32_t number, week::Span span = week::Span::week) {
    auto const person = week::drawn(number);
    auto const answered = answer(person.evidence, person.diary, diet::foods());
    auto const plan = plan_week(answered, person.diary, person.wishes, diet::foods(), span, week::Search::first);
    return nlohmann::json::parse(report::week_json(plan, answered.verdict.plan));
}

} // namespace

TEST(WeekSchema, IsKeptByWeeksWithAPlanAndWithout) {
    int planned = 0, refused = 0;
    for (std::uint32_t number = 1; number <= 12; ++number) {
        auto const week = week_of(number);
        EXPECT_EQ(faults_in(week), "") << number;
        (week["menu"]["why_not"].is_null() ? planned : refused) += 1;
    }
    EXPECT_GE(planned, 2);
    EXPECT_GE(refused, 1);
}

TEST(WeekSchema, IsKeptByPlansOfADay) {
    int planned = 0;
    for (std::uint32_t number = 1; number <= 12; ++number) {
        auto const day = week_of(number, week::Span::day);
        EXPECT_EQ(faults_in(day), "") << number;
        if (!day["menu"]["why_not"].is_null())
            continue;
        ++planned;
        EXPECT_EQ(day["menu"]["for"], "day");
        EXPECT_EQ(day["menu"]["days"].size(), 1U);
    }
    EXPECT_GE(planned, 2);
}

TEST(WeekSchema, IsTheSameAsThatOfTheMenuInAnAnswer) {
    auto const answer = nlohmann::json::parse(report::answer_schema());
    auto const week = nlohmann::json::parse(report::week_schema());
    EXPECT_EQ(answer.at("properties").at("plan").at("properties").at("menu").at("anyOf"),
              week.at("properties").at("menu").at("anyOf"));
}

TEST(WeekSchema, RefusesAWeekWithAKeyTooManyOrTooFew) {
    nlohmann::json good;
    for (std::uint32_t number = 1; number <= 12; ++number)
        if (good = week_of(number); good["menu"]["why_not"].is_null())
            break;
    ASSERT_EQ(faults_in(good), "");
    auto more = good;
    more["menu"]["promise"] = "cure";
    EXPECT_NE(faults_in(more), "");
    auto less = good;
    less["menu"].erase("days");
    EXPECT_NE(faults_in(less), "");
    auto kind = good;
    kind["menu"]["changes"][0]["kind"] = "perhaps";
    EXPECT_NE(faults_in(kind), "");
}
