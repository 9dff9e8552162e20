// A program in the form that the solvers take. For the sources of this folder alone.
#pragma once

#include "engine/program/program.hpp"

#include <CoinPackedMatrix.hpp>

#include <vector>

namespace rheobase::engine {

struct Columnwise {
    CoinPackedMatrix matrix;
    std::vector<double> lower, upper, cost; ///< of columns
    std::vector<double> row_lower, row_upper;
    bool crossed = false; ///< somewhere the lower bound is above the upper one
};

/// Whether every number is one: finite costs and entries at places there are, bounds that leave something
/// open.
bool sound(Program const& program);

/// Of a sound program. With `whole`, the bounds of integers are drawn in to whole numbers.
Columnwise columnwise(Program const& program, bool whole);

} // namespace rheobase::engine
