// What sets this person apart from an ordinary life, each part with since when; and the experiment that lives
// through them up to today.
#pragma once

#include "model/blood/subject.hpp"
#include "model/verdict/chart.hpp"

namespace rheobase::blood {

/// One part of the person's life that can be taken away or left.
struct Part {
    enum class Kind { food, kidneys, alcohol, sun, medicine, loss };
    Kind kind = Kind::food;
    std::string name; ///< inside a sentence: "the water tablet", "loose stools"
    ions::Ingested what{};
    ions::DrugTaken drug{};
    ions::Loss loss{};
    double from_days = unknown; ///< ago; unknown: for so long that the body has settled
    double to_days = 0;
};

/// In a fixed order: food, habits, kidneys, medicines, losses.
std::vector<Part> parts(Subject const& subject, verdict::Chart const& chart);

/// The life with those parts for which `lived` is true: a steady state of what has long been so, then a phase
/// for every change since. Everything is reported at the end.
ions::Experiment life(Subject const& subject, std::vector<Part> const& parts, std::vector<bool> const& lived);

/// Months and years of a steady life need no steps of hours; each person's own error still bounds every step.
inline constexpr ions::Grid long_steps{.first = 0.5, .first_gentle = 2, .growth = 1.5, .longest = 720};

/// How long ago the last of the changes was, in days; unknown where nothing has changed.
double last_change(std::vector<Part> const& parts);

/// What is reported, in the order of the reports.
std::vector<ions::Observable> const& tests();

} // namespace rheobase::blood
