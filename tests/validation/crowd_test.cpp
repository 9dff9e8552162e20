// The harness itself: what it makes of figures, and how it judges.
#include "tests/validation/record.hpp"

#include <cmath>

using namespace rheobase::validation;

namespace {

Person with(std::vector<Point> const& points) {
    Person person;
    for (auto const& point : points)
        person.add(1, Observable::pth, point);
    return person;
}

Target between(double low, double high) {
    return {"A0", "check", "", "", "", low, high, ""};
}

} // namespace

TEST(Harness, ReadsACourseAtItsEndsItsPeakAndTheNearestReport) {
    auto const person = with({{0, 2}, {1, 5}, {2, 3}});
    EXPECT_EQ(person.first(1, Observable::pth), 2);
    EXPECT_EQ(person.last(1, Observable::pth), 3);
    EXPECT_EQ(person.highest(1, Observable::pth), 5);
    EXPECT_EQ(person.lowest(1, Observable::pth), 2);
    EXPECT_EQ(person.at(1, Observable::pth, 1.2), 5);
    EXPECT_THROW(person.course(0, Observable::pth), std::out_of_range);
}

TEST(Harness, TakesMeanSpreadAndErrorOfTheMean) {
    auto const outcome = outcome_of({1, 2, 3, 4, 5});
    EXPECT_DOUBLE_EQ(outcome.mean, 3);
    EXPECT_DOUBLE_EQ(outcome.p5, 1.2);
    EXPECT_DOUBLE_EQ(outcome.p95, 4.8);
    EXPECT_NEAR(outcome.standard_error, std::sqrt(0.5), 1e-12);
}

TEST(Harness, FindsWhereALineMeetsZero) {
    auto const line = line_through({100, 200, 300}, {-20, 0, 20});
    EXPECT_NEAR(line.slope, 0.2, 1e-12);
    EXPECT_NEAR(line.crossing, 200, 1e-9);
    EXPECT_NEAR(line.slope_error, 0, 1e-9);
    EXPECT_NEAR(correlation({1, 2, 3}, {3, 2, 1}), -1, 1e-12);
}

TEST(Harness, CountsTheEdgesAsMetAndWhatIsUnknownAsMissed) {
    EXPECT_EQ(judged(between(2, 3), single(2)), Verdict::pass);
    EXPECT_EQ(judged(between(2, 3), single(3)), Verdict::pass);
    EXPECT_EQ(judged(between(2, 3), single(3.01)), Verdict::miss);
    EXPECT_EQ(judged(between(2, 3), single(std::nan(""))), Verdict::miss);
}
