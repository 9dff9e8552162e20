#include "model/ions/timeline.hpp"

#include <algorithm>
#include <cmath>

namespace rheobase::ions {

namespace {

// Hours closer than this are the same moment.
constexpr double moment = 1e-6;

enum class Change { none, gentle, sudden };

struct Mark {
    double hour;
    Change change;
};

double nearest_multiple(double hour, double every) {
    double const times = std::floor(hour / every + 0.5);
    return times * every;
}

void mark_window(std::vector<Mark>& marks, double from, double hours) {
    marks.push_back({from, Change::sudden});
    marks.push_back({from + hours, Change::sudden});
}

/// How a phase begins: another diet is gentle, another medicine or the end of an infusion is not.
Change beginning(Phase const* before, Phase const& phase) {
    auto const still = [](Phase const& p) {
        return p.infusions.empty() && p.clamps.empty() && !(p.drinking && p.drinking->once);
    };
    bool const gentle =
        !before || (still(*before) && before->drugs == phase.drugs && before->loss == phase.loss);
    return gentle ? Change::gentle : Change::sudden;
}

std::vector<Mark> marks_of(Phase const* before, Phase const& phase, std::vector<Report> const& reports) {
    std::vector<Mark> marks{{0, beginning(before, phase)}, {phase.hours, Change::none}};
    for (auto const& infusion : phase.infusions)
        mark_window(marks, infusion.from_hour, infusion.hours);
    for (auto const& clamp : phase.clamps)
        mark_window(marks, clamp.from_hour, clamp.hours);
    if (phase.drinking && phase.drinking->once)
        mark_window(marks, phase.drinking->from_hour, phase.drinking->hours);
    for (auto const& meal : phase.meals) {
        if (!meal.daily)
            marks.push_back({meal.hour, Change::sudden});
        else
            for (int day = 0; day * 24 + meal.hour < phase.hours; ++day)
                marks.push_back({day * 24 + meal.hour, Change::sudden});
    }
    // A day on which a meal names a nutrient is a day on which it is not spread evenly.
    if (!phase.meals.empty())
        for (int day = 1; day * 24 < phase.hours; ++day)
            marks.push_back({day * 24.0, Change::gentle});
    for (auto const& report : reports)
        for (std::size_t k = 1; static_cast<double>(k) * report.every_hours < phase.hours + moment; ++k)
            marks.push_back({static_cast<double>(k) * report.every_hours, Change::none});
    std::erase_if(marks, [&](Mark const& mark) { return mark.hour < 0 || mark.hour > phase.hours + moment; });
    std::sort(marks.begin(), marks.end(), [](Mark const& a, Mark const& b) { return a.hour < b.hour; });
    std::vector<Mark> merged;
    for (auto const& mark : marks) {
        if (!merged.empty() && mark.hour - merged.back().hour < moment)
            merged.back().change = std::max(merged.back().change, mark.change);
        else
            merged.push_back(mark);
    }
    return merged;
}

/// Steps from one mark to the next, and the length that the step after them would have.
double fill(std::vector<double>& steps, double length, double next, Grid const& grid) {
    double left = length;
    while (left > moment) {
        double step = std::min(next, left);
        if (left - step < 0.25 * next)
            step = left; // no crumbs
        else if (left < 2 * next)
            step = left / 2;
        steps.push_back(step);
        left -= step;
        next = std::min(next * grid.growth, grid.longest);
    }
    return next;
}

} // namespace

bool due(Report const& report, double hour) {
    return std::abs(hour - nearest_multiple(hour, report.every_hours)) < moment;
}

std::size_t rows_of(Report const& report, Phase const& phase) {
    return static_cast<std::size_t>(std::floor((phase.hours + moment) / report.every_hours)) + 1;
}

std::vector<Stretch> timeline(Experiment const& experiment, Grid const& grid) {
    std::vector<Stretch> stretches;
    for (std::size_t number = 0; number < experiment.phases.size(); ++number) {
        auto const& phase = experiment.phases[number];
        auto const marks = marks_of(number ? &experiment.phases[number - 1] : nullptr, phase, experiment.reports);
        double next = grid.first_gentle;
        stretches.push_back({static_cast<int>(number), 0, 0, true, {}, {}, true});
        for (std::size_t i = 0; i + 1 < marks.size(); ++i) {
            Stretch stretch;
            stretch.phase = static_cast<int>(number);
            stretch.from = marks[i].hour;
            stretch.to = marks[i + 1].hour;
            stretch.changed = marks[i].change != Change::none;
            if (marks[i].change == Change::sudden)
                next = grid.first;
            else if (marks[i].change == Change::gentle)
                next = std::min(next, grid.first_gentle);
            for (std::size_t m = 0; m < phase.meals.size(); ++m) {
                auto const& meal = phase.meals[m];
                double const since = meal.daily ? stretch.from - 24 * std::floor((stretch.from - meal.hour + moment) / 24)
                                                : stretch.from;
                if (std::abs(since - meal.hour) < moment && (meal.daily ? stretch.from + moment >= meal.hour : true))
                    stretch.meals.push_back(m);
            }
            next = fill(stretch.steps, stretch.to - stretch.from, next, grid);
            stretch.report = std::any_of(experiment.reports.begin(), experiment.reports.end(),
                                         [&](Report const& report) { return due(report, stretch.to); });
            stretches.push_back(std::move(stretch));
        }
    }
    return stretches;
}

} // namespace rheobase::ions
