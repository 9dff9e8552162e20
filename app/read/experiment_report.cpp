#include "app/read/experiment_parts.hpp"

#include <algorithm>
#include <fmt/core.h>

namespace rheobase::read {

namespace {

using ions::Observable;

/// What is worth seeing when nobody says what: the ions in blood and the hormones that hold them.
constexpr std::array worth_seeing{Observable::calcium_serum,
                                  Observable::calcium_ionised,
                                  Observable::magnesium_serum,
                                  Observable::phosphate_serum,
                                  Observable::potassium_serum,
                                  Observable::sodium_serum,
                                  Observable::pth,
                                  Observable::vitamin_d_25oh};

/// Often enough to draw the shortest phase, and seldom enough to read the whole table.
double sensible_interval(std::vector<ions::Phase> const& phases) {
    constexpr double enough_to_draw = 12, most_moments = 1500;
    constexpr std::array steps{24.0 * 30, 24.0 * 7, 24.0, 6.0, 1.0, 0.25};
    double total = 0, shortest = phases.front().hours;
    for (auto const& phase : phases) {
        total += phase.hours;
        shortest = std::min(shortest, phase.hours);
    }
    double sensible = steps.front();
    for (double const step : steps) {
        if (total / step > most_moments)
            break;
        sensible = step;
        if (shortest / step >= enough_to_draw)
            break;
    }
    return sensible;
}

constexpr std::array<std::string_view, ions::observable_count> observable_names = [] {
    std::array<std::string_view, ions::observable_count> names{};
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = ions::observables_rows[i].key;
    return names;
}();

/// A report that comes more seldom than a phase is long tells its beginning alone, which is easily taken for
/// its end.
void note_short_phases(std::vector<ions::Phase> const& phases, std::vector<ions::Report> const& reports,
                       ExperimentReading& reading) {
    std::string names;
    int count = 0;
    for (std::size_t i = 1; i < phases.size(); ++i)
        if (std::any_of(reports.begin(), reports.end(),
                        [&](ions::Report const& report) { return report.every_hours > phases[i].hours; })) {
            names += (count++ == 0 ? "" : ", ") + std::to_string(i);
        }
    if (count > 0)
        reading.notes.push_back(
            fmt::format("{} {} shorter than every_hours of some reports, which tell only hour 0 of "
                        "{}. A smaller every_hours shows the end.",
                        count == 1 ? "Phase" : "Phases", names + (count == 1 ? " is" : " are"),
                        count == 1 ? "it" : "them"));
}

} // namespace

std::vector<ions::Report> read_reports(Fields& fields, std::vector<ions::Phase> const& phases,
                                       ExperimentReading& reading) {
    std::vector<ions::Report> reports;
    double const usual = sensible_interval(phases);
    if (!fields.find("report")) {
        for (auto const what : worth_seeing)
            reports.push_back({what, usual});
        return reports;
    }
    auto const list = fields.list("report");
    if (list.empty() && fields.find("report")->is_array())
        reading.faults.add("report", "the list is empty, so nothing would be told",
                           "Name what to report, or leave the key out for a usual list.");
    for (std::size_t i = 0; i < list.size(); ++i) {
        Fields one(*list[i], fmt::format("report[{}]", i), reading.faults, "what");
        one.demand("what", "Name what to report, such as \"magnesium_serum\".");
        auto const what = one.one_of("what", observable_names);
        auto const every = one.find("every_hours")
                               ? limited(one, "every_hours", ions::limit_of("every_hours"))
                               : std::optional(usual);
        one.finish();
        if (!what || !every)
            continue;
        auto const which = static_cast<Observable>(*what);
        if (std::any_of(reports.begin(), reports.end(),
                        [&](ions::Report const& r) { return r.what == which; }))
            reading.faults.add(one.at("what"), fmt::format("{} is reported twice", ions::name_of(which)),
                               "Keep the one with the smaller every_hours.");
        else
            reports.push_back({which, *every});
    }
    note_short_phases(phases, reports, reading);
    return reports;
}

} // namespace rheobase::read
