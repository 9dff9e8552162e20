// People with diaries that look like what people eat, drawn from the food table: for timing plans, and for
// nothing else.
#pragma once

#include "model/week/week.hpp"

#include <string>

namespace rheobase::bench {

struct Eater {
    verdict::Evidence evidence;
    verdict::Plan plan; ///< allows food; one in ten has a stop
    diet::Diary diary;
    double days = 0;
    week::Wishes wishes;
    std::string wish;                     ///< in words
    double least_kcal = 0, most_kcal = 0; ///< of the diary's days

    week::Asked asked(week::Span span = week::Span::week) const {
        return {.evidence = evidence,
                .plan = plan,
                .diary = diary,
                .days = days,
                .energy_plausible = std::nullopt,
                .wishes = wishes,
                .span = span};
    }
};

/// The same number gives the same person: 3 to 7 days of 4 to 6 meals, 1,400 to 3,200 kcal a day. Every
/// second one who wishes for a diet keeps to it already.
Eater eater(unsigned number, diet::Foods const& table);

} // namespace rheobase::bench
