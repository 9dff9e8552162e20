#include "tests/validation/crowd.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace rheobase::validation {

namespace {

std::vector<ions::Override> overrides;

} // namespace

void set_overrides(std::vector<ions::Override> changed) {
    overrides = std::move(changed);
}

Course const& Person::course(int phase, Observable what) const {
    auto const found = courses_.find({phase, what});
    if (found == courses_.end())
        throw std::out_of_range("this study reads what its experiment does not report");
    return found->second;
}

double Person::at(int phase, Observable what, double hour) const {
    auto const& points = course(phase, what);
    auto const near = std::ranges::min_element(
        points, {}, [hour](Point const& point) { return std::abs(point.hour - hour); });
    return near->value;
}

double Person::highest(int phase, Observable what) const {
    return std::ranges::max_element(course(phase, what), {}, &Point::value)->value;
}

double Person::lowest(int phase, Observable what) const {
    return std::ranges::min_element(course(phase, what), {}, &Point::value)->value;
}

Crowd crowd_of(Experiment experiment, ions::RunOptions options) {
    experiment.per_person = true;
    options.overrides = overrides;
    auto const findings = ions::run(experiment, options);
    Crowd everybody(static_cast<std::size_t>(experiment.people));
    std::vector<bool> whole(everybody.size(), true);
    for (auto const& failure : findings.failures)
        whole[static_cast<std::size_t>(failure.person)] = false;
    for (auto const& row : findings.person_rows)
        everybody[static_cast<std::size_t>(row.person)].add(row.phase, row.what, {row.hour, row.value});
    Crowd crowd;
    for (std::size_t i = 0; i < everybody.size(); ++i)
        if (whole[i]) {
            everybody[i].number = i;
            crowd.push_back(std::move(everybody[i]));
        }
    return crowd;
}

Crowd one_by_one(Experiment const& experiment, int people,
                 std::function<void(Experiment&, Person const&)> const& made_for) {
    Crowd crowd;
    for (int i = 0; i < people; ++i) {
        Experiment alone = experiment;
        alone.people = 1;
        alone.seed = experiment.seed + static_cast<std::uint64_t>(i);
        Crowd const before = crowd_of(alone);
        if (before.empty())
            continue;
        made_for(alone, before.front());
        for (auto& person : crowd_of(alone))
            crowd.push_back(std::move(person));
    }
    return crowd;
}

double quantile(std::vector<double> values, double share) {
    if (values.empty())
        return std::numeric_limits<double>::quiet_NaN();
    std::ranges::sort(values);
    double const place = share * static_cast<double>(values.size() - 1);
    auto const left = static_cast<std::size_t>(place);
    auto const right = std::min(left + 1, values.size() - 1);
    return values[left] + (place - static_cast<double>(left)) * (values[right] - values[left]);
}

Outcome outcome_of(std::vector<double> values) {
    auto const n = static_cast<double>(values.size());
    double const mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (double const value : values)
        squares += (value - mean) * (value - mean);
    double const error = n > 1 ? std::sqrt(squares / (n - 1) / n) : 0;
    return {mean, quantile(values, 0.05), quantile(values, 0.95), error};
}

Outcome over(Crowd const& crowd, std::function<double(Person const&)> const& figure) {
    std::vector<double> values;
    for (auto const& person : crowd)
        values.push_back(figure(person));
    return outcome_of(std::move(values));
}

Outcome single(double value, double standard_error) {
    double const wide = 1.645 * standard_error;
    return {value, value - wide, value + wide, standard_error};
}

Line line_through(std::vector<double> const& x, std::vector<double> const& y) {
    auto const n = static_cast<double>(x.size());
    double const mx = std::accumulate(x.begin(), x.end(), 0.0) / n;
    double const my = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0, xy = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        xy += (x[i] - mx) * (y[i] - my);
        yy += (y[i] - my) * (y[i] - my);
    }
    Line line;
    line.slope = xy / xx;
    line.at_zero = my - line.slope * mx;
    line.crossing = -line.at_zero / line.slope;
    double const left = std::sqrt(std::max(0.0, yy - line.slope * xy) / std::max(1.0, n - 2));
    line.slope_error = left / std::sqrt(xx);
    line.crossing_error =
        left / std::abs(line.slope) * std::sqrt(1 / n + (line.crossing - mx) * (line.crossing - mx) / xx);
    return line;
}

double correlation(std::vector<double> const& x, std::vector<double> const& y) {
    auto const n = static_cast<double>(x.size());
    double const mx = std::accumulate(x.begin(), x.end(), 0.0) / n;
    double const my = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0, xy = 0, yy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        xy += (x[i] - mx) * (y[i] - my);
        yy += (y[i] - my) * (y[i] - my);
    }
    return xy / std::sqrt(xx * yy);
}

} // namespace rheobase::validation
