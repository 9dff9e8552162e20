// The same walk taken by CVODE, as anyone would write it: BDF, one person, a dense matrix, restarted at events.
#pragma once

#include "bench/ions/years.hpp"

namespace rheobase::bench {

enum class Slopes { by_differences, by_our_laws };

struct Work {
    double seconds = 0;
    long steps = 0, rates = 0, factorings = 0, restarts = 0;
    bool failed = false;
};

/// One person (the walk has one lane). Absolute tolerance: `relative` times a thousandth of each state's usual size.
Work cvode(Walk const& walk, double relative, Slopes slopes, std::vector<double>* days = nullptr);

} // namespace rheobase::bench
