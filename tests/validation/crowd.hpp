// What a crowd did in an experiment, person by person, and what a study makes of it.
#pragma once

#include "model/ions/run.hpp"

#include <functional>
#include <map>
#include <vector>

namespace rheobase::validation {

using ions::Experiment, ions::Ingested, ions::Observable, ions::Phase, ions::Spread;

struct Point {
    double hour = 0; ///< from the start of the phase
    double value = 0;
};
using Course = std::vector<Point>;

/// One virtual person's results.
class Person {
  public:
    Course const& course(int phase, Observable what) const;
    /// At the report nearest to this hour.
    double at(int phase, Observable what, double hour) const;
    double first(int phase, Observable what) const { return course(phase, what).front().value; }
    double last(int phase, Observable what) const { return course(phase, what).back().value; }
    double highest(int phase, Observable what) const;
    double lowest(int phase, Observable what) const;
    /// Which of those asked for: not everybody lives through an experiment.
    std::size_t number = 0;
    void add(int phase, Observable what, Point point) { courses_[{phase, what}].push_back(point); }

  private:
    std::map<std::pair<int, Observable>, Course> courses_;
};

using Crowd = std::vector<Person>;

/// Everybody who lived through the whole experiment.
Crowd crowd_of(Experiment experiment, ions::RunOptions options = {});
/// Facts that every later run is made with; for fitting.
void set_overrides(std::vector<ions::Override> overrides);

/// Runs people one at a time, each in an experiment made for them from what their own baseline was like.
Crowd one_by_one(Experiment const& experiment, int people,
                 std::function<void(Experiment&, Person const& baseline)> const& made_for);

/// A figure with what most people show: the mean, and the middle nine tenths.
struct Outcome {
    double mean = 0, p5 = 0, p95 = 0;
    double standard_error = 0;
};

Outcome outcome_of(std::vector<double> values);
Outcome over(Crowd const& crowd, std::function<double(Person const&)> const& figure);
/// A figure that only the crowd as a whole has, such as a slope between people.
Outcome single(double value, double standard_error = 0);

struct Line {
    double slope = 0, at_zero = 0;
    double slope_error = 0, crossing = 0, crossing_error = 0; ///< where the line meets zero
};
/// Least squares of y on x.
Line line_through(std::vector<double> const& x, std::vector<double> const& y);
double correlation(std::vector<double> const& x, std::vector<double> const& y);
double quantile(std::vector<double> values, double share);

} // namespace rheobase::validation
