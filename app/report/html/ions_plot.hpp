// One reported quantity over all phases: drawn, said in a sentence, and as a table.
#pragma once

#include "app/report/html/ions_axis.hpp"
#include "app/report/html/markup.hpp"
#include "model/ions/run.hpp"

#include <optional>

namespace rheobase::report {

/// The rows of one quantity, by phase and hour.
struct Course {
    ions::Observable what{};
    std::vector<ions::Row> rows;
};

/// "magnesium 90 mg a day; thiazide, dose 1": what a panel is labelled with.
using PhaseLabels = std::vector<std::string>;

/// Where the course begins and ends, and how low or high it went between.
std::string course_in_words(Course const& course, TimeAxis const& axis);

void write_plot(Markup& html, ions::Experiment const& experiment, Course const& course, TimeAxis const& axis,
                PhaseLabels const& labels);

/// The same figures for those who hear the page instead of seeing it.
void write_course_table(Markup& html, Course const& course, TimeAxis const& axis);

/// Whether the panels are too narrow for words, so that numbers stand over them.
bool numbered(TimeAxis const& axis);

/// A value with as many digits as the quantity deserves.
std::string figure_of(ions::Observable what, double value);

/// The range that laboratories print for it, in its unit; nothing where labs.csv has none.
struct LabRange {
    double low, high; ///< either may be unknown
};
std::optional<LabRange> lab_range(ions::Observable what);

} // namespace rheobase::report
