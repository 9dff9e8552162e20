// Every week keeps to the shipped schema, judged by a library of its own.
#include "app/report/json/week.hpp"
#include "tests/week/drawn.hpp"

#include <nlohmann/json.hpp>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace rheobase;

namespace {

valijson::Schema const& schema() {
    static auto const parsed = [] {
        static auto const document = nlohmann::json::parse(report::week_schema());
        auto out = std::make_unique<valijson::Schema>();
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), *out);
        return out;
    }();
    return *parsed;
}

std::string faults_in(nlohmann::json const& week) {
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    if (validator.validate(schema(), valijson::adapters::NlohmannJsonAdapter(week), &results))
        return {};
    std::ostringstream out;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        for (auto const& place : error.context)
            out << place;
        out << ": " << error.description << '\n';
    }
    return out.str();
}

nlohmann::json week_of(std::uint32_t number) {
    auto const person = week::drawn(number);
    auto const answered = answer(person.evidence, person.diary, diet::foods());
    auto const plan = plan_week(answered, person.diary, person.wishes, diet::foods());
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
