// One day to plan from: of the days of a diary, the one that is nearest to its average.
#pragma once

#include "model/diet/diary.hpp"

namespace rheobase::week {

struct OrdinaryDay {
    diet::Diary diary; ///< the lines of that day alone
    double days = 1;  ///< of those lines: all of the diary's, where it does not say of which day each line is
    std::string name; ///< as the diary calls the day; empty where `diary` is the whole one
};

/// The average of several days is a little of everything and nobody's day, so the day is taken whose
/// nutrients differ least from the average's, each as a share of it, and of days as near the first. A diary
/// that does not tell its `days` apart is taken whole.
OrdinaryDay ordinary_day(diet::Diary const& diary, double days, diet::Foods const& table);

} // namespace rheobase::week
